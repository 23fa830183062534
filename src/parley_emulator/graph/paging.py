"""Lists in pages, with cursors, and the choice of fields."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.selection import Field, parse, select

DEFAULT_LIMIT = 25
LARGEST_LIMIT = 1000


def page(call: Call, path: str, items: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The part of the items that ``limit``, ``after`` and ``before`` ask for."""
    limit = _limit(call)
    start, end = _span(call, limit)
    shown = items[start:end]
    if not shown:
        return {"data": []}
    end = start + len(shown)
    paging: dict[str, Any] = {"cursors": {"before": _cursor(start), "after": _cursor(end)}}
    address = "/".join(filter(None, (call.base_url, call.version, path)))
    kept = {k: str(v) for k, v in call.body.items() if k not in {"after", "before"}}
    if end < len(items):
        paging["next"] = f"{address}?{urlencode({**kept, 'limit': limit, 'after': _cursor(end)})}"
    if start > 0:
        paging["previous"] = f"{address}?{urlencode({**kept, 'limit': limit, 'before': _cursor(start)})}"
    return {"data": list(shown), "paging": paging}


def pick(fields: str, whole: dict[str, Any], default: Sequence[str]) -> dict[str, Any]:
    """The named fields that have a value; ``id`` always comes along. Unknown names were refused by the edge's shape."""
    wanted = parse(fields) or tuple(Field(name) for name in default)
    return select(wanted, whole)


def _limit(call: Call) -> int:
    text = call.param("limit") or str(DEFAULT_LIMIT)
    if not text.isdigit() or int(text) < 1:
        raise Refusal(100, "Param limit must be a positive number.")
    return min(int(text), LARGEST_LIMIT)


def _span(call: Call, limit: int) -> tuple[int, int]:
    """From which item, and up to which; a page before the second one may be a short one."""
    if not call.param("after") and call.param("before"):
        end = _position(call.param("before"))
        return max(end - limit, 0), end
    start = _position(call.param("after")) if call.param("after") else 0
    return start, start + limit


def _cursor(position: int) -> str:
    return base64.urlsafe_b64encode(f"at:{position}".encode()).decode().rstrip("=")


def _position(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        position = int(text.removeprefix("at:"))
    except (binascii.Error, ValueError) as error:
        raise Refusal(131059, "The cursor is not valid.") from error
    if position < 0:
        raise Refusal(131059, "The cursor is not valid.")
    return position
