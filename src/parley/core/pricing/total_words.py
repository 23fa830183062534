"""What a difference from WhatsApp's totals means and what to do about it, in a sentence."""

from parley.core.pricing.whatsapp_totals import Compared, Difference, Totals

SENTENCES: dict[Difference, str] = {
    "": "Both count the same.",
    "more_there": "WhatsApp counts {more} more than was heard of here. Look in Quarantine for statuses that could not "
    "be read, and ask who else sends from this account: other programs' messages are counted too.",
    "more_here": "{more} more arrived here than WhatsApp counts. Its figures are corrected for some days. Look again "
    "in three days; if it stays, ask WhatsApp's support with this line.",
    "amount": "The count is the same and the amount is not. Import the card that the account has now: a rate has "
    "changed, or a tier was reached together with other businesses of the portfolio.",
    "example": "The amount here comes from an example card. Import the account's own card.",
    "unpriced": "No rate card said how much these cost. Import the account's card: it prices what comes from then on.",
    "currency": "The card is in another currency than the account. Import a card in the account's currency.",
}
NOT_ASKED = "WhatsApp has not been asked about this month yet. It is asked once a day about the days that are over."
AGREES = "WhatsApp counts and charges what was booked here."
DIFFERS = "WhatsApp says otherwise in {lines} of {all} lines."


def sentence_of(line: Compared) -> str:
    """For one line."""
    return SENTENCES[line.difference].format(more=abs(line.theirs - line.ours))


def summary_of(totals: Totals) -> str:
    """For the month."""
    if totals.last is None:
        return NOT_ASKED
    differing = len(totals.differing)
    return DIFFERS.format(lines=differing, all=len(totals.lines)) if differing else AGREES
