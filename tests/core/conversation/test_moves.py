from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.conversation import MOVES, TABLE, Conversation, State, begun, move, moves_now, window_after
from parley.core.errors import IllegalMove

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ANA = UUID(int=1)
STATES: tuple[State, ...] = ("bot", "queued", "offered", "active", "waiting", "snoozed", "wrap_up", "closed")


def a_conversation(state: State = "bot", owner: UUID | None = None) -> Conversation:
    new = begun(uuid4(), uuid4(), "1", uuid4(), now=NOW)
    return replace(new, state=state, owner_kind="person" if owner else "bot", owner_id=owner, owner_version=3)


def test_the_customers_way_from_the_bot_to_a_person_and_to_the_end() -> None:
    conversation = a_conversation()
    for name in ("hand_over", "offer", "accept", "agent_replied", "customer_wrote", "close"):
        conversation = move(conversation, name, to=ANA, now=NOW)
    assert (conversation.state, conversation.owner_kind, conversation.closed_at) == ("closed", "nobody", NOW)


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("state", STATES)
def test_a_move_that_is_not_in_the_table_raises_and_one_that_is_does_not(name: str, state: State) -> None:
    conversation = a_conversation(state, ANA)
    if state in TABLE[name].sources:  # type: ignore[index]
        move(conversation, name, to=ANA, now=NOW)  # type: ignore[arg-type]
    else:
        with pytest.raises(IllegalMove):
            move(conversation, name, to=ANA, now=NOW)  # type: ignore[arg-type]


def test_a_new_owner_is_a_new_version() -> None:
    taken = move(a_conversation(), "take_over", to=ANA, now=NOW)
    assert (taken.owner_version, taken.owner_since, taken.owner_id) == (4, 4, ANA)


def test_a_message_of_the_customer_is_a_new_version_of_the_same_owner() -> None:
    wrote = move(a_conversation("active", ANA), "customer_wrote", now=NOW)
    assert (wrote.owner_version, wrote.owner_since, wrote.owner_id) == (4, 1, ANA)


def test_an_answer_that_did_not_leave_makes_it_the_agents_turn_again() -> None:
    back = move(a_conversation("waiting", ANA), "not_answered", now=NOW)
    assert (back.state, back.owner_id, back.owner_version) == ("active", ANA, 3)


def test_an_agents_second_message_needs_no_new_look() -> None:
    assert move(a_conversation("active", ANA), "agent_replied", now=NOW).owner_version == 3


@pytest.mark.parametrize("state", ["waiting", "snoozed", "wrap_up"])
def test_a_customer_who_writes_again_comes_back_to_the_same_person(state: State) -> None:
    back = move(a_conversation(state, ANA), "customer_wrote", now=NOW)
    assert (back.state, back.owner_id) == ("active", ANA)


def test_the_wait_is_counted_from_the_first_moment_in_the_queue() -> None:
    queued = move(a_conversation(), "hand_over", now=NOW)
    later = move(move(queued, "offer", now=NOW + timedelta(seconds=9)), "withdraw", now=NOW + timedelta(seconds=40))
    assert later.queued_at == NOW


def test_late_news_never_shortens_the_window() -> None:
    assert window_after(NOW + timedelta(hours=24), NOW - timedelta(hours=2)) == NOW + timedelta(hours=24)


@given(st.lists(st.sampled_from(MOVES), max_size=30))
def test_whatever_happens_there_is_exactly_one_owner_and_versions_only_grow(names: list[str]) -> None:
    conversation = a_conversation()
    for name in names:
        try:
            after = move(conversation, name, to=ANA, now=NOW)  # type: ignore[arg-type]
        except IllegalMove:
            continue
        assert after.owner_version >= conversation.owner_version
        assert (after.owner_kind == "person") == (after.owner_id is not None)
        if after.owner_kind != conversation.owner_kind or after.owner_id != conversation.owner_id:
            assert after.owner_version > conversation.owner_version
        conversation = after


def test_only_the_owner_may_send() -> None:
    mine = a_conversation("active", ANA)
    assert "send" in moves_now(mine, ANA)
    assert "send" not in moves_now(mine, uuid4())
    assert moves_now(replace(mine, state="closed"), ANA) == ("reopen",)
