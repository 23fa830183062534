"""What a refusal of the platform means for the messages that come after it (cloud API, 9)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Reach = Literal["all", "marketing"]


@dataclass(frozen=True)
class Refusal:
    """The platform's code, what it means in plain words, and whether nothing else would leave that number either."""

    code: int
    sentence: str
    stops_number: bool = False


@dataclass(frozen=True)
class Rest:
    """Somebody gets nothing, or no marketing, for so long; a word of theirs ends it sooner."""

    reach: Reach
    lasts: timedelta


@dataclass(frozen=True)
class Suppression:
    """A rest as it is kept: since when, until when, and the platform's code that it is for."""

    reach: Reach
    code: int
    at: datetime
    until: datetime


STOPPED_MARKETING = 131050
COUNTRY_BARRED = 130497
BLOCKED = 130403  # the business itself has blocked the person
# Not reachable may pass (an old phone), and may hide a block: a month is long enough for either. The cap on marketing
# is the platform's own, over a day; a country may be barred until somebody has settled it.
RESTS: dict[int, Rest] = {
    BLOCKED: Rest("all", timedelta(days=30)),
    131026: Rest("all", timedelta(days=30)),
    131049: Rest("marketing", timedelta(hours=24)),
    COUNTRY_BARRED: Rest("all", timedelta(days=7)),
}
# What becomes of our copy of the template, until the platform tells more of it.
TEMPLATE_IS: dict[int, str] = {
    131064: "PAUSED",
    132001: "REJECTED",
    132007: "REJECTED",
    132015: "PAUSED",
    132016: "DISABLED",
    132068: "PAUSED",
}
