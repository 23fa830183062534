"""Pass a thread to Meta's agent, let it go, or take it."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import names_whatsapp, object_in, text_in
from parley_emulator.sending.recipient import wa_id_of
from parley_emulator.state.records import Chat, Number
from parley_emulator.threads.owners import AGENT, APP, NOBODY, is_elsewhere, set_owner, tell_handover

NODE = "number"
EDGE = "thread_control"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """``action``: pass, release or take. Only pass and take are told."""
    if not names_whatsapp(call.param("messaging_product")):
        raise Refusal(100, "Param messaging_product must be whatsapp.")
    chat = _chat(platform, call, number)
    action = call.param("action").lower()
    metadata = text_in(call.body, "metadata", "", 2000, required=False)
    if action == "pass":
        _pass(platform, call, number, chat, metadata)
    elif action == "release":
        _only_owner(platform, chat)
        set_owner(platform, chat, NOBODY)
    elif action == "take":
        _take(platform, number, chat, metadata)
    else:
        raise Refusal(100, "Param action must be one of pass, release, take.")
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "success": True}


def _pass(platform: Platform, call: Call, number: Number, chat: Chat, metadata: str) -> None:
    target = object_in({"control_pass": call.value("control_pass")}, "control_pass", "")
    if text_in(target, "target_role", "control_pass", 100).lower() != AGENT:
        raise Refusal(100, "control_pass.target_role must be ai_agent.")
    _only_owner(platform, chat)
    before = set_owner(platform, chat, AGENT)
    tell_handover(platform, number, chat, before or APP, "control_passed", metadata=metadata)


def _take(platform: Platform, number: Number, chat: Chat, metadata: str) -> None:
    """Our application is the one for escalations unless the number says otherwise."""
    if number.fields.get("escalation_app") is False:
        raise Refusal(2494191, "Only the escalation application may take a thread.")
    before = set_owner(platform, chat, APP)
    if before != APP:
        tell_handover(platform, number, chat, before, "control_taken", metadata=metadata)


def _only_owner(platform: Platform, chat: Chat) -> None:
    if is_elsewhere(chat, platform.clock.now()):
        raise Refusal(100, "This application does not own the thread.")


def _chat(platform: Platform, call: Call, number: Number) -> Chat:
    wa_id = call.param("to")
    if wa_id:
        wa_id = wa_id_of(wa_id, number.country, platform.world.customers)
    elif call.param("recipient"):
        wa_id = platform.world.by_user_id.get((number.waba_id, call.param("recipient")), "")
    if not wa_id:
        raise Refusal(100, "Param to or recipient must name a person.")
    return platform.world.chat(number, wa_id)
