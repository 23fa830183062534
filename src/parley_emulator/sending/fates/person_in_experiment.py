"""A few people are in an experiment of the platform, and get no marketing outside of their windows."""

from parley_emulator.enforcement.caps import is_in_experiment
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """130472 by webhook, and not charged."""
    plan = send.platform.caps.plan
    if plan is None or send.category != "marketing" or send.chat.is_open(send.now):
        return None
    if is_in_experiment(plan, send.to):
        return Refusal(130472, "The user's number is part of an experiment: no marketing is delivered to it.")
    return None
