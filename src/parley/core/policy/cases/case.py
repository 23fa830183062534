"""A case as a value: what is asked, of whom, and what has been said so far."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

CaseKind = Literal["hold", "report", "enforcement", "watch"]
CaseState = Literal["open", "decided", "lapsed"]
Vote = Literal["release", "refuse", "uphold", "dismiss"]
Outcome = Literal["released", "refused", "upheld", "dismissed"]
Silence = Literal["refuse", "uphold", "escalate"]
AppealState = Literal["", "drafted", "sent", "granted", "rejected"]


@dataclass(frozen=True)
class Voter:
    """Somebody who would decide: an account of the Client or of its provider."""

    account_id: UUID
    role: str


@dataclass(frozen=True)
class CastVote:
    """One person's word on a case."""

    case_id: UUID
    voter_id: UUID
    voter_kind: str
    vote: Vote
    note: str
    at: datetime
    voter_name: str = ""


@dataclass(frozen=True)
class Case:
    """Something that waits for a person.

    ``kind``: 'hold', the gate asks for a second look; 'report', somebody says that a message breaks the policy (A3);
    'enforcement', the platform has limited or warned us (F1); 'watch', a name is like one on a list (E1). ``matter``
    and ``subject`` say what it is about. ``handled_by``: roles that may decide. ``needs``: how many people must agree
    before it may pass; one is enough to stop it. ``if_nobody_decides``: what the deadline means.
    """

    tenant_id: UUID
    case_id: UUID
    kind: CaseKind
    matter: str
    subject: str
    clauses: list[str]
    findings: list[dict[str, Any]]
    opened_by_kind: str
    opened_at: datetime
    due_at: datetime
    handled_by: list[str]
    needs: int
    if_nobody_decides: Silence
    message_id: UUID | None = None
    conversation_id: UUID | None = None
    number_id: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    author_kind: str = ""
    author_id: UUID | None = None
    opened_by: UUID | None = None
    state: CaseState = "open"
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    appeal_text: str = ""
    appeal_state: AppealState = ""

    @property
    def involved(self) -> frozenset[UUID]:
        """Who wrote it or brought it up: they do not decide it."""
        return frozenset(each for each in (self.author_id, self.opened_by) if each is not None)

    @property
    def holding_rules(self) -> tuple[str, ...]:
        """The rules whose hold a release lifts."""
        return tuple(str(each["rule"]) for each in self.findings if each.get("verdict") == "hold")

    @property
    def gravest(self) -> dict[str, Any]:
        """The finding that opened it."""
        grave = [each for each in self.findings if each.get("verdict") == "hold"]
        return (grave or self.findings or [{}])[0]
