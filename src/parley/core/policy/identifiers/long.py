"""Texts longer than any message: read in pieces, and only so many of them closely."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.plain import plain

LONGEST = 8192  # characters read as one
PIECE, OVERLAP = 4096, 256
CLOSELY = 2  # pieces with anything in them
ROW = re.compile(r"\d(?:[^\w\n]{0,3}\d){11,}")


def in_pieces(read: Callable[[str], list[Found]], is_worth: Callable[[str], bool], text: str) -> Iterator[Found]:
    """What is found in the pieces; where it is too much to read, every long row of digits counts as found."""
    closely = CLOSELY
    for here in range(0, len(text), PIECE):
        start = max(here - OVERLAP, 0)
        piece = text[start : here + PIECE]
        if closely > 0:
            if not is_worth(plain(piece)):
                continue
            closely -= 1
            found = read(piece)
        else:
            found = [
                Found("row of digits", m.start(), m.end(), m[0][-4:], "context") for m in ROW.finditer(plain(piece))
            ]
        yield from (replace(each, start=each.start + start, end=each.end + start) for each in found)
