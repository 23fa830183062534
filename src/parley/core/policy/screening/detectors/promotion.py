"""C2, promotions that name no offer: a coupon to use, a cart that was left, a friend to bring, a gift for a birthday.

Each is known by what it speaks of and what it would have people do, in the same words in every language. That a cart
could not be paid, an account was opened or a plan changed as asked is service.
"""

from parley.core.policy.screening.concepts.plots import firsts, plot, told
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

GROUP = "C2"
FILES = ("promotion",)
CLEARLY, LIKELY = 0.85, 0.7
PLOTS = (
    plot(GROUP, CLEARLY, "coupon to use", "coupon", "use"),
    plot(GROUP, CLEARLY, "cart that was left", "basket", "left", unless="settled"),
    plot(GROUP, CLEARLY, "friend to bring", "friend", "bring", "gain"),
    plot(GROUP, CLEARLY, "something one might like", "liked"),
    plot(GROUP, CLEARLY, "purchase before it is gone", "purchase", "scarce"),
    plot(GROUP, LIKELY, "gift for an occasion", "occasion", "perk waits", "waits perk use"),
    plot(GROUP, LIKELY, "gift that waits", "perk", "waits"),
    plot(GROUP, LIKELY, "something new to see", "novelty", "come", unless="settled"),
    plot(GROUP, LIKELY, "more than was bought", "more", unless="settled"),
    plot(GROUP, LIKELY, "last pieces", "scarce"),
)
CALLING = firsts(PLOTS)


def find(reading: Reading) -> list[Hit]:
    """One hit if the text promotes something."""
    return told(reading, FILES, CALLING, PLOTS)
