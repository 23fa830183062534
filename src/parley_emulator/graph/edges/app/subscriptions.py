"""Where the application's webhooks go, and of which fields. Only the application itself may say so."""

from typing import Any

import msgspec

from parley_emulator.graph.access import is_app_token
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.webhooks.names import NAMES
from parley_emulator.webhooks.target import shake_hands

NODE = "app"
EDGE = "subscriptions"
OBJECT = "whatsapp_business_account"


async def get(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """In a list of one."""
    _check(platform, call)
    if not platform.outgoing.target.url:
        return {"data": []}
    names = sorted(NAMES if platform.outgoing.fields is None else platform.outgoing.fields)
    fields = [{"name": name, "version": "v23.0"} for name in names]
    url = platform.outgoing.target.url
    return {"data": [{"object": OBJECT, "callback_url": url, "active": True, "fields": fields}]}


async def post(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """The address is verified before it is used."""
    _check(platform, call)
    if call.param("object") != OBJECT:
        raise Refusal(100, f"Param object must be {OBJECT}.")
    fields = _fields(call)
    url, token = call.param("callback_url"), call.param("verify_token")
    if not url.startswith(("http://", "https://")):
        raise Refusal(100, "Param callback_url must be an address.")
    target = msgspec.structs.replace(platform.outgoing.target, url=url, verify_token=token)
    if problem := await shake_hands(platform.http, target):
        raise Refusal(2200, message=f"(#2200) Callback verification failed with the following errors: {problem}")
    await platform.outgoing.set_target(target)
    platform.outgoing.set_fields(fields)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """Those fields, or all of them, are not told any more."""
    _check(platform, call)
    before = NAMES if platform.outgoing.fields is None else platform.outgoing.fields
    platform.outgoing.set_fields(before - _fields(call) if call.body.get("fields") else frozenset())
    await platform.store.committed()
    return {"success": True}


def _check(platform: Platform, call: Call) -> None:
    if not is_app_token(platform, call.token):
        raise Refusal(15, message="(#15) This method must be called with an app access_token.")


def _fields(call: Call) -> frozenset[str]:
    given = call.value("fields")
    names = given if isinstance(given, list) else str(given or "").split(",")
    found = frozenset(str(each.get("name") if isinstance(each, dict) else each).strip() for each in names) - {""}
    if unknown := found - NAMES:
        raise Refusal(100, f"Param fields: there is no field {min(unknown)}.")
    return found
