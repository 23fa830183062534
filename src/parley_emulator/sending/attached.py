"""The files that a message carries: its own, or those of headers, of cards as well."""

from typing import Any

from parley_emulator.state.media_kinds import KINDS

File = tuple[str, dict[str, Any]]


def files_of(kind: str, content: Any) -> list[File]:
    """(kind, what names it) of each; ``kind`` first is the message's own. A file has either ``id`` or ``link``."""
    if kind in KINDS:
        return [(kind, content)] if isinstance(content, dict) else []
    return _within(content)


def links_of(kind: str, content: Any) -> list[File]:
    """Those that the platform has to fetch."""
    return [(each, file) for each, file in files_of(kind, content) if file.get("link")]


def _within(content: Any) -> list[File]:
    """Headers, parameters and cards all say a type, and have an object of that name."""
    if isinstance(content, list):
        return [found for each in content for found in _within(each)]
    if not isinstance(content, dict):
        return []
    kind = str(content.get("type", "")).lower()
    if kind in KINDS and isinstance(content.get(kind), dict):
        return [(kind, content[kind])]
    return [found for each in content.values() if isinstance(each, dict | list) for found in _within(each)]
