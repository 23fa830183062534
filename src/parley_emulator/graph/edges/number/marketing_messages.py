"""Marketing templates by their own call (reference 3.6): nothing else may go this way."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.accept import accept
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "marketing_messages"
SYNCING = 600
POLICIES = ("CLOUD_API_FALLBACK", "STRICT")


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Answered like any send."""
    named = call.value("template")
    name = str(named.get("name")) if isinstance(named, dict) else ""
    known = [each for each in platform.world.templates.values() if (each.waba_id, each.name) == (number.waba_id, name)]
    if str(call.body.get("type")).lower() != "template":
        raise Refusal(131055, "Only templates can be sent by this call.")
    if any(each.category != "MARKETING" for each in known):
        raise Refusal(134100, "Only templates of the category MARKETING can be sent by this call.")
    if any(platform.clock.now() < each.fields.get("reviewed_at", 0) + SYNCING for each in known):
        raise Refusal(134101, "The template was approved just now. Try again in 10 minutes.")
    if (policy := call.param("product_policy")) and policy.upper() not in POLICIES:
        raise Refusal(100, f"Param product_policy must be one of {', '.join(POLICIES)}.")
    call.flag("message_activity_sharing")
    rest = {"product_policy", "message_activity_sharing"}
    body = {name: value for name, value in call.body.items() if name not in rest}
    return await accept(platform, number, body, by_marketing_api=True)
