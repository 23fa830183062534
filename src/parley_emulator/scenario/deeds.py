"""One planned event, done with what any tester can do with a customer."""

from typing import Any

from parley_emulator.customers.choices import block, prefer_marketing
from parley_emulator.customers.sight import hide
from parley_emulator.customers.write import NotPossible, write
from parley_emulator.messages import show
from parley_emulator.phone.answers import referral
from parley_emulator.phone.drafts import message_of
from parley_emulator.platform import Platform
from parley_emulator.scenario.plan import LOOK, Event
from parley_emulator.scenario.scene import Scene
from parley_emulator.sending.progress import read_all
from parley_emulator.state.records import Chat, Customer, Number

FIRST = 15_550_000_000
AD = {"headline": "Seen in an advertisement", "body": "Write to us", "source_id": "120001"}
# Buttons that answer, and what such an answer is: of a template or of a message.
TAPPED = {"quick_reply": "template", "reply": "button"}


def do(platform: Platform, number: Number, event: Event) -> bool:
    """False when it was left out: no answer to follow, or blocked by hand."""
    customer = _customer(platform, event.customer)
    chat = platform.world.chat(number, customer.wa_id)
    if event.after_answer and not _is_answered(chat):
        return False
    if event.kind == LOOK and not chat.unread:
        return False
    try:
        _do(platform, number, customer, chat, event)
    except NotPossible:
        return False
    return True


def _do(platform: Platform, number: Number, customer: Customer, chat: Chat, event: Event) -> None:
    match event.kind:
        case "write":
            write(platform, number, customer, {"type": "text", "text": {"body": event.text}})
        case "ad":
            body = {"type": "text", "text": {"body": event.text}, "referral": referral(AD)}
            write(platform, number, customer, body)
        case "look":
            _look(platform, number, customer, chat, event.text)
        case "read":
            read_all(platform, chat)
        case "react":
            sent = next(each.id for each in reversed(chat.messages) if not each.incoming)
            body = {"type": "reaction", "reaction": {"message_id": sent, "emoji": event.text}}
            write(platform, number, customer, body)
        case "stop" | "resume":
            prefer_marketing(platform, number, customer, event.kind == "resume")
        case "report":
            block(platform, chat, chat.blocked, report=True, reason="spam")
        case "block":
            block(platform, chat, blocked=True)
        case _:
            hide(customer, platform.clock.now())
            platform.world.save_customer(customer)


def _look(platform: Platform, number: Number, customer: Customer, chat: Chat, deed: str) -> None:
    """Raises NotPossible where there is nothing to tap."""
    read_all(platform, chat)
    match deed:
        case "tap":
            write(platform, number, customer, _tap(platform, chat))
        case "stop":
            prefer_marketing(platform, number, customer, False)
        case "report":
            block(platform, chat, chat.blocked, report=True, reason="spam")
        case "block":
            block(platform, chat, blocked=True)


def _tap(platform: Platform, chat: Chat) -> dict[str, Any]:
    """The first reply button under the newest message that has one."""
    for message in reversed(chat.messages):
        for button in [] if message.incoming else show(message, platform.world).get("buttons") or []:
            if (kind := TAPPED.get(button["kind"])) is not None:
                reply = {"id": button["id"], "title": button["title"], "kind": kind}
                return message_of({"type": "reply", "reply": reply, "context_id": message.id})
    raise NotPossible("There is nothing to tap.")


def make_customers(platform: Platform, scene: Scene) -> None:
    """Who looks by themselves has WhatsApp from the beginning, so that a campaign reaches them."""
    for customer in range(scene.customers if scene.looks.per_day else 0):
        _customer(platform, customer)


def _customer(platform: Platform, place: int) -> Customer:
    wa_id = str(FIRST + place)
    known = platform.world.customers.get(wa_id)
    if known is None:
        known = Customer(wa_id=wa_id, name=f"Customer {place + 1}")
        platform.world.save_customer(known)
    return known


def _is_answered(chat: Chat) -> bool:
    said = next((each for each in reversed(chat.messages) if each.type != "reaction"), None)
    return said is not None and not said.incoming
