"""The number's face to people: profile, blocked people, codes that open a chat, the shop."""

from typing import Any

from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Automation, Blocked, BlockResult, CallPermission, Commerce, Profile, QrCode
from parley.whatsapp.graph.reading import all_of, fields_of, get, read, told

PARTLY = 139100


async def profile(session: GraphSession, access: NumberAccess) -> Profile:
    """Flat, or within ``business_profile``: both are documented."""
    path = f"{access.number_id}/whatsapp_business_profile"
    answer = await session.call("GET", path, access, params={"fields": fields_of(Profile)})
    listed = answer.get("data")
    first = listed[0] if isinstance(listed, list) and listed else {}
    nested = first.get("business_profile") if isinstance(first, dict) else None
    return read(Profile, nested if isinstance(nested, dict) else first)


async def profile_by_id(session: GraphSession, access: NumberAccess, profile_id: str) -> Profile:
    """The same profile, where only its own id is known."""
    return await get(session, access, profile_id, Profile)


async def automation(session: GraphSession, access: NumberAccess, bot_id: str) -> Automation:
    """Ice breakers and commands, by the id of the number's bot at the platform."""
    return await get(session, access, bot_id, Automation)


async def call_permission(session: GraphSession, access: NumberAccess, wa_id: str) -> CallPermission:
    """Whether that person may be called. Nobody is asked by this."""
    answer = await session.call("GET", f"{access.number_id}/call_permissions", access, params={"user_wa_id": wa_id})
    return read(CallPermission, answer.get("permission"))


async def change_profile(session: GraphSession, access: NumberAccess, **changed: Any) -> bool:
    """Only the fields that are named."""
    body = {"messaging_product": "whatsapp", **changed}
    path = f"{access.number_id}/whatsapp_business_profile"
    return await told(session, access, "POST", path, json=body, repeatable=True)


async def blocked(session: GraphSession, access: NumberAccess) -> list[Blocked]:
    """All whom the number has blocked."""
    return await all_of(session, access, f"{access.number_id}/block_users", Blocked)


async def unblock(session: GraphSession, access: NumberAccess, people: tuple[str, ...]) -> BlockResult:
    """These people may write again; by number or by user id. Blocking has a door of its own, ``whatsapp/blocking.py``.

    Where some fail the platform answers with an error that has both lists.
    """
    body = {"messaging_product": "whatsapp", "block_users": users_of(people)}
    try:
        answer = await session.call("DELETE", f"{access.number_id}/block_users", access, json=body)
    except GraphError as error:
        if error.code != PARTLY or "block_users" not in error.answer:
            raise
        answer = error.answer
    return result_of(answer, "removed_users")


def users_of(people: tuple[str, ...]) -> list[dict[str, str]]:
    """By number or by user id."""
    return [{"user": each} if each.lstrip("+").isdigit() else {"user_id": each} for each in people]


def result_of(answer: dict[str, Any], changed_as: str) -> BlockResult:
    """``changed_as``: added_users or removed_users."""
    lists = answer.get("block_users")
    lists = lists if isinstance(lists, dict) else {}
    changed, failed = lists.get(changed_as, []), lists.get("failed_users", [])
    return BlockResult(tuple(read(Blocked, each) for each in changed), tuple(read(Blocked, each) for each in failed))


async def qr_codes(session: GraphSession, access: NumberAccess) -> list[QrCode]:
    """All of the number."""
    return await all_of(session, access, f"{access.number_id}/message_qrdls", QrCode)


async def qr_code(session: GraphSession, access: NumberAccess, code: str) -> QrCode:
    """One; without fields where there is none."""
    answer = await session.call("GET", f"{access.number_id}/message_qrdls/{code}", access)
    listed = answer.get("data")
    return read(QrCode, listed[0] if isinstance(listed, list) and listed else answer)


async def save_qr_code(
    session: GraphSession, access: NumberAccess, text: str, *, code: str = "", image: str = ""
) -> QrCode:
    """A new one, or with ``code`` another text for it. ``image``: SVG or PNG."""
    body = {"prefilled_message": text}
    body |= {"code": code} if code else {}
    body |= {"generate_qr_image": image} if image else {}
    path = f"{access.number_id}/message_qrdls"
    return read(QrCode, await session.call("POST", path, access, json=body, repeatable=bool(code)))


async def delete_qr_code(session: GraphSession, access: NumberAccess, code: str) -> bool:
    """It opens nothing any more."""
    return await told(session, access, "DELETE", f"{access.number_id}/message_qrdls/{code}")


async def commerce(session: GraphSession, access: NumberAccess) -> Commerce:
    """What of the shop is shown."""
    answer = await session.call("GET", f"{access.number_id}/whatsapp_commerce_settings", access)
    listed = answer.get("data")
    return read(Commerce, listed[0] if isinstance(listed, list) and listed else {})


async def change_commerce(session: GraphSession, access: NumberAccess, **shown: bool) -> bool:
    """``is_cart_enabled``, ``is_catalog_visible``."""
    params = {name: str(value).lower() for name, value in shown.items()}
    path = f"{access.number_id}/whatsapp_commerce_settings"
    return await told(session, access, "POST", path, params=params, repeatable=True)
