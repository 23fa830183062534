from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from parley.core.conversation import (
    WAITS_FOR,
    WHY,
    Conversation,
    Stopped,
    WaitingReply,
    begun,
    move,
    when_the_customer_writes,
)
from parley.core.messages import Text
from parley.core.policy.consent import newest_for
from parley.core.policy.examples import a_consent, an_outbound
from parley.core.policy.gate import Cleared, clear, decide
from parley.core.policy.rules import free_text_needs_an_open_window, opt_out_is_respected
from parley.core.policy.saying import said_in

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def a_conversation(**facts: Any) -> Conversation:
    """A person has it, and the customer has just written."""
    new = begun(uuid4(), uuid4(), "100", uuid4(), now=NOW, window_expires_at=NOW + DAY)
    return replace(move(new, "take_over", to=uuid4(), now=NOW), **facts)


def a_reply(**facts: Any) -> WaitingReply:
    written = NOW - 2 * DAY
    known: dict[str, Any] = {
        "conversation_id": uuid4(),
        "reply_id": uuid4(),
        "content": Text("It is here."),
        "reply_to": "",
    }
    known |= {"written_by": UUID(int=1), "written_at": written, "until": written + WAITS_FOR}
    return WaitingReply(**(known | facts))


def becomes(reply: WaitingReply, conversation: Conversation, *, elsewhere: bool = False, now: datetime = NOW) -> str:
    return when_the_customer_writes(reply, conversation, elsewhere=elsewhere, now=now)


def test_it_leaves_when_the_customer_writes_to_a_person_or_to_the_queue() -> None:
    assert becomes(a_reply(), a_conversation()) == "leaves"
    queued = move(a_conversation(), "transfer_to_team", now=NOW)
    assert becomes(a_reply(), queued) == "leaves"


def test_the_bot_and_a_reply_never_answer_the_same_message() -> None:
    assert becomes(a_reply(), move(a_conversation(), "hand_to_bot", now=NOW)) == "bot_has_it"


def test_a_colleague_on_the_phone_is_not_talked_over() -> None:
    assert becomes(a_reply(), a_conversation(), elsewhere=True) == "elsewhere"


def test_one_that_is_too_old_stays_to_the_second() -> None:
    reply = a_reply(until=NOW)
    assert becomes(reply, a_conversation()) == "too_old"
    assert becomes(reply, a_conversation(), now=NOW - timedelta(seconds=1)) == "leaves"


def test_one_that_was_stopped_stays_stopped_for_its_first_reason() -> None:
    assert becomes(a_reply(stopped="opted_out", until=NOW), a_conversation()) == "opted_out"


@pytest.mark.parametrize("window", [None, NOW, NOW - DAY])
def test_news_that_opens_no_window_lets_it_wait_on(window: datetime | None) -> None:
    assert becomes(a_reply(), a_conversation(window_expires_at=window)) == "waits"


def test_what_waits_is_asked_about_as_it_will_be_and_is_never_cleared() -> None:
    closed = an_outbound(window_expires_at=NOW, waits=True)
    assert decide(closed).lets_pass
    refused = clear(closed)
    assert not isinstance(refused, Cleared)
    assert refused.clauses == ("C4",)
    assert isinstance(clear(replace(closed, window_expires_at=NOW + DAY)), Cleared)


def test_what_waits_is_screened_for_all_else_when_it_is_written() -> None:
    decision = decide(an_outbound("Your card is 4111 1111 1111 1111.", window_expires_at=NOW, waits=True))
    assert decision.verdict == "block" and "D3" in decision.clauses


def test_a_reply_from_before_the_stop_does_not_answer_what_is_asked_after_it() -> None:
    stopped = a_consent("all", "opt_out", at=NOW - DAY)
    asked_since: dict[str, Any] = {"consents": [stopped], "window_expires_at": NOW + DAY}
    assert newest_for("all", [stopped]) == stopped
    assert isinstance(clear(an_outbound(**asked_since)), Cleared)
    refused = clear(an_outbound(**asked_since, written_at=NOW - 2 * DAY))
    assert not isinstance(refused, Cleared)
    assert [each.rule for each in refused.findings] == [opt_out_is_respected.__name__.rpartition(".")[2]]


def test_the_window_rule_alone_stops_it_outside_the_window() -> None:
    late = an_outbound(window_expires_at=NOW, written_at=NOW - 2 * DAY)
    found = free_text_needs_an_open_window.check(late)
    assert found is not None and not isinstance(clear(late), Cleared)


@pytest.mark.parametrize("language", ["es", "pt", "fr", "ar", "hi"])
@pytest.mark.parametrize("why", WHY)
def test_why_it_stayed_is_said_in_every_language(why: Stopped, language: str) -> None:
    assert said_in(language, WHY[why]) != WHY[why]
