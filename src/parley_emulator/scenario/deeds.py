"""One planned event, done with what any tester can do with a customer."""

from parley_emulator.customers.choices import block, prefer_marketing
from parley_emulator.customers.sight import hide
from parley_emulator.customers.write import NotPossible, write
from parley_emulator.platform import Platform
from parley_emulator.scenario.plan import Event
from parley_emulator.sending.progress import read_all
from parley_emulator.state.records import Chat, Customer, Number

FIRST = 15_550_000_000


def do(platform: Platform, number: Number, event: Event) -> bool:
    """False when it was left out: no answer to follow, or blocked by hand."""
    customer = _customer(platform, event)
    chat = platform.world.chat(number, customer.wa_id)
    if event.after_answer and not _is_answered(chat):
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


def _customer(platform: Platform, event: Event) -> Customer:
    wa_id = str(FIRST + event.customer)
    known = platform.world.customers.get(wa_id)
    if known is None:
        known = Customer(wa_id=wa_id, name=f"Customer {event.customer + 1}")
        platform.world.save_customer(known)
    return known


def _is_answered(chat: Chat) -> bool:
    said = next((each for each in reversed(chat.messages) if each.type != "reaction"), None)
    return said is not None and not said.incoming
