"""Settings of a number: calling, identity checks, encryption of payloads, where data are stored."""

from typing import Any

from parley_emulator.enforcement.restrictions import restrictions_of
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.preferences import SHOWN, changed
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number
from parley_emulator.webhooks.telling import tell_account

NODE = "number"
EDGE = "settings"


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """All of them."""
    own = number.fields.get("settings", {})
    shown = {name: {**default, **own.get(name, {})} for name, default in SHOWN.items()}
    if restricted := _restrictions(platform, number):
        shown["calling"] = {**shown["calling"], "restrictions": {"restrictions_list": restricted}}
    return shown


def _restrictions(platform: Platform, number: Number) -> list[dict[str, Any]]:
    """Of calls only, those in force."""
    account, now = platform.world.accounts[number.waba_id], platform.clock.now()
    reason = "The calling capability has been disabled for a while for high negative feedback from users."
    return [
        {"type": each["restriction_type"], "reason": reason, "expiration": each.get("expiration")}
        for each in restrictions_of(account, now)
        if "CALLING" in each["restriction_type"]
    ]


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Those that are named; the rest stays."""
    named = {name: call.value(name) for name in SHOWN if call.body.get(name) is not None}
    if not named:
        raise Refusal(100, f"Give one of the parameters {', '.join(SHOWN)}.")
    own = dict(number.fields.get("settings", {}))
    for name, value in named.items():
        own[name] = changed(name, own.get(name, {}), value)
    set_field(platform, number, "settings", own)
    if "calling" in named:
        told = {"phone_number_id": number.id, "calling": own["calling"]}
        value = {"messaging_product": "whatsapp", "timestamp": int(platform.clock.now()), "phone_number_settings": told}
        tell_account(platform, number.waba_id, "account_settings_update", {**value, "type": "phone_number_settings"})
    await platform.store.committed()
    return {"success": True}
