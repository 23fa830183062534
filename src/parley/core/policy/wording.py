"""What the words of an opt-in must say (B5): that messages come over WhatsApp, and from whom; in six languages."""

import re
from collections.abc import Iterable

from parley.core.policy.sanctions.naming import comparable
from parley.core.policy.screening.normalise import fold

# As it is written in the languages served, accents gone.
WHATSAPP = r"(?:whats[ -]?app|wathsapp|واتس ?[اآ]?ب|وتساب|व्हाट्स ?[एऐ]प्?प?|व्हाट्सअप|वाट्स ?[एऐ]प|व्हॉट्स ?[एऐ]प)"
NAMED = re.compile(WHATSAPP)
# "by e-mail and not over WhatsApp" names it and says the opposite.
DENIED = re.compile(
    rf"\b(?:not|never|except|without|nunca|excepto|sin|nao|exceto|sem|pas|jamais|sauf|sans)\s+(?:\w+\s+){{0,3}}{WHATSAPP}"
    rf"|(?:ليس|بدون|عدا|لا)\s+(?:\S+\s+){{0,3}}{WHATSAPP}|{WHATSAPP}\s+(?:\S+\s+){{0,2}}(?:नहीं|न)(?!\w)"
)


def names_whatsapp(wording: str) -> bool:
    """Whether it says that messages come over WhatsApp."""
    said = _plain(wording)
    return NAMED.search(said) is not None and DENIED.search(said) is None


def names_business(wording: str, names: Iterable[str]) -> bool:
    """Whether it says from whom they come, by one of these names."""
    said = f" {_plain(wording)} "
    return any(form and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", said) for name in names for form in _forms(name))


def _forms(name: str) -> tuple[str, ...]:
    """As it stands in the register, and without Ltd or plc."""
    bare = " ".join(comparable(name).words)
    return (_plain(name), bare if len(bare) > 2 else "")


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
