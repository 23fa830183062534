"""Whether what customers see of a business at WhatsApp is what we have on file (B2)."""

from typing import Any

COMPARED = ("about", "address", "description", "email", "vertical", "websites")


def drift(ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[str, ...]:
    """The fields in which the two differ, but for capitals, spaces and a slash at the end."""
    return tuple(field for field in COMPARED if _plain(ours.get(field)) != _plain(theirs.get(field)))


def _plain(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else [value]
    said = (" ".join(str(each).split()).casefold().rstrip("/") for each in values if each)
    return tuple(sorted(text for text in said if text and text != "undefined"))
