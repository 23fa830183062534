"""What the provider sees."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Sentence, Time
from parley.api.models.decision import FindingOut
from parley.core.policy.verdicts import Verdict


class DecisionCounts(Model):
    """How many decisions of each verdict."""

    allow: int = 0
    warn: int = 0
    redact: int = 0
    hold: int = 0
    block: int = 0


class NumberState(Model):
    """A number with its business profile and what that lacks (B2), and how it stands: good, slow or stopped (F1)."""

    number_id: str
    account_id: str
    display_phone_number: str
    display_name: str
    status: str
    profile: dict[str, Any]
    profile_confirmed_at: Time | None
    missing: list[str]
    quality: str
    standing: Literal["good", "slow", "stopped"]
    standing_findings: list[FindingOut]


class BotSummary(Model):
    """The ChatBot: when it was published, the kinds of its ways out (C7), how much it knows."""

    published_at: Time | None
    paths: list[str]
    intents: int


class TemplateState(Model):
    """A template's state."""

    name: str
    language: str
    category: str
    status: str


class ClientOut(Model):
    """A business the service is run for."""

    tenant_id: UUID
    slug: str
    name: str
    legal_name: str
    country: str
    timezone: str
    privacy_url: str
    status: Literal["active", "suspended", "terminated"]
    open_conversations: int
    waiting_conversations: int
    agents_online: int
    agents: int
    quarantined: int
    decisions_24h: DecisionCounts
    numbers: list[NumberState]
    bot: BotSummary
    templates: list[TemplateState]


class Clients(Model):
    """All of them, by name."""

    items: list[ClientOut]


class Suspension(Body):
    """Why."""

    reason: str = Field(min_length=1, max_length=500)


class SuspensionOut(Model):
    """The Client as it is now."""

    tenant_id: UUID
    status: Literal["suspended"]
    reason: str


class DecisionAuthor(Model):
    """Who wanted to say it."""

    kind: str
    name: str


class DecisionRow(Model):
    """A row of the decision log. ``hash`` in hexadecimal."""

    seq: int
    at: Time
    moment: str
    verdict: Verdict
    clauses: list[str]
    findings: list[FindingOut]
    facts: dict[str, Any]
    author: DecisionAuthor
    number_id: str
    conversation_id: UUID | None
    message_id: UUID | None
    rulebook_version: str
    hash: str


class Decisions(Model):
    """Newest first. A page may be short and still have a next one, where rows were searched by clause."""

    items: list[DecisionRow]
    next_before: int | None


class Chain(Model):
    """The result of walking the hash chain. ``first_break``: the first row that does not follow, null if all do."""

    rows: int
    first_break: int | None
    head: str


class RuleOut(Model):
    """A rule of the gate."""

    name: str
    clause: str
    title: str
    moments: list[str]
    reason: str


class Rulebook(Model):
    """All rules, by clause."""

    version: str
    rules: list[RuleOut]


class QuarantinedOut(Model):
    """A webhook event that could not be handled. People's words in it are hidden."""

    event_id: int
    number_id: str
    kind: str
    reason: str
    attempts: int
    received_at: Time
    payload: dict[str, Any]


class NoticeOut(Model):
    """News of WhatsApp's on an account, a number, a template or a group. ``grave``: somebody should look at it."""

    notice_id: int
    number_id: str
    field: str
    event: str
    sentence: Sentence
    facts: dict[str, str]
    grave: bool
    at: Time


class Notices(Model):
    """Newest first."""

    items: list[NoticeOut]
    next_before: int | None


class Quarantine(Model):
    """Newest first."""

    items: list[QuarantinedOut]
    next_before: int | None
