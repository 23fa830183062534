"""What the business is told of a payment: a status of the message that asked for it, of the type ``payment``."""

from typing import Any

from parley_emulator.customers.sight import shows_number
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.webhooks.events import contact_of, frame
from parley_emulator.webhooks.telling import tell

REFUSED = {"code": "payment_declined", "reason": "The customer's bank declined the payment."}


def tell_payment(platform: Platform, order: Thing, status: str, transaction_status: str) -> None:
    """``pending``, ``captured`` or ``failed``, with the sum and the transaction."""
    kept, now = order.fields, int(platform.clock.now())
    number = platform.world.numbers.get(kept["number_id"])
    if number is None:
        return
    chat = platform.world.chat(number, kept["wa_id"])
    told: dict[str, Any] = {
        "id": kept["message_id"],
        "status": status,
        "timestamp": str(now),
        "type": "payment",
        "recipient_id": kept["wa_id"],
        "recipient_user_id": chat.user_id,
        "payment": _payment(kept, transaction_status, now),
    }
    if not shows_number(platform, platform.world.customers.get(kept["wa_id"]), chat):
        del told["recipient_id"]
    value = {**frame(number), "contacts": [contact_of(platform, chat)], "statuses": [told]}
    tell(platform, f"{number.id}:{kept['wa_id']}", number.waba_id, "messages", value, number=number)


def _payment(kept: dict[str, Any], status: str, now: int) -> dict[str, Any]:
    sums = {"amount": kept["total"], "currency": kept["currency"]}
    transaction: dict[str, Any] = {
        "id": kept["transaction"],
        "type": kept["provider"],
        "status": status,
        "created_timestamp": kept["tried_at"],
        "updated_timestamp": now,
        **sums,
    }
    if status == "failed":
        transaction["error"] = REFUSED
    return {"reference_id": kept["reference_id"], **sums, "transaction": transaction}
