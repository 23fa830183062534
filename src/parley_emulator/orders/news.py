"""What the business is told of a payment: a status of the message that asked for it, of the type ``payment``."""

from typing import Any

from parley_emulator.customers.sight import shows_number
from parley_emulator.orders.attempts import attempts_of, extras_of, status_of, sums_of, transaction
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.webhooks.events import contact_of, frame
from parley_emulator.webhooks.telling import tell


def tell_payment(platform: Platform, order: Thing) -> None:
    """How it stands, with the sum and the last attempt."""
    kept, now = order.fields, int(platform.clock.now())
    number = platform.world.numbers.get(kept["number_id"])
    if number is None:
        return
    chat = platform.world.chat(number, kept["wa_id"])
    told: dict[str, Any] = {
        "id": kept["message_id"],
        "status": status_of(order),
        "timestamp": str(now),
        "type": "payment",
        "recipient_id": kept["wa_id"],
        "recipient_user_id": chat.user_id,
        "payment": _payment(order),
    }
    if not shows_number(platform, platform.world.customers.get(kept["wa_id"]), chat):
        del told["recipient_id"]
    value = {**frame(number), "contacts": [contact_of(platform, chat)], "statuses": [told]}
    tell(platform, f"{number.id}:{kept['wa_id']}", number.waba_id, "messages", value, number=number)


def _payment(order: Thing) -> dict[str, Any]:
    """Here refunds stand beside the transaction; a lookup has them in it."""
    tried = transaction(order, attempts_of(order)[-1])
    refunds = tried.pop("refunds", None)
    return {
        "reference_id": order.fields["reference_id"],
        **sums_of(order),
        "transaction": tried,
        **extras_of(order),
        **({"refunds": refunds} if refunds else {}),
    }
