"""From a scene to what happens when: the same seed gives the same events. Nothing is done here."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from parley_emulator.scenario.scene import Line, Scene, Script

HOUR, DAY = 3600.0, 86_400.0
LOOK, DEEDS = "look", ("tap", "stop", "report", "block")
EMOJI = ("👍", "❤️", "🙏", "😀", "😡")


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """``at``: seconds from the start, a Monday at midnight. ``after_answer``: left out when there is none.

    ``text``: what is said, the emoji, or what follows on a look.
    """

    at: float
    order: int
    customer: int
    kind: str
    text: str = ""
    after_answer: bool = False


def plan(scene: Scene) -> list[Event]:
    """All of it in order of time."""
    chance = random.Random(scene.seed)  # noqa: S311 (to be repeatable, not secret)
    events: list[Event] = []
    blocked: set[int] = set()
    for customer in range(scene.customers):
        if chance.random() < scene.chances.hide_number:
            events.append(Event(0.0, len(events), customer, "hide_number"))
    for start in _arrivals(scene, chance):
        customer = chance.randrange(scene.customers)
        if customer in blocked:
            continue
        for at, kind, text, after in _conversation(scene, chance, start):
            events.append(Event(at, len(events), customer, kind, text, after))
            if kind == "block":
                blocked.add(customer)
    for customer, at, deed in _looks(scene, chance):
        events.append(Event(at, len(events), customer, LOOK, deed))
    return sorted(event for event in _until_block(sorted(events)) if event.at <= scene.days * DAY)


def _looks(scene: Scene, chance: random.Random) -> Iterator[tuple[int, float, str]]:
    """(customer, when, what follows if there is something new), spread as conversations are."""
    looks = scene.looks
    count = round(looks.per_day * scene.days * scene.customers)
    odds = {deed: getattr(looks, deed) for deed in DEEDS}
    words, weights = [*odds, ""], [*odds.values(), max(1 - sum(odds.values()), 0)]
    for at in _times(scene, chance, count) if count else ():
        yield chance.randrange(scene.customers), at, chance.choices(words, weights)[0]


def _arrivals(scene: Scene, chance: random.Random) -> list[float]:
    return _times(scene, chance, scene.conversations)


def _times(scene: Scene, chance: random.Random, count: int) -> list[float]:
    hours = range(max(math.ceil(scene.days * 24), 1))
    weights = [scene.hours[hour % 24] * scene.weekdays[hour // 24 % 7] for hour in hours]
    if not any(weights):
        weights = [1.0 for _ in hours]
    chosen = chance.choices(hours, weights, k=count)
    last = scene.days * DAY
    return sorted(min((hour + chance.random()) * HOUR, last) for hour in chosen)


def _conversation(scene: Scene, chance: random.Random, at: float) -> Iterator[tuple[float, str, str, bool]]:
    script = chance.choices(scene.scripts, [each.weight for each in scene.scripts])[0]
    odds = scene.chances
    kind = "ad" if odds.ad and chance.random() < odds.ad else "write"
    yield at, kind, _line(chance, script.lines), False
    seen = at + _delay(scene, chance)
    yield seen, "read", "", False
    yield from _follow_ups(scene, chance, script, seen)
    if chance.random() < odds.react:
        yield seen + 1, "react", chance.choice(EMOJI), True
    if chance.random() < odds.stop:
        yield seen + 60, "stop", "", False
        if chance.random() < odds.resume:
            yield seen + 60 + chance.expovariate(1 / DAY), "resume", "", False
    if chance.random() < odds.report:
        yield seen + 90, "report", "", False
    if chance.random() < odds.block:
        yield seen + 120, "block", "", False


def _follow_ups(
    scene: Scene, chance: random.Random, script: Script, at: float
) -> Iterator[tuple[float, str, str, bool]]:
    for step in script.follow_ups:
        if chance.random() >= step.chance:
            return
        at += step.wait_seconds * chance.uniform(0.5, 1.5)
        yield at, "write", _line(chance, step.lines), step.after_answer
        yield at + _delay(scene, chance), "read", "", False


def _line(chance: random.Random, lines: list[Line]) -> str:
    return chance.choices(lines, [line.weight for line in lines])[0].text


def _delay(scene: Scene, chance: random.Random) -> float:
    return min(chance.lognormvariate(math.log(scene.reading.median_seconds), scene.reading.spread), 7 * DAY)


def _until_block(events: list[Event]) -> Iterator[Event]:
    gone: set[int] = set()
    for event in events:
        if event.customer not in gone:
            yield event
        if event.kind == "block":
            gone.add(event.customer)
