"""The people, and what they do."""

from typing import Any

import msgspec

from parley_emulator.control.asked import Asked, NotFound, the_customer, the_number
from parley_emulator.control.thread import in_thread
from parley_emulator.customers.choices import block, prefer_marketing, switch_phone
from parley_emulator.customers.identity import change_user_id
from parley_emulator.customers.links import follow_link
from parley_emulator.customers.number import change_number
from parley_emulator.customers.write import write
from parley_emulator.platform import Platform
from parley_emulator.sending.progress import read_all
from parley_emulator.state.records import Customer


async def save(platform: Platform, asked: Asked) -> dict[str, Any]:
    """New or changed; fields that are not named stay."""
    body = asked.body()
    known = platform.world.customers.get(str(body.get("wa_id")))
    whole = {**(msgspec.to_builtins(known) if known else {}), **body}
    customer = msgspec.convert(whole, Customer)
    if customer.hides_number and not (known and known.hides_number):
        customer.hidden_since = platform.clock.now()
    platform.world.save_customer(customer)
    switch_phone(platform, customer, customer.phone_on)
    await platform.store.committed()
    return {"wa_id": customer.wa_id}


async def send(platform: Platform, asked: Asked) -> dict[str, Any]:
    """A message as a webhook would have it, or ``raw`` for one that is told as it is; who is new is made first."""
    body = asked.body()
    number = the_number(platform, str(body.pop("phone_number_id", "")))
    wa_id = asked.path["wa_id"]
    customer = platform.world.customers.get(wa_id)
    if customer is None:
        customer = Customer(wa_id=wa_id, name=wa_id)
        platform.world.save_customer(customer)
    message = write(platform, number, customer, body.get("raw") or body)
    await platform.store.committed()
    return {"id": message.id}


async def messages(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The whole thread, both ways, oldest first; with one number or with all."""
    wa_id, number_id = asked.path["wa_id"], asked.query.get("phone_number_id", "")
    chats = [
        chat for chat in platform.world.chats.values() if chat.wa_id == wa_id and number_id in {"", chat.number_id}
    ]
    items = [message for chat in chats for message in chat.messages]
    return {"items": [in_thread(message) for message in sorted(items, key=lambda message: message.seq)]}


async def read(platform: Platform, asked: Asked) -> dict[str, Any]:
    """Opens the chat: all that is delivered is read."""
    number = the_number(platform, str(asked.body().get("phone_number_id", "")))
    read_all(platform, platform.world.chat(number, the_customer(platform, asked.path["wa_id"]).wa_id))
    await platform.store.committed()
    return {"ok": True}


async def prefer(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id, value: stop | resume}``."""
    body = asked.body()
    number = the_number(platform, str(body.get("phone_number_id", "")))
    prefer_marketing(platform, number, the_customer(platform, asked.path["wa_id"]), body.get("value") != "stop")
    await platform.store.committed()
    return {"ok": True}


async def set_block(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id, blocked, report?, reason?}``."""
    body = asked.body()
    number = the_number(platform, str(body.get("phone_number_id", "")))
    chat = platform.world.chat(number, the_customer(platform, asked.path["wa_id"]).wa_id)
    block(platform, chat, bool(body.get("blocked", True)), bool(body.get("report")), str(body.get("reason") or ""))
    await platform.store.committed()
    return {"ok": True}


async def rename(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id}``: another user id, told as a system message."""
    number = the_number(platform, str(asked.body().get("phone_number_id", "")))
    message = change_user_id(platform, number, the_customer(platform, asked.path["wa_id"]))
    await platform.store.committed()
    return {"id": message.id, "user_id": message.object()["user_id"]}


async def move(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id}``: another telephone number; all businesses that they have a chat with are told."""
    customer = the_customer(platform, asked.path["wa_id"])
    moved = change_number(platform, customer, str(asked.body().get("wa_id") or ""))
    await platform.store.committed()
    return {"wa_id": moved.wa_id, "name": moved.name}


async def follow(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id, message_id, title}``: the link of that button under a template is followed."""
    body, customer = asked.body(), the_customer(platform, asked.path["wa_id"])
    chat = platform.world.chat(the_number(platform, str(body.get("phone_number_id", ""))), customer.wa_id)
    follow_link(platform, chat, customer, str(body.get("message_id")), str(body.get("title")))
    await platform.store.committed()
    return {"ok": True}


async def scan(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{code}``: a QR code is scanned, or its short link tapped, and the text that is written there is sent."""
    link = platform.world.things.get(f"message_link:{asked.body().get('code')}")
    if link is None:
        raise NotFound("There is no such code.")
    customer = the_customer(platform, asked.path["wa_id"])
    said = {"type": "text", "text": {"body": link.fields["prefilled_message"]}}
    message = write(platform, the_number(platform, link.owner), customer, said)
    await platform.store.committed()
    return {"id": message.id}


ROUTES = [
    ("POST", "/customers", save),
    ("POST", "/customers/{wa_id}/messages", send),
    ("GET", "/customers/{wa_id}/messages", messages),
    ("POST", "/customers/{wa_id}/read", read),
    ("POST", "/customers/{wa_id}/marketing-preference", prefer),
    ("POST", "/customers/{wa_id}/block", set_block),
    ("POST", "/customers/{wa_id}/user-id", rename),
    ("POST", "/customers/{wa_id}/number", move),
    ("POST", "/customers/{wa_id}/links", follow),
    ("POST", "/customers/{wa_id}/codes", scan),
]
