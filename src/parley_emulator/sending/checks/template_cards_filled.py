"""A carousel is sent with the cards of the template; what is on each is checked as the rest of a template is."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import cards_of, given_cards, index_of, media_header_of
from parley_emulator.sending.send import Send

STAGE = 41
FEWEST, MOST = 2, 10


def check(send: Send) -> Refusal | None:
    """Cards of files as many as the template has, cards of products two to ten, each in its own place."""
    cards = cards_of(send.template) if send.template else []
    if not cards:
        return None
    given = given_cards(send.content)
    of_products = media_header_of(cards[0]) == "product"
    if not (FEWEST <= len(given) <= MOST if of_products else len(given) == len(cards)):
        expected = f"{FEWEST} to {MOST}" if of_products else str(len(cards))
        return Refusal(132012, f"carousel: number of cards ({len(given)}) does not match, expected {expected}")
    if [index_of(card, "card_index") for card in given] != list(range(len(given))):
        return Refusal(131009, f"carousel: card_index must go from 0 to {len(given) - 1}, each once.")
    return None
