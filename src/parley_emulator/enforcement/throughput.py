"""From 80 messages a second to 1,000: for a minute the number is in maintenance, then it is told."""

from functools import partial

from parley_emulator.enforcement.news import tell_quality
from parley_emulator.enforcement.portfolio import UNLIMITED, limit_of
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

PEOPLE = 100_000
TAKES = 60


def may_rise(platform: Platform, number: Number) -> bool:
    """Enough people written to, no limit on them, and a quality that is not low."""
    business = platform.world.accounts[number.waba_id].business_id
    return (
        number.throughput == "STANDARD"
        and number.registered
        and not number.fields.get("is_on_biz_app")
        and number.quality_rating != "RED"
        and limit_of(platform.world, business) == UNLIMITED
        and platform.limits.in_day(business, platform.clock.now()) >= PEOPLE
    )


def start_upgrade(platform: Platform, number: Number) -> None:
    """Sends may fail until it is done."""
    set_field(platform, number, "maintenance_until", platform.clock.now() + TAKES)
    await_upgrade(platform, number)


def await_upgrade(platform: Platform, number: Number) -> None:
    """When an upgrade is under way, it ends."""
    if (until := number.fields.get("maintenance_until")) is not None:
        platform.diary.at(until, partial(_finish, platform, number.id))


def _finish(platform: Platform, number_id: str) -> None:
    number = platform.world.numbers.get(number_id)
    if number is None or "maintenance_until" not in number.fields:
        return
    number.throughput = "HIGH"
    set_field(platform, number, "maintenance_until", None)
    tell_quality(platform, number, "THROUGHPUT_UPGRADE")
