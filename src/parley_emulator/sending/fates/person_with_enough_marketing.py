"""Whoever got enough marketing from all businesses together gets no more for a day, unless they write."""

from parley_emulator.enforcement.caps import EXEMPT, limit_of
from parley_emulator.graph.refusal import Refusal
from parley_emulator.pricing.markets import country_of
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """131049 by webhook. What goes through is noted."""
    caps = send.platform.caps
    if caps.plan is None or send.category != "marketing" or send.chat.is_open(send.now):
        return None
    country = country_of(send.to)
    if country in EXEMPT or send.number.country in EXEMPT:
        return None
    is_barred = caps.plan.united_states and country == "US"
    if is_barred or caps.in_day(send.to, send.now) >= limit_of(caps.plan, send.to):
        return Refusal(131049, "The user gets no more marketing messages for now. Wait a day, or until they write.")
    caps.note(send.to, send.now)
    return None
