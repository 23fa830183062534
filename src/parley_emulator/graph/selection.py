"""``fields=a,b{c,d},e.limit(5)``: which fields a call asks for, with what, and which parts of each."""

import re
from dataclasses import dataclass, field
from typing import Any

from parley_emulator.graph.refusal import Refusal

NAME = re.compile(r"\s*([A-Za-z0-9_]+)")
MODIFIER = re.compile(r"\.([a-z_]+)\(([^()]*)\)")


@dataclass(frozen=True)
class Field:
    """``modifiers``: ``limit(5)`` is ``{"limit": "5"}``; ``parts``: what stands in braces, empty for all of it."""

    name: str
    modifiers: dict[str, str] = field(default_factory=dict)
    parts: tuple["Field", ...] = ()


def parse(text: str) -> tuple[Field, ...]:
    """Raises Refusal for what is no list of fields."""
    fields, rest = _fields(text.strip())
    if rest:
        raise Refusal(100, message=f"Syntax error in the parameter fields near: {rest[:20]}")
    return fields


def select(fields: tuple[Field, ...], whole: dict[str, Any]) -> dict[str, Any]:
    """Those that there are; ``id`` always comes along."""
    picked = {each.name: _part(each, whole[each.name]) for each in fields if whole.get(each.name) is not None}
    return {**picked, "id": whole["id"]} if "id" in whole else picked


def _part(wanted: Field, value: Any) -> Any:
    if isinstance(value, dict) and isinstance(value.get("data"), list):
        return {**value, "data": _part(wanted, value["data"])}
    if isinstance(value, list):
        most = wanted.modifiers.get("limit", "")
        return [_whole_or_part(wanted, each) for each in (value[: int(most)] if most.isdigit() else value)]
    return _whole_or_part(wanted, value)


def _whole_or_part(wanted: Field, value: Any) -> Any:
    return select(wanted.parts, value) if wanted.parts and isinstance(value, dict) else value


def _fields(text: str) -> tuple[tuple[Field, ...], str]:
    found = []
    while named := NAME.match(text):
        text, modifiers = text[named.end() :], {}
        parts: tuple[Field, ...] = ()
        while modifier := MODIFIER.match(text):
            modifiers[modifier[1]] = modifier[2].strip()
            text = text[modifier.end() :]
        if text.lstrip().startswith("{"):
            parts, text = _fields(text.lstrip()[1:])
            text = text.lstrip()
            if not text.startswith("}"):
                raise Refusal(100, message="Syntax error in the parameter fields: a brace is not closed.")
            text = text[1:]
        found.append(Field(named[1], modifiers, parts))
        text = text.lstrip()
        if not text.startswith(","):
            break
        text = text[1:].lstrip()
    return tuple(found), text
