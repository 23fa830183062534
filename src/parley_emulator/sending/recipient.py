"""From what the business wrote to the number it means."""

import re
from functools import lru_cache

import phonenumbers

NOT_DIGITS = re.compile(r"[\s()+\-.]")


@lru_cache
def calling_code(country: str) -> str:
    """``GB`` gives ``44``."""
    return str(phonenumbers.country_code_for_region(country.upper()) or "")


def wa_id_of(written: str, country: str, is_known: bool) -> str:
    """The digits of the number, empty for what is not one.

    A number written as people write it but without a plus belongs to the country of the business number. Bare digits
    are taken as they are, because every application sends the ``wa_id`` of a webhook back that way.
    """
    digits = NOT_DIGITS.sub("", written)
    if not digits.isascii() or not digits.isdigit() or not 5 <= len(digits) <= 20:
        return ""
    is_bare = written.strip() == digits
    if is_known or "+" in written or is_bare:
        return digits
    return calling_code(country) + digits.lstrip("0")
