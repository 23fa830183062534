"""Who speaks with a person on a number: we, a colleague on the phone, or another application (cloud API, 12.3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Owner = Literal["us", "phone_app", "other_app", "meta_agent"]
# Without a sign for so long nobody has the thread any more.
IDLE_AFTER = timedelta(hours=24)
FOREIGN = frozenset({"other_app", "meta_agent"})


@dataclass(frozen=True)
class ThreadOwner:
    """The newest that is known, and when it was said."""

    owner: Owner
    seen_at: datetime

    @property
    def until(self) -> datetime:
        """Until when it holds, if nothing more is seen."""
        return self.seen_at + IDLE_AFTER

    def now_is(self, now: datetime) -> Owner:
        """Who has it at that moment: what nobody showed for a day is ours again."""
        return self.owner if now < self.until else "us"


def silences_the_bot(owner: ThreadOwner | None, now: datetime) -> bool:
    """A person on the phone, or another application, is speaking: a second voice would confuse the customer."""
    return owner is not None and owner.now_is(now) != "us"


def is_foreign(owner: ThreadOwner | None, now: datetime) -> bool:
    """Whether another application has the thread, so that nothing may be said from here (R0)."""
    return owner is not None and owner.now_is(now) in FOREIGN
