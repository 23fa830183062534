"""A number's quality, from the blocks and reports of seven days beside the messages that arrived in them.

How the real platform weighs them is not told; here a report weighs as much as two blocks, and messages that most
people read make both weigh half.
"""

from collections import Counter

from parley_emulator.enforcement.news import tell_quality
from parley_emulator.enforcement.tallies import DAYS, Tally
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

REPORT = 2
OTHER = "other"
MOSTLY_READ = 0.5
# (rating, least weight, least share of what arrived)
STEPS = (("RED", 10.0, 0.05), ("YELLOW", 5.0, 0.02))
SPAM_WEIGHT, SPAM_SHARE = 30.0, 0.15
FLAG_AFTER = 7 * 86_400
RESTRICT_AFTER = 14 * 86_400


def note_signal(platform: Platform, number: Number, blocked: bool, reported: bool, reason: str = "") -> None:
    """A customer blocked or reported the number: kept by day, and weighed at once. ``reason``: of a report."""
    now = platform.clock.now()
    tally = platform.tallies.at(number.id, now)
    tally.blocks += blocked
    tally.reports += reported
    signals = {**number.fields.get("signals", {}), str(int(now // 86_400)): [tally.blocks, tally.reports]}
    recent = dict(sorted(signals.items(), key=lambda item: int(item[0]))[-7:])
    number.fields = {**number.fields, "signals": recent}
    if reported:
        number.fields["reasons"] = _reasons_with(number, int(now // 86_400), reason or OTHER)
    platform.world.save_number(number)
    weigh(platform, number)


def _reasons_with(number: Number, today: int, reason: str) -> dict[str, dict[str, int]]:
    """By day, seven of them."""
    days: dict[str, dict[str, int]] = {**number.fields.get("reasons", {})}
    whole = {**days.get(str(today), {})}
    days[str(today)] = {**whole, reason: whole.get(reason, 0) + 1}
    return {day: told for day, told in days.items() if int(day) > today - DAYS}


def reasons_of_week(number: Number, now: float) -> dict[str, int]:
    """How often each reason was given for a report in the last seven days."""
    today, counts = int(now // 86_400), Counter[str]()
    for day, told in number.fields.get("reasons", {}).items():
        if today - DAYS < int(day) <= today:
            counts.update(told)
    return dict(counts.most_common())


def rating_of(week: Tally) -> str:
    """GREEN, YELLOW or RED."""
    weight = weight_of(week)
    share = weight / max(week.delivered, 1)
    return next((rating for rating, least, part in STEPS if weight >= least and share > part), "GREEN")


def weigh(platform: Platform, number: Number) -> None:
    """Rate the number anew, and let its status follow. A rating that a tester gave stays while nobody complains."""
    if "signals" not in number.fields:
        return
    now = platform.clock.now()
    week = platform.tallies.of_week(number.id, now)
    rating = rating_of(week)
    fields = dict(number.fields)
    if rating != "RED":
        fields.pop("red_since", None)
    elif "red_since" not in fields:
        fields["red_since"] = now
    number.quality_rating, number.fields = rating, fields
    weight = weight_of(week)
    number.spam_limited = weight >= SPAM_WEIGHT and weight / max(week.delivered, 1) > SPAM_SHARE
    _follow(platform, number, now)
    platform.world.save_number(number)


def _follow(platform: Platform, number: Number, now: float) -> None:
    red_for = now - number.fields.get("red_since", now)
    if number.status == "CONNECTED" and red_for >= FLAG_AFTER:
        number.status = "FLAGGED"
        tell_quality(platform, number, "FLAGGED")
    elif number.status == "FLAGGED" and red_for >= RESTRICT_AFTER:
        number.status = "RESTRICTED"
    elif number.status in {"FLAGGED", "RESTRICTED"} and number.quality_rating != "RED":
        number.status = "CONNECTED"
        tell_quality(platform, number, "UNFLAGGED")


def weight_of(week: Tally) -> float:
    """Of the blocks and reports of a week."""
    whole = week.blocks + REPORT * week.reports
    return whole / 2 if week.read > MOSTLY_READ * week.delivered else float(whole)
