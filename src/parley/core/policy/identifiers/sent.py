"""What our own messages in a row make together, and the parts of one message: a number cut up, a question cut up."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import count_spoken
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.recognisers.card import KIND as CARD
from parley.core.policy.identifiers.recognisers.card import is_card
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.identifiers.split import MOST
from parley.core.policy.identifiers.words import written_in

Find = Callable[[str], list[Found]]
LONGEST = 500  # characters at the end of one message and at the beginning of the next
WORDS = 16  # words that may stand around a part ("and then comes 1111")
WIDEST = 80  # characters of one number, on either side of the border
LENGTHS = (15, 16, 19)  # digits; a shorter row is more often two numbers of something else
ROW = 3  # messages of one question
REPEATED = 6  # digits of a number that is only said again; groups of a card's number are shorter
DIGIT = re.compile(r"\d")
ENDS = (".", "!", "?", "।", "؟", "…")


def completes(find: Find, earlier: Sequence[str], text: str) -> list[Found]:
    """What of the text is a full number only together with the messages before it; places are those of no text."""
    before = [each[-LONGEST:] for each in earlier[-MOST:] if _may_be_part(each[-LONGEST:])]
    text = text[:LONGEST]
    if not before or not _may_be_part(text):
        return []
    return _one_under_the_other(find, before, text) or _digits_only(before, text)


def asked_together(earlier: Sequence[str], text: str) -> str | None:
    """What the text asks for as the end of a question that the messages before it began, None if nothing."""
    for many in range(1, min(len(earlier), ROW - 1) + 1):
        begun = _joined(earlier[-many:])
        if asks_for(begun) is None:  # else it was asked before, and not by this message
            asked = asks_for(_joined([begun, text]))
            if asked:
                return asked
    return None


def _joined(texts: Sequence[str]) -> str:
    """As one would write it in one message: what is no whole sentence goes on in the next."""
    return "".join(each + ("\n" if each.rstrip().endswith(ENDS) else " ") for each in texts).strip()


def _one_under_the_other(find: Find, before: list[str], text: str) -> list[Found]:
    above, below = "\n".join(before)[-WIDEST:], text[:WIDEST]
    border = len(above) + 1
    found = find(f"{above}\n{below}")
    return [each for each in found if each.basis == "check digit" and each.start < border < each.end]


def _digits_only(before: list[str], text: str) -> list[Found]:
    """The groups of digits of each message, without the words around them."""
    rows = [*map(_groups, before), _groups(text)]
    # "2 of 4: 1111": a digit by itself is most often the number of the part.
    return _completed(rows) or _completed([[each for each in row if len(each) > 1] for row in rows])


def _completed(rows: Sequence[Sequence[str]]) -> list[Found]:
    """A card's number of whole groups: the last ones of the rows before, and the first ones of the last row."""
    above, below = [group for row in rows[:-1] for group in row], rows[-1]
    for first in range(len(above) - 1, -1, -1):
        begun = "".join(above[first:])
        if len(begun) >= LENGTHS[-1]:
            break
        for last in range(1, len(below) + 1):
            ended = "".join(below[:last])
            if len(ended) >= REPEATED and ended in above:
                continue  # the same order, named again
            digits = begun + ended
            if len(digits) in LENGTHS and is_card(digits):
                return [Found(CARD, 0, 0, digits[-4:])]
    return []


def _may_be_part(text: str) -> bool:
    """Whether it has digits, written or spoken."""
    readable = plain(text)
    return DIGIT.search(readable) is not None or count_spoken(written_in(readable)) > 0


@lru_cache(maxsize=256)
def _groups(text: str) -> tuple[str, ...]:
    page = Page(text)
    if len(page.words) > WORDS + len(page.with_digit) + len(page.spoken):
        return ()
    found: list[str] = []
    for run in page.runs:
        bounds = [*run.groups, len(run.digits)]
        found += [run.digits[start:end] for start, end in pairwise(bounds)]
    # A run has three digits or more; of a shorter part the digits are all there is.
    return tuple(found or (each for each in page.words.texts if each.isdigit()))
