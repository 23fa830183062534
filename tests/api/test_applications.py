"""Who may become a Client: what the provider's people hand in, what the gate says, and what becomes of it."""

from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest

from parley.actions.add_watch_list import add_watch_list
from parley.actions.decide_case import decide_case
from parley.core.policy.cases import Voter
from parley.storage import cases
from parley.storage.database import Database
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business
from tests.conftest import NOW

GOOD: dict[str, Any] = {
    "name": "Seaview Kitchens",
    "legal_name": "Seaview Kitchens Ltd",
    "countries": ["gb"],
    "sector": "retail",
    "description": "We plan and build kitchens.",
    "display_names": ["Seaview Kitchens"],
    "websites": ["https://seaview.example"],
    "emails": ["care@seaview.example"],
    "telephones": ["+44 20 7946 0123"],
    "registration_number": "SC 0098-17",
    "privacy_url": "https://seaview.example/privacy",
    "profile": {"support_contact": "Care", "email": "care@seaview.example"},
    "people": [{"name": "Ines Duarte", "role": "director", "born": "1980-02-01"}],
}
PATH = "/api/provider/applications"


@pytest.fixture
async def pat(prov: Business, log_in: LogIn) -> Desk:
    return await log_in(prov, "pat")


@pytest.fixture
async def lists(prov: Business, database: Database) -> None:
    folder = files("parley.demo.watch_lists")
    async with database.transaction(prov.tenant_id) as db:
        await add_watch_list(db, prov.tenant_id, "sdn", "ofac", (folder / "sdn.xml").read_bytes(), NOW)
        await add_watch_list(db, prov.tenant_id, "un", "un", (folder / "un.xml").read_bytes(), NOW)


def clauses(answer: Any) -> list[str]:
    return [finding["clause"] for finding in answer.body["findings"]]


async def test_a_business_in_good_order_is_cleared_and_becomes_a_client(pat: Desk, lists: None, prov: Business) -> None:
    handed_in = await pat.post(PATH, GOOD)
    assert (handed_in.status, handed_in.body["state"], handed_in.body["findings"]) == (201, "cleared", [])
    approved = await pat.post(f"{PATH}/{handed_in.body['application_id']}/approval")
    assert (approved.status, approved.body["state"]) == (201, "approved")
    clients = (await pat.get("/api/provider/clients")).body["items"]
    assert [each["legal_name"] for each in clients] == ["Seaview Kitchens Ltd"]
    assert [each["state"] for each in (await pat.get(PATH)).body["items"]] == ["approved"]
    log = await prov.fetch("SELECT moment, verdict FROM gate_decision ORDER BY seq")
    assert log == [("onboarding", "allow"), ("onboarding", "allow")]
    again = await pat.post(f"{PATH}/{handed_in.body['application_id']}/approval")
    assert again.status == 422


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        ({"privacy_url": ""}, "D1"),
        ({"profile": {"support_contact": "Care"}}, "B2"),
        ({"people": []}, "A2"),
        ({"display_names": ["PаyPal Support"]}, "B3"),
        ({"sector": "news"}, "E8"),
        ({"description": "We sell handguns and ammunition.", "licences": ["Dealer 1"]}, "E5"),
    ],
)
async def test_what_the_policy_forbids_is_refused_and_can_not_be_approved(
    pat: Desk, change: dict[str, Any], clause: str
) -> None:
    handed_in = await pat.post(PATH, GOOD | change)
    assert handed_in.body["state"] == "refused"
    assert clause in clauses(handed_in)
    approval = await pat.post(f"{PATH}/{handed_in.body['application_id']}/approval")
    assert (approval.status, approval.body["error"]["code"]) == (422, "refused_by_policy")


@pytest.mark.parametrize(
    ("change", "field", "remedy"),
    [
        ({"telephones": ["020 7946"]}, "telephones.0", "international form"),
        ({"websites": ["seaview"]}, "websites.0", "https://business.example"),
        ({"emails": ["care at seaview"]}, "emails.0", "care@business.example"),
        ({"countries": ["England"]}, "countries.0", "two letters"),
        ({"timezone": "Seaside"}, "timezone", "Europe/London"),
        ({"name": ""}, "name", "at least 1"),
        ({"secret_switch": True}, "secret_switch", ""),
    ],
)
async def test_a_field_that_breaks_a_limit_is_named_with_the_limit_and_the_remedy(
    pat: Desk, change: dict[str, Any], field: str, remedy: str
) -> None:
    answer = await pat.post(PATH, GOOD | change)
    assert (answer.status, answer.body["error"]["field"]) == (422, field)
    assert remedy in answer.body["error"]["message"]


async def test_a_likeness_to_a_list_waits_for_two_people_and_can_be_cleared(
    pat: Desk, lists: None, prov: Business, database: Database
) -> None:
    director = [{"name": "Василий Торгенский"}]
    handed_in = await pat.post(PATH, GOOD | {"people": director})
    assert (handed_in.body["state"], clauses(handed_in)) == ("held", ["E1"])
    assert handed_in.body["watch_hits"][0]["entry"] == "90001"
    application_id = handed_in.body["application_id"]
    assert (await pat.post(f"{PATH}/{application_id}/approval")).status == 422
    await decide(database, prov, application_id, "release")
    shown = (await pat.get(f"{PATH}/{application_id}")).body
    assert (shown["state"], shown["watch_hits"][0]["cleared"]) == ("cleared", True)
    assert (await pat.post(f"{PATH}/{application_id}/approval")).status == 201


async def test_a_namesake_with_another_date_of_birth_is_not_held(pat: Desk, lists: None) -> None:
    namesake = [{"name": "Vasily Torgensky", "born": "1994-07-01"}]
    assert (await pat.post(PATH, GOOD | {"people": namesake})).body["state"] == "cleared"


async def test_what_people_refuse_stays_refused(pat: Desk, lists: None, prov: Business, database: Database) -> None:
    other = {"name": "Black Heron", "legal_name": "Black Heron Brigade Ltd", "display_names": ["Black Heron"]}
    held = (await pat.post(PATH, GOOD | other)).body
    assert held["state"] == "held"
    await decide(database, prov, held["application_id"], "refuse")
    assert (await pat.get(f"{PATH}/{held['application_id']}")).body["state"] == "rejected"
    assert (await pat.post(f"{PATH}/{held['application_id']}/approval")).status == 422


async def test_a_terminated_client_can_not_come_back_under_another_name(pat: Desk) -> None:
    first = (await pat.post(PATH, GOOD)).body
    client = (await pat.post(f"{PATH}/{first['application_id']}/approval")).body["client_id"]
    ended = await pat.post(f"/api/provider/clients/{client}/termination", {"reason": "Fraud."})
    assert (ended.status, ended.body["status"]) == (201, "terminated")
    assert ended.body["barred"] >= 5
    renamed = {"name": "Cliff Kitchens", "legal_name": "Cliff Kitchens Ltd", "display_names": ["Cliff Kitchens"]}
    elsewhere = {
        "websites": ["https://cliff.example"],
        "emails": ["hello@cliff.example"],
        "telephones": ["+442079460999"],
        "registration_number": "77",
        "privacy_url": "https://cliff.example/privacy",
        "profile": {"support_contact": "Care", "email": "hello@cliff.example"},
    }
    assert (await pat.post(PATH, GOOD | renamed | elsewhere)).body["state"] == "cleared"
    for kept in ("websites", "emails", "telephones"):
        answer = await pat.post(PATH, GOOD | renamed | elsewhere | {kept: GOOD[kept]})
        assert (answer.body["state"], clauses(answer)) == ("refused", ["F4"]), kept
    number = {"registration_number": "sc009817"}
    assert (await pat.post(PATH, GOOD | renamed | elsewhere | number)).body["state"] == "refused"
    alike = {"name": "Seeview Kitchen", "legal_name": "Seeview Kitchen GmbH", "display_names": ["Seeview Kitchen"]}
    assert (await pat.post(PATH, GOOD | elsewhere | alike)).body["state"] == "held"


async def test_a_client_that_is_here_already_is_silent_when_a_new_list_names_it(
    pat: Desk, prov: Business, bank: Business, database: Database, log_in: LogIn
) -> None:
    await prov.fetch("UPDATE tenant SET legal_name = 'Amber Quarry Holdings' WHERE slug = 'bank' RETURNING 1")
    content = (files("parley.demo.watch_lists") / "eu.xml").read_bytes()
    async with database.transaction(prov.tenant_id) as db:
        assert await add_watch_list(db, prov.tenant_id, "eu", "eu", content, NOW) == (2, 1)
        assert await add_watch_list(db, prov.tenant_id, "eu", "eu", content, NOW) == (2, 0)
    ann = await log_in(bank, "ann")
    conversation = await bank.add_conversation("ann")
    refused = await ann.say(conversation)
    assert (refused.status, refused.body["error"]["decision"]["clauses"]) == (422, ["E1"])
    await decide(database, prov, str(bank.tenant_id), "release", "watch")
    assert (await ann.say(conversation, key="k2")).status == 201
    async with database.transaction(prov.tenant_id) as db:
        assert await add_watch_list(db, prov.tenant_id, "eu", "eu", content, NOW) == (2, 0)
    shown = (await pat.get("/api/provider/watch-lists")).body["items"]
    assert [(each["name"], each["entries"]) for each in shown] == [("eu", 2)]


async def test_a_list_that_comes_while_people_look_at_another_is_a_question_of_its_own(
    prov: Business, bank: Business, database: Database, log_in: LogIn
) -> None:
    await prov.fetch("UPDATE tenant SET legal_name = 'Amber Quarry Holdings' WHERE slug = 'bank' RETURNING 1")
    content = (files("parley.demo.watch_lists") / "eu.xml").read_bytes()
    async with database.transaction(prov.tenant_id) as db:
        assert await add_watch_list(db, prov.tenant_id, "eu", "eu", content, NOW) == (2, 1)
        assert await add_watch_list(db, prov.tenant_id, "eu-later", "eu", content, NOW) == (2, 0)
    ann = await log_in(bank, "ann")
    conversation = await bank.add_conversation("ann")
    await decide(database, prov, str(bank.tenant_id), "release", "watch")
    assert (await ann.say(conversation)).body["error"]["decision"]["clauses"] == ["E1"]
    await decide(database, prov, str(bank.tenant_id), "release", "watch")
    assert (await ann.say(conversation, key="k2")).status == 201


async def test_applications_belong_to_the_provider(pat: Desk, bank: Business, log_in: LogIn) -> None:
    await pat.post(PATH, GOOD)
    assert (await (await log_in(bank, "sue")).get(PATH)).status == 403
    assert await bank.fetch("SELECT 1 FROM client_application") == []


async def decide(database: Database, prov: Business, subject: str, vote: Any, kind: str = "hold") -> None:
    """Two people of the provider say the same."""
    for name in ("mia", "noa"):
        if name not in prov.people:
            await prov.add_person(name, "provider")
        async with database.transaction(prov.tenant_id) as db:
            case = await cases.open_about(db, prov.tenant_id, kind, subject)
            if case is None:
                return
            voter = Voter(UUID(str(prov.people[name])), "provider")
            await decide_case(
                db, prov.tenant_id, case.case_id, vote=vote, note="Looked at.", voter=voter, now=case.opened_at
            )
