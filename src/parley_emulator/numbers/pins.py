"""The two-step pin: six digits, set by the first registration or by a call, and not to be guessed."""

from parley_emulator.enforcement.news import tell_security
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

GUESSES = 5
WAIT = 3_600


def check_form(pin: str) -> str:
    """The pin. Raises Refusal for what is none."""
    if not (pin.isascii() and pin.isdigit() and len(pin) == 6):
        raise Refusal(100, "Param pin must be six digits.")
    return pin


def set_pin(platform: Platform, number: Number, pin: str) -> None:
    """Another one from now on, and whoever watches over the account is told. Raises Refusal."""
    before = number.fields.get("pin")
    set_field(platform, number, "pin", check_form(pin))
    if before != pin:
        tell_security(platform, number, "PIN_CHANGED")


def check_pin(platform: Platform, number: Number, pin: str) -> None:
    """The number's own; the first one given becomes it. Raises Refusal."""
    own, now = number.fields.get("pin"), platform.clock.now()
    if own is None:
        set_field(platform, number, "pin", pin)  # the first one is set, not changed
        return
    wrong = [at for at in number.fields.get("wrong_pins", ()) if now - WAIT < at <= now]
    if len(wrong) >= GUESSES:
        raise Refusal(133008, "Too many wrong pins. Wait an hour, then try again.")
    if pin != own:
        set_field(platform, number, "wrong_pins", [*wrong, now])
        raise Refusal(133005, "The two-step verification pin is wrong.")
    set_field(platform, number, "wrong_pins", None)
