"""Message templates: list, make, change, delete, compare, move."""

from typing import Any

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Made, Template
from parley.whatsapp.graph.reading import all_of, fields_of, get, read, told


async def templates(session: GraphSession, access: NumberAccess, account_id: str, **filters: str) -> list[Template]:
    """All, or those that the filters let through: name, status, category, language, content, quality_score."""
    asked = {"fields": fields_of(Template), **filters}
    return await all_of(session, access, f"{account_id}/message_templates", Template, **asked)


async def template(session: GraphSession, access: NumberAccess, template_id: str) -> Template:
    """One."""
    return await get(session, access, template_id, Template)


async def create(session: GraphSession, access: NumberAccess, account_id: str, **described: Any) -> Made:
    """The category in the answer may be another than the one that was asked for."""
    return read(Made, await session.call("POST", f"{account_id}/message_templates", access, json=described))


async def edit(session: GraphSession, access: NumberAccess, template_id: str, **changed: Any) -> bool:
    """The whole list of components is replaced. Edits are counted, so it is never repeated."""
    return await told(session, access, "POST", template_id, json=changed)


async def delete(
    session: GraphSession, access: NumberAccess, account_id: str, name: str, template_id: str = ""
) -> bool:
    """All languages of that name, or the one with that id."""
    params = {"name": name} | ({"hsm_id": template_id} if template_id else {})
    return await told(session, access, "DELETE", f"{account_id}/message_templates", params=params)


async def unpause(session: GraphSession, access: NumberAccess, template_id: str) -> dict[str, Any]:
    """Ask to go on with a template that was paused."""
    return await session.call("POST", f"{template_id}/unpause", access)


async def compare(
    session: GraphSession, access: NumberAccess, template_id: str, other_id: str, start: int, end: int
) -> dict[str, Any]:
    """Two templates of one account, over 7, 30, 60 or 90 days."""
    params = {"template_ids": other_id, "start": str(start), "end": str(end)}
    return await session.call("GET", f"{template_id}/compare", access, params=params)


async def migrate(
    session: GraphSession, access: NumberAccess, account_id: str, source_id: str, page: int = 0
) -> dict[str, Any]:
    """Copy the templates of another account."""
    params = {"source_waba_id": source_id, "page_number": str(page)}
    return await session.call("POST", f"{account_id}/migrate_message_templates", access, params=params)


async def library(session: GraphSession, access: NumberAccess, **filters: str) -> list[Template]:
    """Texts that are ready to be used: search, topic, usecase, industry, language."""
    return await all_of(session, access, "message_template_library", Template, **filters)


async def upsert(session: GraphSession, access: NumberAccess, account_id: str, **described: Any) -> dict[str, Any]:
    """Authentication templates in many languages at once; the same again changes nothing."""
    path = f"{account_id}/upsert_message_templates"
    return await session.call("POST", path, access, json=described, repeatable=True)


async def previews(session: GraphSession, access: NumberAccess, account_id: str, **asked: str) -> dict[str, Any]:
    """The fixed texts of authentication templates."""
    params = {"category": "AUTHENTICATION", **asked}
    return await session.call("GET", f"{account_id}/message_template_previews", access, params=params)
