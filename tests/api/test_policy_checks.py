from parley.storage.database import Database
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business

PATH = "/api/policy/check"


async def test_a_supervisor_asks_about_any_moment_and_nothing_is_kept(bank: Business, log_in: LogIn) -> None:
    sue = await log_in(bank, "sue")
    message = await sue.post(PATH, {"text": "Hello, this is Amazon support."})
    assert (message.status, message.body["verdict"], message.body["clauses"]) == (200, "hold", ["B3"])
    assert message.body["findings"][0]["next_sentence"]
    item = await sue.post(PATH, {"matter": "catalogue item", "title": "Garden chair"})
    assert item.body["verdict"] == "allow"
    segment = {"matter": "sending plan", "kind": "segment", "conditions": [{"field": "gender", "value": "f"}]}
    assert (await sue.post(PATH, segment)).body["clauses"] == ["E6"]
    assert await bank.fetch("SELECT 1 FROM gate_decision") == []


async def test_the_clients_own_names_are_known_to_it(bank: Business, log_in: LogIn) -> None:
    sue = await log_in(bank, "sue")
    wording = {"matter": "opt-in wording", "text": "I agree that Bank writes to me on WhatsApp."}
    assert (await sue.post(PATH, wording)).body["verdict"] == "allow"
    other = wording | {"text": "I agree that Harbour writes to me on WhatsApp."}
    assert (await sue.post(PATH, other)).body["clauses"] == ["B5"]


async def test_what_can_not_be_asked_is_said_by_field(bank: Business, log_in: LogIn) -> None:
    sue = await log_in(bank, "sue")
    for body, field in [
        ({"matter": "weather"}, "matter"),
        ({"matter": "catalogue item"}, "title"),
        ({"txt": "Hello"}, "txt"),
        ({"matter": "sending plan", "recipients": "many"}, "recipients"),
        ({}, "text"),
        ({"matter": "bot plan", "answers": ["Hello"] * 201}, "answers"),
    ]:
        answer = await sue.post(PATH, body)
        assert (answer.status, answer.body["error"]["field"]) == (422, field), body


async def test_an_agent_may_not_ask_and_the_provider_may(
    ann: Desk, prov: Business, log_in: LogIn, database: Database
) -> None:
    assert (await ann.post(PATH, {"text": "Hello"})).status == 403
    pat = await log_in(prov, "pat")
    assert (await pat.post(PATH, {"text": "Hello"})).body["verdict"] == "allow"
