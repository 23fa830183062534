"""A price in a sentence, for whoever is about to send. ``sentences/`` has the same in the other languages."""

from parley.core.pricing.cards import Card
from parley.core.pricing.price import Charged, Free, NotSendable, Price, Unpriced

FREE = {
    "answer_in_window": "An answer within 24 hours of the customer's last message costs nothing.",
    "utility_in_window": "A utility template within 24 hours of the customer's last message costs nothing.",
    "free_entry_point": "The customer came by an advertisement: the 72 hours after our answer cost nothing.",
}
UNPRICED = {
    "no_card": "WhatsApp charges this message. No rate card is in force: an administrator can import one.",
    "no_rate": "WhatsApp charges this message. The rate card has no row for this country and category.",
    "unknown_country": "WhatsApp charges this message by the country of the number, and this customer shows none.",
}


def sentence_of(price: Price, category: str) -> str:
    """Without the amount, which is shown in the reader's own way of writing money."""
    match price:
        case Free(because=because):
            return FREE[because]
        case Unpriced(because=because):
            return UNPRICED[because]
        case NotSendable():
            return "Free text can not be sent outside the window: choose a template."
        case Charged(card=card, nth=nth):
            which = f"number {nth} of {category.replace('-', ' ')} to the customer's country this month"
            return f"Charged when it arrives: {which}, by {_name(card)}."


def _name(card: Card) -> str:
    if card.example:
        return "an example card, so no real price"
    return f"the rate card of {card.valid_from.isoformat()}"
