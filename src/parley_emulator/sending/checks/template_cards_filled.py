"""A carousel is sent with the cards of the template, each with its file and its values."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import cards_of, given_cards, given_for, media_header_of, part_of, variables_of
from parley_emulator.sending.send import Send
from parley_emulator.state.records import Template

STAGE = 45
FEWEST, MOST = 2, 10


def check(send: Send) -> Refusal | None:
    """Cards of files as many as the template has, cards of products two to ten."""
    cards = cards_of(send.template) if send.template else []
    if not cards:
        return None
    given = given_cards(send.content)
    of_products = str((part_of(cards[0], "header") or {}).get("format", "")).upper() == "PRODUCT"
    if not (FEWEST <= len(given) <= MOST if of_products else len(given) == len(cards)):
        expected = f"{FEWEST} to {MOST}" if of_products else str(len(cards))
        return Refusal(132012, f"carousel: number of cards ({len(given)}) does not match, expected {expected}")
    found = (_card(cards[min(i, len(cards) - 1)], values, i) for i, values in enumerate(given))
    return next((refusal for refusal in found if refusal), None)


def _card(card: Template, given: dict[str, Any], index: int) -> Refusal | None:
    wanted, header = media_header_of(card), given_for(given, "header")
    kind = str(header[0].get("type", "")).lower() if header else "unknown"
    if wanted and (kind != wanted or not isinstance(header[0].get(kind), dict)):
        return Refusal(132012, f"card {index}: Format mismatch, expected {wanted.upper()}, received {kind.upper()}")
    expected, values = variables_of(card, "body") or [], given_for(given, "body")
    if len(values) != len(expected):
        found = f"number of localizable_params ({len(values)})"
        return Refusal(132000, f"card {index}: {found} does not match the expected number of params ({len(expected)})")
    return None
