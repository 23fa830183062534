"""Telephone numbers as people read them."""

from functools import lru_cache

from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse


@lru_cache(maxsize=4096)
def readable(digits: str) -> str:
    """``447700900101`` as ``+44 7700 900101``; what is no telephone number stays as it is, '' stays ''."""
    if not digits:
        return ""
    try:
        return format_number(parse(f"+{digits}"), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return f"+{digits}"
