"""Reads JSON that is almost right, so that one broken text in a batch does not take its neighbours along.

A half of an emoji, a stray byte, a number that no computer holds, brackets without end: each is mended where it stands.
"""

import json
import re
from typing import Any

import msgspec

# Deeper than any report is; what is nested further is left out where it begins.
DEEPEST = 60
LONGEST_NUMBER = 300
TOO_DEEP = '"(nested too deep to be read)"'
TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{]|[\]}]', re.DOTALL)
BROKEN = (msgspec.MsgspecError, ValueError, RecursionError)


def read_json(body: bytes) -> Any:
    """The value. Raises ValueError for what can not be mended."""
    try:
        return msgspec.json.decode(body)
    except BROKEN:
        pass
    try:
        return _mended(body.decode("utf-8-sig", "replace"))
    except BROKEN as error:
        raise ValueError(f"not JSON: {error}"[:200]) from error


def _mended(text: str) -> Any:
    value = json.loads(
        _shallow(text), strict=False, parse_constant=lambda _: None, parse_float=_number, parse_int=_number
    )
    return _whole(value)


def _shallow(text: str) -> str:
    """Without what is nested too deep: a small word stands in its place."""
    parts, start, depth, cut = [], 0, 0, -1
    for token in TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
            if depth == DEEPEST + 1:
                cut = token.start()
        elif sign in "]}":
            if depth == DEEPEST + 1 and cut >= 0:
                parts += [text[start:cut], TOO_DEEP]
                start, cut = token.end(), -1
            depth -= 1
    return "".join([*parts, text[start:]]) if parts else text


def _number(text: str) -> int | float | str:
    """As a number where it is one that can be kept, else as it was written."""
    if len(text) > LONGEST_NUMBER:
        return text[:LONGEST_NUMBER]
    if text.lstrip("-").isdigit():
        return int(text)
    value = float(text)
    return value if abs(value) < float("inf") else text


def _whole(value: Any) -> Any:
    """Halves of characters, which can not be kept, become a sign of something missing."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole(name): _whole(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return value
