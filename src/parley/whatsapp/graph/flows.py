"""Forms of WhatsApp's (flows)."""

from typing import Any

import aiohttp

from parley.whatsapp.client import FILE_TIMEOUT, GraphSession, NumberAccess
from parley.whatsapp.graph.answers import FlowInfo, Made
from parley.whatsapp.graph.reading import all_of, get, read, told


async def flows(session: GraphSession, access: NumberAccess, account_id: str) -> list[FlowInfo]:
    """All of the account."""
    return await all_of(session, access, f"{account_id}/flows", FlowInfo)


async def flow(session: GraphSession, access: NumberAccess, flow_id: str) -> FlowInfo:
    """One."""
    return await get(session, access, flow_id, FlowInfo)


async def create(session: GraphSession, access: NumberAccess, account_id: str, **described: Any) -> Made:
    """``name``, ``categories``, and ``flow_json``, ``endpoint_uri``, ``publish`` if wanted."""
    return read(Made, await session.call("POST", f"{account_id}/flows", access, json=described))


async def change(session: GraphSession, access: NumberAccess, flow_id: str, **changed: Any) -> bool:
    """Its name, categories or address."""
    return await told(session, access, "POST", flow_id, json=changed, repeatable=True)


async def upload(session: GraphSession, access: NumberAccess, flow_id: str, content: bytes) -> dict[str, Any]:
    """Its screens; what is wrong with them is in ``validation_errors``."""
    form = aiohttp.FormData()
    form.add_field("name", "flow.json")
    form.add_field("asset_type", "FLOW_JSON")
    form.add_field("file", content, filename="flow.json", content_type="application/json")
    return await session.call("POST", f"{flow_id}/assets", access, data=form, timeout=FILE_TIMEOUT)


async def assets(session: GraphSession, access: NumberAccess, flow_id: str) -> list[dict[str, Any]]:
    """Where its screens can be fetched."""
    answer = await session.call("GET", f"{flow_id}/assets", access)
    return [each for each in answer.get("data", []) if isinstance(each, dict)]


async def publish(session: GraphSession, access: NumberAccess, flow_id: str) -> bool:
    """It may be sent from now on, and not changed."""
    return await told(session, access, "POST", f"{flow_id}/publish")


async def deprecate(session: GraphSession, access: NumberAccess, flow_id: str) -> bool:
    """It may be sent no more."""
    return await told(session, access, "POST", f"{flow_id}/deprecate")


async def delete(session: GraphSession, access: NumberAccess, flow_id: str) -> bool:
    """Only a draft can be."""
    return await told(session, access, "DELETE", flow_id)


async def migrate(session: GraphSession, access: NumberAccess, account_id: str, source_id: str) -> dict[str, Any]:
    """Copy the forms of another account."""
    params = {"source_waba_id": source_id}
    return await session.call("POST", f"{account_id}/migrate_flows", access, params=params)
