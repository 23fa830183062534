"""When somebody at the desk may block a person, and for how long: for abuse, seen by two, and never for good (C7, B7).

A block takes a person's way to this number, so it is a human's, with a reason and what happened. It ends after a day
unless a colleague who supervises has looked at it, and after ninety days in any case. The number's profile must show
another way to the business, which stays open. It changes nothing of what the person agreed to or stopped.
"""

from datetime import datetime, timedelta
from typing import Literal, get_args
from uuid import UUID

from parley.core.errors import Invalid, NotYoursToDecide

Reason = Literal["abuse", "threat", "sexual", "spam"]
REASONS: tuple[Reason, ...] = get_args(Reason)
UNSEEN_FOR = timedelta(hours=24)
LONGEST = timedelta(days=90)
SHORTEST_NOTE = 10
# The platform blocks only people who wrote this recently.
WRITTEN_WITHIN = timedelta(hours=24)


def may_block(*, note: str, wrote_at: datetime | None, missing: list[str], now: datetime) -> None:
    """Raises Invalid with the limit and the remedy. ``missing``: what the number's profile lacks of other ways."""
    if len(note.strip()) < SHORTEST_NOTE:
        raise Invalid(
            "note", f"note: say what happened, in {SHORTEST_NOTE} characters at least. A colleague looks at it."
        )
    if wrote_at is None or now - wrote_at > WRITTEN_WITHIN:
        raise Invalid("conversation", "WhatsApp blocks only people who wrote within 24 hours. Close the conversation.")
    if missing:
        raise Invalid(
            "profile", f"The number's profile lacks {' and '.join(missing)}: the person would have no other way."
        )


def may_confirm(*, supervises: bool, blocked_by: UUID, by: UUID) -> None:
    """Raises NotYoursToDecide."""
    if not supervises or blocked_by == by:
        raise NotYoursToDecide("Another person who supervises looks at a block.")


def may_lift(*, supervises: bool, blocked_by: UUID, by: UUID) -> None:
    """Whoever blocked, and everybody who supervises. Raises NotYoursToDecide."""
    if not supervises and blocked_by != by:
        raise NotYoursToDecide("Whoever blocked a person, or a supervisor, lifts it.")
