"""What the decision log says of a case: that it was opened, each vote, its outcome. Never what people wrote."""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from parley.actions.open_case import on_record
from parley.core.policy.cases import Case, CastVote, Escalated, Outcome
from parley.core.policy.facts import Moment
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision, Finding, Verdict
from parley.storage.decisions import Decided

MOMENTS: dict[str, Moment] = {
    "message": "outbound",
    "template": "template",
    "item": "catalogue",
    "standing": "update",
    "application": "onboarding",
    "name": "onboarding",
    "bot": "automation",
    "plan": "campaign",
    "number": "platform",
}
SENTENCES: dict[Outcome, str] = {
    "released": "People looked at it and let it pass.",
    "refused": "People looked at it and stopped it.",
    "upheld": "People looked at it and found that it stands.",
    "dismissed": "People looked at it and found nothing to object to.",
}
VERDICTS: dict[Outcome, Verdict] = {"released": "allow", "dismissed": "allow", "refused": "block", "upheld": "block"}


def of_opening(case: Case, now: datetime) -> Decided:
    """Somebody brought it up, or the platform did."""
    sentence = str(case.gravest.get("sentence", "A case was opened."))
    return _row(case, "hold", sentence, now, "case_opened", case.opened_by_kind, case.opened_by, {})


def of_vote(case: Case, cast: CastVote, outcome: Outcome | None) -> Decided:
    """One person's word, and what it led to. The note is kept with the vote; here is its digest."""
    facts: dict[str, Any] = {"vote": cast.vote, "note_sha256": hashlib.sha256(cast.note.encode()).hexdigest()}
    if cast.voter_kind == "provider":  # the Client's log names no account of another tenant
        facts["by_provider_account"] = str(cast.voter_id)
    verdict: Verdict = VERDICTS[outcome] if outcome else "hold"
    sentence = SENTENCES[outcome] if outcome else "One person would let it pass; a second one must agree."
    own = cast.voter_kind == "person"
    kind, voter_id = ("agent", cast.voter_id) if own else ("system", None)
    return _row(case, verdict, sentence, cast.at, "case_vote", kind, voter_id, facts | {"outcome": outcome})


def of_lapse(case: Case, outcome: Outcome, now: datetime) -> Decided:
    """Nobody decided in time."""
    sentence = "Nobody decided in time, so it was stopped." if outcome == "refused" else "Nobody decided; it stands."
    return _row(case, VERDICTS[outcome], sentence, now, "case_lapse", "system", None, {"outcome": outcome})


def of_escalation(case: Case, to: Escalated, now: datetime) -> Decided:
    """Nobody decided in time: the provider does."""
    facts = {"handled_by": list(to.handled_by), "due_at": to.due_at.isoformat()}
    sentence = "Nobody decided in time; the provider looks at it next."
    return _row(case, "hold", sentence, now, "case_escalation", "system", None, facts)


def of_overtaken(case: Case, now: datetime) -> Decided:
    """What it asked about is not what it was."""
    sentence = "It was changed before people had decided; what it is now is asked about anew."
    return _row(case, "block", sentence, now, "case_overtaken", "system", None, {"outcome": "refused"})


def of_platforms_end(case: Case, now: datetime) -> Decided:
    """The platform has taken its own action back."""
    sentence = "WhatsApp has taken its action back."
    return _row(case, "allow", sentence, now, "case_ended_by_platform", "system", None, {"outcome": "dismissed"})


def of_appeal(case: Case, state: str, now: datetime, account_id: UUID | None) -> Decided:
    """Something was written to the platform, or came back."""
    sentence = f"The appeal is {state}." if state else "The appeal was taken back."
    kind = "agent" if account_id else "system"
    return _row(case, "hold", sentence, now, "case_appeal", kind, account_id, {"appeal": state})


def _row(
    case: Case,
    verdict: Verdict,
    sentence: str,
    now: datetime,
    rule: str,
    author_kind: str,
    author_id: UUID | None,
    facts: dict[str, Any],
) -> Decided:
    all_facts = {"case": on_record(case)} | facts
    clauses = case.clauses or ["A3"]
    findings = tuple(Finding(rule, clause, verdict, sentence) for clause in clauses)
    decision = Decision(verdict, findings, (rule,), RULEBOOK_VERSION, now, all_facts)
    return Decided(
        decision=decision,
        moment="inbound" if case.kind == "report" else MOMENTS.get(case.matter, "platform"),
        author_kind=author_kind,
        author_id=author_id,
        number_id=case.number_id,
        conversation_id=case.conversation_id,
        message_id=case.message_id,
    )
