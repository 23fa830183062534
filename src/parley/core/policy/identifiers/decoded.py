"""A text in which digits are read out or set apart among letters ("GB eight two WEST …"), written as a code is."""

from parley.core.policy.identifiers.numbers import WIDEST_GAP, digit_of
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.rewritten import Rewritten

MASKS = frozenset("•*#●∙▪✱✕×")
SINGLE = frozenset("0123456789")
DIVIDERS = (",", ".", "/", ":")
MOST_WORDS = 600
FEWEST = 3  # digits set apart or read out, below which nobody disguises a code


class Decoded(Rewritten):
    """The same words with digits as digits."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        before, after_digit = 0, False
        for text, start, end in zip(page.words.texts, page.words.starts, page.words.ends, strict=True):
            digit = digit_of(text) if page.spoken else ""
            is_digit = bool(digit) or text.isdigit()
            joins = not self.starts or (after_digit and is_digit)
            between = _between(page.plain[before:start], joins)
            self.add(between, [start] * len(between), [start] * len(between))
            if digit:
                self.add(digit, [start], [end])
            else:
                last = start + len(text) - 1
                self.add(text, range(start, last + 1), [*range(start + 1, last + 1), end])
            before, after_digit = end, (digit or text)[-1].isdigit()


def _between(gap: str, joins: bool) -> str:
    """Digits that follow each other are one number, unless something masked or too much stands between."""
    if len(gap) > WIDEST_GAP or not MASKS.isdisjoint(gap):
        return " •• "
    return "" if joins else " "


def is_worth_decoding(page: Page) -> bool:
    """Whether there are digits by themselves, written or spoken: several, or beside others."""
    if page.budget < 0 or len(page.words) > MOST_WORDS:
        return False
    texts, starts, ends = page.words.texts, page.words.starts, page.words.ends
    apart = [here for here in page.with_digit if texts[here] in SINGLE]
    apart += [here for here in page.spoken if digit_of(texts[here])]
    apart = [here for here in apart if not page.is_settled(starts[here], ends[here])]
    if not apart or len(apart) >= FEWEST:
        return bool(apart)
    loose = [here for here in apart if not _is_of_an_amount(page, here)]
    beside = {near for here in loose for near in (here - 1, here + 1) if 0 <= near < len(texts)}
    return any(page.has_digit[near] for near in beside)


def _is_of_an_amount(page: Page, here: int) -> bool:
    """The thousands of an amount, or the day of a date."""
    end = page.words.ends[here]
    return page.words.texts[here] in SINGLE and page.plain[end : end + 1] in DIVIDERS
