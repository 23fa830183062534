"""Cases: what only a person may decide. Who may, until when, how many must agree, and what silence means."""

from parley.core.policy.cases.case import Case, CaseKind, CastVote, Outcome, Vote, Voter
from parley.core.policy.cases.deciding import decided_by, votes_of, why_not
from parley.core.policy.cases.handling import Handling, handling_of
from parley.core.policy.cases.lapsing import Escalated, Lapsed, when_nobody_decides

__all__ = [
    "Case",
    "CaseKind",
    "CastVote",
    "Escalated",
    "Handling",
    "Lapsed",
    "Outcome",
    "Vote",
    "Voter",
    "decided_by",
    "handling_of",
    "votes_of",
    "when_nobody_decides",
    "why_not",
]
