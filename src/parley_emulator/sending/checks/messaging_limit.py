"""A portfolio starts conversations with so many different people in 24 hours, over all of its numbers."""

from parley_emulator.enforcement.portfolio import TIERS, limit_of
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 70


def check(send: Send) -> Refusal | None:
    """Answers do not count."""
    if _is_answer(send):
        return None
    platform, business = send.platform, _business(send)
    most = TIERS.get(limit_of(platform.world, business))
    if most is not None and not platform.limits.has_room(business, send.to, send.now, most):
        return Refusal(131048, f"The messaging limit of {most} people in 24 hours is reached.")
    return None


def take(send: Send) -> None:
    """One start more."""
    if not _is_answer(send):
        send.platform.limits.note(_business(send), send.to, send.now)


def _is_answer(send: Send) -> bool:
    return send.group is not None or not send.category or send.chat.is_open(send.now)


def _business(send: Send) -> str:
    return send.platform.world.accounts[send.number.waba_id].business_id
