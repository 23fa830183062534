"""Block customers, or take it back."""

from typing import Any

from starlette.responses import JSONResponse

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import list_in
from parley_emulator.sending.recipient import wa_id_of
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "block_users"
MOST = 1000


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Those blocked, in pages."""
    items = [{"messaging_product": "whatsapp", "wa_id": wa_id} for wa_id in number.blocked_users]
    return page(call, f"{number.id}/block_users", items)


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any] | JSONResponse:
    """Only people who wrote in the last 24 hours can be blocked."""
    added, failed = [], []
    for written, wa_id in _users(platform, call, number):
        chat = platform.world.chats.get((number.id, wa_id))
        if chat is None or not chat.is_open(platform.clock.now()):
            refusal = Refusal(131047, "Only users who wrote in the last 24 hours can be blocked.")
            failed.append({"input": written, "wa_id": wa_id, "errors": [refusal.in_webhook()]})
            continue
        number.blocked_users = [*dict.fromkeys([*number.blocked_users, wa_id])]
        added.append({"input": written, "wa_id": wa_id})
    platform.world.save_number(number)
    await platform.store.committed()
    answer: dict[str, Any] = {"messaging_product": "whatsapp", "block_users": {"added_users": added}}
    if not failed:
        return answer
    answer["block_users"]["failed_users"] = failed
    refusal = Refusal(139100, "Some users could not be blocked.")
    return JSONResponse({**answer, **refusal.envelope()}, refusal.status)


async def delete(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The same body takes it back."""
    users = _users(platform, call, number)
    gone = {wa_id for _, wa_id in users}
    number.blocked_users = [wa_id for wa_id in number.blocked_users if wa_id not in gone]
    platform.world.save_number(number)
    await platform.store.committed()
    removed = [{"input": written, "wa_id": wa_id} for written, wa_id in users]
    return {"messaging_product": "whatsapp", "block_users": {"removed_users": removed}}


def _users(platform: Platform, call: Call, number: Number) -> list[tuple[str, str]]:
    world = platform.world
    users = []
    for each in list_in(call.body, "block_users", "", 1, MOST):
        written = str(each.get("user") or each.get("user_id") or "")
        known = world.by_user_id.get((number.waba_id, written), "")
        users.append((written, known or wa_id_of(written, number.country, written in world.customers)))
    return users
