from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from parley.core.policy.cases import (
    Case,
    CastVote,
    Escalated,
    Lapsed,
    Voter,
    decided_by,
    handling_of,
    when_nobody_decides,
    why_not,
)
from parley.core.policy.cases.enforcement import PlatformAction, appeal_for

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ANN, SUE, SAM = UUID(int=1), UUID(int=2), UUID(int=3)


def a_case(**more: Any) -> Case:
    values: dict[str, Any] = {
        "tenant_id": UUID(int=9),
        "case_id": uuid4(),
        "kind": "hold",
        "matter": "message",
        "subject": "m1",
        "clauses": ["B8"],
        "findings": [
            {"rule": "look", "clause": "C2", "verdict": "warn"},
            {"rule": "odd_word", "clause": "B8", "verdict": "hold"},
        ],
        "opened_by_kind": "gate",
        "opened_at": NOW,
        "due_at": NOW + timedelta(hours=1),
        "handled_by": ["supervisor", "admin"],
        "needs": 1,
        "if_nobody_decides": "refuse",
        "author_kind": "agent",
        "author_id": ANN,
    }
    return Case(**(values | more))


def a_vote(voter: UUID, vote: Any) -> CastVote:
    return CastVote(UUID(int=0), voter, "person", vote, "because", NOW)


def test_whoever_wrote_it_may_not_decide_it_whatever_their_role() -> None:
    case = a_case(author_id=SUE)
    assert "somebody else" in why_not(case, Voter(SUE, "supervisor"), [], NOW)
    assert why_not(case, Voter(SAM, "supervisor"), [], NOW) == ""


def test_whoever_reported_it_may_not_decide_it_either() -> None:
    case = a_case(kind="report", opened_by=SAM)
    assert why_not(case, Voter(SAM, "admin"), [], NOW) != ""


def test_only_the_roles_of_the_case_may_decide() -> None:
    assert "supervisor, admin" in why_not(a_case(), Voter(SUE, "agent"), [], NOW)
    assert why_not(a_case(), Voter(SUE, "provider"), [], NOW) != ""


def test_nobody_decides_twice_nor_too_late_nor_what_is_closed() -> None:
    assert "voted" in why_not(a_case(needs=2), Voter(SUE, "admin"), [a_vote(SUE, "release")], NOW)
    assert "over" in why_not(a_case(), Voter(SUE, "admin"), [], NOW + timedelta(hours=1))
    assert "closed" in why_not(a_case(state="lapsed", outcome="refused", closed_at=NOW), Voter(SUE, "admin"), [], NOW)


def test_one_word_stops_it_and_four_eyes_let_it_pass() -> None:
    case = a_case(needs=2)
    assert decided_by(case, [a_vote(SUE, "release")]) is None
    assert decided_by(case, [a_vote(SUE, "release"), a_vote(SUE, "release")]) is None
    assert decided_by(case, [a_vote(SUE, "release"), a_vote(SAM, "release")]) == "released"
    assert decided_by(case, [a_vote(SUE, "release"), a_vote(SAM, "refuse")]) == "refused"
    assert decided_by(a_case(), [a_vote(SUE, "release")]) == "released"


def test_a_word_of_the_author_counts_for_nothing() -> None:
    assert decided_by(a_case(), [a_vote(ANN, "release")]) is None


@pytest.mark.parametrize(("vote", "outcome"), [("uphold", "upheld"), ("dismiss", "dismissed")])
def test_a_report_is_upheld_or_dismissed(vote: Any, outcome: str) -> None:
    assert decided_by(a_case(kind="report"), [a_vote(SUE, vote)]) == outcome


def test_a_release_lifts_the_rules_that_held_and_no_others() -> None:
    assert a_case().holding_rules == ("odd_word",)
    assert a_case().gravest["clause"] == "B8"


def test_a_message_is_decided_within_the_hour_and_before_its_window_closes() -> None:
    assert handling_of("hold", "message", ["B8"], NOW).due_at == NOW + timedelta(hours=1)
    closes = NOW + timedelta(minutes=10)
    assert handling_of("hold", "message", ["B8"], NOW, closes).due_at == closes
    assert handling_of("hold", "template", ["C2"], NOW).due_at == NOW + timedelta(days=1)


def test_what_is_silent_is_refused() -> None:
    for matter in ("message", "template", "item", "application"):
        assert handling_of("hold", matter, ["B8"], NOW).if_nobody_decides == "refuse"


def test_a_name_on_a_list_needs_four_eyes_and_the_strictest_clause_counts() -> None:
    assert handling_of("watch", "name", ["E1"], NOW).people == 2
    handling = handling_of("hold", "message", ["B8", "E1"], NOW)
    assert (handling.people, "provider" in handling.who) == (2, True)
    assert handling.due_at == NOW + timedelta(hours=1)


def test_a_hold_that_nobody_decides_is_refused() -> None:
    assert when_nobody_decides(a_case(), NOW) == Lapsed("refused")


def test_a_report_that_nobody_decides_goes_to_the_provider_once_and_then_stands() -> None:
    case = a_case(kind="report", if_nobody_decides="escalate")
    then = when_nobody_decides(case, NOW)
    assert isinstance(then, Escalated)
    assert "provider" in then.handled_by and then.due_at > NOW
    assert when_nobody_decides(replace(case, if_nobody_decides=then.if_nobody_decides), NOW) == Lapsed("upheld")


def test_an_appeal_begins_with_the_figures_and_leaves_room_for_the_cause() -> None:
    draft = appeal_for({"name": "RESTRICTED_UTILITY_TEMPLATES", "decisions": {"block": 7, "hold": 2}}, "Northbank")
    assert "Northbank" in draft and "restricted utility templates" in draft and "stopped 7" in draft
    assert PlatformAction("ban", "DISABLE").finding["clause"] == "F1"
