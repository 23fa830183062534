from datetime import timedelta
from uuid import UUID

import pytest

from parley.actions.assess_numbers import assess_numbers
from parley.actions.decide_case import decide_case
from parley.core.policy.cases import Voter
from parley.workers.lapses import Lapses
from tests.holding import WORD, hold_odd_words, hold_odd_words_at_the_wire
from tests.workers.conftest import ACCOUNT, Works, a_person
from tests.workers.test_sender import drained

NUMBERS_OF_CASE = "SELECT kind, state, outcome, clauses, facts ->> 'name' FROM policy_case ORDER BY opened_at"
LOG = "SELECT verdict, findings -> 0 ->> 'rule' FROM gate_decision ORDER BY seq"


async def a_supervisor(works: Works, name: str = "sue") -> Voter:
    return Voter(await a_person(works, f"{name}@northbank.example"), "supervisor")


async def decide(works: Works, vote: str, voter: Voter) -> None:
    ((case_id,),) = await works.query("SELECT case_id FROM policy_case WHERE state = 'open'")
    async with works.database.transaction(works.tenant) as db:
        await decide_case(
            db,
            works.tenant,
            case_id,
            vote=vote,  # type: ignore[arg-type]
            note="I looked at it.",
            voter=voter,
            now=works.clock.now(),
        )


async def test_a_held_message_leaves_once_a_person_releases_it(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    said = await works.say(await works.a_conversation(agent), f"We sell {WORD}", agent)
    assert said.status == "held"
    await drained(works)
    assert await works.platform.sends() == []
    await decide(works, "release", await a_supervisor(works))
    await drained(works)
    (sent,) = await works.platform.sends()
    assert sent["text"] == f"We sell {WORD}"
    assert (await works.message(said.message_id)).status == "accepted"
    assert await works.query("SELECT released FROM outbox") == [(["odd_word"],)]
    assert await works.query(LOG) == [("hold", "odd_word"), ("allow", "case_vote"), ("warn", "odd_word")]


async def test_what_is_held_does_not_answer_the_customer_and_what_is_released_does(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    conversation = await works.a_conversation(agent)
    await works.say(conversation, f"We sell {WORD}", agent)
    assert (await works.conversation(conversation.conversation_id)).state == "active"
    await decide(works, "release", await a_supervisor(works))
    now = await works.conversation(conversation.conversation_id)
    assert (now.state, now.last_message_text) == ("waiting", f"We sell {WORD}")


async def test_a_later_message_does_not_wait_for_one_that_is_held(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    conversation = await works.a_conversation(agent)
    await works.say(conversation, f"We sell {WORD}", agent)
    await works.say(conversation, "One moment please", agent)
    await drained(works)
    assert [sent["text"] for sent in await works.platform.sends()] == ["One moment please"]


async def test_the_same_words_again_wait_for_a_person_of_their_own(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    conversation = await works.a_conversation(agent)
    first = await works.say(conversation, f"We sell {WORD}", agent)
    await decide(works, "release", await a_supervisor(works))
    again = await works.say(conversation, f"We sell {WORD}", agent)
    await drained(works)
    assert [(await works.message(said.message_id)).status for said in (first, again)] == ["accepted", "held"]
    assert await works.query("SELECT released FROM outbox ORDER BY position") == [(["odd_word"],), ([],)]
    await decide(works, "refuse", await a_supervisor(works, "sam"))
    third = await works.say(conversation, f"We sell {WORD}", agent)
    await drained(works)
    assert (third.status, len(await works.platform.sends())) == ("held", 1)


async def test_a_release_after_the_window_has_closed_sends_nothing(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, f"We sell {WORD}", agent)
    await decide(works, "release", await a_supervisor(works))
    works.clock.moved += timedelta(hours=24, seconds=1)
    await drained(works)
    assert await works.platform.sends() == []
    kept = await works.message(said.message_id)
    assert kept.status == "refused"
    assert kept.error is not None and kept.error["clause"] == "C4"


async def test_what_nobody_decides_in_time_is_refused_and_its_author_is_told(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    said = await works.say(await works.a_conversation(agent), f"We sell {WORD}", agent)
    lapses = Lapses(works.database, works.clock)
    assert not await lapses.work(works.tenant)
    works.clock.moved += timedelta(hours=1, seconds=1)
    assert await lapses.work(works.tenant)
    assert not await lapses.work(works.tenant)
    kept = await works.message(said.message_id)
    assert kept.status == "refused"
    assert kept.error is not None and kept.error["sentence"].startswith("Nobody decided in time")
    assert await works.query("SELECT state, outcome FROM policy_case") == [("lapsed", "refused")]
    assert await works.query("SELECT state FROM outbox") == [("refused",)]
    assert await works.query(LOG) == [("hold", "odd_word"), ("block", "case_lapse")]


async def test_a_hold_found_at_the_wire_waits_for_a_person_too(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = await works.say(await works.a_conversation(agent), f"We sell {WORD}", agent)
    hold_odd_words_at_the_wire(monkeypatch)
    await drained(works)
    assert await works.platform.sends() == []
    assert (await works.message(said.message_id)).status == "held"
    await decide(works, "release", await a_supervisor(works))
    await drained(works)
    assert len(await works.platform.sends()) == 1


async def test_what_the_bot_may_not_say_yet_a_person_says(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = await works.a_conversation()
    said = await works.say(conversation, f"We sell {WORD}")
    hold_odd_words_at_the_wire(monkeypatch)
    await drained(works)
    assert (await works.message(said.message_id)).status == "held"
    assert (await works.conversation(conversation.conversation_id)).state == "queued"


async def test_a_bots_answer_that_is_held_hands_the_customer_to_people(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    await works.change("UPDATE bot SET greeting = %s", f"Welcome to {WORD}.")
    await works.receive(works.a_message("hello"))
    await works.inbox.work(works.tenant)
    assert await works.query("SELECT state FROM conversation") == [("queued",)]
    assert await works.query("SELECT status FROM message WHERE direction = 'out'") == [("held",)]
    ((case_id,),) = await works.query("SELECT case_id::text FROM policy_case")
    assert await works.query("SELECT facts -> 'case' ->> 'case_id' FROM gate_decision") == [(case_id,)]


async def report(works: Works, field: str, **value: object) -> None:
    await works.receive({"raw": {"field": field, "value": value}}, kind="other", lane="other")
    await works.change("UPDATE inbox_event SET number_id = %s", ACCOUNT)
    await works.inbox.work(works.tenant)
    assert await works.query("SELECT DISTINCT state FROM inbox_event") == [("done",)]


async def test_an_action_of_whatsapp_opens_one_case_with_what_led_to_it(works: Works, agent: UUID) -> None:
    await works.say(await works.a_conversation(agent), "Hello", agent)
    await drained(works)
    info = [{"restriction_type": "RESTRICTED_UTILITY_TEMPLATES", "expiration": 1990400000}]
    for _ in range(2):
        await report(works, "account_update", event="ACCOUNT_RESTRICTION", restriction_info=info)
    assert await works.query(NUMBERS_OF_CASE) == [("enforcement", "open", None, ["F1"], "RESTRICTED_UTILITY_TEMPLATES")]
    ((facts,),) = await works.query("SELECT facts FROM policy_case")
    assert facts["decisions"] == {"allow": 1} and facts["until"].startswith("2033")
    assert await works.query(LOG) == [("allow", None), ("hold", "case_opened")]


async def test_what_led_to_an_action_counts_messages_and_not_what_people_said_of_them(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    await works.say(await works.a_conversation(agent), f"We sell {WORD}", agent)
    await decide(works, "refuse", await a_supervisor(works))
    await report(works, "account_update", event="ACCOUNT_VIOLATION", violation_info={"violation_type": "SCAM"})
    ((facts,),) = await works.query("SELECT facts FROM policy_case WHERE kind = 'enforcement'")
    assert (facts["decisions"], facts["clauses"]) == ({"hold": 1}, {"B8": 1})


async def test_when_whatsapp_takes_its_action_back_the_case_is_closed(works: Works) -> None:
    phone = "+44 20 7946 0100"
    await report(works, "phone_number_quality_update", event="FLAGGED", display_phone_number=phone)
    await report(works, "phone_number_quality_update", event="UNFLAGGED", display_phone_number=phone)
    assert await works.query("SELECT matter, number_id, state, outcome FROM policy_case") == [
        ("number", "100", "decided", "dismissed")
    ]


async def test_news_of_no_consequence_open_nothing(works: Works) -> None:
    await report(works, "account_update", event="BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", country="DE")
    assert await works.query("SELECT count(*) FROM policy_case") == [(0,)]


async def test_a_refusal_to_send_for_the_account_opens_a_case(works: Works, agent: UUID) -> None:
    await works.platform.post("faults", {"calls": "messages", "code": 131031, "count": 1})
    await works.say(await works.a_conversation(agent), "Hello", agent)
    await drained(works)
    assert await works.query("SELECT kind, number_id, facts ->> 'name' FROM policy_case") == [
        ("enforcement", "100", "error_131031")
    ]


async def test_a_restriction_counts_until_its_end_also_when_its_case_is_closed(works: Works) -> None:
    until = works.clock.now() + timedelta(days=10)
    info = [{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": int(until.timestamp())}]
    await report(works, "account_update", event="ACCOUNT_RESTRICTION", restriction_info=info)
    await works.change("UPDATE policy_case SET state = 'lapsed', outcome = 'upheld', closed_at = now()")
    assert (await assessed(works))["100"] == "stopped"
    works.clock.moved += timedelta(days=11)
    assert (await assessed(works))["100"] == "good"


async def assessed(works: Works) -> dict[str, str]:
    async with works.database.transaction(works.tenant) as db:
        return dict(await assess_numbers(db, works.tenant, works.clock.now()))


async def test_what_nobody_answers_goes_to_the_provider_and_then_stands(works: Works) -> None:
    await report(works, "account_update", event="ACCOUNT_VIOLATION", violation_info={"violation_type": "SCAM"})
    lapses = Lapses(works.database, works.clock)
    works.clock.moved += timedelta(days=1, seconds=1)
    assert await lapses.work(works.tenant)
    ((state, who),) = await works.query("SELECT state, handled_by FROM policy_case")
    assert state == "open" and "provider" in who
    works.clock.moved += timedelta(days=3, seconds=1)
    assert await lapses.work(works.tenant)
    assert await works.query("SELECT state, outcome FROM policy_case") == [("lapsed", "upheld")]
