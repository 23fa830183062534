"""What a business sent to a group, how its members took it, and who came and went."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from parley_emulator.analytics.asked import DAY, Asked
from parley_emulator.analytics.points import Points
from parley_emulator.graph.refusal import Refusal
from parley_emulator.groups.news import JOINED, LEFT, REMOVED, news_of
from parley_emulator.groups.phones import group_in
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Message, Thing

BACK = 90 * DAY
# How a point calls each of the metrics.
METRICS = {
    "SENT": "sent",
    "DELIVERED": "delivered",
    "READ": "read",
    "PARTICIPANTS_JOINED": "joined",
    "PARTICIPANTS_LEFT": "left",
}
NEWS = {JOINED: "joined", LEFT: "left", REMOVED: "left"}


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """One point for each day on which something happened; of one group at a time, as on the real platform."""
    span = asked.span(("DAILY",), BACK, unless_said="DAILY")
    metrics = asked.listed("metric_types", METRICS)
    if not metrics:
        raise Refusal(100, f"Param metric_types must name some of {', '.join(METRICS)}.")
    group = _group(platform, account, asked.listed("group_ids"))
    names = [METRICS[each] for each in metrics]
    points = Points()
    for at, name, count in _happened(platform, group):
        if span.has(at):
            figures = {each: count if each == name else 0 for each in names}
            points.add({"group_id": group.id, **span.point(at)}, **figures)
    return {"data": [{"granularity": span.granularity, "data_points": points.listed()}]}


def _group(platform: Platform, account: Account, ids: list[str]) -> Thing:
    if len(ids) != 1:
        raise Refusal(100, "Param group_ids must name one group.")
    group = group_in(platform.world, ids[0])
    number = platform.world.numbers.get(group.owner) if group else None
    if group is None or number is None or number.waba_id != account.id:
        raise Refusal(100, f"Param group_ids names {ids[0]}, which is no group of this account.")
    return group


def _happened(platform: Platform, group: Thing) -> Iterator[tuple[float, str, int]]:
    """(seconds, what, how often); each phone that a message arrived at or was read on counts."""
    for message in platform.world.chat(platform.world.numbers[group.owner], group.id).messages:
        if not message.incoming and "sent" in message.times:
            yield message.at, "sent", 1
            yield from ((at, name, count) for (at, name), count in _steps(message).items())
    for news in news_of(group):
        if name := NEWS.get(news["kind"]):
            yield news["at"], name, 1


def _steps(message: Message) -> Counter[tuple[float, str]]:
    steps = ((at, *step.partition(" ")[::2]) for step, at in message.times.items())
    return Counter((at, name) for at, name, member in steps if member and name in {"delivered", "read"})
