"""Who has which conversation open: in memory only, and the same in every process, since each hears all notices.

A page says so again and again; one that died without a word is forgotten after ``LASTS``.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

LASTS = timedelta(seconds=45)
Doing = Literal["reads", "writes", "left"]


@dataclass(frozen=True)
class Looker:
    """``until``: when they are forgotten, by the real time."""

    account_id: UUID
    is_writing: bool
    until: datetime


@dataclass
class Lookers:
    """By tenant and conversation."""

    _there: dict[tuple[UUID, UUID], dict[UUID, Looker]] = field(default_factory=dict)

    def note(self, tenant_id: UUID, conversation_id: UUID, account_id: UUID, doing: Doing, wall: datetime) -> bool:
        """Whether that is news to those who look on."""
        those = {each.account_id: each for each in self.of(tenant_id, conversation_id, wall)}
        before = those.get(account_id)
        if doing == "left":
            those.pop(account_id, None)
        else:
            those[account_id] = Looker(account_id, doing == "writes", wall + LASTS)
        if those:
            self._there[(tenant_id, conversation_id)] = those
        else:
            self._there.pop((tenant_id, conversation_id), None)
        after = those.get(account_id)
        return (before and before.is_writing) != (after and after.is_writing)

    def of(self, tenant_id: UUID, conversation_id: UUID, wall: datetime) -> list[Looker]:
        """Those who are there now, in the order in which they were heard first."""
        those = self._there.get((tenant_id, conversation_id), {})
        return [each for each in those.values() if each.until > wall]

    def tidy(self, wall: datetime) -> None:
        """Forget the conversations that nobody has open any more."""
        for key in [key for key in self._there if not self.of(*key, wall)]:
            del self._there[key]
