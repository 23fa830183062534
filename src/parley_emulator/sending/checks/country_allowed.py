"""A business of some kinds may not write to people in some countries (reference 9)."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.pricing.markets import country_of
from parley_emulator.sending.send import Send

STAGE = 35
BARRED = "barred_countries"


def check(send: Send) -> Refusal | None:
    """130497, whatever is sent."""
    barred = send.platform.world.accounts[send.number.waba_id].fields.get(BARRED)
    if not barred or send.group or country_of(send.to) not in barred:
        return None
    return Refusal(130497, "This business may not message users in that country.")
