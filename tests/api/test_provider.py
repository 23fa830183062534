from typing import Any
from uuid import uuid4

import pytest

from tests.api.conftest import Desk, LogIn
from tests.api.world import Business

SECRET = "my mother's maiden name is Quartermain"


@pytest.fixture
async def pat(prov: Business, log_in: LogIn) -> Desk:
    return await log_in(prov, "pat")


async def refuse_some(bank: Business, log_in: LogIn, count: int = 3) -> None:
    ann = await log_in(bank, "ann")
    conversation = await bank.add_conversation("ann", window=False)
    for n in range(count):
        assert (await ann.say(conversation, SECRET, key=str(n))).status == 422


async def test_the_clients_of_the_provider_with_their_figures(
    pat: Desk, bank: Business, rival: Business, log_in: LogIn
) -> None:
    await refuse_some(bank, log_in)
    await bank.add_conversation()
    await bank.fetch("UPDATE number SET profile = '{}', profile_confirmed_at = NULL RETURNING 1")
    items = (await pat.get("/api/provider/clients")).body["items"]
    assert [each["name"] for each in items] == ["Bank", "Rival"]
    ours = items[0]
    assert (ours["open_conversations"], ours["waiting_conversations"]) == (2, 1)
    assert (ours["agents_online"], ours["agents"], ours["quarantined"]) == (1, 3, 0)
    assert ours["decisions_24h"] == {"allow": 0, "warn": 0, "redact": 0, "hold": 0, "block": 3}
    assert len(ours["numbers"][0]["missing"]) == 3
    assert items[1]["numbers"][0]["missing"] == []
    assert ours["bot"] == {"published_at": None, "paths": [], "intents": 0}
    assert ours["templates"][0]["name"] == "card_ready"
    assert "access_token" not in str(items)


async def test_decisions_page_and_filter_and_hold_no_text(pat: Desk, bank: Business, log_in: LogIn) -> None:
    await refuse_some(bank, log_in, 5)
    path = f"/api/provider/decisions?tenant_id={bank.tenant_id}"
    first = (await pat.get(f"{path}&limit=3")).body
    second = (await pat.get(f"{path}&limit=3&before={first['next_before']}")).body
    assert [each["seq"] for each in first["items"] + second["items"]] == [5, 4, 3, 2, 1]
    assert second["next_before"] is None
    row = first["items"][0]
    assert (row["verdict"], row["clauses"], row["author"]) == ("block", ["C4", "D3"], {"kind": "agent", "name": "Ann"})
    assert len(row["hash"]) == 64
    assert "Quartermain" not in str(first)
    assert len((await pat.get(f"{path}&clause=C4&verdict=block")).body["items"]) == 5
    assert (await pat.get(f"{path}&clause=B1")).body["items"] == []
    assert (await pat.get(f"{path}&verdict=allow")).body["items"] == []
    assert (await pat.get(f"{path}&verdict=maybe")).status == 422


async def test_the_chain_is_walked_and_a_changed_row_is_found(
    pat: Desk, bank: Business, log_in: LogIn, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psycopg

    monkeypatch.setattr("parley.api.provider.decisions.TOGETHER", 2)
    path = f"/api/provider/chain?tenant_id={bank.tenant_id}"
    assert (await pat.get(path)).body == {"rows": 0, "first_break": None, "head": "00" * 32}
    await refuse_some(bank, log_in, 5)
    whole = (await pat.get(path)).body
    assert (whole["rows"], whole["first_break"]) == (5, None)
    with psycopg.connect(database_url, autocommit=True) as owner:
        owner.execute("UPDATE gate_decision SET verdict = 'allow' WHERE seq = 4")
    broken = (await pat.get(path)).body
    assert (broken["rows"], broken["first_break"], broken["head"]) == (5, 4, whole["head"])


async def test_the_rulebook_gives_the_reasons(pat: Desk) -> None:
    book = (await pat.get("/api/provider/rulebook")).body
    assert book["version"]
    assert all(rule["clause"] and rule["reason"] and rule["moments"] for rule in book["rules"])


async def quarantined(business: Business, payload: str = "{}") -> int:
    rows = await business.fetch(
        """INSERT INTO inbox_event (tenant_id, number_id, kind, dedup_key, lane, payload, received_at, state, attempts,
                                    reason)
           VALUES (current_tenant(), '1', 'message', %s, 'l', %s, now(), 'quarantined', 5, 'It was odd.')
           RETURNING event_id""",
        uuid4().hex,
        payload,
    )
    return int(rows[0][0])


async def test_what_is_set_aside_is_shown_without_words_and_can_be_tried_again(pat: Desk, bank: Business) -> None:
    payload = '{"messages": [{"from": "447700900123", "type": "text", "text": {"body": "SECRET words"}}]}'
    ids = [await quarantined(bank, payload) for _ in range(3)]
    path = f"/api/provider/quarantine?tenant_id={bank.tenant_id}"
    first = (await pat.get(f"{path}&limit=2")).body
    assert [each["event_id"] for each in first["items"]] == ids[:0:-1]
    assert (first["items"][0]["reason"], first["items"][0]["attempts"]) == ("It was odd.", 5)
    assert first["items"][0]["payload"]["messages"][0]["text"] == {"body": "(12 characters)"}
    assert "SECRET" not in str(first) and "447700900123" not in str(first)
    rest = (await pat.get(f"{path}&limit=2&before={first['next_before']}")).body
    assert ([each["event_id"] for each in rest["items"]], rest["next_before"]) == ([ids[0]], None)
    retry = f"/api/provider/quarantine/{bank.tenant_id}/{ids[0]}/retry"
    assert (await pat.post(retry)).status == 204
    assert (await pat.post(retry)).status == 404
    assert await bank.fetch("SELECT state, attempts FROM inbox_event WHERE event_id = %s", ids[0]) == [("pending", 0)]


async def test_a_client_is_suspended_for_a_reason_on_record_and_resumed(
    pat: Desk, bank: Business, log_in: LogIn
) -> None:
    ann = await log_in(bank, "ann")
    path = f"/api/provider/clients/{bank.tenant_id}/suspension"
    assert (await pat.post(path, {"reason": " "})).status == 422
    answer = await pat.post(path, {"reason": "Complaints not answered"})
    assert (answer.status, answer.body["status"]) == (201, "suspended")
    assert (await ann.get("/api/session")).status == 403
    assert (await pat.ask("DELETE", path)).status == 204
    assert (await ann.get("/api/session")).status == 200
    rows: Any = (await pat.get(f"/api/provider/decisions?tenant_id={bank.tenant_id}")).body["items"]
    assert [(row["verdict"], row["findings"][0]["sentence"]) for row in rows] == [
        ("allow", "The Client's suspension was ended."),
        ("block", "The Client was suspended: Complaints not answered"),
    ]
    chain = (await pat.get(f"/api/provider/chain?tenant_id={bank.tenant_id}")).body
    assert (chain["rows"], chain["first_break"]) == (2, None)


async def test_a_profile_is_confirmed_only_when_it_is_complete(pat: Desk, bank: Business) -> None:
    path = f"/api/provider/clients/{bank.tenant_id}/numbers/{bank.number_id}/profile-confirmation"
    await bank.fetch("UPDATE number SET profile_confirmed_at = NULL RETURNING 1")
    assert (await pat.post(path)).status == 204
    ((confirmed,),) = await bank.fetch("SELECT profile_confirmed_at IS NOT NULL FROM number")
    assert confirmed
    await bank.fetch("UPDATE number SET profile = '{}' RETURNING 1")
    answer = await pat.post(path)
    assert (answer.status, answer.body["error"]["field"]) == (422, "profile")
    assert (await pat.post(path.replace(bank.number_id, "0"))).status == 404


async def test_what_whatsapp_told_a_client_is_listed_newest_first(pat: Desk, bank: Business) -> None:
    for event in ("PIN_CHANGED", "PIN_RESET_REQUEST", "PIN_REQUEST_SUCCESS"):
        await bank.fetch(
            """INSERT INTO platform_notice (tenant_id, number_id, field, event, sentence, facts, grave, at)
               VALUES (current_tenant(), '1', 'security', %s, 'The security of a number.', '{}', true, now())
               RETURNING notice_id""",
            event,
        )
    path = f"/api/provider/notices?tenant_id={bank.tenant_id}&limit=2"
    first = (await pat.get(path)).body
    assert [each["event"] for each in first["items"]] == ["PIN_REQUEST_SUCCESS", "PIN_RESET_REQUEST"]
    rest = (await pat.get(f"{path}&before={first['next_before']}")).body
    assert ([each["event"] for each in rest["items"]], rest["next_before"]) == (["PIN_CHANGED"], None)
