"""Who may say what on a case, and when enough has been said."""

from collections.abc import Sequence
from datetime import datetime

from parley.core.policy.cases.case import Case, CaseKind, CastVote, Outcome, Vote, Voter

# What may be said on each kind: the lenient word first, the strict one second.
WORDS: dict[CaseKind, tuple[Vote, Vote]] = {
    "hold": ("release", "refuse"),
    "watch": ("release", "refuse"),
    "report": ("dismiss", "uphold"),
    "enforcement": ("dismiss", "uphold"),
}
MEANS: dict[Vote, Outcome] = {
    "release": "released",
    "refuse": "refused",
    "uphold": "upheld",
    "dismiss": "dismissed",
}


def votes_of(kind: CaseKind) -> tuple[Vote, Vote]:
    """The words that fit such a case."""
    return WORDS[kind]


def why_not(case: Case, voter: Voter, cast: Sequence[CastVote], now: datetime) -> str:
    """Why this person may not vote on it now, '' if they may."""
    if case.state != "open":
        return "The case is closed."
    if now >= case.due_at:
        return "The time to decide is over."
    if voter.account_id in case.involved:
        return "You wrote or reported it yourself: somebody else decides."
    if voter.role not in case.handled_by:
        return f"This case is decided by: {', '.join(case.handled_by)}."
    if any(each.voter_id == voter.account_id for each in cast):
        return "You have voted; a second person must agree."
    return ""


def decided_by(case: Case, cast: Sequence[CastVote]) -> Outcome | None:
    """What the votes come to, None while more are needed.

    One strict word is enough. To let it pass, as many different people as the case needs must agree.
    """
    lenient, strict = WORDS[case.kind]
    if any(each.vote == strict for each in cast):
        return MEANS[strict]
    agreed = {each.voter_id for each in cast if each.vote == lenient and each.voter_id not in case.involved}
    return MEANS[lenient] if len(agreed) >= case.needs else None
