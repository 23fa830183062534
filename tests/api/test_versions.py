from datetime import UTC, datetime

from parley.actions.screen_standing import screen_standing
from parley.storage.database import Database
from tests.api.conftest import LogIn
from tests.api.world import Business


async def test_every_text_is_shown_with_what_it_changes(prov: Business, log_in: LogIn) -> None:
    pat = await log_in(prov, "pat")
    answer = (await pat.get("/api/provider/versions")).body
    found = {each["name"]: each for each in answer["items"]}
    assert found["general-opt-in"]["loosens"] and not found["general-opt-in"]["in_force"]
    assert found["ai-providers"]["in_force"] and "+ai-providers" in answer["rulebook"]
    assert found["stop-signal"]["changes"][0]["clauses"] == ["B7"]


async def test_a_choice_counts_when_the_provider_has_approved_it_and_until_it_is_withdrawn(
    bank: Business, prov: Business, log_in: LogIn
) -> None:
    await bank.add_person("ada", "admin")
    ada, pat = await log_in(bank, "ada"), await log_in(prov, "pat")
    wanted = {"version": "general-opt-in", "reason": "Our forms were made in 2025."}
    answer = await ada.post("/api/policy/choices", wanted)
    assert answer.status == 201 and answer.body["items"][0]["state"] == "asked"
    assert "general-opt-in" not in answer.body["rulebook"]
    asked = (await pat.get(f"/api/provider/choices?tenant_id={bank.tenant_id}")).body["items"][0]
    path = f"/api/provider/clients/{bank.tenant_id}/choices/{asked['choice_id']}"
    assert (await pat.post(f"{path}/approval")).status == 204
    assert "general-opt-in" in (await ada.get("/api/policy/choices")).body["rulebook"]
    assert (await ada.ask("DELETE", f"/api/policy/choices/{asked['choice_id']}")).status == 204
    assert "general-opt-in" not in (await ada.get("/api/policy/choices")).body["rulebook"]
    steps = await bank.fetch("SELECT facts ->> 'step' FROM gate_decision ORDER BY seq")
    assert steps == [("chosen",), ("approved",), ("withdrawn",)]


async def test_whoever_chose_for_the_client_does_not_approve(bank: Business, prov: Business, log_in: LogIn) -> None:
    await prov.add_person("quinn", "provider")
    pat, quinn = await log_in(prov, "pat"), await log_in(prov, "quinn")
    wanted = {"version": "user-names", "reason": "Asked for in their letter of 3 March."}
    chosen = await pat.post(f"/api/provider/clients/{bank.tenant_id}/choices", wanted)
    path = f"/api/provider/clients/{bank.tenant_id}/choices/{chosen.body['items'][0]['choice_id']}/approval"
    assert (await pat.post(path)).status == 404
    assert (await quinn.post(path)).status == 204


async def test_only_what_loosens_can_be_chosen_and_only_by_an_administrator(bank: Business, log_in: LogIn) -> None:
    await bank.add_person("ada", "admin")
    ada, sue = await log_in(bank, "ada"), await log_in(bank, "sue")
    for version in ("ai-providers", "R1", "nonsense"):
        answer = await ada.post("/api/policy/choices", {"version": version, "reason": "x"})
        assert (answer.status, answer.body["error"]["field"]) == (422, "version")
    wanted = {"version": "user-names", "reason": "x"}
    assert (await sue.post("/api/policy/choices", wanted)).status == 403
    assert (await ada.post("/api/policy/choices", wanted)).status == 201
    assert (await ada.post("/api/policy/choices", wanted)).status == 422


async def test_what_no_longer_holds_is_shown_without_its_words(
    bank: Business, prov: Business, database: Database, log_in: LogIn
) -> None:
    pat = await log_in(prov, "pat")
    path = f"/api/provider/standing?tenant_id={bank.tenant_id}"
    assert (await pat.get(path)).body == {"last": None, "stops": []}
    async with database.transaction(bank.tenant_id) as db:
        words = "Please send us your card number and your PIN."
        await db.execute("INSERT INTO canned_reply VALUES (%s, 'ask', %s)", [bank.tenant_id, words])
    await screen_standing(database, bank.tenant_id, datetime.now(UTC), cause="test")
    answer = (await pat.get(path)).body
    assert answer["last"]["failed"] == 1
    (stop,) = answer["stops"]
    assert (stop["kind"], stop["title"], stop["clauses"]) == ("canned_reply", "/ask", ["D3"])
    assert words not in str(answer)
