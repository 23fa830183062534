"""Payment card numbers: 12 to 19 digits of an issuer's range that pass the Luhn check."""

import re

from stdnum import luhn

from parley.core.policy.identifiers.found import Found

# Runs of digits with at most two separators between neighbours; letters, longer gaps and other marks end a run.
# One that a code of digits and letters runs into, such as a parcel's 1Z…, is no card number.
RUN = re.compile(r"(?<!\d[A-Za-z])\d(?:[ .\-_/\u200b]{0,2}\d){11,}")
SHORTEST = 12
# With a plus before it, a number of up to so many digits is a telephone number.
LONGEST_TELEPHONE = 13
# Issuer ranges by their first digits, and the lengths they issue.
ISSUERS: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = (
    (re.compile(r"4"), frozenset({13, 16, 19})),  # Visa
    (re.compile(r"5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), frozenset({16})),  # Mastercard
    (re.compile(r"3[47]"), frozenset({15})),  # American Express
    (re.compile(r"6(?:011|4[4-9]|5|22)"), frozenset({16, 17, 18, 19})),  # Discover, UnionPay's shared range
    (re.compile(r"3(?:0[0-5]|[689])"), frozenset({14, 15, 16, 17, 18, 19})),  # Diners Club
    (re.compile(r"35(?:2[89]|[3-8])"), frozenset({16, 17, 18, 19})),  # JCB
    (re.compile(r"62|81"), frozenset({16, 17, 18, 19})),  # UnionPay
    (re.compile(r"50(?:18|20|38)|5893|6304|67(?:59|6[1-3])"), frozenset({12, 13, 14, 15})),  # Maestro's short ones
    (re.compile(r"50|5[6-9]|6[0-9]"), frozenset({16, 17, 18, 19})),  # Maestro, Elo, RuPay, Hipercard
    (re.compile(r"220[0-4]|9792"), frozenset({16})),  # Mir, Troy
)


def find(text: str) -> list[Found]:
    """Card numbers, also where other digits touch them."""
    found: list[Found] = []
    for run in RUN.finditer(text):
        places = [run.start() + i for i, character in enumerate(run.group()) if character.isdigit()]
        digits = "".join(text[place] for place in places)
        if len(digits) <= LONGEST_TELEPHONE and text[max(run.start() - 1, 0)] == "+":
            continue
        found.extend(_in_run(digits, places, text))
    return found


def _in_run(digits: str, places: list[int], text: str) -> list[Found]:
    found = []
    start = 0
    while start + SHORTEST <= len(digits):
        length = _card_length(digits, start, places, text)
        if length:
            first, last = places[start], places[start + length - 1]
            found.append(Found("card number", first, last + 1, digits[start + length - 4 : start + length]))
            start += length
        else:
            start += 1
    return found


def _card_length(digits: str, start: int, places: list[int], text: str) -> int:
    """How many digits from ``start`` are a card number, 0 if they are none.

    Inside a longer run a card begins and ends where a group of digits does, or the run is split by nothing at all.
    """
    for length in (16, 15, 19, 18, 17, 14, 13, SHORTEST):
        end = start + length
        if end > len(digits) or not _stands_alone(start, end, digits, places, text):
            continue
        number = digits[start:end]
        if len(set(number)) > 1 and luhn.is_valid(number) and _issued(number):
            return length
    return 0


def _issued(number: str) -> bool:
    return any(prefix.match(number) and len(number) in lengths for prefix, lengths in ISSUERS)


def _stands_alone(start: int, end: int, digits: str, places: list[int], text: str) -> bool:
    before = start == 0 or places[start] - places[start - 1] > 1
    after = end == len(digits) or places[end] - places[end - 1] > 1
    return before and after
