"""Cases: what waits for a person, as the desk and the provider see it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.api.models.content import ContentJson
from parley.api.models.decision import FindingOut
from parley.core.policy.cases import Case, CaseKind, CastVote, Outcome, Vote, Voter, votes_of, why_not
from parley.core.policy.cases.case import AppealState, CaseState
from parley.core.policy.verdicts import Verdict
from parley.storage.case_lists import ListedCase

CaseView = Literal["open", "mine", "closed"]
PROVIDER = "The provider"


class PersonOut(Model):
    """Somebody who is in a case. ``name`` is '' where it is not theirs to know."""

    kind: str
    account_id: UUID | None
    name: str


class VoteOut(Model):
    """One person's word."""

    by: PersonOut
    vote: Vote
    note: str
    at: Time

    @classmethod
    def of(cls, cast: CastVote) -> "VoteOut":
        """A person of the provider is named by that only."""
        own = cast.voter_kind == "person"
        by = PersonOut(
            kind=cast.voter_kind,
            account_id=cast.voter_id if own else None,
            name=cast.voter_name if own else PROVIDER,
        )
        return cls(by=by, vote=cast.vote, note=cast.note, at=cast.at)


class CaseRow(Model):
    """A case in a list. ``may_vote``: what the caller may say on it now; if nothing, ``why_not`` says why."""

    tenant_id: UUID
    case_id: UUID
    kind: CaseKind
    matter: str
    state: CaseState
    outcome: Outcome | None
    clauses: list[str]
    finding: FindingOut | None
    reason: str
    author: PersonOut
    opened_by: PersonOut
    customer: str
    opened_at: Time
    due_at: Time
    closed_at: Time | None
    handled_by: list[str]
    needs: int
    if_nobody_decides: Literal["refuse", "uphold", "escalate"]
    votes: list[VoteOut]
    may_vote: list[Vote]
    why_not: str
    conversation_id: UUID | None
    message_id: UUID | None
    number_id: str

    @classmethod
    def of(cls, listed: ListedCase, cast: Sequence[CastVote], voter: Voter, now: datetime) -> "CaseRow":
        """From what was read; names of customers are not the provider's to know."""
        return cls.model_validate(row_of(listed, cast, voter, now))


class CaseMessage(Model):
    """The message that a case is about. ``content`` and ``text`` are empty for who may not read it."""

    message_id: UUID
    direction: Literal["in", "out", "note"]
    type: str
    content: ContentJson | None
    text: str
    status: str
    at: Time


class VerdictOut(Model):
    """What the gate, or people, decided on the message before."""

    seq: int
    at: Time
    moment: str
    verdict: Verdict
    clauses: list[str]
    findings: list[FindingOut]


class AppealOut(Model):
    """What is written to WhatsApp about it. ``suggested`` is a draft to begin with."""

    text: str
    state: AppealState
    suggested: str


class CaseDetail(CaseRow):
    """A case, opened. ``words``: what it is about reads so, where that is no message."""

    subject: str
    words: list[str]
    findings: list[FindingOut]
    facts: dict[str, Any]
    message: CaseMessage | None
    verdicts: list[VerdictOut]
    appeal: AppealOut | None


class CaseCounts(Model):
    """Open cases, and those that wait for the caller."""

    open: int
    mine: int


class Cases(Model):
    """A page: open ones by deadline, closed ones newest first."""

    items: list[CaseRow]
    next_cursor: str | None
    counts: CaseCounts


class VoteIn(Body):
    """What becomes of it, and why: the note goes on record."""

    vote: Vote
    note: str = Field(min_length=1, max_length=1000)


class ReportIn(Body):
    """What is wrong with the message. ``for_customer``: the customer complained, the caller passes it on."""

    reason: str = Field(min_length=1, max_length=1000)
    for_customer: bool = False


class Reported(Model):
    """The case of a reported message: somebody decides until then."""

    case_id: UUID
    opened_at: Time
    due_at: Time


class AppealIn(Body):
    """What is written to WhatsApp, and how far that is."""

    text: str = Field(max_length=4000)
    state: AppealState


def row_of(listed: ListedCase, cast: Sequence[CastVote], voter: Voter, now: datetime) -> dict[str, Any]:
    """The values of a row."""
    reason = why_not(listed, voter, cast, now)
    of_provider = voter.role == "provider"
    return {
        **{name: getattr(listed, name) for name in CaseRow.model_fields if hasattr(listed, name)},
        "finding": listed.gravest or None,
        "author": PersonOut(kind=listed.author_kind, account_id=listed.author_id, name=listed.author_name),
        "opened_by": PersonOut(kind=listed.opened_by_kind, account_id=listed.opened_by, name=listed.opener_name),
        "customer": "" if of_provider else listed.customer_name,
        "reason": listed.reason if may_read(listed, voter) else "",
        "votes": [VoteOut.of(each) for each in cast],
        "may_vote": [] if reason else list(votes_of(listed.kind)),
        "why_not": reason,
    }


def may_read(case: Case, voter: Voter) -> bool:
    """Words of a conversation are for the Client's own people, and for the provider where it must decide."""
    return voter.role != "provider" or "provider" in case.handled_by
