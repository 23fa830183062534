"""What a customer does to a business as a whole: block, report, stop its marketing, switch the phone off and on."""

from parley_emulator.enforcement.quality import note_signal
from parley_emulator.platform import Platform
from parley_emulator.sending.progress import deliver_waiting
from parley_emulator.state.records import Chat, Customer, Number
from parley_emulator.templates.reception import note_complaint
from parley_emulator.webhooks.events import tell_preference


def block(platform: Platform, chat: Chat, blocked: bool, report: bool = False, reason: str = "") -> None:
    """Nobody is told, but the number's quality suffers."""
    number = platform.world.numbers.get(chat.number_id)
    newly_blocked, newly_reported = blocked and not chat.blocked, report and not chat.reported
    chat.blocked = blocked
    chat.reported = chat.reported or report
    chat.reason = reason or chat.reason
    platform.world.save_chat(chat)
    if number is not None and (newly_blocked or newly_reported):
        note_signal(platform, number, newly_blocked, newly_reported, reason)
        note_complaint(platform, chat, newly_blocked, newly_reported)
    platform.live.tell(chat.wa_id, chat.number_id, "block")


def prefer_marketing(platform: Platform, number: Number, customer: Customer, wanted: bool) -> None:
    """Stop or resume, for all numbers of the account; the business is told."""
    others = [account for account in customer.stopped if account != number.waba_id]
    customer.stopped = others if wanted else [*others, number.waba_id]
    platform.world.save_customer(customer)
    chat = platform.world.chat(number, customer.wa_id)
    tell_preference(platform, number, chat, "resume" if wanted else "stop")


def switch_phone(platform: Platform, customer: Customer, on: bool) -> None:
    """What waited is delivered when the phone is on again."""
    customer.phone_on = on
    platform.world.save_customer(customer)
    if on:
        deliver_waiting(platform, customer.wa_id)
