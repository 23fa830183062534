from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.api.conftest import Desk, LogIn
from tests.api.world import Business


def path_of(bank: Business, *more: str) -> str:
    return "/".join([f"/api/provider/clients/{bank.tenant_id}/sign-ups", *more])


@pytest.fixture
async def pat(prov: Business, log_in: LogIn) -> Desk:
    return await log_in(prov, "pat")


async def begun(pat: Desk, bank: Business, **body: Any) -> dict[str, Any]:
    answer = await pat.ask("POST", path_of(bank), body)
    assert answer.status == 201, answer.body
    return dict(answer.body)


async def the_only(pat: Desk, bank: Business) -> dict[str, Any]:
    (only,) = (await pat.get(path_of(bank))).body["items"]
    return dict(only)


async def test_a_sign_up_begins_with_where_to_go_and_whose_messages_to_believe(pat: Desk, bank: Business) -> None:
    told = await begun(pat, bank)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(told["address"]).query).items()}
    assert asked["state"] == told["sign_up_id"]
    assert asked["redirect_uri"].endswith("/signed-up")
    assert told["origins"] == ["http://127.0.0.1:8701"]
    known = await the_only(pat, bank)
    assert (known["state"], known["steps"], known["needs"]) == ("open", [], "")
    assert known["begun_by"]


async def test_the_code_is_taken_and_shown_to_nobody(pat: Desk, bank: Business) -> None:
    told = await begun(pat, bank, in_app=True)
    where = path_of(bank, told["sign_up_id"], "connection")
    answer = await pat.ask("POST", where, {"code": "AQsecret", "account_id": "12", "number_id": "34", "pin": "123456"})
    assert answer.status == 202
    known = await the_only(pat, bank)
    assert (known["state"], known["account_id"], known["number_id"]) == ("waiting", "12", "34")
    assert "AQsecret" not in str(known) and "123456" not in str(known)
    assert (await pat.ask("POST", where, {"code": "AQother"})).body["error"]["field"] == "state"


@pytest.mark.parametrize(
    "wrong",
    [{}, {"code": ""}, {"code": "AQ", "account_id": "../1"}, {"code": "AQ", "pin": "12"}, {"code": "AQ", "more": 1}],
)
async def test_what_the_page_hands_over_has_its_form(pat: Desk, bank: Business, wrong: dict[str, Any]) -> None:
    told = await begun(pat, bank)
    answer = await pat.ask("POST", path_of(bank, told["sign_up_id"], "connection"), wrong)
    assert (answer.status, answer.body["error"]["code"]) == (422, "invalid")
    assert (await the_only(pat, bank))["state"] == "open"


async def test_a_cancelled_dialogue_is_kept_with_its_step(pat: Desk, bank: Business) -> None:
    told = await begun(pat, bank)
    ended = {"how": "CANCEL", "step": "PHONE_NUMBER_SETUP"}
    assert (await pat.ask("POST", path_of(bank, told["sign_up_id"], "end"), ended)).status == 204
    known = await the_only(pat, bank)
    assert (known["state"], known["needs"]) == ("cancelled", "dialogue")
    assert "phone number setup" in known["trouble"]


async def test_nothing_is_begun_for_a_client_that_is_suspended(pat: Desk, bank: Business) -> None:
    told = await begun(pat, bank)
    suspension = f"/api/provider/clients/{bank.tenant_id}/suspension"
    assert (await pat.ask("POST", suspension, {"reason": "unpaid"})).status == 201
    assert (await pat.ask("POST", path_of(bank), {})).body["error"]["field"] == "status"
    where = path_of(bank, told["sign_up_id"], "connection")
    assert (await pat.ask("POST", where, {"code": "AQ"})).body["error"]["field"] == "status"


async def test_there_is_nothing_to_try_again_before_anything_stopped(pat: Desk, bank: Business) -> None:
    told = await begun(pat, bank)
    answer = await pat.ask("POST", path_of(bank, told["sign_up_id"], "attempts"), {"pin": "123456"})
    assert answer.body["error"]["field"] == "state"


async def test_people_of_the_desk_may_not(bank: Business, ann: Desk) -> None:
    assert (await ann.get(path_of(bank))).status == 403
    assert (await ann.ask("POST", path_of(bank), {})).status == 403
