"""One person, one number: countries in which WhatsApp writes the same mobile number in two ways."""

import re

NOT_DIGITS = re.compile(r"\D")


def canonical_phone(wa_id: str) -> str:
    """The number in international form, digits only; Brazilian, Mexican and Argentinian variants made one.

    Brazil: the ninth digit of mobile numbers is put in (55 11 9xxxx xxxx). Mexico: the 1 after 52 is left out.
    Argentina: the 9 after 54 is put in.
    """
    digits = NOT_DIGITS.sub("", wa_id)
    if digits.startswith("55") and len(digits) == 12 and digits[4] in "6789":
        return f"{digits[:4]}9{digits[4:]}"
    if digits.startswith("521") and len(digits) == 13:
        return f"52{digits[3:]}"
    if digits.startswith("54") and not digits.startswith("549") and len(digits) == 12:
        return f"549{digits[2:]}"
    return digits
