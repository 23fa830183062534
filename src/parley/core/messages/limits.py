"""Sentences about limits: which field, how much was given, how much is allowed."""

from collections.abc import Iterable
from typing import Any


def length(field: str, text: str, most: int, least: int = 0) -> tuple[str, ...]:
    """A text that is too short or too long."""
    if least <= len(text) <= most:
        return ()
    allowed = f"{least} to {most}" if least else f"at most {most}"
    return (f"{field}: {len(text)} characters, {allowed} are allowed",)


def count(field: str, given: int, least: int, most: int) -> tuple[str, ...]:
    """Too few or too many."""
    return () if least <= given <= most else (f"{field}: {given} given, {least} to {most} are allowed",)


def web_address(field: str, url: str) -> tuple[str, ...]:
    """An address that people or WhatsApp fetch."""
    if url.startswith(("https://", "http://")) and len(url) <= 2000 and not any(c.isspace() for c in url):
        return ()
    return (f"{field}: a web address begins with https:// or http:// and has no spaces",)


def strings(value: Any) -> Iterable[str]:
    """Every string in plain JSON values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)
