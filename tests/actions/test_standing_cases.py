"""What the look at everything only doubts is stopped until people have decided, as any other hold is (F3)."""

import json
from datetime import timedelta
from uuid import UUID

import pytest

from parley.actions.case_words import words_of
from parley.actions.decide_case import decide_case
from parley.actions.lapse_cases import lapse_cases
from parley.core.policy.cases import Case, Vote, Voter
from parley.core.policy.matters import BotPlan, CatalogueItem, OptInWording, TemplateDraft
from parley.core.policy.matters.matter import Matter
from parley.core.policy.rulebook import RULES, Rule, Rulebook
from parley.core.policy.verdicts import Finding
from parley.storage import canned, cases
from tests.actions.test_screen_standing import NOW, PATHS, add_item, change, screen, shop
from tests.api.world import Business

__all__ = ["shop"]
SUE = Voter(UUID(int=7), "supervisor")
REPLY = "INSERT INTO canned_reply VALUES (%s, 'hi', 'We sell marmalade.')"
RECORD = "SELECT facts ->> 'standing', verdict, findings -> 0 ->> 'rule' FROM gate_decision ORDER BY seq"


@pytest.fixture(autouse=True)
def _doubts(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (BotPlan, CatalogueItem, OptInWording, TemplateDraft)

    def doubts(word: str) -> Rule:
        def check(matter: Matter) -> Finding | None:
            named = word in " ".join(matter.texts()).lower()
            return Finding(f"minds_{word}", "B8", "hold", f"It names {word}.") if named else None

        return Rule(f"minds_{word}", "B8", "A word.", ("update",), "", check, ("B8",), kinds, "hold")

    book = Rulebook(rules=(*RULES, doubts("marmalade"), doubts("honey")))
    monkeypatch.setattr("parley.core.policy.gate.rulebook_for", lambda choices, today: book)


async def the_case(shop: Business) -> Case:
    ((case_id,),) = await shop.fetch("SELECT case_id FROM policy_case WHERE state = 'open'")
    async with shop.database.transaction(shop.tenant_id) as db:
        return await cases.get(db, shop.tenant_id, case_id)


async def decide(shop: Business, vote: Vote) -> None:
    case = await the_case(shop)
    async with shop.database.transaction(shop.tenant_id) as db:
        await decide_case(db, shop.tenant_id, case.case_id, vote=vote, note="I read it.", voter=SUE, now=NOW)


async def at_hand(shop: Business) -> list[str]:
    async with shop.database.transaction(shop.tenant_id) as db:
        return [shortcut for shortcut, _ in await canned.list_all(db, shop.tenant_id)]


async def test_people_are_asked_once_and_can_read_what_it_is_about(shop: Business) -> None:
    await change(shop, REPLY)
    assert await screen(shop) == await screen(shop) == {("canned_reply", "hi")}
    case = await the_case(shop)
    assert (case.matter, case.subject, case.clauses) == ("standing", "canned_reply:hi", ["B8"])
    assert "marmalade" not in json.dumps(case.facts)
    async with shop.database.transaction(shop.tenant_id) as db:
        assert await words_of(db, case, NOW) == ["We sell marmalade."]
    assert await shop.fetch(RECORD) == [("canned_reply", "hold", "minds_marmalade")]
    assert await at_hand(shop) == []


async def test_what_they_let_pass_is_in_use_at_once_and_nobody_is_asked_again(shop: Business) -> None:
    await change(shop, REPLY)
    await screen(shop)
    await decide(shop, "release")
    assert await at_hand(shop) == ["hi"]
    assert await screen(shop, NOW + timedelta(days=1)) == set()
    assert await shop.fetch("SELECT 1 FROM policy_case WHERE state = 'open'") == []


async def test_other_words_are_another_question(shop: Business) -> None:
    await change(shop, REPLY)
    await screen(shop)
    await change(shop, "UPDATE canned_reply SET text = 'More marmalade!' WHERE tenant_id = %s")
    await screen(shop)
    assert await shop.fetch("SELECT state, outcome FROM policy_case ORDER BY state") == [
        ("decided", "refused"),
        ("open", None),
    ]
    await decide(shop, "release")
    await change(shop, "UPDATE canned_reply SET text = 'Marmalade and honey' WHERE tenant_id = %s")
    assert await screen(shop) == {("canned_reply", "hi")}
    assert len((await the_case(shop)).holding_rules) == 2


async def test_what_they_refuse_stays_stopped_until_its_words_change(shop: Business) -> None:
    await change(shop, REPLY)
    await screen(shop)
    await decide(shop, "refuse")
    assert await screen(shop, NOW + timedelta(days=1)) == {("canned_reply", "hi")}
    assert await shop.fetch("SELECT 1 FROM policy_case WHERE state = 'open'") == []
    await change(shop, "UPDATE canned_reply SET text = 'We sell jam.' WHERE tenant_id = %s")
    assert await screen(shop, NOW + timedelta(days=2)) == set()
    assert await at_hand(shop) == ["hi"]


async def test_nobodys_word_leaves_it_stopped(shop: Business) -> None:
    await change(shop, REPLY)
    await screen(shop)
    async with shop.database.transaction(shop.tenant_id) as db:
        assert await lapse_cases(db, shop.tenant_id, NOW + timedelta(days=1)) == 1
    assert await at_hand(shop) == []


async def test_what_is_mended_needs_nobody_any_more(shop: Business) -> None:
    await change(shop, REPLY)
    await screen(shop)
    await change(shop, "UPDATE canned_reply SET text = 'We sell jam.' WHERE tenant_id = %s")
    await screen(shop)
    assert await shop.fetch("SELECT state, outcome FROM policy_case") == [("decided", "refused")]


async def test_a_bot_that_was_stopped_answers_again_once_people_have_let_it_pass(shop: Business) -> None:
    await change(shop, "INSERT INTO bot VALUES (%s, 'Welcome to marmalade.', %s, now())", PATHS)
    await screen(shop)
    assert await shop.fetch("SELECT published_at IS NULL FROM bot") == [(True,)]
    await decide(shop, "release")
    assert await shop.fetch("SELECT published_at IS NULL FROM bot") == [(False,)]
    assert await screen(shop, NOW + timedelta(days=1)) == set()


async def test_a_template_a_wording_and_an_item_are_asked_about_each_by_itself(shop: Business) -> None:
    body = json.dumps([{"type": "BODY", "text": "Your marmalade is ready."}])
    async with shop.database.transaction(shop.tenant_id) as db:
        await db.execute("UPDATE template SET components = %s::jsonb", [body])
    await add_item(shop, "jar", "Marmalade", "allow", [])
    await change(
        shop,
        """INSERT INTO opt_in_wording VALUES (%s, 'form', 'en', 1, %s, 'form', 'all', 'cleared', '[]', 'R0', NULL,
                                              now())""",
        "I agree to get marmalade offers from Northbank on WhatsApp.",
    )
    await screen(shop)
    subjects = await shop.fetch("SELECT matter, subject FROM policy_case ORDER BY matter, subject")
    assert subjects == [
        ("item", "c/jar"),
        ("standing", "template:waba-northbank/card_ready/en"),
        ("standing", "wording:form/en/1"),
    ]
    while await shop.fetch("SELECT 1 FROM policy_case WHERE state = 'open'"):
        await release_one(shop)
    assert await shop.fetch("SELECT 1 FROM policy_stop WHERE lifted_at IS NULL") == []
    assert await screen(shop, NOW + timedelta(days=1)) == set()


async def release_one(shop: Business) -> None:
    ((case_id,),) = await shop.fetch("SELECT case_id FROM policy_case WHERE state = 'open' LIMIT 1")
    async with shop.database.transaction(shop.tenant_id) as db:
        await decide_case(db, shop.tenant_id, case_id, vote="release", note="I read it.", voter=SUE, now=NOW)
