"""What asks to call, or offers to be called, needs a number that calls; asking is done once a day, twice a week."""

from parley_emulator.calls.ability import demand_calling
from parley_emulator.calls.permissions import demand_request, note_request
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import buttons_of, part_of
from parley_emulator.sending.send import Send

STAGE = 48
ASKS, OFFERS = "call_permission_request", "voice_call"


def check(send: Send) -> Refusal | None:
    """138000 and 138014 for the number, 138009 and 138017 for the person."""
    kinds = _kinds(send)
    try:
        if kinds & {ASKS, OFFERS}:
            demand_calling(send.platform, send.number)
        if ASKS in kinds:
            demand_request(send.platform, send.number, send.to)
    except Refusal as refusal:
        return refusal
    return None


def take(send: Send) -> None:
    """A request counts from when it is accepted."""
    if ASKS in _kinds(send):
        note_request(send.platform, send.number, send.to)


def _kinds(send: Send) -> set[str]:
    if send.type == "interactive":
        return {str(send.content.get("type")).lower()}
    if send.template is None:
        return set()
    asks = {ASKS} if part_of(send.template, ASKS) else set()
    return asks | {str(button.get("type")).lower() for button in buttons_of(send.template)}
