"""A message that is nothing but a long number: the answer to a question for an account or an identity number."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import phonenumbers
from stdnum import ean, imei, luhn

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import Run
from parley.core.policy.identifiers.page import LOOK_ALIKES, Page, fillers
from parley.core.policy.identifiers.plain import UNSEEN
from parley.core.policy.identifiers.recognisers.named import is_date

TURN = 6
CHECKS = False
SSN = 9
LONGEST_TELEPHONE = 13
FEWEST, MOST = 11, 20
SHORT_NAME, LONG_NAME = 3, 4  # letters
FEWEST_ALONE = min(SSN, FEWEST)
# Words, such as the person's name, that may stand beside it; with all their names; beside groups of four.
NAMES, ALL_NAMES, MORE_NAMES = 2, 3, 5


def find(page: Page) -> Iterator[Found]:
    """At most one, where nothing else in the message says what it is."""
    if not any(len(run.digits) >= FEWEST_ALONE for run in page.runs):
        return
    if len(page.words) > 40 or page.is_masked or page.asked & (LOOK_ALIKES | {"last"}):
        return
    runs = [run for run in page.runs if len(run.digits) >= 5 and not is_date(page, run.starts[0], run.ends[-1])]
    if len(runs) != 1 or runs[0].glued or runs[0].plus or (page.names and not page.asked):
        return
    run = runs[0]
    if len(set(run.digits)) == 1 or _is_amount_or_date(page, run) or _is_other(run):
        return
    unknown = [w for w in page.words_beside(run.starts[0], run.ends[-1]) if w not in _idle()]
    if len(run.digits) == SSN and _fits_ssn(run.digits) and len(unknown) <= ALL_NAMES and _are_names(unknown):
        yield _found("social security number", run)
    elif len(unknown) > (MORE_NAMES if _is_in_fours(run) else NAMES):
        return
    elif FEWEST <= len(run.digits) <= MOST and not any(c.isdigit() for word in unknown for c in word):
        yield _found("account number", run)


@cache
def _idle() -> frozenset[str]:
    """Words that an answer may have beside its number."""
    return fillers() | {word for written in read("answering.toml").values() for word in written.split()}


def _found(kind: str, run: Run) -> Found:
    return Found(kind, run.starts[0], run.ends[-1], run.digits[-4:], "form")


def _are_names(words: list[str]) -> bool:
    """Whether each may be a name; a short one ("Tom", "Raj") only beside a long one."""
    long = any(len(word) >= LONG_NAME for word in words)
    return all(_is_like_a_name(word, SHORT_NAME if long else LONG_NAME) for word in words)


def _is_like_a_name(word: str, shortest: int) -> bool:
    """An initial, or longer than the letters before a policy's or an order's number and with a vowel."""
    if len(word) == 1 or not word.isascii():
        return True
    return len(word) >= shortest and word.isalpha() and any(c in "aeiouy" for c in word)


def _fits_ssn(digits: str) -> bool:
    return digits[:3] not in ("000", "666") and digits[3:5] != "00" and digits[5:] != "0000"


def _is_amount_or_date(page: Page, run: Run) -> bool:
    return any(c in "/:,$€£₹" for c in page.plain[run.starts[0] : run.ends[-1]].replace(UNSEEN, ""))


def _is_other(run: Run) -> bool:
    """A telephone number in its full form, a barcode, or a device's number."""
    digits = run.digits
    if len(digits) == 13 and ean.is_valid(digits):
        return True
    if len(digits) == 15 and luhn.is_valid(digits) and imei.is_valid(digits):
        return True
    return FEWEST <= len(digits) <= LONGEST_TELEPHONE and not _is_in_fours(run) and _is_telephone(digits)


def _is_in_fours(run: Run) -> bool:
    """In groups of four, as cards and accounts have them and telephone numbers do not."""
    return len(run.groups) > 1 and all(end - begin == 4 for begin, end in pairwise([*run.groups, len(run.digits)]))


def _is_telephone(digits: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False
