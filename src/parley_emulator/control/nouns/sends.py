"""Every send that was accepted, in the order it was: what was lost or doubled shows here."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound
from parley_emulator.control.thread import in_sends
from parley_emulator.customers.write import NotPossible
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.webhooks.events import tell_status

STATUSES = ("sent", "delivered", "read", "played", "failed")


async def sends(platform: Platform, asked: Asked) -> dict[str, Any]:
    """All, or ``limit`` from ``after`` on; ``phone_number_id`` and ``to`` choose among them."""
    world = platform.world
    number_id, to = asked.query.get("phone_number_id", ""), asked.query.get("to", "")
    found = world.sends  # asked for often and all the time while it grows: not gone through without need
    if number_id or to:
        found = [each for each in found if number_id in {"", each.number_id} and to in {"", each.wa_id}]
    start = int(asked.query.get("after") or 0)
    end = start + int(asked.query.get("limit") or len(found))
    return {
        "count": len(found),
        "next": min(end, len(found)),
        "items": [in_sends(each, world) for each in found[start:end]],
    }


async def tell(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{status, code?}``: a status out of turn, as real ones are: read and never delivered, failed on one device …"""
    body = asked.body()
    message, status = platform.world.messages.get(asked.path["message_id"]), str(body.get("status", ""))
    if message is None or message.incoming:
        raise NotFound(f"There is no send {asked.path['message_id']}.")
    if status not in STATUSES:
        raise NotPossible(f"status must be one of {', '.join(STATUSES)}.")
    if status == "failed":
        message.errors = [Refusal(int(body.get("code") or 131026)).in_webhook()]
    message.status, message.times[status] = status, platform.clock.now()
    platform.store.set_status(message)
    tell_status(platform, message)
    await platform.store.committed()
    return {"status": status}


ROUTES = [("GET", "/sends", sends), ("POST", "/sends/{message_id}/status", tell)]
