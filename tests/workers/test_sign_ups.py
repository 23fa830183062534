"""A sign-up of the page, from the dialogue of the local platform to a number that is connected here."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from cryptography.fernet import InvalidToken

from parley.actions import sign_up
from parley.actions.sign_up import Secrets
from parley.clock import Clock
from parley.core.errors import Invalid, NotFound
from parley.core.sign_up import HOW_MANY_STEPS
from parley.settings import Settings
from parley.storage import sign_ups
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.storage.sign_ups import SignUp
from parley.whatsapp.client import GraphSession
from parley.workers.connecting.whole import STEPS
from parley.workers.sign_ups import SignUps
from tests.commands.test_doctor import served
from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator

__all__ = ["served"]
PERSON = uuid4()
PIN = "246810"
CHOSEN: dict[str, Any] = {"business_name": "Fresh Bread", "display_name": "Fresh Bread", "code": "123456"}


@pytest.fixture
def desk(tmp_path: Path, settings: Settings) -> Iterator[Desk]:
    """A platform whose app has the secret of these settings."""
    options = ["--app-secret", settings.app_secret, "--verify-token", settings.verify_token]
    platform = Emulator(tmp_path / "platform", *options).start()
    yield a_desk(platform)
    platform.stop()


class Page:
    """What the page does and sees."""

    def __init__(self, settings: Settings, database: Database, tenant: UUID, desk: Desk) -> None:
        self.settings, self.database, self.tenant, self.desk = settings, database, tenant, desk
        self.vault, self.clock = Vault(settings.secret_key), Clock()

    async def begins(self, *, in_app: bool = False) -> UUID:
        async with self.database.transaction(self.tenant) as db:
            return await sign_up.begin(
                db, self.tenant, in_app=in_app, redirect_uri="http://x/", account_id=PERSON, now=self.clock.now()
            )

    async def dialogue(self, phone: str, **chosen: Any) -> dict[str, Any]:
        """The business goes through it."""
        whole = CHOSEN | {"phone_number": phone} | chosen
        status, done = await asyncio.to_thread(self.desk.emulator.call, "POST", "/dialog/api/connection", whole)
        assert status == 201, done
        return dict(done)

    async def hands_over(self, begun: UUID, code: str, *, account: str = "", number: str = "", pin: str = PIN) -> None:
        secrets = Secrets(code=code, pin=pin)
        async with self.database.transaction(self.tenant) as db:
            await sign_up.hand_over(
                db,
                self.tenant,
                begun,
                self.vault,
                secrets,
                account_id=account,
                number_id=number,
                now=self.clock.now(),
            )

    async def works(self) -> SignUp:
        """The worker's turn; the newest as it is then."""
        graph = await GraphSession.open(self.settings.graph_url, self.settings.graph_version, self.settings.app_secret)
        await SignUps(self.settings, self.database, self.clock, graph, self.vault).work(self.tenant)
        await graph.close()
        return (await self.listed())[0]

    async def listed(self) -> list[SignUp]:
        async with self.database.transaction(self.tenant) as db:
            return await sign_ups.newest(db, self.tenant, 20)

    async def query(self, sql: str) -> list[Any]:
        async with self.database.transaction(self.tenant) as db:
            return list(await (await db.execute(sql)).fetchall())


@pytest.fixture
def page(served: Settings, database: Database, tenant: UUID, desk: Desk) -> Page:
    return Page(served, database, tenant, desk)


async def test_a_new_number_is_connected_with_all_steps_and_nothing_secret_stays(page: Page) -> None:
    begun = await page.begins()
    done = await page.dialogue("+44 20 7946 0911")
    told = done["data"]
    await page.hands_over(begun, done["code"], account=told["waba_id"], number=told["phone_number_id"])
    now = await page.works()
    assert (now.state, now.trouble, now.sealed) == ("connected", "", None)
    assert len(now.steps) == len(STEPS) == HOW_MANY_STEPS
    ((number, account, business, confirmed, sealed),) = await page.query(
        "SELECT number_id, account_id, business_id, profile_confirmed_at, access_token FROM number"
    )
    assert (number, account, business) == (told["phone_number_id"], told["waba_id"], told["business_id"])
    assert confirmed is None  # nothing leaves before a person has confirmed the profile (B2)
    token = page.vault.open(sealed)
    assert token not in str(now) and done["code"] not in str(now)


async def test_who_did_it_is_on_record(page: Page) -> None:
    begun = await page.begins()
    done = await page.dialogue("+44 20 7946 0912")
    told = done["data"]
    await page.hands_over(begun, done["code"], account=told["waba_id"], number=told["phone_number_id"])
    await page.works()
    recorded = await page.query("SELECT facts, number_id FROM gate_decision WHERE moment = 'onboarding' ORDER BY seq")
    facts = {"by_provider_account": str(PERSON), "sign_up_id": str(begun)}
    assert [(kept | facts, number) for kept, number in recorded] == recorded
    assert [number for _, number in recorded] == ["", told["phone_number_id"]]


async def test_a_number_of_the_app_is_found_though_the_dialogue_names_its_account_only(page: Page) -> None:
    begun = await page.begins(in_app=True)
    done = await page.dialogue("+44 20 7946 0913", in_app=True)
    await page.hands_over(begun, done["code"], account=done["data"]["waba_id"], pin="")
    now = await page.works()
    assert (now.state, now.number_id, now.trouble) == ("connected", done["data"]["phone_number_id"], "")
    said = " ".join(step["sentence"] for step in now.steps)
    assert "kept by the Business App" in said and "hands over its address book and its history" in said
    assert "at the Business App's pace" in said
    assert await page.query("SELECT rate_per_second FROM number") == [(20,)]


async def test_a_missing_pin_stops_it_and_it_goes_on_with_the_same_token(page: Page) -> None:
    begun = await page.begins()
    done = await page.dialogue("+44 20 7946 0914")
    told = done["data"]
    await page.hands_over(begun, done["code"], account=told["waba_id"], number=told["phone_number_id"], pin="")
    now = await page.works()
    assert (now.state, now.needs) == ("stopped", "pin")
    assert [step["name"] for step in now.steps][-1] == "verified"
    assert Secrets.opened(page.vault, now.sealed).code == ""  # it was good once
    async with page.database.transaction(page.tenant) as db:
        await sign_up.try_again(db, page.tenant, begun, page.vault, pin=PIN, sms="", now=page.clock.now())
    assert (await page.works()).state == "connected"


async def test_a_code_that_is_no_good_says_so_and_keeps_nothing(page: Page) -> None:
    begun = await page.begins()
    await page.hands_over(begun, "AQmade-up", account="1", number="2")
    now = await page.works()
    assert (now.state, now.needs, now.sealed) == ("cancelled", "dialogue", None)
    assert "begin again" in now.trouble and "AQmade-up" not in now.trouble
    assert await page.query("SELECT 1 FROM number") == []


async def test_ids_that_the_token_does_not_open_are_not_believed(page: Page) -> None:
    begun = await page.begins()
    done = await page.dialogue("+44 20 7946 0915")
    await page.hands_over(begun, done["code"], account=page.desk.waba_id, number=page.desk.number_id)
    assert (await page.works()).state == "stopped"
    assert await page.query("SELECT 1 FROM number") == []


async def test_a_number_of_another_business_here_is_not_taken(page: Page) -> None:
    begun, done = await page.begins(), await page.dialogue("+44 20 7946 0916")
    told = done["data"]
    other = uuid4()
    async with page.database.transaction(other) as db:
        await db.execute(
            "INSERT INTO tenant (tenant_id, kind, slug, name, created_at) VALUES (%s, 'provider', 'other', 'O', now())",
            [other],
        )
        await db.execute(
            """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                                   created_at) VALUES (%s, %s, '9', '+44', 'Other', 'x', now())""",
            [other, told["phone_number_id"]],
        )
    await page.hands_over(begun, done["code"], account=told["waba_id"], number=told["phone_number_id"])
    now = await page.works()
    assert now.state == "stopped" and "another business here" in now.trouble
    assert await page.query("SELECT 1 FROM number") == []


async def test_cancelling_and_errors_are_kept_with_what_to_do(page: Page) -> None:
    begun, now = await page.begins(), page.clock.now()
    async with page.database.transaction(page.tenant) as db:
        await sign_up.end(db, page.tenant, begun, "ERROR", message="The code is wrong.", code="136025", now=now)
    (open_still,) = await page.listed()
    assert (open_still.state, open_still.needs) == ("open", "")
    assert "The code is wrong (code 136025)" in open_still.trouble
    async with page.database.transaction(page.tenant) as db:
        await sign_up.end(db, page.tenant, begun, "CLOSED", now=now)
    (closed,) = await page.listed()
    assert (closed.state, closed.needs) == ("cancelled", "dialogue")
    assert "The code is wrong" in closed.trouble
    again = await page.begins()
    async with page.database.transaction(page.tenant) as db:
        await sign_up.end(db, page.tenant, again, "CANCEL", step="PHONE_NUMBER_SETUP", now=now)
    assert "at the step phone number setup" in (await page.listed())[0].trouble


async def test_a_code_is_taken_once_and_of_ones_own_sign_ups_only(page: Page) -> None:
    begun = await page.begins()
    await page.hands_over(begun, "AQ1")
    with pytest.raises(Invalid, match="waiting already"):
        await page.hands_over(begun, "AQ2")
    page.tenant, mine = uuid4(), page.tenant
    with pytest.raises(NotFound):
        await page.hands_over(begun, "AQ3")
    page.tenant = mine


async def test_what_nobody_finishes_within_a_day_keeps_no_token(page: Page) -> None:
    begun = await page.begins()
    done = await page.dialogue("+44 20 7946 0917")
    told = done["data"]
    await page.hands_over(begun, done["code"], account=told["waba_id"], number=told["phone_number_id"], pin="")
    assert (await page.works()).sealed is not None
    await page.query("UPDATE sign_up SET changed_at = now() - interval '25 hours' RETURNING 1")
    now = await page.works()
    assert (now.state, now.sealed, now.needs) == ("cancelled", None, "dialogue")
    assert "begin again" in now.trouble


def test_secrets_are_opened_with_the_key_that_sealed_them_only() -> None:
    sealed = Secrets(code="AQmade-up", pin=PIN).sealed(Vault("one"))
    assert b"AQmade-up" not in sealed and Secrets.opened(Vault("one"), sealed).pin == PIN
    with pytest.raises(InvalidToken):
        Secrets.opened(Vault("two"), sealed)
