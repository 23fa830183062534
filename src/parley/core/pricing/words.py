"""A price in a sentence, for whoever is about to send."""

from parley.core.pricing.cards import Card
from parley.core.pricing.markets import name_of
from parley.core.pricing.price import Charged, Free, NotSendable, Price, Unpriced

FREE = {
    "answer_in_window": "Free: an answer within 24 hours of the customer's last message.",
    "utility_in_window": "Free: utility templates cost nothing within 24 hours of the customer's last message.",
    "free_entry_point": "Free: the customer came by an advertisement, and the 72 hours after our answer cost nothing.",
}
UNPRICED = {
    "no_card": "WhatsApp charges this message. No rate card is in force: an administrator can import one.",
    "no_rate": "WhatsApp charges this message. The rate card has no row for this country and category.",
    "unknown_country": "WhatsApp charges this message by the country of the number, and this customer shows none.",
}


def sentence_of(price: Price, country: str, category: str) -> str:
    """Without the amount, which is shown in the reader's own way of writing money."""
    match price:
        case Free(because=because):
            return FREE[because]
        case Unpriced(because=because):
            return UNPRICED[because]
        case NotSendable():
            return "Free text can not be sent outside the window: choose a template."
        case Charged(card=card, nth=nth):
            which = f"number {nth} of {category.replace('-', ' ')} to {name_of(country)} this month"
            return f"Charged when it arrives: {which}, by {_name(card)}."


def _name(card: Card) -> str:
    if card.example:
        return "an example card, so no real price"
    return f"the rate card of {card.valid_from.isoformat()}"
