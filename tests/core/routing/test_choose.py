from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from parley.core.routing import Agent, Hold, Need, Offer, choose

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CARDS = UUID(int=9)


def an_agent(number: int, **facts: Any) -> Agent:
    known: dict[str, Any] = {
        "account_id": UUID(int=number),
        "name": f"Agent {number}",
        "team_id": None,
        "skills": frozenset({"cards"}),
        "languages": frozenset({"en"}),
        "capacity": 4,
        "presence": "online",
        "open_conversations": 0,
        "last_assigned_at": None,
    }
    return Agent(**(known | facts))


def a_need(**facts: Any) -> Need:
    known: dict[str, Any] = {
        "conversation_id": UUID(int=99),
        "skill": "cards",
        "language": "en",
        "team_id": None,
        "queued_at": NOW - timedelta(seconds=30),
    }
    return Need(**(known | facts))


def chosen(need: Need, *agents: Agent) -> int:
    offer = choose(need, agents, NOW)
    assert isinstance(offer, Offer)
    return offer.account_id.int


def test_the_skill_comes_before_the_load() -> None:
    idle = an_agent(1, skills=frozenset({"loans"}))
    busy = an_agent(2, open_conversations=3)
    assert chosen(a_need(), idle, busy) == 2


def test_the_language_comes_before_the_load() -> None:
    assert (
        chosen(a_need(language="es"), an_agent(1), an_agent(2, languages=frozenset({"es"}), open_conversations=2)) == 2
    )


def test_among_equals_the_least_loaded_by_share_of_capacity() -> None:
    assert chosen(a_need(), an_agent(1, open_conversations=2, capacity=3), an_agent(2, open_conversations=2)) == 2


def test_among_equally_loaded_the_longest_without_a_new_one() -> None:
    assert (
        chosen(a_need(), an_agent(1, last_assigned_at=NOW), an_agent(2, last_assigned_at=NOW - timedelta(hours=1))) == 2
    )


def test_who_is_away_is_never_asked() -> None:
    assert chosen(a_need(), an_agent(1, presence="away"), an_agent(2, open_conversations=3)) == 2


def test_who_passed_on_it_is_not_asked_again() -> None:
    assert chosen(a_need(declined_by=(UUID(int=1),)), an_agent(1), an_agent(2, open_conversations=3)) == 2


def test_the_team_is_preferred() -> None:
    assert chosen(a_need(team_id=CARDS), an_agent(1), an_agent(2, team_id=CARDS)) == 2


def test_without_the_skill_somebody_is_better_than_nobody_and_the_reason_says_so() -> None:
    offer = choose(a_need(skill="loans"), [an_agent(1)], NOW)
    assert isinstance(offer, Offer)
    assert "without the skill loans" in offer.reason


def test_the_reason_is_a_short_sentence_in_plain_words() -> None:
    offer = choose(a_need(), [an_agent(1)], NOW)
    assert isinstance(offer, Offer)
    assert offer.reason == "Knows cards, speaks English, has 0 of 4 open"
    stranger = choose(a_need(skill="", language="xx"), [an_agent(1)], NOW)
    assert isinstance(stranger, Offer)
    assert stranger.reason == "Does not speak xx, has 0 of 4 open"


def test_nobody_online_and_everybody_full_are_told_apart() -> None:
    assert choose(a_need(), [an_agent(1, presence="offline")], NOW) == Hold(
        "nobody is online", {"need": {"skill": "cards", "language": "en", "team_id": None}, "waited_seconds": 30.0}
    )
    full = choose(a_need(), [an_agent(1, open_conversations=4)], NOW)
    assert isinstance(full, Hold)
    assert "at their capacity" in full.reason
