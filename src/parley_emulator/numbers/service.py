"""Into service and out of it, not more than ten times in 72 hours."""

from parley_emulator.enforcement.news import tell_quality
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

MOST = 10
SPAN = 72 * 3_600
REGIONS = frozenset(["AE", "AU", "BH", "BR", "CA", "CH", "DE", "GB", "ID", "IN", "JP", "KR", "SG", "ZA"])


def note_try(platform: Platform, number: Number) -> None:
    """One more registration or deregistration. Raises Refusal."""
    now = platform.clock.now()
    tries = [at for at in number.fields.get("service_tries", ()) if now - SPAN < at <= now]
    if len(tries) >= MOST:
        raise Refusal(133016, "The number was registered and deregistered too often. Wait 72 hours.")
    set_field(platform, number, "service_tries", [*tries, now])


def put_in_service(platform: Platform, number: Number) -> None:
    """It may send from now on."""
    number.registered = True
    if number.status in {"PENDING", "DISCONNECTED", "UNVERIFIED"}:
        number.status = "CONNECTED"
    if "last_onboarded_time" not in number.fields:
        tell_quality(platform, number, "ONBOARDING")
    set_field(platform, number, "last_onboarded_time", platform.clock.iso())


def take_out_of_service(platform: Platform, number: Number) -> None:
    """It sends nothing; what the platform has against it stays."""
    number.registered = False
    if number.status == "CONNECTED":
        number.status = "DISCONNECTED"
    platform.world.save_number(number)
