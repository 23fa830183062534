"""Groups of people, and calls."""

from typing import Any

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Group
from parley.whatsapp.graph.reading import get, told


async def groups(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """All of the number."""
    return await session.call("GET", f"{access.number_id}/groups", access)


async def group(session: GraphSession, access: NumberAccess, group_id: str) -> Group:
    """One."""
    return await get(session, access, group_id, Group)


async def create(session: GraphSession, access: NumberAccess, subject: str, description: str = "") -> dict[str, Any]:
    """The link to join it comes by webhook."""
    body = {"messaging_product": "whatsapp", "subject": subject} | ({"description": description} if description else {})
    return await session.call("POST", f"{access.number_id}/groups", access, json=body)


async def change(session: GraphSession, access: NumberAccess, group_id: str, **changed: Any) -> dict[str, Any]:
    """Its subject or description."""
    body = {"messaging_product": "whatsapp", **changed}
    return await session.call("POST", group_id, access, json=body, repeatable=True)


async def delete(session: GraphSession, access: NumberAccess, group_id: str) -> bool:
    """It exists no more."""
    return await told(session, access, "DELETE", group_id)


async def invite_link(session: GraphSession, access: NumberAccess, group_id: str, *, new: bool = False) -> str:
    """The link to join it; ``new``: the old one works no more."""
    path, body = f"{group_id}/invite_link", {"messaging_product": "whatsapp"}
    answer = await (session.call("POST", path, access, json=body) if new else session.call("GET", path, access))
    return str(answer.get("invite_link") or "")


async def join_requests(session: GraphSession, access: NumberAccess, group_id: str) -> list[dict[str, Any]]:
    """Who wants to join."""
    answer = await session.call("GET", f"{group_id}/join_requests", access)
    return [each for each in answer.get("data", []) if isinstance(each, dict)]


async def answer_join_requests(
    session: GraphSession, access: NumberAccess, group_id: str, requests: tuple[str, ...], *, let_in: bool
) -> dict[str, Any]:
    """Let them in, or not."""
    body = {"messaging_product": "whatsapp", "join_requests": list(requests)}
    method = "POST" if let_in else "DELETE"
    return await session.call(method, f"{group_id}/join_requests", access, json=body)


async def remove(session: GraphSession, access: NumberAccess, group_id: str, people: tuple[str, ...]) -> dict[str, Any]:
    """Put people out."""
    body = {"messaging_product": "whatsapp", "participants": [{"user": each} for each in people]}
    return await session.call("DELETE", f"{group_id}/participants", access, json=body)


async def call_permissions(session: GraphSession, access: NumberAccess, wa_id: str) -> dict[str, Any]:
    """Whether this person may be called."""
    return await session.call("GET", f"{access.number_id}/call_permissions", access, params={"user_wa_id": wa_id})


async def call(session: GraphSession, access: NumberAccess, action: str, **described: Any) -> dict[str, Any]:
    """``connect``, ``pre_accept``, ``accept``, ``reject``, ``terminate``."""
    body = {"messaging_product": "whatsapp", "action": action, **described}
    return await session.call("POST", f"{access.number_id}/calls", access, json=body)
