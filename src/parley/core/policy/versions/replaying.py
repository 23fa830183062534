"""Logged decisions made again, by today's rules and lists under another version: what would have been otherwise.

A decision keeps its facts and none of the words. Where the message itself is still there, both together make the
matter again; where it is not (a draft that was refused, a person who was erased) nothing is guessed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from parley.core.messages import Content, content_from
from parley.core.policy.conduct import Conduct
from parley.core.policy.facts import (
    BotFacts,
    ClientFacts,
    ConsentFacts,
    ContactFacts,
    FileFacts,
    NumberFacts,
    Outbound,
    TemplateFacts,
)
from parley.core.policy.fingerprints import Echo
from parley.core.policy.gate import decide, decide_all
from parley.core.policy.opinions import opinion_from
from parley.core.policy.rulebook import Rulebook
from parley.core.policy.verdicts import Decision
from parley.core.policy.versions import rulebook_named

# A profile that lacks nothing, or everything: which of them it was, the decision says.
COMPLETE: Mapping[str, Any] = {"support_contact": "as it was", "email": "support@business.example"}
NoWay = Literal["the words are not kept", "its facts are not whole", "its consents have changed", "its version is gone"]


@dataclass(frozen=True)
class Logged:
    """A row of the log about a message, with what else is still known of it. ``content`` is None where it is gone."""

    seq: int
    at: datetime
    verdict: str
    clauses: tuple[str, ...]
    facts: dict[str, Any]
    author_kind: Any
    author_id: UUID | None
    number_id: str
    conversation_id: UUID | None
    message_id: UUID | None
    rulebook_version: str
    tenant_id: UUID
    content: dict[str, Any] | None
    contact_id: UUID | None
    consents: tuple[ConsentFacts, ...]
    phone: str
    user_id: str
    client: ClientFacts
    country: str
    timezone: str


@dataclass(frozen=True)
class Otherwise:
    """A decision that the other version would have made otherwise.

    ``by_version``: today's rules under the version of then still say what was said then, so it is the version that
    makes the difference; else the rules, the lists or the facts have changed since as well.
    """

    seq: int
    at: datetime
    message_id: UUID | None
    was: str
    was_clauses: tuple[str, ...]
    would_be: str
    clauses: tuple[str, ...]
    by_version: bool


@dataclass
class Replay:
    """What came of it."""

    compared: int = 0
    otherwise: list[Otherwise] = field(default_factory=list)
    not_rebuilt: Counter[NoWay] = field(default_factory=Counter)
    clauses: Counter[str] = field(default_factory=Counter)


def replayed(rows: Sequence[Logged], rulebook: Rulebook, into: Replay) -> None:
    """Each row decided again; ``into`` holds the result so far."""
    again = list[tuple[Logged, Outbound]]()
    for row in rows:
        message = _message(row)
        if isinstance(message, str):
            into.not_rebuilt[message] += 1
        else:
            again.append((row, message))
    into.compared += len(again)
    decisions = decide_all([message for _, message in again], rulebook)
    for (row, message), now in zip(again, decisions, strict=True):
        if not _is_as_logged(row, now):
            into.otherwise.append(_otherwise(row, message, now))
            into.clauses.update(set(now.clauses) ^ set(row.clauses))


def _message(row: Logged) -> Outbound | NoWay:
    try:
        rulebook_named(row.rulebook_version)
    except KeyError:
        return "its version is gone"
    return rebuilt(row)


def _is_as_logged(row: Logged, decision: Decision) -> bool:
    return decision.verdict == row.verdict and set(decision.clauses) == set(row.clauses)


def _otherwise(row: Logged, message: Outbound, now: Decision) -> Otherwise:
    then = decide(message, rulebook_named(row.rulebook_version))
    same = _is_as_logged(row, then)
    return Otherwise(
        row.seq, row.at, row.message_id, row.verdict, row.clauses, now.verdict, now.clauses, by_version=same
    )


def rebuilt(row: Logged) -> Outbound | NoWay:
    """The message as the gate was asked about it, or why it can not be made again."""
    facts = row.facts
    if row.content is None or row.contact_id is None:
        return "the words are not kept"
    if {c.purpose: c.action for c in row.consents} != facts.get("consents"):
        return "its consents have changed"
    try:
        return _outbound(row, content_from(row.content), row.contact_id)
    except (KeyError, TypeError, ValueError, msgspec.MsgspecError):
        return "its facts are not whole"


def _outbound(row: Logged, content: Content, contact_id: UUID) -> Outbound:
    facts = row.facts
    ends = facts["window_expires_at"]
    return Outbound(
        tenant_id=row.tenant_id,
        number=_number(row),
        contact=ContactFacts(contact_id, facts["number_source"], row.consents),
        content=content,
        author_kind=row.author_kind,
        now=row.at,
        author_id=row.author_id,
        message_id=row.message_id,
        conversation_id=row.conversation_id,
        window_expires_at=datetime.fromisoformat(ends) if ends else None,
        template=_template(facts),
        bot=None if facts["bot_paths"] is None else BotFacts(tuple({"kind": kind} for kind in facts["bot_paths"])),
        owner_version=facts["owner_version"],
        owner_version_now=facts["owner_version_now"],
        confirms_opt_out=facts["confirms_opt_out"],
        client_status=facts["client_status"],
        to=row.phone if "phone" in facts["known_by"] else "",
        to_user_id=row.user_id if "user_id" in facts["known_by"] else "",
        client=row.client,
        released=frozenset(facts["released"]),
        conduct=Conduct(**facts["conduct"]) if facts["conduct"] else None,
        echoes=tuple(Echo(kind) for kind in facts["echoes"]),
        timezone=row.timezone,
        door=facts["door"],
        file=_file(facts),
        linked=tuple(FileFacts("", **each) for each in facts.get("linked", ())),
        opinions=tuple(opinion_from(each) for each in facts.get("opinions", ())),
    )


def _file(facts: dict[str, Any]) -> FileFacts | None:
    """What was known of it then; decisions of before files were looked at say nothing."""
    return FileFacts("", **facts["file"]) if facts.get("file") else None


def _number(row: Logged) -> NumberFacts:
    """Whether its profile was complete is known from what was said about it."""
    facts = row.facts
    confirmed = row.at if facts["profile_complete"] else None
    profile = dict(COMPLETE) if "B2" not in row.clauses or not facts["profile_complete"] else {}
    standing = facts["number_standing"]
    return NumberFacts(row.number_id, facts["business"], profile, confirmed, row.country, standing=standing)


def _template(facts: dict[str, Any]) -> TemplateFacts | None:
    if facts["template"] is None:
        return None
    name, _, language = facts["template"].rpartition("/")
    return TemplateFacts(name, language, facts["template_category"], facts["template_status"])
