"""Which applications get the account's webhooks, and where to. There is one application here."""

from typing import Any

from parley_emulator.graph.app_view import app_view
from parley_emulator.graph.call import Call
from parley_emulator.graph.overriding import override
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "subscribed_apps"
SHAPE = Shape("Application", ("name", "link", "whatsapp_business_api_data", "override_callback_uri"))


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The one there is, unless it does not listen any more."""
    if account.fields.get("subscribed") is False:
        return {"data": []}
    shown: dict[str, Any] = {"whatsapp_business_api_data": app_view(platform)}
    if url := account.fields.get("override_callback_uri"):
        shown["override_callback_uri"] = url
    return {"data": [shown]}


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """It listens, at its own address or at the one that is given."""
    fields = await override(platform, account.fields, call.body)
    account.fields = {name: value for name, value in fields.items() if name != "subscribed"}
    platform.world.save_account(account)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """It hears nothing more of the account."""
    fields = await override(platform, account.fields, {})
    account.fields = {**fields, "subscribed": False}
    platform.world.save_account(account)
    await platform.store.committed()
    return {"success": True}
