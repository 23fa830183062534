"""Whether a number may call and ask to call: it takes calls by its settings, and nothing forbids it for now."""

from parley_emulator.enforcement.restrictions import CALLS_OUT, is_restricted
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number


def is_enabled(number: Number) -> bool:
    """Off at first; ``settings`` turns it on."""
    return str(number.fields.get("settings", {}).get("calling", {}).get("status")).lower() == "enabled"


def demand_calling(platform: Platform, number: Number) -> None:
    """Raises Refusal (pages on calling, July 2026)."""
    if not is_enabled(number):
        raise Refusal(138000, "Calling is not enabled for this phone number. Enable it in its settings.")
    if is_restricted(platform.world.accounts[number.waba_id], CALLS_OUT, platform.clock.now()):
        raise Refusal(138014, "Calling is disabled for this phone number for a while, for its low quality.")
