"""Embedded sign-up as a business goes through it, and what the page that opened it is told."""

import json
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.async_api import Page, expect

from parley_emulator.ids import APP_ID
from tests.journeys.acting import SEE_MS, comes_true, fits, names_all_controls
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]

LISTEN = """address => {
    window.told = [];
    addEventListener('message', (event) => window.told.push(event.data));
    window.open(address, 'signup', 'width=560,height=760');
}"""


async def opened(stage: Stage) -> tuple[Page, Page]:
    """The business's page, and the dialogue that it opened."""
    home = f"{stage.installation.layout.platform_url}/healthz"
    page = await stage.page(360, 800)
    await page.goto(home)
    asked = urlencode({"client_id": APP_ID, "redirect_uri": home, "response_type": "code", "state": "s1"})
    async with page.expect_popup() as popup:
        await page.evaluate(LISTEN, f"{stage.installation.layout.platform_url}/v23.0/dialog/oauth?{asked}")
    dialogue = await popup.value
    await expect(dialogue.get_by_label("Business portfolio")).to_be_visible(timeout=SEE_MS)
    return page, dialogue


async def told(page: Page) -> dict[str, Any]:
    """The first message to the opener, and that it came."""
    await comes_true(page, "window.told.length > 0")
    first: dict[str, Any] = json.loads(await page.evaluate("window.told[0]"))
    return first


async def test_a_number_of_the_business_app_is_connected(stage: Stage) -> None:
    page, dialogue = await opened(stage)
    await names_all_controls(dialogue)
    await stage.picture(dialogue, "signup-business")
    await dialogue.get_by_label("Name of the business").fill("Fresh Bread")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_label("It is used in the WhatsApp Business App").check()
    await dialogue.get_by_label("Phone number", exact=True).fill("+44 20 7946 0905")
    await dialogue.get_by_label("Display name").fill("Fresh Bread")
    await fits(dialogue)
    await stage.picture(dialogue, "signup-number")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_label("Six digits").fill("000000")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_role("button", name="Allow and connect").click()
    await expect(dialogue.get_by_role("alert")).to_contain_text("The code is wrong.")
    await stage.picture(dialogue, "signup-refused")
    await dialogue.get_by_role("button", name="Back").click()
    await dialogue.get_by_label("Six digits").fill("123456")
    await dialogue.get_by_role("button", name="Continue").click()
    await page.evaluate("window.told.length = 0")
    await dialogue.get_by_role("button", name="Allow and connect").click()
    await dialogue.wait_for_url("**/healthz?code=*")
    message = await told(page)
    assert (message["type"], message["event"]) == ("WA_EMBEDDED_SIGNUP", "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING")
    assert set(message["data"]) == {"waba_id"}
    assert parse_qs(urlsplit(dialogue.url).query)["state"] == ["s1"]


async def test_whoever_cancels_is_said_to_have_denied_it(stage: Stage) -> None:
    page, dialogue = await opened(stage)
    await dialogue.get_by_role("button", name="Cancel").click()
    await dialogue.wait_for_url("**/healthz?error=access_denied*")
    message = await told(page)
    assert (message["event"], message["data"]) == ("CANCEL", {"current_step": "BUSINESS_ACCOUNT_SELECTION"})
