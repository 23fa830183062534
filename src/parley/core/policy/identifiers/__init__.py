"""Numbers that may neither be shared nor asked for (D3): one recogniser a file, found by listing the folder.

Each is a module with ``find(text) -> list[Found]``; ``text`` has had its digits made plain, place for place.
"""

from parley.core.policy.identifiers import card, iban
from parley.core.policy.identifiers.found import Found, plain

__all__ = ["Found", "find_identifiers"]

RECOGNISERS = (card, iban)


def find_identifiers(text: str) -> list[Found]:
    """Every full number in the text, in order, none overlapping another."""
    readable = plain(text)
    if not any(c.isdigit() for c in readable):
        return []
    candidates = sorted((f for recogniser in RECOGNISERS for f in recogniser.find(readable)), key=lambda f: f.start)
    kept: list[Found] = []
    for found in candidates:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept
