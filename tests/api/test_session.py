from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from parley.api.throttle import WITHIN, Throttle
from parley.settings import Settings
from tests.api.conftest import Browser, Desk, LogIn
from tests.api.world import Business


async def test_a_log_in_says_who_it_is_and_makes_them_online(bank: Business, visit: Callable[[], Browser]) -> None:
    answer = await visit().log_in("ANN@bank.example")
    assert answer.status == 201
    assert answer.body["tenant"] == {"tenant_id": str(bank.tenant_id), "name": "Bank", "kind": "client"}
    assert answer.body["team"]["name"] == "Cards"
    assert answer.body["presence"] == "online"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Secure" not in cookie


async def test_the_token_is_kept_as_a_hash_only(bank: Business, visit: Callable[[], Browser]) -> None:
    answer = await visit().log_in(bank.email("ann"))
    token = answer.headers["set-cookie"].split("=", 1)[1].split(";")[0]
    assert len(token) >= 40
    kept = (await bank.fetch("SELECT token_hash FROM session"))[0][0]
    assert token.encode() not in bytes(kept)


@pytest.mark.parametrize(("email", "password"), [("ann@bank.example", "wrong"), ("nobody@bank.example", "wrong")])
async def test_a_wrong_log_in_does_not_say_which_part_was_wrong(
    bank: Business, visit: Callable[[], Browser], email: str, password: str
) -> None:
    answer = await visit().log_in(email, password)
    assert (answer.status, answer.body["error"]["code"]) == (401, "bad_login")
    assert answer.body["error"]["message"] == "The e-mail address or the password is wrong."
    assert set(answer.body["error"]) == {"code", "message", "field", "next_step", "decision"}


async def test_the_sixth_wrong_try_must_wait_even_with_the_right_password(
    bank: Business, visit: Callable[[], Browser]
) -> None:
    browser = visit()
    for _ in range(5):
        assert (await browser.log_in(bank.email("ann"), "wrong")).status == 401
    answer = await browser.log_in(bank.email("ann"))
    assert (answer.status, answer.body["error"]["code"]) == (429, "too_many_tries")
    assert int(answer.headers["retry-after"]) > 0
    assert (await browser.log_in(bank.email("bob"))).status == 201


def test_the_throttle_forgets_after_a_quarter_of_an_hour() -> None:
    throttle = Throttle()
    for _ in range(5):
        throttle.count("a", "1.2.3.4", 100)
    assert throttle.seconds_to_wait("A ", "1.2.3.4", 101) > 0
    assert throttle.seconds_to_wait("a", "1.2.3.4", 100 + WITHIN) == 0


def test_the_throttle_counts_an_account_over_all_addresses_and_an_address_over_all_accounts() -> None:
    throttle = Throttle(account=3, address=4)
    for address in "123":
        throttle.count("a", address, 0)
    assert throttle.seconds_to_wait("a", "9", 1) > 0
    for account in "bcde":
        throttle.count(account, "7", 0)
    assert throttle.seconds_to_wait("x", "7", 1) > 0


async def test_log_out_ends_the_session_and_goes_offline(ann: Desk, bank: Business) -> None:
    assert (await ann.get("/api/session")).status == 200
    assert (await ann.ask("DELETE", "/api/session")).status == 204
    assert (await ann.get("/api/session")).status == 401
    assert await bank.fetch("SELECT presence FROM account WHERE name = 'Ann'") == [("offline",)]


async def test_a_session_slides_with_its_use_and_ends_without(ann: Desk, bank: Business, settings: Settings) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=1)
    await bank.fetch("UPDATE session SET expires_at = %s RETURNING 1", soon)
    assert (await ann.get("/api/clock")).status == 200
    ((ends,),) = await bank.fetch("SELECT expires_at FROM session")
    assert ends > datetime.now(UTC) + timedelta(hours=settings.session_hours - 1)
    await bank.fetch("UPDATE session SET expires_at = %s RETURNING 1", datetime.now(UTC))
    answer = await ann.get("/api/clock")
    assert (answer.status, answer.body["error"]["code"]) == (401, "not_logged_in")


async def test_a_request_is_a_sign_of_life(ann: Desk, bank: Business) -> None:
    await bank.fetch("UPDATE account SET presence_at = now() - interval '1 minute' RETURNING 1")
    await ann.get("/api/clock")
    ((heard,),) = await bank.fetch("SELECT presence_at > now() - interval '5 seconds' FROM account WHERE name = 'Ann'")
    assert heard


async def test_presence_can_be_set(ann: Desk, bank: Business) -> None:
    answer = await ann.ask("PUT", "/api/presence", {"presence": "away"})
    assert answer.body["presence"] == "away"
    answer = await ann.ask("PUT", "/api/presence", {"presence": "asleep"})
    assert (answer.status, answer.body["error"]["field"]) == (422, "presence")
    assert "online" in answer.body["error"]["message"]


async def test_the_people_of_a_suspended_client_can_not_work(ann: Desk, bank: Business, log_in: LogIn) -> None:
    await bank.fetch("UPDATE tenant SET status = 'suspended' WHERE tenant_id = %s RETURNING 1", bank.tenant_id)
    assert (await ann.get("/api/conversations")).status == 403
    answer = await ann.log_in(bank.email("bob"))
    assert (answer.status, answer.body["error"]["message"]) == (403, "The service for Bank is suspended.")
