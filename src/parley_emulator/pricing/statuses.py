"""What a status says of the price: by message since July 2025, by conversation before (reference 5.5, 7.3)."""

from typing import Any

from parley_emulator.state.records import Chat, Message


def add_price(status: dict[str, Any], message: Message, chat: Chat) -> None:
    """``pricing`` always; ``conversation`` in the older model, and within the time that an ad made free."""
    status["pricing"] = pricing_of(message)
    if not message.conversation and not message.free_entry:
        return
    id_, until = message.conversation or (f"fep-{chat.user_id}", chat.free_entry_until)
    origin = "referral_conversion" if message.free_entry else status["pricing"]["category"]
    status["conversation"] = {"id": id_, "origin": {"type": origin}}
    if message.status == "sent":
        status["conversation"]["expiration_timestamp"] = str(int(until))


def is_charged(message: Message) -> bool:
    """Whether it costs when it arrives."""
    return bool(pricing_of(message)["billable"])


def pricing_of(message: Message) -> dict[str, Any]:
    """Templates cost unless the person came through an ad, or it is utility in an open window; the rest is free."""
    category = message.category.lower() or "service"
    if message.free_entry:
        kind = "free_entry_point"
    elif category == "service" or (category == "utility" and message.in_window and not message.conversation):
        kind = "free_customer_service"
    else:
        kind = "regular"
    if message.conversation:
        return {"billable": kind == "regular", "pricing_model": "CBP", "category": category}
    return {"billable": kind == "regular", "pricing_model": "PMP", "type": kind, "category": category}
