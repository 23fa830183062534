"""A text in which digits are read out or set apart among letters ("GB eight two WEST …"), written as a code is.

Only what stands near such digits is written anew: a code is no longer hidden by how much else is said.
"""

from collections.abc import Iterable

from parley.core.policy.identifiers.numbers import WIDEST_GAP, digit_of
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.rewritten import Rewritten

MASKS = frozenset("•*#●∙▪✱✕×")
BREAK = " •• "  # nothing goes on over it
SINGLE = frozenset("0123456789")
DIVIDERS = (",", ".", "/", ":")
REACH = 20  # words before and after such a digit, among which its code and the name of that stand
MOST_WORDS = 600  # near to them: more numbers than anybody writes
FEWEST = 3  # digits set apart or read out, below which nobody disguises a code


class Decoded(Rewritten):
    """Some of the words with digits as digits. ``near``: which, in order."""

    def __init__(self, page: Page, near: Iterable[int]) -> None:
        super().__init__()
        words, before, previous, after_digit = page.words, 0, -1, False
        for here in near:
            text, start, end = words.texts[here], words.starts[here], words.ends[here]
            digit = digit_of(text) if page.spoken else ""
            is_digit = bool(digit) or text.isdigit()
            joins = not self.starts or (after_digit and is_digit)
            between = _between(page.plain[before:start], joins) if here == previous + 1 else BREAK
            self.add(between, [start] * len(between), [start] * len(between))
            if digit:
                self.add(digit, [start], [end])
            else:
                last = start + len(text) - 1
                self.add(text, range(start, last + 1), [*range(start + 1, last + 1), end])
            before, previous, after_digit = end, here, (digit or text)[-1].isdigit()


def _between(gap: str, joins: bool) -> str:
    """Digits that follow each other are one number, unless something masked or too much stands between."""
    if len(gap) > WIDEST_GAP or not MASKS.isdisjoint(gap):
        return BREAK
    return "" if joins else " "


def decoded(page: Page) -> Decoded | None:
    """None where no digits are by themselves, written or spoken: several, or beside others."""
    apart = _apart(page) if page.budget >= 0 else []
    if not apart or not (len(apart) >= FEWEST or _is_beside_others(page, apart)):
        return None
    near = sorted({each for here in apart for each in range(max(here - REACH, 0), here + REACH + 1)})
    near = [each for each in near if each < len(page.words)]
    return Decoded(page, near) if len(near) <= MOST_WORDS else None


def _apart(page: Page) -> list[int]:
    """Which words are one digit, of those that are no part of what was found."""
    texts, starts, ends = page.words.texts, page.words.starts, page.words.ends
    apart = [here for here in page.with_digit if texts[here] in SINGLE]
    apart += [here for here in page.spoken if digit_of(texts[here])]
    return [here for here in apart if not page.is_settled(starts[here], ends[here])]


def _is_beside_others(page: Page, apart: list[int]) -> bool:
    loose = [here for here in apart if not _is_of_an_amount(page, here)]
    beside = {near for here in loose for near in (here - 1, here + 1) if 0 <= near < len(page.words)}
    return any(page.has_digit[near] for near in beside)


def _is_of_an_amount(page: Page, here: int) -> bool:
    """The thousands of an amount, or the day of a date."""
    end = page.words.ends[here]
    return page.words.texts[here] in SINGLE and page.plain[end : end + 1] in DIVIDERS
