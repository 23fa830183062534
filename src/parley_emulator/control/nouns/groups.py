"""What the members of a group do, as the phone page does it too, and what WhatsApp does to a group."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound, the_customer
from parley_emulator.control.thread import in_thread
from parley_emulator.groups.members import join, leave, read_in, withdraw, write_in
from parley_emulator.groups.phones import group_in
from parley_emulator.groups.pins import pinned_in
from parley_emulator.groups.suspension import suspend
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Thing


async def enter(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id}`` follows the link: in at once, or asks to come in."""
    group, customer = _both(platform, asked)
    request = join(platform, group, customer)
    await platform.store.committed()
    return {"join_request_id": request or None}


async def take_back(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id}`` does not ask to come in any more."""
    withdraw(platform, *_both(platform, asked))
    await platform.store.committed()
    return {"ok": True}


async def exit_(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id}`` leaves."""
    leave(platform, *_both(platform, asked))
    await platform.store.committed()
    return {"ok": True}


async def send(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id, type, <type>}``, as a customer writes in a chat."""
    body = asked.body()
    group, customer = _both(platform, asked)
    body.pop("wa_id", None)
    message = write_in(platform, group, customer, body)
    await platform.store.committed()
    return {"id": message.id}


async def read(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id}`` reads all that arrived."""
    read_in(platform, *_both(platform, asked))
    await platform.store.committed()
    return {"ok": True}


async def suspension(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{suspended}``: WhatsApp stops the group, or lets it go on; the business is told."""
    suspend(platform, _group(platform, asked), bool(asked.body().get("suspended", True)))
    await platform.store.committed()
    return {"ok": True}


async def messages(platform: Platform, asked: Asked) -> dict[str, Any]:
    """All of it, oldest first, and what is pinned."""
    group = _group(platform, asked)
    chat = platform.world.chat(platform.world.numbers[group.owner], group.id)
    pinned = pinned_in(group, platform.clock.now())
    return {"items": [in_thread(message) for message in chat.messages], "pinned": pinned}


def _both(platform: Platform, asked: Asked) -> tuple[Thing, Customer]:
    return _group(platform, asked), the_customer(platform, str(asked.body().get("wa_id")))


def _group(platform: Platform, asked: Asked) -> Thing:
    found = group_in(platform.world, asked.path["group_id"])
    if found is None:
        raise NotFound(f"There is no group {asked.path['group_id']}.")
    return found


ROUTES = [
    ("POST", "/groups/{group_id}/join", enter),
    ("POST", "/groups/{group_id}/withdraw", take_back),
    ("POST", "/groups/{group_id}/leave", exit_),
    ("POST", "/groups/{group_id}/suspension", suspension),
    ("POST", "/groups/{group_id}/messages", send),
    ("GET", "/groups/{group_id}/messages", messages),
    ("POST", "/groups/{group_id}/read", read),
]
