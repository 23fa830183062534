"""Data about people on its way out of the thread: an export, a webhook, a report (D1, D2, D5)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class DataRelease(Matter):
    """Which fields go where, for what purpose. ``columns``: ``table.column`` of each; ``purposes_of``: the purposes
    that each column is tagged with. ``subject_request``: the person themselves asked for it."""

    client: ClientFacts
    now: datetime
    kind: Literal["export", "webhook", "analytics", "subject_access", "bot_context", "search"]
    purpose: str
    columns: tuple[str, ...] = ()
    purposes_of: dict[str, frozenset[str]] | None = None
    contacts: int = 1
    subject_request: bool = False

    moment: ClassVar[Moment] = "data"
    needs_permit: ClassVar[bool] = True

    def facts(self) -> dict[str, Any]:
        """What was to go where."""
        return {"kind": self.kind, "purpose": self.purpose, "columns": list(self.columns), "contacts": self.contacts}
