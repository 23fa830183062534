"""From what the business wrote to the number it means."""

import re
from collections.abc import Container
from functools import lru_cache

import phonenumbers

NOT_DIGITS = re.compile(r"[\s()+\-.]")
# A mobile number of each, with and without the digit that was put in front of it.
BRAZIL, MEXICO = re.compile(r"55(\d{2})9?([6-9]\d{7})"), re.compile(r"521?([2-9]\d{9})")
LAST_AREA_WITH_NINE = "28"


@lru_cache
def calling_code(country: str) -> str:
    """``GB`` gives ``44``."""
    return str(phonenumbers.country_code_for_region(country.upper()) or "")


def wa_id_of(written: str, country: str, known: Container[str]) -> str:
    """The digits under which the person is registered, empty for what is not a number.

    A number written as people write it but without a plus belongs to the country of the business number. Bare digits
    are taken as they are, because every application sends the ``wa_id`` of a webhook back that way.
    """
    digits = NOT_DIGITS.sub("", written)
    if not digits.isascii() or not digits.isdigit() or not 5 <= len(digits) <= 20:
        return ""
    is_bare = written.strip() == digits
    if written not in known and "+" not in written and not is_bare:
        digits = calling_code(country) + digits.lstrip("0")
    return _registered_as(digits, known)


def _registered_as(digits: str, known: Container[str]) -> str:
    """Two countries changed how their mobile numbers are written, and people are still known under the other form."""
    if digits in known:
        return digits
    if brazil := BRAZIL.fullmatch(digits):
        area, rest = brazil.groups()
        forms = [f"55{area}{rest}", f"55{area}9{rest}"]
        usual = forms[area <= LAST_AREA_WITH_NINE]
    elif mexico := MEXICO.fullmatch(digits):
        forms = [f"52{mexico[1]}", f"521{mexico[1]}"]
        usual = forms[1]
    else:
        return digits
    return next((form for form in forms if form in known), usual)
