"""A provider connects a Client's number by WhatsApp's own dialogue, on the page."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240, func_only=True)]
CLIENT = "Fern & Pot"
STEPS_MS = 40_000


async def at_the_page(stage: Stage) -> Page:
    """The provider's page of the Client, and from its card to the connecting of a number."""
    page = await stage.desk("compliance@harbour.example", path="/provider/clients")
    card = page.get_by_test_id("client-card").filter(has_text=CLIENT)
    await card.get_by_test_id("connect-number").click()
    await expect(page.get_by_role("heading", name="Connect a number")).to_be_visible(timeout=SEE_MS)
    await expect(page.get_by_test_id("client-select")).to_have_value(CLIENT, timeout=SEE_MS)
    return page


async def opened(page: Page) -> Page:
    async with page.expect_popup() as popup:
        await page.get_by_test_id("sign-up-begin").click()
    dialogue = await popup.value
    await expect(dialogue.get_by_label("Business portfolio")).to_be_visible(timeout=SEE_MS)
    return dialogue


async def goes_through(dialogue: Page, phone: str, name: str, *, in_app: bool = False) -> None:
    await dialogue.get_by_label("Name of the business").fill(name)
    await dialogue.get_by_role("button", name="Continue").click()
    if in_app:
        await dialogue.get_by_label("It is used in the WhatsApp Business App").check()
    await dialogue.get_by_label("Phone number", exact=True).fill(phone)
    await dialogue.get_by_label("Display name").fill(name)
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_label("Six digits").fill("123456")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_role("button", name="Allow and connect").click()


def newest(page: Page) -> Locator:
    return page.get_by_test_id("sign-up").first


async def test_a_new_number_is_connected_from_the_button_to_its_last_step(stage: Stage) -> None:
    page = await at_the_page(stage)
    await names_all_controls(page)
    await expect(page.get_by_test_id("sign-up-begin")).to_be_disabled()
    await page.get_by_test_id("sign-up-pin").fill("246810")
    await stage.picture(page, "connect-begin")
    dialogue = await opened(page)
    await stage.picture(page, "connect-open")
    await goes_through(dialogue, "+44 20 7946 0921", "Harbour Reading Room")
    await expect(newest(page)).to_have_attribute("data-state", "connected", timeout=STEPS_MS)
    await expect(newest(page)).to_contain_text("10 of 10 steps")
    await expect(newest(page)).to_contain_text("confirmed its profile")
    assert "AQ" not in await page.content()
    await newest(page).get_by_text("10 of 10 steps").click()
    await stage.picture(page, "connect-done")
    await page.emulate_media(color_scheme="dark")
    await stage.picture(page, "connect-done-dark")
    await page.set_viewport_size({"width": 360, "height": 780})
    await fits(page)
    await stage.picture(page, "connect-narrow-dark")
    await page.emulate_media(color_scheme="light")
    await stage.picture(page, "connect-narrow")
    await page.set_viewport_size({"width": 1440, "height": 900})
    await page.get_by_role("link", name="confirmed its profile").click()
    card = page.get_by_test_id("client-card").filter(has_text=CLIENT)
    await expect(card).to_contain_text("Harbour Reading Room", timeout=SEE_MS)


async def test_a_number_of_the_business_app_needs_no_pin(stage: Stage) -> None:
    page = await at_the_page(stage)
    await page.get_by_test_id("sign-up-app").check()
    dialogue = await opened(page)
    assert "whatsapp_business_app_onboarding" in dialogue.url
    await goes_through(dialogue, "+44 20 7946 0922", "Harbour Cellar", in_app=True)
    await expect(newest(page)).to_have_attribute("data-state", "connected", timeout=STEPS_MS)
    await expect(newest(page)).to_contain_text("stays in the Business App")


async def test_whoever_cancels_or_closes_is_told_how_to_go_on_and_it_is_kept(stage: Stage) -> None:
    page = await at_the_page(stage)
    await page.get_by_test_id("sign-up-pin").fill("246810")
    dialogue = await opened(page)
    await dialogue.get_by_role("button", name="Cancel").click()
    trouble = newest(page).get_by_test_id("sign-up-trouble")
    await expect(trouble).to_contain_text("cancelled at the step business account selection", timeout=SEE_MS)
    dialogue = await opened(page)
    await dialogue.close()
    await expect(trouble).to_contain_text("closed before its end", timeout=SEE_MS)
    await page.reload()
    await expect(page.get_by_test_id("sign-up").filter(has_text="Not connected")).not_to_have_count(0)
    await stage.picture(page, "connect-cancelled")


async def test_an_error_in_the_dialogue_is_shown_and_the_business_may_go_on(stage: Stage) -> None:
    page = await at_the_page(stage)
    await page.get_by_test_id("sign-up-pin").fill("246810")
    dialogue = await opened(page)
    await dialogue.get_by_label("Name of the business").fill("Harbour Maps")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_label("Phone number", exact=True).fill("+44 20 7946 0923")
    await dialogue.get_by_label("Display name").fill("Harbour Maps")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_label("Six digits").fill("000000")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_role("button", name="Allow and connect").click()
    trouble = newest(page).get_by_test_id("sign-up-trouble")
    await expect(trouble).to_contain_text(re.compile("The code is wrong.*136025"), timeout=SEE_MS)
    await dialogue.get_by_role("button", name="Back").click()
    await dialogue.get_by_label("Six digits").fill("123456")
    await dialogue.get_by_role("button", name="Continue").click()
    await dialogue.get_by_role("button", name="Allow and connect").click()
    await expect(newest(page)).to_have_attribute("data-state", "connected", timeout=STEPS_MS)


async def test_people_of_the_desk_see_no_such_page(stage: Stage) -> None:
    desk = await stage.desk("amara@northbank.example", path="/provider/connect")
    await expect(desk.get_by_test_id("sign-up-begin")).to_have_count(0)
    await expect(desk.get_by_role("heading", name="Connect a number")).to_have_count(0)
