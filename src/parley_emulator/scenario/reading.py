"""From the text of a file to a scene. What is wrong is told with its field, the limit, and what to do."""

import math
import tomllib

import msgspec

from parley_emulator.scenario.plan import DEEDS
from parley_emulator.scenario.scene import Line, Scene, Script

BOUNDS = {
    "customers": (1, 50_000),
    "conversations": (1, 200_000),
    "days": (0.01, 60),
    "play_seconds": (0, 3600),
    "reading.median_seconds": (1, 604_800),
    "reading.spread": (0, 4),
}
LONGEST, MOST_LOOKS = 4096, 1_000_000


class BadScenario(ValueError):
    """The sentence names the field, its limit, and the remedy."""


def read_scene(text: str) -> Scene:
    """Raises BadScenario."""
    try:
        scene = msgspec.convert(tomllib.loads(text), Scene)
    except tomllib.TOMLDecodeError as error:
        raise BadScenario(f"The file is not TOML: {error}. Mend that line.") from error
    except msgspec.ValidationError as error:
        raise BadScenario(f"{error}. Change that field as docs/how-to/play-a-scenario.md shows.") from error
    _check(scene)
    return scene


def _check(scene: Scene) -> None:
    for field, (low, high) in BOUNDS.items():
        value: float = getattr(scene.reading, field[8:]) if field.startswith("reading.") else getattr(scene, field)
        _within(field, value, low, high)
    for field, chance in msgspec.structs.asdict(scene.chances).items():
        _within(f"chances.{field}", chance, 0, 1)
    _check_looks(scene)
    if (pacing := scene.platform.pacing) is not None:
        _within("platform.pacing.first", pacing.first, 0, 1_000_000)
        _within("platform.pacing.seconds", pacing.seconds, 1, 604_800)
    if (marketing := scene.platform.marketing) is not None:
        _within("platform.marketing.most", marketing.most, 1, 1_000)
        _within("platform.marketing.experiment", marketing.experiment, 0, 1)
    for field, weights, count in (("hours", scene.hours, 24), ("weekdays", scene.weekdays, 7)):
        if len(weights) != count:
            raise BadScenario(f"{field} has {len(weights)} weights and needs {count}. Give one for each.")
        _weights(field, weights)
    if scene.days < 7 and not any(scene.weekdays[: math.ceil(scene.days)]):
        raise BadScenario("weekdays has no weight above 0 in the days played, Monday first. Raise one, or days.")
    if not scene.scripts:
        raise BadScenario("scripts is empty and needs at least 1. Add a [[scripts]].")
    _weights("scripts.weight", [script.weight for script in scene.scripts])
    for index, script in enumerate(scene.scripts):
        _check_script(f"scripts[{index}]", script)


def _check_looks(scene: Scene) -> None:
    looks = scene.looks
    _within("looks.per_day", looks.per_day, 0, 100)
    for deed in DEEDS:
        _within(f"looks.{deed}", getattr(looks, deed), 0, 1)
    _within("the sum of the chances of looks", sum(getattr(looks, deed) for deed in DEEDS), 0, 1)
    _within("customers × days × looks.per_day", scene.customers * scene.days * looks.per_day, 0, MOST_LOOKS)


def _check_script(where: str, script: Script) -> None:
    _check_lines(f"{where}.lines", script.lines)
    for index, step in enumerate(script.follow_ups):
        _check_lines(f"{where}.follow_ups[{index}].lines", step.lines)
        _within(f"{where}.follow_ups[{index}].wait_seconds", step.wait_seconds, 1, 604_800)
        _within(f"{where}.follow_ups[{index}].chance", step.chance, 0, 1)


def _check_lines(field: str, lines: list[Line]) -> None:
    if not lines:
        raise BadScenario(f"{field} is empty and needs at least 1. Add a line with a text.")
    _weights(field, [line.weight for line in lines])
    for index, line in enumerate(lines):
        if not 1 <= len(line.text) <= LONGEST:
            long = len(line.text)
            raise BadScenario(f"{field}[{index}].text has {long} characters, 1 to {LONGEST} are possible. Change it.")


def _weights(field: str, weights: list[float]) -> None:
    if not all(0 <= weight < math.inf for weight in weights) or not 0 < sum(weights) < math.inf:
        raise BadScenario(f"{field} must be 0 or more, and one above 0. Change the weights.")


def _within(field: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise BadScenario(f"{field} is {value:g}, from {low:g} to {high:g} is possible. Choose a value between.")
