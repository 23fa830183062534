"""Offers that no word gives away: cash until payday, debts collected, savings doubled, people to meet or to be beaten.

Each is known by its parts, close together, in the same words in every language; what somebody says they do not do is
none of it, and neither is a glue gun with a magazine of sticks or a beer without alcohol.
"""

from parley.core.policy.screening.concepts.plots import firsts, plot, told
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

FILES = ("schemes", "services")
SURE, LIKELY = 0.75, 0.65
PLOTS = (
    plot("E4.0", LIKELY, "money until payday", "payday", "advance", "settle"),
    plot("E4.0", LIKELY, "money for who is short", "payday", "advance", "moneyneed"),
    plot("E4.0", LIKELY, "wages before their day", "payday", "ahead", "partofit"),
    plot("E2", SURE, "harm for hire", "beating", "hired"),
    plot("E3", SURE, "papers made to order", "papers", "unearned", "readyin number", unless="renewed"),
    plot("E3", SURE, "copies of a brand", "brand", "copied"),
    plot("E4.0", SURE, "debt given to collectors", "passedon", "owed"),
    plot("E4.0", LIKELY, "debts collected for others", "debts", "collect", "forothers"),
    plot("E4.0", LIKELY, "lending among people", "lend", "others", "yield"),
    plot("E4.1", SURE, "ammunition by its calibre", "calibre", "rounds", unless="office"),
    plot("E4.1", SURE, "gun with its magazines", "magazine", "gunword", unless="office"),
    plot("E4.2", SURE, "drink by the bottle", "drink", "bottle", unless="soft"),
    plot("E4.8", LIKELY, "money changed", "betterrate", "exchange", "currency"),
    plot("E4.8", LIKELY, "coins for cash", "cryptoname", "tocash", unless="payby"),
    plot("E4.8", LIKELY, "foreign money for sale", "foreigncash", "moneytrade"),
    plot("E4.8", LIKELY, "coin that starts", "coin", "early"),
    plot("E4.8", SURE, "false notes", "falsely", "notes", "passing", "number spelled", unless="alert"),
    plot("E4.8", LIKELY, "bet on a rate", "shortoption", "number"),
    plot("E4.10", SURE, "money that multiplies", "stakemoney", "multiplied soon", "soon", "number"),
    plot("E4.10", LIKELY, "savings that double", "stakemoney", "soon", "multiplied"),
    plot("E4.10", SURE, "money that grows", "turned", "number", "number", "riskless"),
    plot("E4.10", LIKELY, "love and luck by magic", "ritual", "ritualpaid number"),
    plot("E4.10", LIKELY, "easy money from home", "easywork", "earnmoney", "daily athome"),
    plot("E4.10", LIKELY, "praise for money", "praise", "bought"),
    plot("E4.10", LIKELY, "praise by the thousand", "praise", "fastpraise", "number"),
    plot("E4.10", LIKELY, "a prize for a fee", "drawn", "feefirst"),
    plot("E4.10", LIKELY, "a look into another's telephone", "spied", "peeked", "chats"),
    plot("E4.10", LIKELY, "paid once, earned for ever", "earned", "daily", "forever", "number"),
    plot("E4.10", LIKELY, "a cure for what has none", "illness", "curing", "surely"),
    plot("E4.10", LIKELY, "a thesis by others", "schoolwork", "wewrite", "unseen number"),
    plot("E4.11", SURE, "free spins", "spins"),
    plot("E4.11", LIKELY, "a stake on the house", "bet", "onhouse"),
    plot("E4.11", LIKELY, "tickets for a draw", "draw", "ticket", unless="freely"),
    plot("E4.11", SURE, "bets taken in the chat", "placebet"),
    plot("E4.11", LIKELY, "games for cash", "cashgame", "cashout", unless="freely"),
    plot("E4.12", SURE, "massage with more", "happyend", "massage"),
    plot("E4.12", LIKELY, "pictures of oneself for sale", "ownpictures"),
    plot("E4.12", LIKELY, "company for the night", "night", "company", "number"),
    plot("E4.12", LIKELY, "films for adults", "film"),
    plot("E4.12", SURE, "sex toy", "sexaid", "discreetly number"),
    plot("E4.12", LIKELY, "what throbs for pleasure", "throbbing", "intimatething"),
    plot("E4.12", LIKELY, "company paid for", "paidcompany", "paidnight", unless="lodging"),
    plot("E4.12", SURE, "doll for sex", "openings", "dollbody"),
    plot("E4.13", LIKELY, "people to meet", "partners", "meet", "nearby"),
    plot("E4.13", LIKELY, "evening of dates", "speeddates"),
    plot("E4.14", SURE, "each brings others in", "bringin", "lineage"),
    plot("E4.14", LIKELY, "a share of what others sell", "teamsales", "earnshare"),
    plot("E4.0", LIKELY, "pay before its day", "payearly", "paysback"),
    plot("E4.0", LIKELY, "money for who is refused elsewhere", "anycredit", "easyloan"),
    plot("E4.0", LIKELY, "debts chased", "debtchaser", "owes"),
    plot("E4.0", LIKELY, "freed for money", "arrested", "freed"),
    plot("E4.8", LIKELY, "value for cash", "giftvalue", "valuesold"),
    plot("E4.10", LIKELY, "learning without learning", "qualification", "unlearnt"),
    plot("E4.10", LIKELY, "illness on paper", "sicknote", "toorder"),
    plot("E4.10", LIKELY, "proofs made to order", "madeup", "forged"),
    plot("E4.10", LIKELY, "put in and taken out", "putin", "takeout", "number", "soon"),
    plot("E4.10", LIKELY, "gains without end", "growth", "growing"),
    plot("E4.10", LIKELY, "tasks for money", "easywork", "homejob earnmoney"),
    plot("E4.10", LIKELY, "work that one pays for", "joiningfee", "homejob visa easywork"),
    plot("E4.10", LIKELY, "a stay that is promised", "assured", "visa"),
    plot("E4.10", LIKELY, "praise by the packet", "praise", "praisesold"),
    plot("E4.10", LIKELY, "a look in secret", "secretly", "peeked", "whose spied"),
    plot("E4.10", LIKELY, "thin overnight", "thinning", "overnight"),
    plot("E4.10", LIKELY, "a threat to pay", "threatened", "pressed"),
    plot("E4.10", LIKELY, "wrong by itself", "crooked"),
    plot("E4.10", LIKELY, "riches by a method", "riches", "method"),
    plot("E4.11", LIKELY, "games for stakes", "staked"),
    plot("E4.12", LIKELY, "company by the hour", "girls", "girlprice", unless="childcare lodging"),
    plot("E4.12", LIKELY, "oneself for sale", "privatecontent", "contentsold"),
    plot("E4.12", LIKELY, "worn by somebody", "worn", "wornsold"),
    plot("E4.12", LIKELY, "for the bedroom", "adultthing"),
    plot("E4.13", LIKELY, "an agency of love", "marital"),
    plot("E4.13", LIKELY, "people to look through", "lovefile"),
    plot("E4.14", LIKELY, "people who bring people", "recruited", "recruitpay", unless="hiring"),
    plot("E4.14", LIKELY, "a wheel of gifts", "giftwheel"),
)
CALLING = firsts(PLOTS)


def find(reading: Reading) -> list[Hit]:
    """The surest scheme of each clause."""
    return told(reading, FILES, CALLING, PLOTS)
