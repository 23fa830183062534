"""Block customers, or take it back."""

from typing import Any

from starlette.responses import JSONResponse

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import list_in, names_whatsapp
from parley_emulator.sending.recipient import wa_id_of
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "block_users"
SHAPE = Shape("WhatsAppBusinessBlockedUser", ("messaging_product", "input", "wa_id", "user_id"))
MOST = 1_000
ALL = 64_000
User = tuple[str, str, str]


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Those blocked, in pages."""
    chats = platform.world.chats
    items = [
        {
            "messaging_product": "whatsapp",
            "input": wa_id,
            "wa_id": wa_id,
            **({"user_id": chat.user_id} if (chat := chats.get((number.id, wa_id))) else {}),
        }
        for wa_id in number.blocked_users
    ]
    return page(call, f"{number.id}/block_users", items)


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any] | JSONResponse:
    """Only people who wrote in the last 24 hours can be blocked."""
    added, failed = [], []
    blocked = dict.fromkeys(number.blocked_users)
    for user in _users(platform, call, number):
        refusal = _problem(platform, number, user[1], len(blocked))
        if refusal is None:
            blocked[user[1]] = None
            added.append(_shown(user))
        else:
            failed.append({**_shown(user), "errors": [refusal.in_webhook()]})
    number.blocked_users = list(blocked)
    platform.world.save_number(number)
    await platform.store.committed()
    return _answer("added_users", added, failed, "Some users could not be blocked.")


async def delete(platform: Platform, call: Call, number: Number) -> dict[str, Any] | JSONResponse:
    """The same body takes it back."""
    removed, failed = [], []
    blocked = dict.fromkeys(number.blocked_users)
    for user in _users(platform, call, number):
        refusal = _fault(platform, number) if user[1] else Refusal(131026, "This is no user.")
        if refusal is None:
            blocked.pop(user[1], None)
            removed.append(_shown(user))
        else:
            failed.append({**_shown(user), "errors": [refusal.in_webhook()]})
    number.blocked_users = list(blocked)
    platform.world.save_number(number)
    await platform.store.committed()
    return _answer("removed_users", removed, failed, "Some users could not be unblocked.")


def _answer(done: str, users: list[Any], failed: list[Any], details: str) -> dict[str, Any] | JSONResponse:
    """Partly done is told with both: what was done, and an error."""
    answer: dict[str, Any] = {"messaging_product": "whatsapp", "block_users": {done: users}}
    if not failed:
        return answer
    answer["block_users"]["failed_users"] = failed
    refusal = Refusal(139100, details)
    return JSONResponse({**answer, **refusal.envelope()}, refusal.status)


def _problem(platform: Platform, number: Number, wa_id: str, blocked: int) -> Refusal | None:
    if blocked >= ALL:
        return Refusal(139101, f"At most {ALL} users can be blocked.")
    if not wa_id:
        return Refusal(131026, "This is no user.")
    if any(each.digits == wa_id for each in platform.world.numbers.values()):
        return Refusal(139100, "Businesses can not be blocked.")
    chat = platform.world.chats.get((number.id, wa_id))
    if chat is None or not chat.is_open(platform.clock.now()):
        return Refusal(131047, "Only users who wrote in the last 24 hours can be blocked.")
    return _fault(platform, number)


def _fault(platform: Platform, number: Number) -> Refusal | None:
    struck = platform.faults.strike("block_users.user", number.id, by_name=True)
    return Refusal(struck.code, struck.details) if struck is not None and struck.code is not None else None


def _users(platform: Platform, call: Call, number: Number) -> list[User]:
    """(as written, wa_id, user id if it was written)."""
    if not names_whatsapp(call.param("messaging_product")):
        raise Refusal(100, "The parameter messaging_product is required.")
    world = platform.world
    users = []
    body = {**call.body, "block_users": call.value("block_users")}
    for each in list_in(body, "block_users", "", 1, MOST):
        user_id = str(each.get("user_id") or "")
        written = str(each.get("user") or user_id)
        known = world.by_user_id.get((number.waba_id, written), "")
        user_id = user_id or (written if known else "")
        wa_id = known or ("" if user_id else wa_id_of(written, number.country, world.customers))
        users.append((written, wa_id, user_id))
    return users


def _shown(user: User) -> dict[str, str]:
    written, wa_id, user_id = user
    shown = {"input": written, "wa_id": wa_id}
    return {**shown, "user_id": user_id} if user_id else shown
