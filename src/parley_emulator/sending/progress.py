"""How a message goes on: sent, delivered, read, or failed. Each step is kept, told to the business and shown."""

import asyncio
from functools import partial

from parley_emulator.groups.delivery import arrive, group_of
from parley_emulator.platform import Platform
from parley_emulator.pricing.volumes import note_charge
from parley_emulator.sending.attached import links_of
from parley_emulator.sending.links import fetch
from parley_emulator.state.records import Chat, Message
from parley_emulator.templates.tallying import note_arrival
from parley_emulator.webhooks.events import tell_status
from parley_emulator.webhooks.group_statuses import tell_members

DEFAULT_TTL = 30 * 86_400
CODE_TTL = 600
_fetching: set["asyncio.Task[None]"] = set()


def begin(platform: Platform, message: Message) -> None:
    """What follows right after the answer."""
    if message.fate == "fetch":
        task = asyncio.get_running_loop().create_task(_fetch_first(platform, message))
        _fetching.add(task)
        task.add_done_callback(_fetching.discard)
    elif message.fate == "fail":
        platform.agenda.after(platform.settings.pace.delivered, partial(fail, platform, message))
    else:
        _step(platform, message, "sent")
        platform.agenda.after(platform.settings.pace.delivered, partial(deliver, platform, message))


def deliver(platform: Platform, message: Message) -> None:
    """To the customer's phone, when it is on."""
    customer = platform.world.customers.get(message.wa_id)
    if customer is None and (group := group_of(platform, message)):
        arrive(platform, message, group)
        return
    if message.status != "sent" or message.fate != "deliver" or customer is None or not customer.phone_on:
        return
    if message.type == "reaction" or _is_too_late(platform, message):
        return
    _chat(platform, message).unread += 1
    _step(platform, message, "delivered")
    if customer.auto_read:
        platform.agenda.after(platform.settings.pace.read, partial(read, platform, message))


def read(platform: Platform, message: Message) -> None:
    """Seen."""
    if message.status != "delivered":
        return
    chat = _chat(platform, message)
    chat.unread = max(chat.unread - 1, 0)
    _step(platform, message, "read")


def read_all(platform: Platform, chat: Chat) -> None:
    """The customer opened the chat."""
    for message in chat.messages:
        if not message.incoming:
            read(platform, message)


def deliver_waiting(platform: Platform, wa_id: str) -> None:
    """The customer's phone is on again."""
    things = platform.world.things.values()
    groups = {each.id for each in things if each.kind == "group" and wa_id in each.fields["participants"]}
    for chat in list(platform.world.chats.values()):
        if chat.wa_id == wa_id or chat.wa_id in groups:
            for message in chat.messages:
                if not message.incoming:
                    deliver(platform, message)


def resume(platform: Platform) -> None:
    """After a restart: go on with what was under way."""
    pace = platform.settings.pace
    for message in platform.world.sends:
        if message.status == "accepted" and not message.held:
            begin(platform, message)
        elif message.status == "sent":
            platform.agenda.after(pace.delivered, partial(deliver, platform, message))
        elif message.status == "delivered" and _reads_by_itself(platform, message):
            platform.agenda.after(pace.read, partial(read, platform, message))


def _step(platform: Platform, message: Message, status: str) -> None:
    message.status = status
    now = message.times[status] = platform.clock.now()
    if status == "delivered":
        platform.tallies.at(message.number_id, now).delivered += 1
        note_arrival(platform, message, status, now)
        note_charge(platform, message, now)
    elif status == "read":
        platform.tallies.at(message.number_id, now).read += 1
        note_arrival(platform, message, status, now)
    platform.store.set_status(message)
    if message.wa_id in platform.world.things:
        tell_members(platform, message, status, [])
    else:
        tell_status(platform, message)
    platform.live.tell(message.wa_id, message.number_id, "message" if status == "sent" else "status")


def fail(platform: Platform, message: Message) -> None:
    """With the errors that it carries."""
    _step(platform, message, "failed")


async def _fetch_first(platform: Platform, message: Message) -> None:
    problem = None
    for kind, file in links_of(message.type, message.object()):
        problem = problem or await fetch(platform.http, kind, file)
    if platform.world.messages.get(message.id) is not message:
        return  # forgotten in the meantime
    if problem:
        message.fate, message.errors = "fail", [problem.in_webhook()]
    else:
        message.fate = "deliver"
    begin(platform, message)


def _is_too_late(platform: Platform, message: Message) -> bool:
    ttl = message.ttl_seconds or (CODE_TTL if message.category.startswith("authentication") else DEFAULT_TTL)
    return platform.clock.now() > message.at + ttl


def _reads_by_itself(platform: Platform, message: Message) -> bool:
    customer = platform.world.customers.get(message.wa_id)
    return customer is not None and customer.auto_read


def _chat(platform: Platform, message: Message) -> Chat:
    return platform.world.chats[(message.number_id, message.wa_id)]
