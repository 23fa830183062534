"""Payment card numbers: 12 to 19 digits of an issuer's range that pass the Luhn check, or that are called a card's."""

import re
from collections.abc import Iterator

from stdnum import luhn

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import Run
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.windows import Window, digits_in

TURN = 2
CHECKS = True
KIND = "card number"
LENGTHS = frozenset(range(12, 20))
# Shorter card numbers than these look like barcodes and telephone numbers: only by name, or alone in a message.
SHORT = 14
LOOK_ALIKES = frozenset({"other", "phone"})
# Issuer ranges by their first digits, and the lengths they issue.
ISSUERS: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = (
    (re.compile(r"4"), frozenset({13, 16, 19})),  # Visa
    (re.compile(r"5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), frozenset({16})),  # Mastercard
    (re.compile(r"3[47]"), frozenset({15})),  # American Express
    (re.compile(r"6(?:011|4[4-9]|5|22)"), frozenset({16, 17, 18, 19})),  # Discover, UnionPay's shared range
    (re.compile(r"3(?:0[0-5]|[689])"), frozenset({14, 15, 16, 17, 18, 19})),  # Diners Club
    (re.compile(r"35(?:2[89]|[3-8])"), frozenset({16, 17, 18, 19})),  # JCB
    (re.compile(r"1800|2131"), frozenset({15})),  # JCB's old ones
    (re.compile(r"62|81"), frozenset({16, 17, 18, 19})),  # UnionPay
    (re.compile(r"50|5[6-9]|6[0-9]"), frozenset({12, 13, 14, 15, 16, 17, 18, 19})),  # Maestro, Elo, RuPay, Hipercard
    (re.compile(r"220[0-4]|9792"), frozenset({16})),  # Mir, Troy
)
ISSUED = {
    length: re.compile("|".join(prefix.pattern for prefix, issued in ISSUERS if length in issued)) for length in LENGTHS
}


# Laid out as on a card, with letters for digits, or a letter between the groups ("4111x1111x1111x1111").
LIKE = r"[0-9oil|]"
APART = r"[\W_]{0,3}(?:[^\W\d_]{1,2}[\W_]{0,3})?"
LAID_OUT = re.compile(
    rf"(?<![^\W_])(\d{LIKE}{{3}}){APART}(?:({LIKE}{{4}}){APART}({LIKE}{{4}}){APART}({LIKE}{{4}})"
    rf"|({LIKE}{{6}}){APART}({LIKE}{{5}}))(?![^\W_])"
)
DIGIT, LETTER, FEWEST_DIGITS = re.compile(r"\d"), re.compile(r"[^\W\d_]|\|"), 5
LOOKS = str.maketrans("oil|", "0111")
# So many rows of four of these are in what is laid out: looking for them takes a fifth of the time.
FOUR, FEWEST_FOURS = re.compile(rf"{LIKE}{{4}}"), 3
# One letter between all groups, of whatever length.
LETTERED = re.compile(r"(?<![^\W_])\d{1,6}([^\W\d_])\d{1,6}(?:\1\d{1,6}){1,14}(?![^\W_])")


def find(page: Page) -> Iterator[Found]:
    """Card numbers, also where other digits touch them."""
    yield from _disguised(page)
    long = [run for run in page.runs if len(run.digits) >= min(LENGTHS)]
    if long:
        speaks_of_cards = "card" in page.asked or any("card" in name.tags for name in page.names)
        for run in long:
            yield from _in_run(page, run, speaks_of_cards)


def _disguised(page: Page) -> Iterator[Found]:
    """What has letters among its digits; all else is read by its runs."""
    patterns = []
    if page.with_digit and len(FOUR.findall(page.plain)) >= FEWEST_FOURS:
        patterns.append(LAID_OUT)
    if any(len(page.words.texts[here]) > SHORT for here in page.with_digit):
        patterns.append(LETTERED)
    for pattern in patterns:
        for written in pattern.finditer(page.plain):
            is_mixed = LETTER.search(written.group()) and len(DIGIT.findall(written.group())) >= FEWEST_DIGITS
            digits = _digits_of(written) if is_mixed else ""
            if len(digits) > SHORT and is_card(digits):
                yield Found(KIND, written.start(), written.end(), digits[-4:])


def _digits_of(written: re.Match[str]) -> str:
    if written.re is LETTERED:
        return written.group().replace(written.group(1), "")
    return "".join(filter(None, written.groups())).translate(LOOKS)


def _in_run(page: Page, run: Run, speaks_of_cards: bool) -> Iterator[Found]:
    for window in digits_in(page, run, LENGTHS, max(LENGTHS)):
        if len(set(window.compact)) == 1 or not (speaks_of_cards or _issued(window.compact)):
            continue
        if luhn.is_valid(window.compact):
            if _is_card(page, run, window):
                found = Found(KIND, window.start, window.end, window.compact[-4:])
                page.settle([found])
                yield found
        elif window.leads and not run.plus and _is_called_card(page, window):
            yield Found(KIND, window.start, window.end, window.compact[-4:], "context")


def is_card(digits: str) -> bool:
    """Whether these digits, 12 to 19, are a card's by themselves."""
    return len(digits) in LENGTHS and len(set(digits)) > 1 and _issued(digits) and bool(luhn.is_valid(digits))


def _is_card(page: Page, run: Run, window: Window) -> bool:
    tags = page.named(window.start, window.end)
    if "card" in tags:
        return True
    if not _issued(window.compact) or (run.plus and len(window.compact) < SHORT) or run.glued:
        return False
    if len(window.compact) == 15 and "other" in tags:  # an IMEI
        return False
    return len(window.compact) >= SHORT or (not tags & LOOK_ALIKES and page.is_bare(window.start, window.end))


def _is_called_card(page: Page, window: Window) -> bool:
    """Typed wrong, perhaps, but said to be a card's number."""
    return (window.whole or len(window.compact) in (15, 16)) and "card" in page.named(window.start, window.end)


def _issued(number: str) -> bool:
    return ISSUED[len(number)].match(number) is not None
