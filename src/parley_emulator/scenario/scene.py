"""What a scenario file may say, and its limits."""

import msgspec


class Line(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One thing that customers say, as often as its weight among the others."""

    text: str
    weight: float = 1.0


class FollowUp(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What comes later; only when the business has answered, unless it says otherwise."""

    lines: list[Line]
    wait_seconds: float = 300.0
    chance: float = 1.0
    after_answer: bool = True


class Script(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One kind of conversation in one language."""

    name: str
    lines: list[Line]
    language: str = "en"
    weight: float = 1.0
    follow_ups: list[FollowUp] = []


class Reading(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Seconds until customers open the chat: lognormal, half of them sooner than the median."""

    median_seconds: float = 600.0
    spread: float = 1.0


class Chances(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Of each conversation; ``resume`` of those who stopped, ``hide_number`` of the customers.

    ``ad``: it begins at an advertisement, which makes what the business answers free for a while.
    """

    block: float = 0.0
    report: float = 0.0
    stop: float = 0.0
    resume: float = 0.0
    react: float = 0.0
    hide_number: float = 0.0
    ad: float = 0.0


class Looks(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How often everybody opens the chat by themselves: what a campaign told them is read, and perhaps answered.

    The chances are of those who find something new: a reply button is tapped, marketing stopped, the business reported
    or blocked, or else nothing more.
    """

    per_day: float = 0.0
    tap: float = 0.0
    stop: float = 0.0
    report: float = 0.0
    block: float = 0.0


class Pacing(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """So many messages of a new template go out, the others wait so long."""

    first: int = 100
    seconds: float = 1_800.0


class Marketing(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The most marketing that anybody gets in a day, by the scene's seed; ``experiment``: the share who get none."""

    most: int = 3
    experiment: float = 0.01


class Rules(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What the platform does by itself only where it is told to."""

    pacing: Pacing | None = None
    marketing: Marketing | None = None


class Scene(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The whole file. ``play_seconds``: the least real time it takes."""

    name: str
    customers: int
    conversations: int
    scripts: list[Script]
    days: float = 7.0
    seed: int = 1
    play_seconds: float = 60.0
    hours: list[float] = msgspec.field(default_factory=lambda: [1.0] * 24)
    weekdays: list[float] = msgspec.field(default_factory=lambda: [1.0] * 7)
    reading: Reading = msgspec.field(default_factory=Reading)
    chances: Chances = msgspec.field(default_factory=Chances)
    looks: Looks = msgspec.field(default_factory=Looks)
    platform: Rules = msgspec.field(default_factory=Rules)
