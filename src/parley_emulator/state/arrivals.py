"""At whose phone a message arrived, and when: a message to a group arrives at many."""

from parley_emulator.state.records import Message

DELIVERED = "delivered"


def step_of(status: str, wa_id: str) -> str:
    """Under what name a message to a group keeps when it was so far with that member."""
    return f"{status} {wa_id}"


def arrivals_of(message: Message) -> list[tuple[str, float]]:
    """(number, seconds) of each phone; what was read has arrived."""
    mark = step_of(DELIVERED, "")
    members = [(name.removeprefix(mark), at) for name, at in message.times.items() if name.startswith(mark)]
    at = message.times.get(DELIVERED) or message.times.get("read")
    return members or ([(message.wa_id, at)] if at else [])
