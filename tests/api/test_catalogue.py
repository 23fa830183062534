from typing import Any
from uuid import UUID

import pytest

from parley.actions.decide_case import decide_case
from parley.core.policy.cases import Voter
from parley.core.policy.matters import CatalogueItem
from parley.core.policy.rulebook import RULES, Rule, Rulebook
from parley.core.policy.verdicts import Finding, Verdict
from parley.storage import cases
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business

CHAIR = {"catalogue_id": "cat-1", "retailer_id": "chair-7", "title": "Garden chair", "price": "49.90 EUR"}
RIFLE = {"catalogue_id": "cat-1", "retailer_id": "gun-1", "title": "Hunting rifle and ammunition"}
FEED = """id,title,price,link
chair-7,Garden chair,49.90 EUR,https://shop.example/chair
gun-1,Hunting rifle and ammunition,900 EUR,https://shop.example/gun
lamp-9,Lamp,cheap,https://shop.example/lamp
"""


@pytest.fixture
def no_rifles(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rule(monkeypatch, "rifle", "block")


@pytest.fixture
async def sue(bank: Business, log_in: LogIn) -> Desk:
    return await log_in(bank, "sue")


async def send(desk: Desk, bank: Business, content: dict[str, Any], key: str) -> Any:
    conversation = await bank.add_conversation("ann")
    body = {"content": content, "owner_version": 1, "idempotency_key": key}
    return await desk.post(f"/api/conversations/{conversation.conversation_id}/messages", body)


async def test_each_item_is_screened_when_it_is_made(sue: Desk, bank: Business, no_rifles: None) -> None:
    good = await sue.post("/api/catalogue/items", CHAIR)
    assert (good.status, good.body["verdict"], good.body["findings"]) == (201, "allow", [])
    bad = await sue.post("/api/catalogue/items", RIFLE)
    assert (bad.status, bad.body["verdict"]) == (201, "block")
    assert bad.body["findings"][0]["clause"] == "E4.1"
    listed = (await sue.get("/api/catalogue/items?verdict=block")).body["items"]
    assert [each["retailer_id"] for each in listed] == ["gun-1"]
    log = await bank.fetch("SELECT moment, verdict, facts ->> 'item' FROM gate_decision")
    assert log == [("catalogue", "block", "cat-1/gun-1")]


async def test_an_import_screens_each_row_and_names_what_it_leaves_aside(
    sue: Desk, bank: Business, no_rifles: None
) -> None:
    answer = await sue.post("/api/catalogue/imports", {"catalogue_id": "cat-1", "content": FEED})
    assert answer.status == 201, answer.body
    assert {name: answer.body[name] for name in ("rows", "cleared", "held", "refused")} == {
        "rows": 3,
        "cleared": 1,
        "held": 0,
        "refused": 1,
    }
    assert [(each["row"], each["retailer_id"], each["field"]) for each in answer.body["aside"]] == [
        (3, "lamp-9", "price")
    ]
    first = (await sue.get("/api/catalogue/items?limit=1")).body
    second = (await sue.get(f"/api/catalogue/items?limit=1&after={first['next_after']}")).body
    assert [each["retailer_id"] for each in first["items"] + second["items"]] == ["chair-7", "gun-1"]
    nothing = await sue.post("/api/catalogue/imports", {"catalogue_id": "cat-1", "content": "hello"})
    assert (nothing.status, nothing.body["error"]["field"]) == (422, "content")


async def test_a_field_beyond_its_limit_is_named(sue: Desk) -> None:
    for change, field in [({"price": "cheap"}, "price"), ({"url": "shop"}, "url"), ({"title": ""}, "title")]:
        answer = await sue.post("/api/catalogue/items", CHAIR | change)
        assert (answer.status, answer.body["error"]["field"]) == (422, field)


async def test_a_product_message_shows_cleared_items_only(
    sue: Desk, ann: Desk, bank: Business, no_rifles: None
) -> None:
    await sue.post("/api/catalogue/imports", {"catalogue_id": "cat-1", "content": FEED})
    chair = {"type": "product", "catalogue_id": "cat-1", "retailer_id": "chair-7", "body": "This one?"}
    assert (await send(ann, bank, chair, "k1")).status == 201
    for change in ({"retailer_id": "gun-1"}, {"retailer_id": "unheard-of"}, {"catalogue_id": "cat-2"}):
        answer = await send(ann, bank, chair | change, "k2")
        assert (answer.status, answer.body["error"]["decision"]["clauses"]) == (422, ["E9"]), change
    several = {
        "type": "product_list",
        "catalogue_id": "cat-1",
        "header": "For the garden",
        "body": "Have a look.",
        "sections": [{"retailer_ids": ["chair-7", "gun-1"]}],
    }
    assert (await send(ann, bank, several, "k3")).body["error"]["decision"]["clauses"] == ["E9"]
    assert (await send(ann, bank, several | {"sections": [{"retailer_ids": ["chair-7"]}]}, "k4")).status == 201


async def test_a_held_item_waits_for_a_person_who_may_release_it(
    sue: Desk, bank: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_rule(monkeypatch, "chair", "hold")
    held = await sue.post("/api/catalogue/items", CHAIR)
    assert held.body["verdict"] == "hold"
    await bank.add_person("ada", "admin")
    async with bank.database.transaction(bank.tenant_id) as db:
        case = await cases.open_about(db, bank.tenant_id, "hold", "cat-1/chair-7")
        assert case is not None and case.matter == "item"
        voter = Voter(UUID(str(bank.people["ada"])), "admin")
        await decide_case(
            db, bank.tenant_id, case.case_id, vote="release", note="A chair.", voter=voter, now=case.opened_at
        )
    assert (await sue.get("/api/catalogue/items")).body["items"][0]["verdict"] == "warn"
    assert (await sue.post("/api/catalogue/items", CHAIR | {"price": "59 EUR"})).body["verdict"] == "warn"
    elsewhere = CHAIR | {"url": "https://other.example/chair"}
    assert (await sue.post("/api/catalogue/items", elsewhere)).body["verdict"] == "hold"
    assert (await sue.post("/api/catalogue/items", CHAIR | {"title": "Other chair"})).body["verdict"] == "hold"


async def test_another_reason_to_hold_an_item_is_another_question(
    sue: Desk, bank: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_rule(monkeypatch, "chair", "hold")
    await sue.post("/api/catalogue/items", CHAIR)
    with_rule(monkeypatch, "garden", "hold", "minds_another")
    await release(bank, "ada")
    assert (await sue.get("/api/catalogue/items")).body["items"][0]["verdict"] == "hold"
    await release(bank, "bea")
    assert (await sue.get("/api/catalogue/items")).body["items"][0]["verdict"] == "warn"
    asked = await bank.fetch("SELECT state, findings -> 0 ->> 'rule' FROM policy_case")
    assert sorted(asked) == [("decided", "minds_a_word"), ("decided", "minds_another")]


async def release(bank: Business, name: str) -> None:
    await bank.add_person(name, "admin")
    async with bank.database.transaction(bank.tenant_id) as db:
        case = await cases.open_about(db, bank.tenant_id, "hold", "cat-1/chair-7")
        assert case is not None
        voter = Voter(UUID(str(bank.people[name])), "admin")
        now = case.opened_at
        await decide_case(db, bank.tenant_id, case.case_id, vote="release", note="A chair.", voter=voter, now=now)


async def test_other_words_are_another_question_to_people(
    sue: Desk, bank: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who let the old words pass has not seen the new ones."""
    with_rule(monkeypatch, "chair", "hold")
    await sue.post("/api/catalogue/items", CHAIR)
    await sue.post("/api/catalogue/items", CHAIR | {"price": "59 EUR"})
    same = await bank.fetch("SELECT state, outcome FROM policy_case")
    await sue.post("/api/catalogue/items", CHAIR | {"title": "Electric chair"})
    asked = await bank.fetch("SELECT state, outcome FROM policy_case ORDER BY opened_at")
    assert (same, asked) == ([("open", None)], [("decided", "refused"), ("open", None)])
    log = await bank.fetch("SELECT findings -> 0 ->> 'rule' FROM gate_decision WHERE facts ? 'outcome'")
    assert log == [("case_overtaken",)]


async def test_only_supervisors_change_it(ann: Desk) -> None:
    assert (await ann.post("/api/catalogue/items", CHAIR)).status == 403
    assert (await ann.get("/api/catalogue/items")).status == 200


def with_rule(monkeypatch: pytest.MonkeyPatch, word: str, verdict: Verdict, rule_name: str = "minds_a_word") -> None:
    """One rule more, which minds a word: what the tests here need must not hang on the word lists."""

    def check(item: CatalogueItem) -> Finding | None:
        named = word in " ".join(item.texts()).lower()
        return Finding(rule_name, "E4.1", verdict, "It is on the list.", "reword", "Leave it.") if named else None

    rule = Rule(rule_name, "E4.1", "A word.", ("catalogue",), "", check, ("E4.1",), (CatalogueItem,), verdict)
    book = Rulebook(rules=(*RULES, rule))
    monkeypatch.setattr("parley.core.policy.gate.rulebook_for", lambda choices, today: book)
