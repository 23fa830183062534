"""The provider's day: who stands how, what was decided, what was set aside, and the lever that stops a Client."""

import hashlib
import hmac
import json
from typing import Any

import aiohttp
import pytest
from playwright.async_api import expect

from tests.journeys.acting import SEE_MS, accepts, hears, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
NORTHBANK_ACCOUNT = "102290129340398"
TOM = ("447700900140", "Tom Hale")
RUTH = ("447700900141", "Ruth Adeyemi")


async def report(stage: Stage, field: str, **value: Any) -> None:
    """The platform tells of something, signed as it should be; what this version does not know, if nothing is given."""
    change = {"field": field, "value": value or {"event": "SOMETHING_NEW"}}
    entry = [{"id": NORTHBANK_ACCOUNT, "time": 0, "changes": [change]}]
    body = json.dumps({"object": "whatsapp_business_account", "entry": entry}).encode()
    signed = hmac.new(stage.installation.settings.app_secret.encode(), body, hashlib.sha256).hexdigest()
    url = f"{stage.installation.layout.desk_url}/webhooks/whatsapp"
    headers = {"X-Hub-Signature-256": f"sha256={signed}", "content-type": "application/json"}
    async with aiohttp.ClientSession() as http, http.post(url, data=body, headers=headers) as answer:
        assert answer.status == 200


async def test_clients_decisions_and_what_was_set_aside(stage: Stage) -> None:
    await stage.customer(*TOM)
    phone = await stage.phone(TOM[0], name="Fern & Pot", width=1280, height=900)
    await says(phone, "Do you sell cactus?")
    await report(stage, "account_weather")

    page = await stage.desk("compliance@harbour.example", path="/provider")
    await page.get_by_role("link", name="Quarantine", exact=True).click()
    await page.get_by_test_id("client-select").click()
    await page.get_by_role("option", name="Northbank").click()
    row = page.get_by_test_id("quarantine-row")
    await expect(row).to_contain_text("account_weather", timeout=SEE_MS)
    await row.get_by_test_id("quarantine-retry").click()
    await page.get_by_role("alert").filter(has_text="It is being tried again.").get_by_role("button").click()
    await expect(row).to_contain_text("account_weather", timeout=SEE_MS)

    await page.get_by_role("link", name="Clients", exact=True).click()
    cards = page.get_by_test_id("client-card")
    fern = cards.filter(has=page.get_by_role("heading", name="Fern & Pot"))
    await expect(fern).to_contain_text("nothing can be sent, the profile is incomplete (B2)", ignore_case=True)
    await expect(fern).to_contain_text("Lacks a customer-support contact")
    await expect(fern).to_contain_text("1 customer waiting", timeout=SEE_MS)
    northbank = cards.filter(has=page.get_by_role("heading", name="Northbank"))
    await expect(northbank).to_contain_text("Profile complete")
    await stage.picture(page, "provider")
    assert await phone.locator('[data-testid="bubble"][data-from="business"]').count() == 0


async def test_a_suspended_client_sends_nothing_until_it_is_lifted(stage: Stage) -> None:
    await stage.customer(*RUTH)
    page = await stage.desk("compliance@harbour.example", path="/provider")
    phone = await stage.phone(RUTH[0], width=1280, height=900)
    northbank = page.get_by_test_id("client-card").filter(has=page.get_by_role("heading", name="Northbank"))
    await northbank.get_by_test_id("client-suspend").click()
    await page.get_by_test_id("suspend-reason").fill("Complaints were not answered.")
    await page.get_by_test_id("suspend-submit").click()
    try:
        await page.get_by_role("alert").filter(has_text="Northbank is suspended.").get_by_role("button").click()
        await expect(northbank).to_contain_text("Suspended: nothing is sent", timeout=SEE_MS)
        await says(phone, "How do I change my PIN?")
        await page.get_by_role("link", name="Decisions", exact=True).click()
        await page.get_by_test_id("client-select").click()
        await page.get_by_role("option", name="Northbank").click()
        refused = page.get_by_test_id("decision-row").filter(has_text="A2").filter(has_text="Bot").first
        await expect(refused).to_be_visible(timeout=SEE_MS)
        await page.get_by_test_id("verify-chain").click()
        await expect(page.get_by_text("The chain is whole")).to_be_visible(timeout=SEE_MS)
        await stage.picture(page, "provider-decisions")
        await page.get_by_label("Verdict").first.click()
        await page.get_by_role("option", name="Allowed").click()
        await expect(page.get_by_test_id("decision-row").filter(has_text="A2")).to_have_count(0)
        assert await phone.locator('[data-testid="bubble"][data-from="business"]').count() == 0
    finally:
        await page.goto(f"{stage.installation.layout.desk_url}/provider")
        await northbank.get_by_test_id("client-lift").click()
    await expect(northbank).to_contain_text("Active", timeout=SEE_MS)
    desk = await stage.desk("finn@northbank.example")
    await says(phone, "I want to talk to a person")
    await accepts(desk, "Ruth")
    await replies(desk, "Hello Ruth, sorry for the wait.")
    await hears(phone, "sorry for the wait")
