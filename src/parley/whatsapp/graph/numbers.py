"""Business numbers: look, add, verify, register, settings, names."""

from typing import Any

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Made, PhoneNumber
from parley.whatsapp.graph.reading import all_of, fields_of, get, read, told


async def number(session: GraphSession, access: NumberAccess) -> PhoneNumber:
    """All about it."""
    return await get(session, access, access.number_id, PhoneNumber)


async def numbers_of(session: GraphSession, access: NumberAccess, account_id: str) -> list[PhoneNumber]:
    """All of an account."""
    return await all_of(session, access, f"{account_id}/phone_numbers", PhoneNumber, fields=fields_of(PhoneNumber))


async def add(session: GraphSession, access: NumberAccess, account_id: str, cc: str, phone: str, name: str) -> Made:
    """A new number, to be verified next."""
    body = {"cc": cc, "phone_number": phone, "verified_name": name}
    return read(Made, await session.call("POST", f"{account_id}/phone_numbers", access, json=body))


async def request_code(session: GraphSession, access: NumberAccess, *, method: str = "SMS", language: str) -> bool:
    """Have the code sent; each call sends one, so it is never repeated."""
    body = {"code_method": method, "language": language}
    return await told(session, access, "POST", f"{access.number_id}/request_code", json=body)


async def verify_code(session: GraphSession, access: NumberAccess, code: str) -> bool:
    """Show that the number is ours."""
    return await told(session, access, "POST", f"{access.number_id}/verify_code", json={"code": code})


async def register(session: GraphSession, access: NumberAccess, pin: str, region: str = "") -> bool:
    """At most ten times in 72 hours, so it is never repeated."""
    body = {"messaging_product": "whatsapp", "pin": pin}
    if region:
        body["data_localization_region"] = region
    return await told(session, access, "POST", f"{access.number_id}/register", json=body)


async def deregister(session: GraphSession, access: NumberAccess) -> bool:
    """Take it off the Cloud API."""
    return await told(session, access, "POST", f"{access.number_id}/deregister")


async def ask_phone(session: GraphSession, access: NumberAccess, kind: str) -> None:
    """``smb_app_state_sync`` or ``history``, from the phone of a number in the Business App: once, within a day.

    What it knows comes by webhooks.
    """
    body = {"messaging_product": "whatsapp", "sync_type": kind}
    await session.call("POST", f"{access.number_id}/smb_app_data", access, json=body)


async def change(session: GraphSession, access: NumberAccess, **changed: Any) -> bool:
    """``pin``, ``new_display_name``, ``webhook_configuration``, ``search_visibility``."""
    return await told(session, access, "POST", access.number_id, json=changed, repeatable=True)


async def settings(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """Calls, storage, identity checks, encryption."""
    return await session.call("GET", f"{access.number_id}/settings", access)


async def change_settings(session: GraphSession, access: NumberAccess, **changed: Any) -> bool:
    """The parts that are named."""
    return await told(session, access, "POST", f"{access.number_id}/settings", json=changed, repeatable=True)


async def username(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """Its user name and that name's state."""
    return await session.call("GET", f"{access.number_id}/username", access)


async def take_username(session: GraphSession, access: NumberAccess, name: str) -> dict[str, Any]:
    """Ask for a user name."""
    return await session.call("POST", f"{access.number_id}/username", access, json={"username": name})


async def drop_username(session: GraphSession, access: NumberAccess) -> bool:
    """Have none any more."""
    return await told(session, access, "DELETE", f"{access.number_id}/username")


async def username_suggestions(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """Names that are free."""
    return await session.call("GET", f"{access.number_id}/username_suggestions", access)


async def official(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """How the application for the tick stands."""
    return await session.call("GET", f"{access.number_id}/official_business_account", access)


async def apply_for_official(session: GraphSession, access: NumberAccess, **asked: Any) -> dict[str, Any]:
    """Apply for the tick."""
    return await session.call("POST", f"{access.number_id}/official_business_account", access, json=asked)


async def compliance(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """Who answers for the business (India)."""
    return await session.call("GET", f"{access.number_id}/business_compliance_info", access)


async def set_compliance(session: GraphSession, access: NumberAccess, **info: Any) -> bool:
    """Say who answers for the business (India)."""
    body = {"messaging_product": "whatsapp", **info}
    path = f"{access.number_id}/business_compliance_info"
    return await told(session, access, "POST", path, json=body, repeatable=True)


async def encryption(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """The public key of forms."""
    return await session.call("GET", f"{access.number_id}/whatsapp_business_encryption", access)


async def set_encryption(session: GraphSession, access: NumberAccess, public_key: str) -> bool:
    """A new public key for forms."""
    path = f"{access.number_id}/whatsapp_business_encryption"
    return await told(session, access, "POST", path, data={"business_public_key": public_key}, repeatable=True)


async def message_history(session: GraphSession, access: NumberAccess, message_id: str) -> dict[str, Any]:
    """What became of a message."""
    path = f"{access.number_id}/message_history"
    return await session.call("GET", path, access, params={"message_id": message_id})


async def history_events(session: GraphSession, access: NumberAccess, history_id: str) -> dict[str, Any]:
    """Each step of it."""
    return await session.call("GET", f"{history_id}/events", access)
