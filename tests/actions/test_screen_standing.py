"""When the rulebook changes, what was allowed once is asked about again, and what fails is stopped (F3)."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from parley.actions.screen_standing import kinds, screen_standing
from parley.clock import Clock
from parley.core.messages import TemplateUse, Text
from parley.core.policy.gate import decide
from parley.core.policy.matters import CatalogueItem, OptInWording
from parley.core.policy.rulebook import RULES, Rule, Rulebook
from parley.core.policy.verdicts import Finding
from parley.storage import canned, choices, knowledge, screenings, templates, wordings
from parley.storage.database import Database
from parley.storage.facts import Draft, outbounds
from parley.workers.versions import Versions
from tests.api.world import Business, a_client, a_provider

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CARD = "Send us your full card number and your PIN, please."
PATHS = json.dumps([{"kind": "in_chat"}])


@pytest.fixture
async def shop(database: Database) -> Business:
    prov = await a_provider(database, "prov")
    return await a_client(database, prov.tenant_id, "northbank")


async def change(shop: Business, sql: str, *values: Any) -> None:
    async with shop.database.transaction(shop.tenant_id) as db:
        await db.execute(sql, [shop.tenant_id, *values])


async def screen(shop: Business, now: datetime = NOW) -> set[tuple[str, str]]:
    _, failed = await screen_standing(shop.database, shop.tenant_id, now, cause="test")
    return {(each.kind, each.standing.subject) for each in failed}


async def test_what_is_in_order_is_left_alone(shop: Business) -> None:
    await change(shop, "INSERT INTO canned_reply VALUES (%s, 'hi', 'Hello, how can I help?')")
    await change(shop, "INSERT INTO bot VALUES (%s, 'Welcome.', %s, now())", PATHS)
    await change(shop, "INSERT INTO intent VALUES (%s, 'hours', 'Hours', 'We open at nine.', '')")
    assert await screen(shop) == set()
    (made,) = await shop.fetch("SELECT screened, failed FROM policy_screening")
    assert made[0] >= 4 and made[1] == 0


async def test_a_template_that_no_longer_holds_can_not_be_sent_until_it_is_mended(shop: Business) -> None:
    bad = json.dumps([{"type": "BODY", "text": CARD}])
    async with shop.database.transaction(shop.tenant_id) as db:
        await db.execute("UPDATE template SET components = %s::jsonb", [bad])
    assert await screen(shop) == {("template", "waba-northbank/card_ready/en")}
    assert await status_at_the_gate(shop) == "STOPPED"
    async with shop.database.transaction(shop.tenant_id) as db:
        good = json.dumps([{"type": "BODY", "text": "Your card is ready."}])
        await db.execute("UPDATE template SET components = %s::jsonb", [good])
    assert await screen(shop, NOW + timedelta(days=1)) == set()
    assert await status_at_the_gate(shop) == "APPROVED"


async def test_a_template_whose_button_is_refused_is_not_advised(shop: Business) -> None:
    buttons = [{"type": "BUTTONS", "buttons": [{"type": "voice_call", "text": "Call us"}]}]
    for components, advised in ([], True), (buttons, False):
        conversation = await shop.add_conversation("ann")
        async with shop.database.transaction(shop.tenant_id) as db:
            await db.execute("UPDATE template SET components = %s::jsonb", [json.dumps(components)])
            (asked,) = await outbounds(
                db, shop.tenant_id, [Draft(conversation.conversation_id, Text("Hi"), "agent")], NOW
            )
        assert bool(asked.fitting_templates) == advised


async def status_at_the_gate(shop: Business) -> str:
    conversation = await shop.add_conversation("ann")
    used = TemplateUse("card_ready", "en", "utility", rendered="Your card is ready.")
    async with shop.database.transaction(shop.tenant_id) as db:
        draft = Draft(conversation.conversation_id, used, "agent")
        (asked,) = await outbounds(db, shop.tenant_id, [draft], NOW)
        listed = await templates.list_all(db, shop.tenant_id)
    assert asked.template is not None
    assert [each.status for each in listed] == [asked.template.status]
    assert bool(asked.fitting_templates) == (asked.template.status == "APPROVED")
    if asked.template.status == "STOPPED":
        assert "C1" in decide(asked).clauses or "C3" in decide(asked).clauses
    return asked.template.status


async def test_answers_and_replies_that_fail_are_not_given_any_more(shop: Business) -> None:
    await change(shop, "INSERT INTO bot VALUES (%s, 'Welcome.', %s, now())", PATHS)
    await change(shop, "INSERT INTO intent VALUES (%s, 'good', 'Hours', 'We open at nine.', '')")
    await change(shop, "INSERT INTO intent VALUES (%s, 'bad', 'Card', %s, '')", CARD)
    await change(shop, "INSERT INTO canned_reply VALUES (%s, 'good', 'Hello')")
    await change(shop, "INSERT INTO canned_reply VALUES (%s, 'bad', %s)", CARD)
    assert await screen(shop) == {("bot_answer", "bad"), ("canned_reply", "bad")}
    async with shop.database.transaction(shop.tenant_id) as db:
        taught = await knowledge.taught(db, shop.tenant_id)
        assert taught is not None and set(taught.answers) == {"good"}
        assert [shortcut for shortcut, _ in await canned.list_all(db, shop.tenant_id)] == ["good"]


async def test_a_bot_without_a_way_out_is_not_published_any_more(shop: Business) -> None:
    await change(shop, "INSERT INTO bot VALUES (%s, 'Welcome.', '[]', now())")
    assert await screen(shop) == {("bot", "bot")}
    assert await shop.fetch("SELECT published_at FROM bot") == [(None,)]


async def test_a_wording_that_holds_by_a_choice_only_is_stopped_when_the_choice_ends(shop: Business) -> None:
    await change(
        shop,
        """INSERT INTO opt_in_wording VALUES (%s, 'form', 'en', 1, 'Northbank may write to me.', 'form', 'all',
                                              'cleared', '[]', 'R0', NULL, now())""",
    )
    choice = await choose(shop, "general-opt-in")
    assert await screen(shop) == set()
    async with shop.database.transaction(shop.tenant_id) as db:
        await choices.withdraw(db, shop.tenant_id, choice, by=uuid4(), now=NOW)
    assert await may_be_shown(shop)
    assert await screen(shop) == {("wording", "form/en/1")}
    assert not await may_be_shown(shop)


async def may_be_shown(shop: Business) -> bool:
    async with shop.database.transaction(shop.tenant_id) as db:
        wording = await wordings.by_key(db, shop.tenant_id, "form/en/1")
    return wording is not None and wording.may_be_shown


async def test_what_people_have_let_pass_is_stopped_only_by_what_they_did_not_lift(
    shop: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    await change(
        shop,
        """INSERT INTO opt_in_wording VALUES (%s, 'form', 'en', 1, %s, 'form', 'all', 'cleared',
               '[{"rule": "minds_a_word", "verdict": "hold"}]', 'R0', NULL, now())""",
        "I agree to get chair offers from Northbank on WhatsApp.",
    )
    for retailer_id, title in (("chair", "Chair"), ("gift", "Chair, to be paid to 4111 1111 1111 1111")):
        await add_item(shop, retailer_id, title, "warn", ["minds_a_word"])
    hold_the_word(monkeypatch, "chair")
    assert await screen(shop) == {("item", "c/gift")}
    assert await verdicts(shop) == {"chair": "warn", "gift": "block"}


async def test_what_a_look_has_stopped_and_people_let_pass_is_offered_again(
    shop: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_item(shop, "chair", "Chair", "allow", [])
    hold_the_word(monkeypatch, "chair")
    assert await screen(shop) == {("item", "c/chair")}
    await change(shop, "UPDATE catalogue_item SET verdict = 'warn', released = '{minds_a_word}' WHERE tenant_id = %s")
    assert await screen(shop) == set()
    async with shop.database.transaction(shop.tenant_id) as db:
        assert await screenings.stopped_now(db, shop.tenant_id, "item") == set()


def hold_the_word(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    def check(matter: CatalogueItem | OptInWording) -> Finding | None:
        named = word in " ".join(matter.texts()).lower()
        return Finding("minds_a_word", "E9", "hold", "It is on the list.") if named else None

    kinds = (CatalogueItem, OptInWording)
    rule = Rule("minds_a_word", "E9", "A word.", ("catalogue", "opt-in"), "", check, ("E9",), kinds, "hold")
    book = Rulebook(rules=(*RULES, rule))
    monkeypatch.setattr("parley.core.policy.gate.rulebook_for", lambda choices, today: book)


async def add_item(shop: Business, retailer_id: str, title: str, verdict: str, released: list[str]) -> None:
    await change(
        shop,
        """INSERT INTO catalogue_item (tenant_id, catalogue_id, retailer_id, title, description, category, brand, url,
                                       image_url, price, availability, verdict, findings, rulebook_version, released,
                                       source, updated_at)
           VALUES (%s, 'c', %s, %s, '', '', '', '', '', '', '', %s, '[]', 'R0', %s, 'form', now())""",
        retailer_id,
        title,
        verdict,
        released,
    )


async def choose(shop: Business, version: str) -> UUID:
    choice = uuid4()
    async with shop.database.transaction(shop.tenant_id) as db:
        day = (NOW - timedelta(days=1)).date()
        await choices.choose(
            db, shop.tenant_id, choice, version, reason="x", chosen_by=uuid4(), now=NOW, effective_from=day
        )
        await choices.approve(db, shop.tenant_id, choice, approved_by=uuid4(), now=NOW)
    return choice


async def test_a_waiting_message_that_fails_does_not_wait_any_more(shop: Business) -> None:
    conversation = await shop.add_conversation("ann")
    message = await shop.add_message(conversation, CARD, "out", status="queued", platform_id=None)
    await change(
        shop,
        "INSERT INTO outbox (tenant_id, message_id, number_id, kind, due_at) VALUES (%s, %s, %s, 'message', %s)",
        message.message_id,
        shop.number_id,
        datetime.now(UTC) + timedelta(hours=1),
    )
    assert ("queued_message", str(message.message_id)) in await screen(shop, datetime.now(UTC))
    assert await shop.fetch("SELECT state FROM outbox") == [("refused",)]
    assert await shop.fetch("SELECT status FROM message WHERE direction = 'out'") == [("refused",)]


async def test_an_item_that_fails_gets_the_gates_new_word(shop: Business) -> None:
    for retailer_id, title in (("tea", "A pot of tea"), ("gift", "Gift, to be paid to 4111 1111 1111 1111")):
        await add_item(shop, retailer_id, title, "allow", [])
    assert await screen(shop) == {("item", "c/gift")}
    assert await verdicts(shop) == {"tea": "allow", "gift": "block"}
    async with shop.database.transaction(shop.tenant_id) as db:
        await db.execute("UPDATE catalogue_item SET title = 'Gift' WHERE retailer_id = 'gift'")
    assert await screen(shop, NOW + timedelta(days=1)) == set()
    assert await verdicts(shop) == {"tea": "allow", "gift": "allow"}


async def verdicts(shop: Business) -> dict[str, str]:
    return dict(await shop.fetch("SELECT retailer_id, verdict FROM catalogue_item"))


async def test_what_was_found_is_on_record_once(shop: Business) -> None:
    await change(shop, "INSERT INTO canned_reply VALUES (%s, 'bad', %s)", CARD)
    await screen(shop)
    await screen(shop)
    rows = await shop.fetch("SELECT facts ->> 'standing', verdict FROM gate_decision WHERE moment = 'update'")
    assert rows == [("canned_reply", "block")]
    async with shop.database.transaction(shop.tenant_id) as db:
        (stop,) = await screenings.stops(db, shop.tenant_id)
    assert (stop.clauses, stop.lifted_at, CARD in str(stop)) == (["D3"], None, False)


async def test_a_look_alone_stops_nothing(shop: Business) -> None:
    await change(shop, "INSERT INTO canned_reply VALUES (%s, 'bad', %s)", CARD)
    _, failed = await screen_standing(shop.database, shop.tenant_id, NOW, cause="test", only_look=True)
    assert len(failed) == 1
    assert await shop.fetch("SELECT 1 FROM policy_stop UNION ALL SELECT 1 FROM policy_screening") == []


async def test_the_worker_looks_once_a_day_and_whenever_the_version_changes(shop: Business) -> None:
    class Moved(Clock):
        at = NOW

        def now(self) -> datetime:
            return self.at

    clock = Moved()
    worker = Versions(shop.database, clock)
    for hours, choice in ((0, ""), (1, ""), (2, "general-opt-in"), (3, ""), (27, "")):
        clock.at = NOW + timedelta(hours=hours)
        if choice:
            await choose(shop, choice)
        await worker.work(shop.tenant_id)
    causes = await shop.fetch("SELECT cause FROM policy_screening ORDER BY began_at")
    assert causes == [("version",), ("version",), ("daily",)]


def test_every_kind_has_a_word_and_something_to_decide_on() -> None:
    assert {kind.name for kind in kinds()} >= {"template", "bot", "bot_answer", "canned_reply", "queued_message"}
    assert all(kind.word for kind in kinds())
