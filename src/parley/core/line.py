"""Whether the line to WhatsApp lives: a worker that died looks like a quiet hour, and so does a webhook that is cut."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

# A worker leaves a beat every quarter of this.
WORKER_GONE = timedelta(seconds=60)
# The platform reports on a message within seconds; its own incidents aside, ten minutes without a word are no accident.
SILENCE = timedelta(minutes=10)
State = Literal["well", "no_worker", "silent"]


@dataclass(frozen=True)
class Beat:
    """``worked_at``: a worker was there. ``unanswered_since``: a message left then, and nothing was heard since."""

    worked_at: datetime
    unanswered_since: datetime | None = None


@dataclass(frozen=True)
class Line:
    """``since``: None where it was never otherwise."""

    state: State
    since: datetime | None = None


def line_of(beat: Beat | None, now: datetime) -> Line:
    """The graver trouble first: without a worker nobody would note that something was heard."""
    if beat is None or now - beat.worked_at > WORKER_GONE:
        return Line("no_worker", beat.worked_at if beat else None)
    if beat.unanswered_since is not None and now - beat.unanswered_since > SILENCE:
        return Line("silent", beat.unanswered_since)
    return Line("well")
