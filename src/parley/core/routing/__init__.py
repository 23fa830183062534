"""Which human takes a conversation, and why."""

from parley.core.routing.choose import choose
from parley.core.routing.need import Agent, Hold, Need, Offer

__all__ = ["Agent", "Hold", "Need", "Offer", "choose"]
