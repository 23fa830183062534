"""Threads that others own or write in."""

from typing import Any

from parley_emulator.control.asked import Asked, the_customer, the_number
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Number
from parley_emulator.threads.echoes import write_as
from parley_emulator.threads.owners import APP, OWNERS, is_elsewhere, set_owner, tell_handover


def _both(platform: Platform, asked: Asked) -> tuple[Number, Chat]:
    number = the_number(platform, asked.path["phone_number_id"])
    return number, platform.world.chat(number, the_customer(platform, asked.path["wa_id"]).wa_id)


async def own(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{owner: app | other_app | ai_agent | "", metadata?, conversation_context?, silent?}``."""
    (number, chat), body = _both(platform, asked), asked.body()
    owner = str(body.get("owner") or "")
    if owner not in OWNERS:
        raise NotPossible("owner must be app, other_app, ai_agent, or empty for nobody.")
    more = {name: body.get(name) for name in ("metadata", "conversation_context")}
    was_elsewhere = is_elsewhere(chat, platform.clock.now())
    before = set_owner(platform, chat, owner)
    if owner and owner != before and not body.get("silent"):
        # A thread comes to us because it is passed on; it leaves us because somebody takes it.
        kind = "control_passed" if owner == APP or was_elsewhere else "control_taken"
        tell_handover(platform, number, chat, before, kind, **more)
    await platform.store.committed()
    return {"owner": chat.owner, "before": before}


async def write(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{by: phone_app | other_app | ai_agent}`` and a message as one sends it."""
    (number, chat), body = _both(platform, asked), asked.body()
    message = write_as(platform, number, chat, str(body.pop("by", "")), body)
    await platform.store.committed()
    return {"id": message.id}


ROUTES = [
    ("POST", "/numbers/{phone_number_id}/threads/{wa_id}", own),
    ("POST", "/numbers/{phone_number_id}/threads/{wa_id}/messages", write),
]
