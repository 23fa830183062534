"""A call as the customer's phone has it: begun, answered, refused, hung up; and what the phone shows of it."""

from typing import Any

from parley_emulator.calls.course import answer, begin, end, refuse
from parley_emulator.calls.news import BY_BUSINESS, BY_USER
from parley_emulator.calls.replies import reply_by_itself
from parley_emulator.customers.write import NotPossible
from parley_emulator.enforcement.restrictions import BUTTON_HIDDEN, CALLS_IN, is_restricted
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Number, Thing
from parley_emulator.state.world import World


def call_business(platform: Platform, number: Number, customer: Customer) -> Thing:
    """Opens the window as a message does. Raises NotPossible."""
    chat = platform.world.chat(number, customer.wa_id)
    if chat.blocked or customer.wa_id in number.blocked_users:
        raise NotPossible("One of the two has blocked the other.")
    if not can_be_called(platform, number):
        raise NotPossible("WhatsApp does not let this business be called for now, or it does not want to be.")
    begun = begin(platform, number, customer.wa_id, BY_USER)
    calling = number.fields.get("settings", {}).get("calling", {})
    if str(calling.get("callback_permission_status")).lower() == "enabled":
        reply_by_itself(platform, number, customer.wa_id, "accept", begun.id)
    chat.last_incoming = max(chat.last_incoming, float(int(platform.clock.now())))
    return begun


def can_be_called(platform: Platform, number: Number) -> bool:
    """Whether the phone has a button for it: not where the business hides it, or WhatsApp takes it away.

    Calling itself may be off: then nobody answers, which is what a tester of an application without calls wants to see.
    """
    calling = number.fields.get("settings", {}).get("calling", {})
    account, now = platform.world.accounts[number.waba_id], platform.clock.now()
    forbidden = any(is_restricted(account, each, now) for each in (CALLS_IN, BUTTON_HIDDEN))
    return not forbidden and calling.get("call_icon_visibility") != "DISABLE_ALL"


def act(platform: Platform, call: Thing, action: str) -> None:
    """``accept``, ``reject`` or ``hang_up``; only a call of the business can be accepted or rejected."""
    number = platform.world.numbers[call.owner]
    if action == "hang_up":
        end(platform, number, call)
    elif action in {"accept", "reject"} and call.fields["direction"] == BY_BUSINESS:
        (answer if action == "accept" else refuse)(platform, number, call)
    else:
        raise NotPossible("action must be hang_up, or for a call of the business accept or reject.")


def calls_of(world: World, wa_id: str) -> list[Thing]:
    """All of the customer's, oldest first."""
    return [each for each in world.things.values() if each.kind == "call" and each.fields["wa_id"] == wa_id]


def shown(world: World, call: Thing) -> dict[str, Any]:
    """The call that goes on, for the phone's screen."""
    return {
        "id": call.id,
        "phone_number_id": call.owner,
        "name": world.numbers[call.owner].verified_name,
        "from_me": call.fields["direction"] == BY_USER,
        "answered_at": call.fields["answered_at"] or None,
    }


def line_of(call: Thing) -> str:
    """One that is over, as it stands in the chat."""
    kept = call.fields
    if kept["answered_at"]:
        minutes, seconds = divmod(int(kept["ended_at"] - kept["answered_at"]), 60)
        return f"Voice call, {minutes}:{seconds:02d}"
    return "You called, nobody answered" if kept["direction"] == BY_USER else "Missed voice call"
