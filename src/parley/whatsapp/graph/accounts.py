"""Business accounts, their people, their figures, and who gets their webhooks."""

from typing import Any

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Account, Subscribed, Subscription, Thing, TokenInfo
from parley.whatsapp.graph.reading import all_of, get, read, told


async def account(session: GraphSession, access: NumberAccess, account_id: str) -> Account:
    """All about it."""
    return await get(session, access, account_id, Account)


async def change(session: GraphSession, access: NumberAccess, account_id: str, **changed: Any) -> bool:
    """``is_enabled_for_insights`` can not be undone; ``disable_marketing_messages_on_cloud_api``."""
    return await told(session, access, "POST", account_id, json=changed, repeatable=True)


async def subscribed(session: GraphSession, access: NumberAccess, account_id: str) -> list[Subscribed]:
    """The apps that get its webhooks."""
    return await all_of(session, access, f"{account_id}/subscribed_apps", Subscribed)


async def subscribe(
    session: GraphSession, access: NumberAccess, account_id: str, callback: str = "", verify_token: str = ""
) -> bool:
    """This app gets its webhooks; with ``callback`` those of messages go to that address. Without, that ends."""
    body = {"override_callback_uri": callback, "verify_token": verify_token} if callback else {}
    return await told(session, access, "POST", f"{account_id}/subscribed_apps", json=body, repeatable=True)


async def unsubscribe(session: GraphSession, access: NumberAccess, account_id: str) -> bool:
    """This app gets them no more."""
    return await told(session, access, "DELETE", f"{account_id}/subscribed_apps")


async def app_subscriptions(session: GraphSession, app: NumberAccess, app_id: str) -> list[Subscription]:
    """What the app's own webhook listens to; ``app`` has an app token."""
    return await all_of(session, app, f"{app_id}/subscriptions", Subscription)


async def set_app_subscription(
    session: GraphSession, app: NumberAccess, app_id: str, callback: str, verify_token: str, fields: tuple[str, ...]
) -> bool:
    """The app's own webhook; ``app`` has an app token."""
    body = {
        "object": "whatsapp_business_account",
        "callback_url": callback,
        "verify_token": verify_token,
        "fields": ",".join(fields),
    }
    return await told(session, app, "POST", f"{app_id}/subscriptions", data=body, repeatable=True)


async def token(session: GraphSession, access: NumberAccess) -> TokenInfo:
    """What the token is and what it may do. It goes in the body of the question, as the platform wants it."""
    answer = await session.call("GET", "debug_token", access, params={"input_token": access.access_token})
    return read(TokenInfo, answer.get("data"))


async def assigned_users(session: GraphSession, access: NumberAccess, account_id: str, business_id: str) -> list[Thing]:
    """People who may use the account."""
    return await all_of(session, access, f"{account_id}/assigned_users", Thing, business=business_id)


async def activities(session: GraphSession, access: NumberAccess, account_id: str) -> list[dict[str, Any]]:
    """What was done to the account."""
    answer = await session.call("GET", f"{account_id}/activities", access)
    return [each for each in answer.get("data", []) if isinstance(each, dict)]


async def schedules(session: GraphSession, access: NumberAccess, account_id: str) -> list[dict[str, Any]]:
    """What is planned for the account."""
    answer = await session.call("GET", f"{account_id}/schedules", access)
    return [each for each in answer.get("data", []) if isinstance(each, dict)]
