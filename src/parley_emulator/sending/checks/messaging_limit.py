"""A portfolio starts conversations with so many different people in 24 hours, over all of its numbers."""

from parley_emulator.enforcement.portfolio import TIERS, limit_of
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 70


def check(send: Send) -> Refusal | None:
    """Answers do not count. As the last check it also notes the start."""
    if send.chat.is_open(send.now) or send.group:
        return None
    platform = send.platform
    business = platform.world.accounts[send.number.waba_id].business_id
    most = TIERS.get(limit_of(platform.world, business))
    if most is not None and not platform.limits.has_room(business, send.to, send.now, most):
        return Refusal(131048, f"The messaging limit of {most} people in 24 hours is reached.")
    platform.limits.note(business, send.to, send.now)
    return None
