"""What a customer's message opens: the service window, and behind an ad the free entry point."""

from parley_emulator.state.records import Chat, Message

# Not documented whether these open the window; an application must be ready for either.
OPENS_NOTHING = frozenset({"reaction", "edit", "revoke", "system"})


def note_incoming(chat: Chat, message: Message) -> None:
    """Counts from the message's own timestamp, not from its arrival; what the business never got opens nothing."""
    if message.type in OPENS_NOTHING or "delivered" not in message.times:
        return
    stamp = float(int(message.times.get("stamp", message.at)))
    chat.last_incoming = max(chat.last_incoming, stamp)
    if message.category == "referral":
        chat.referral_at = stamp
        chat.free_entry_until = 0.0
