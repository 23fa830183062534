"""Read an answer into a value: unknown fields stay out, a field of the wrong form has its default."""

from collections.abc import AsyncIterator
from typing import Any, TypeVar

import msgspec

from parley.whatsapp.client import GraphSession, NumberAccess

MOST_PAGES = 1000
T = TypeVar("T")


def read(kind: type[T], raw: Any) -> T:
    """Numbers that come as text, and texts that come as numbers, are taken for what was meant."""
    given = raw if isinstance(raw, dict) else {}
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError:
        pass
    kept: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):  # type: ignore[arg-type]
        try:
            kept[field.name] = msgspec.convert(given[field.encode_name], field.type, strict=False)
        except (KeyError, msgspec.ValidationError):
            value = given.get(field.encode_name)
            if field.type is str and isinstance(value, int | float):
                kept[field.name] = str(value)
    return kind(**kept)


def fields_of(kind: type) -> str:
    """The names to ask for."""
    return ",".join(field.encode_name for field in msgspec.structs.fields(kind))


async def get(session: GraphSession, access: NumberAccess, path: str, kind: type[T], **params: str) -> T:
    """One node, all fields of ``kind``."""
    answer = await session.call("GET", path, access, params={"fields": fields_of(kind), **params})
    return read(kind, answer)


async def each(
    session: GraphSession, access: NumberAccess, path: str, kind: type[T], **params: str
) -> AsyncIterator[T]:
    """All of a list, page by page."""
    asked = {"limit": "100", **params}
    for _ in range(MOST_PAGES):
        answer = await session.call("GET", path, access, params=asked)
        listed = answer.get("data")
        for one in listed if isinstance(listed, list) else ():
            yield read(kind, one)
        paging = answer.get("paging")
        paging = paging if isinstance(paging, dict) else {}
        cursors = paging.get("cursors")
        after = cursors.get("after") if isinstance(cursors, dict) else None
        if not after or not paging.get("next"):
            return
        asked = {**asked, "after": str(after)}


async def all_of(session: GraphSession, access: NumberAccess, path: str, kind: type[T], **params: str) -> list[T]:
    """The same as a list."""
    return [one async for one in each(session, access, path, kind, **params)]


async def told(session: GraphSession, access: NumberAccess, method: str, path: str, **request: Any) -> bool:
    """Whether the platform says that it did so."""
    answer = await session.call(method, path, access, **request)
    return answer.get("success") is True
