import asyncio
from pathlib import Path
from typing import Any

import pytest

from parley.actions.lapse_cases import lapse_cases
from parley.clock import Clock
from parley.core.policy.decision_log import first_break
from parley.storage import provider as provider_log
from tests.api.conftest import Answer, Desk, LogIn
from tests.api.world import Business
from tests.holding import SENTENCE, WORD, hold_odd_words

SAID = f"We sell {WORD} by the jar"


@pytest.fixture(autouse=True)
def _holding(monkeypatch: pytest.MonkeyPatch) -> None:
    hold_odd_words(monkeypatch)


@pytest.fixture
async def sue(bank: Business, log_in: LogIn) -> Desk:
    return await log_in(bank, "sue")


@pytest.fixture
async def pat(prov: Business, log_in: LogIn) -> Desk:
    return await log_in(prov, "pat")


async def held(bank: Business, desk: Desk, owner: str = "ann") -> Any:
    """A message that waits, as its author was answered."""
    answer = await desk.say(await bank.add_conversation(owner), SAID)
    assert answer.status == 202, answer.body
    return answer.body


async def vote(desk: Desk, case_id: str, word: str, note: str = "I looked.") -> Answer:
    return await desk.post(f"/api/cases/{case_id}/vote", {"vote": word, "note": note})


async def needs_two(bank: Business) -> None:
    await bank.fetch("UPDATE policy_case SET needs = 2, handled_by = '{supervisor,provider}' RETURNING 1")


async def test_the_author_is_told_that_it_waits_why_and_until_when(bank: Business, ann: Desk) -> None:
    message = await held(bank, ann)
    assert message["status"] == "held"
    assert (message["held"]["clause"], message["held"]["sentence"]) == ("B8", SENTENCE)
    assert message["held"]["until"] > message["at"]
    thread = await ann.get(f"/api/conversations/{(await conversation_of(bank))}/messages")
    assert thread.body["items"][0]["held"] == message["held"]


async def test_the_same_key_again_finds_the_held_message(bank: Business, ann: Desk) -> None:
    conversation = await bank.add_conversation("ann")
    first, again = await ann.say(conversation, SAID), await ann.say(conversation, SAID)
    assert (first.status, again.status) == (202, 202)
    assert first.body["message_id"] == again.body["message_id"]
    assert await bank.fetch("SELECT count(*) FROM policy_case") == [(1,)]


async def test_a_supervisor_releases_it_and_everything_is_on_record(bank: Business, ann: Desk, sue: Desk) -> None:
    message = await held(bank, ann)
    (row,) = (await sue.get("/api/cases?state=mine")).body["items"]
    assert (row["kind"], row["finding"]["clause"], row["author"]["name"]) == ("hold", "B8", "Ann")
    assert row["may_vote"] == ["release", "refuse"]
    detail = (await sue.get(f"/api/cases/{row['case_id']}")).body
    assert detail["message"]["text"] == SAID
    assert [each["verdict"] for each in detail["verdicts"]] == ["hold"]
    done = await vote(sue, row["case_id"], "release", "It is a known product, card 4111 1111 1111 1111.")
    assert (done.status, done.body["state"], done.body["outcome"]) == (201, "decided", "released")
    assert done.body["votes"][0]["note"] == "It is a known product, card •••• 1111."
    assert await bank.fetch("SELECT m.status, o.state FROM message m JOIN outbox o USING (tenant_id, message_id)") == [
        ("queued", "pending")
    ]
    assert (await sue.get("/api/cases")).body["counts"] == {"open": 0, "mine": 0}
    (closed,) = (await sue.get("/api/cases?state=closed")).body["items"]
    assert closed["case_id"] == message["held"]["case_id"]
    async with bank.database.transaction(bank.tenant_id) as db:
        rows = await provider_log.chain_page(db, bank.tenant_id, 0, 100)
    assert first_break(rows) is None
    assert [row["findings"][0]["rule"] for row in rows] == ["odd_word", "case_vote"]
    assert "jar" not in str(rows) and "known product" not in str(rows)


async def test_a_refusal_reaches_the_author_with_its_reason(bank: Business, ann: Desk, sue: Desk) -> None:
    message = await held(bank, ann)
    assert (await vote(sue, message["held"]["case_id"], "refuse")).body["outcome"] == "refused"
    thread = (await ann.get(f"/api/conversations/{(await conversation_of(bank))}/messages")).body
    shown = thread["items"][0]
    assert (shown["status"], shown["held"]) == ("refused", None)
    assert shown["error"]["sentence"] == (
        "A second person looked at it and decided that it is not sent. This needs a second look."
    )
    assert shown["error"]["next_sentence"] == "“I looked.” Leave the word out."
    assert await bank.fetch("SELECT state FROM outbox") == [("refused",)]


async def test_a_supervisor_does_not_release_what_they_wrote(bank: Business, sue: Desk, log_in: LogIn) -> None:
    message = await held(bank, sue, "sue")
    answer = await vote(sue, message["held"]["case_id"], "release")
    assert (answer.status, answer.body["error"]["code"]) == (403, "not_yours_to_decide")
    assert answer.body["error"]["next_step"]
    (row,) = (await sue.get("/api/cases")).body["items"]
    assert row["may_vote"] == [] and "somebody else" in row["why_not"]
    assert (await sue.get("/api/cases")).body["counts"] == {"open": 1, "mine": 0}
    await bank.add_person("ada", "admin")
    assert (await vote(await log_in(bank, "ada"), message["held"]["case_id"], "release")).status == 201


async def test_an_agent_sees_their_own_cases_only_and_decides_none(bank: Business, ann: Desk, log_in: LogIn) -> None:
    case_id = (await held(bank, ann))["held"]["case_id"]
    bob = await log_in(bank, "bob")
    assert (await bob.get("/api/cases")).body["items"] == []
    assert (await bob.get(f"/api/cases/{case_id}")).status == 404
    assert (await vote(bob, case_id, "release")).status == 403
    assert (await ann.get(f"/api/cases/{case_id}")).body["message"]["text"] == SAID
    assert (await ann.get("/api/cases")).body["items"][0]["may_vote"] == []


async def test_where_two_must_agree_one_is_not_enough(bank: Business, ann: Desk, sue: Desk, log_in: LogIn) -> None:
    case_id = (await held(bank, ann))["held"]["case_id"]
    await needs_two(bank)
    first = await vote(sue, case_id, "release")
    assert (first.body["state"], len(first.body["votes"])) == ("open", 1)
    assert (await vote(sue, case_id, "release")).body["error"]["code"] == "not_yours_to_decide"
    assert await bank.fetch("SELECT state FROM outbox") == [("held",)]
    await bank.add_person("sam", "supervisor")
    second = await vote(await log_in(bank, "sam"), case_id, "release")
    assert (second.body["state"], second.body["outcome"]) == ("decided", "released")
    assert await bank.fetch("SELECT state FROM outbox") == [("pending",)]


async def test_of_two_who_decide_at_once_one_is_told_that_it_is_over(
    bank: Business, ann: Desk, sue: Desk, log_in: LogIn
) -> None:
    case_id = (await held(bank, ann))["held"]["case_id"]
    await bank.add_person("sam", "supervisor")
    sam = await log_in(bank, "sam")
    answers = await asyncio.gather(vote(sue, case_id, "release"), vote(sam, case_id, "refuse"))
    assert sorted(answer.status for answer in answers) == [201, 409]
    assert await bank.fetch("SELECT count(*) FROM policy_case_vote") == [(1,)]


async def test_the_provider_is_the_second_pair_of_eyes_where_the_case_is_its_own(
    bank: Business, ann: Desk, sue: Desk, pat: Desk
) -> None:
    case_id = (await held(bank, ann))["held"]["case_id"]
    path = f"/api/provider/cases/{bank.tenant_id}/{case_id}"
    before = (await pat.get(path)).body
    assert (before["message"]["text"], before["message"]["content"], before["customer"]) == ("", None, "")
    assert before["may_vote"] == []
    assert (await pat.post(f"{path}/vote", {"vote": "release", "note": "x"})).status == 403
    await needs_two(bank)
    assert (await pat.get(path)).body["message"]["text"] == SAID
    await vote(sue, case_id, "release")
    done = (await pat.post(f"{path}/vote", {"vote": "release", "note": "I agree."})).body
    assert (done["outcome"], [each["by"]["name"] for each in done["votes"]]) == ("released", ["Sue", "The provider"])
    log = await bank.fetch("SELECT author_kind, author_id FROM gate_decision ORDER BY seq DESC LIMIT 1")
    assert log == [("system", None)]


async def test_the_provider_lists_the_cases_of_all_its_clients_by_deadline(
    bank: Business, rival: Business, ann: Desk, pat: Desk, log_in: LogIn
) -> None:
    await held(bank, ann)
    await held(rival, await log_in(rival, "ann"))
    await held(bank, ann)
    first = (await pat.get("/api/provider/cases?limit=2")).body
    second = (await pat.get("/api/provider/cases", params={"limit": 2, "cursor": first["next_cursor"]})).body
    assert [each["tenant_id"] for each in first["items"]] == [str(bank.tenant_id), str(rival.tenant_id)]
    assert [each["tenant_id"] for each in second["items"]] == [str(bank.tenant_id)]
    assert (first["counts"], second["next_cursor"]) == ({"open": 3, "mine": 0}, None)
    only = (await pat.get(f"/api/provider/cases?tenant_id={rival.tenant_id}")).body
    assert [each["tenant_id"] for each in only["items"]] == [str(rival.tenant_id)]
    assert "jar" not in str(first) and "Carla" not in str(first)


async def test_open_and_closed_page_by_cursor_and_filter_by_kind(bank: Business, ann: Desk, sue: Desk) -> None:
    ids = [(await held(bank, ann))["held"]["case_id"] for _ in range(5)]
    for state in ("open", "closed"):
        first = (await sue.get(f"/api/cases?state={state}&limit=3")).body
        rest = (await sue.get("/api/cases", params={"state": state, "limit": 3, "cursor": first["next_cursor"]})).body
        seen = [each["case_id"] for each in first["items"] + rest["items"]]
        assert (seen if state == "open" else seen[::-1]) == ids
        assert rest["next_cursor"] is None
        for case_id in ids if state == "open" else []:
            await vote(sue, case_id, "refuse")
    assert (await sue.get("/api/cases?state=closed&kind=report")).body["items"] == []
    assert (await sue.get("/api/cases?state=later")).status == 422
    assert (await sue.get("/api/cases?cursor=xyz")).body["error"]["field"] == "cursor"


async def test_a_wrong_word_and_a_silent_note_are_told_apart(bank: Business, ann: Desk, sue: Desk) -> None:
    case_id = (await held(bank, ann))["held"]["case_id"]
    wrong = (await vote(sue, case_id, "uphold")).body["error"]
    assert (wrong["field"], wrong["message"]) == ("vote", "vote: on this case it is release or refuse.")
    assert (await vote(sue, case_id, "release", "  ")).body["error"]["field"] == "note"
    await vote(sue, case_id, "release")
    late = (await vote(sue, case_id, "refuse")).body["error"]
    assert (late["code"], late["next_step"]) == ("case_closed", "Reload the list of cases.")


async def test_what_is_not_decided_in_time_can_not_be_decided_later(
    bank: Business, ann: Desk, sue: Desk, clock_file: Path
) -> None:
    case_id = (await held(bank, ann))["held"]["case_id"]
    await asyncio.to_thread(clock_file.write_text, "7200")
    assert (await vote(sue, case_id, "release")).body["error"]["code"] == "case_closed"
    async with bank.database.transaction(bank.tenant_id) as db:
        assert await lapse_cases(db, bank.tenant_id, Clock(clock_file).now()) == 1
    assert (await sue.get("/api/cases?state=closed")).body["items"][0]["state"] == "lapsed"


async def test_a_colleague_reports_a_message_and_a_supervisor_decides(
    bank: Business, ann: Desk, sue: Desk, log_in: LogIn
) -> None:
    conversation = await bank.add_conversation("ann")
    said = await bank.add_message(conversation, "You are all thieves and I know where you live")
    path = f"/api/messages/{said.message_id}/report"
    first = await ann.post(path, {"reason": "He threatens me."})
    again = await (await log_in(bank, "bob")).post(path, {"reason": "Me too."})
    assert (first.status, again.status, again.body) == (201, 201, first.body)
    assert (await ann.get(f"/api/cases/{first.body['case_id']}")).body["may_vote"] == []
    detail = (await sue.get(f"/api/cases/{first.body['case_id']}")).body
    assert (detail["kind"], detail["clauses"], detail["reason"]) == ("report", ["A3"], "He threatens me.")
    assert detail["message"]["direction"] == "in"
    assert detail["may_vote"] == ["dismiss", "uphold"]
    assert (await vote(sue, first.body["case_id"], "uphold")).body["outcome"] == "upheld"
    log = await bank.fetch("SELECT verdict, moment, clauses FROM gate_decision ORDER BY seq")
    assert log == [("hold", "inbound", ["A3"]), ("block", "inbound", ["A3"])]


async def test_who_wrote_what_was_reported_does_not_decide_it(bank: Business, ann: Desk, sue: Desk) -> None:
    conversation = await bank.add_conversation("sue")
    said = await bank.add_message(conversation, "Get lost", "out", author_id=bank.people["sue"])
    told = {"reason": "The customer complained.", "for_customer": True}
    case_id = (await ann.post(f"/api/messages/{said.message_id}/report", told)).body["case_id"]
    case = (await ann.get(f"/api/cases/{case_id}")).body
    assert (case["opened_by"]["kind"], case["author"]["name"]) == ("customer", "Sue")
    assert (await vote(sue, case["case_id"], "dismiss")).status == 403


async def test_an_appeal_is_drafted_sent_and_answered(bank: Business, ann: Desk, log_in: LogIn, pat: Desk) -> None:
    await bank.add_person("ada", "admin")
    ada = await log_in(bank, "ada")
    case_id = await an_enforcement(bank)
    detail = (await ada.get(f"/api/cases/{case_id}")).body
    assert "Bank" in detail["appeal"]["suggested"] and detail["message"] is None
    path = f"/api/cases/{case_id}/appeal"
    empty = await ada.ask("PUT", path, {"text": " ", "state": "sent"})
    assert (empty.status, empty.body["error"]["field"]) == (422, "text")
    sent = await ada.ask("PUT", path, {"text": "Please look again.", "state": "sent"})
    assert sent.body["appeal"]["state"] == "sent"
    theirs = await pat.ask(
        "PUT", f"/api/provider/cases/{bank.tenant_id}/{case_id}/appeal", {"text": "So do we.", "state": "granted"}
    )
    assert theirs.body["appeal"] | {"suggested": ""} == {"text": "So do we.", "state": "granted", "suggested": ""}
    hold = (await held(bank, ann))["held"]["case_id"]
    assert (await ada.ask("PUT", f"/api/cases/{hold}/appeal", {"text": "x", "state": "sent"})).status == 422


async def test_a_draft_that_would_be_held_says_so_before_it_is_sent(bank: Business, ann: Desk) -> None:
    conversation = await bank.add_conversation("ann")
    body = {"content": {"type": "text", "body": SAID}}
    answer = await ann.post(f"/api/conversations/{conversation.conversation_id}/drafts", body)
    assert answer.body["verdict"] == "hold"


async def conversation_of(bank: Business) -> Any:
    ((conversation_id,),) = await bank.fetch("SELECT conversation_id FROM message")
    return conversation_id


async def an_enforcement(bank: Business) -> Any:
    ((case_id,),) = await bank.fetch(
        """INSERT INTO policy_case (tenant_id, case_id, kind, matter, subject, clauses, findings, facts, opened_by_kind,
                                    opened_at, due_at, handled_by, needs, if_nobody_decides)
           VALUES (current_tenant(), gen_random_uuid(), 'enforcement', 'account', 'ban:DISABLE::', '{F1}', %s,
                   '{"what": "ban", "name": "DISABLE"}', 'platform', now(), now() + interval '1 day',
                   '{admin,provider}', 1, 'escalate')
           RETURNING case_id""",
        '[{"rule": "platform_ban", "clause": "F1", "verdict": "hold", "sentence": "WhatsApp disables this account."}]',
    )
    return case_id
