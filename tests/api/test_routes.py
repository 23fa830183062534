"""Promises that every route keeps, also one that is added tomorrow: the cases are the application's own routes."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from parley.api.app import create_app
from parley.api.identity import OPEN
from parley.clock import Clock
from parley.settings import Settings
from parley.storage.database import Database
from tests.api.conftest import Browser, LogIn
from tests.api.world import Business, a_provider

DESCRIBED = create_app(Settings(_env_file=None), None, Clock()).openapi()  # type: ignore[arg-type]
ROUTES = sorted((method.upper(), path) for path, each in DESCRIBED["paths"].items() for method in each)
CLOSED = [route for route in ROUTES if route not in OPEN]
PROVIDERS = [route for route in CLOSED if route[1].startswith("/api/provider/")]
EVERYBODYS = {"/api/session", "/api/presence", "/api/clock", "/api/line", "/api/live", "/api/policy/check"}
DESKS = [route for route in CLOSED if route not in PROVIDERS and route[1] not in EVERYBODYS]
WITH_IDS = [route for route in DESKS if "{" in route[1]]
CLIENTS = [route for route in PROVIDERS if "{" in route[1]]

TEXT = {"content": {"type": "text", "body": "Hello"}}
# What a route must be told to get as far as looking for the row.
BODIES: dict[str, Any] = {
    "messages": TEXT | {"owner_version": 1, "idempotency_key": "k"},
    "drafts": TEXT,
    "waiting-reply": TEXT | {"owner_version": 1},
    "notes": {"text": "Look"},
    "snooze": {"until": "2999-01-01T00:00:00Z"},
    "transfer": {"team_id": str(uuid4())},
    "consents": {"purpose": "all", "action": "opt_in", "method": "telephone"},
    "suspension": {"reason": "unpaid"},
    "termination": {"reason": "fraud"},
    "rejection": {"note": "not now"},
    "check": {"text": "Hello"},
    "export": {"asked_how": "by letter"},
    "erasure": {"asked_how": "by letter"},
    "report": {"reason": "rude"},
    "vote": {"vote": "release", "note": "fine"},
    "appeal": {"text": "Please look again.", "state": "sent"},
    "presence": {"presence": "online"},
    "looking": {"writing": True},
    "choices": {"version": "user-names", "reason": "asked for"},
    "sign-ups": {"in_app": False},
    "connection": {"code": "AQ"},
    "attempts": {"pin": "123456"},
    "end": {"how": "CANCEL"},
    "block": {"reason": "abuse", "note": "What was written."},
}


def body_for(method: str, path: str) -> Any:
    return BODIES.get(path.rsplit("/", 1)[1]) if method in ("POST", "PUT") else None


def test_there_are_routes_to_try() -> None:
    assert len(WITH_IDS) > 15 and len(CLIENTS) >= 3
    assert {("POST", "/api/session"), ("GET", "/healthz")} == set(OPEN)


async def test_every_route_demands_an_identity(visit: Callable[[], Browser]) -> None:
    browser = visit()
    for method, path in [*CLOSED, ("GET", "/api/openapi.json")]:
        answer = await browser.ask(method, re.sub(r"\{\w+\}", str(uuid4()), path), body_for(method, path))
        assert answer.status == 401, (method, path)
        assert answer.body["error"]["code"] == "not_logged_in"


async def test_a_made_up_token_is_nobody(visit: Callable[[], Browser]) -> None:
    answer = await visit().get("/api/conversations", headers={"cookie": "parley_session=made-up"})
    assert answer.status == 401


async def test_no_route_of_the_desk_reaches_another_client(bank: Business, rival: Business, log_in: LogIn) -> None:
    """With a supervisor's rights, and every id of the other Client known."""
    theirs = await ids_of(rival)
    before = await everything_of(rival)
    sue = await log_in(bank, "sue")
    for method, path in WITH_IDS:
        answer = await sue.ask(method, filled(path, theirs), body_for(method, path))
        assert answer.status == 404, (method, path, answer.body)
    assert await everything_of(rival) == before


async def test_no_list_of_the_desk_shows_another_client(bank: Business, rival: Business, log_in: LogIn) -> None:
    theirs = await ids_of(rival)
    del theirs["event_id"]  # a small number, found anywhere
    bob = await log_in(bank, "bob")
    for method, path in [route for route in DESKS if "{" not in route[1] and route[0] == "GET"]:
        for view in ("mine", "queue", "all", "closed"):
            raw = str((await bob.get(path, params={"view": view, "number_id": theirs["number_id"]})).body)
            assert not any(each in raw for each in theirs.values()), (method, path)
            assert "rival" not in raw.casefold()


async def test_the_desk_is_not_the_providers_nor_the_other_way_round(
    bank: Business, prov: Business, log_in: LogIn
) -> None:
    await bank.add_person("ada", "admin")
    ada, pat = await log_in(bank, "ada"), await log_in(prov, "pat")
    for asker, routes in ((ada, PROVIDERS), (pat, DESKS)):
        for method, path in routes:
            answer = await asker.ask(method, filled(path, {}), body_for(method, path))
            assert (answer.status, answer.body["error"]["code"]) == (403, "forbidden"), (method, path)


async def test_no_provider_reaches_the_client_of_another(bank: Business, database: Database, log_in: LogIn) -> None:
    theirs = await ids_of(bank)
    before = await everything_of(bank)
    other = await log_in(await a_provider(database, "otherprov"), "pat")
    for method, path in CLIENTS:
        answer = await other.ask(method, filled(path, theirs), body_for(method, path))
        assert answer.status == 404, (method, path)
    for path in ("decisions", "chain", "quarantine", "cases", "standing", "choices"):
        assert (await other.get(f"/api/provider/{path}?tenant_id={bank.tenant_id}")).status == 404
    assert (await other.get("/api/provider/clients")).body == {"items": []}
    assert await everything_of(bank) == before


async def test_an_error_names_the_field_the_limit_and_the_remedy(bank: Business, log_in: LogIn) -> None:
    bob = await log_in(bank, "bob")
    answer = await bob.get("/api/conversations?limit=1000")
    error = answer.body["error"]
    assert (answer.status, error["code"], error["field"]) == (422, "invalid", "limit")
    assert "200" in error["message"] and error["next_step"]
    assert (await bob.get("/api/conversations?cursor=xyz")).body["error"]["field"] == "cursor"
    assert (await bob.get("/api/nowhere")).body["error"]["code"] == "not_found"
    assert (await bob.ask("PATCH", "/api/offers")).status in (404, 405)


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: ids.get(name[1], "1" if name[1] == "event_id" else str(uuid4())), path)


async def ids_of(business: Business) -> dict[str, str]:
    conversation = await business.add_conversation(state="offered")
    offer_id = await business.add_offer(conversation, "ann")
    said = await business.add_message(conversation)
    ((case_id,),) = await business.fetch(
        """INSERT INTO policy_case (tenant_id, case_id, kind, matter, subject, clauses, findings, opened_by_kind,
                                    opened_at, due_at, handled_by, needs, if_nobody_decides)
           VALUES (%s, gen_random_uuid(), 'enforcement', 'account', 'ban', '{F1}', '[]', 'platform', now(),
                   now() + interval '1 day', '{supervisor,provider}', 1, 'refuse') RETURNING case_id""",
        business.tenant_id,
    )
    media_id, team_id = uuid4(), business.team_id
    await business.fetch(
        """INSERT INTO media (tenant_id, media_id, number_id, mime_type, state, content, created_at)
           VALUES (%s, %s, %s, 'image/png', 'stored', 'x', now()) RETURNING 1""",
        business.tenant_id,
        media_id,
        business.number_id,
    )
    ((event_id,),) = await business.fetch(
        """INSERT INTO inbox_event (tenant_id, number_id, kind, dedup_key, lane, payload, received_at, state, reason)
           VALUES (%s, %s, 'message', 'k', 'l', '{}', now(), 'quarantined', 'odd') RETURNING event_id""",
        business.tenant_id,
        business.number_id,
    )
    found = {
        "conversation_id": conversation.conversation_id,
        "contact_id": conversation.contact_id,
        "offer_id": offer_id,
        "message_id": said.message_id,
        "case_id": case_id,
        "media_id": media_id,
        "team_id": team_id,
        "number_id": business.number_id,
        "tenant_id": business.tenant_id,
        "event_id": event_id,
    }
    return {name: str(value) for name, value in found.items()}


async def everything_of(business: Business) -> list[Any]:
    """What a stranger could have changed."""
    tables = ("conversation", "conversation_event", "message", "outbox", "offer", "consent", "gate_decision", "media")
    more = ("waiting_reply", "inbox_event", "number", "tenant", "policy_case", "policy_case_vote")
    return [
        await business.fetch(f"SELECT * FROM {table} WHERE tenant_id = current_tenant()") for table in tables + more
    ]
