"""The page that plays WhatsApp Manager: what is decided there reaches the business."""

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120)]


async def decides(page: Page, about: str, choice: str) -> None:
    await page.get_by_role("button", name=f"Decide: {about}").first.click()
    await page.get_by_role("menuitem", name=choice, exact=True).first.click()


async def at_full_length(stage: Stage, width: int, dark: bool) -> Page:
    page = await stage.page(width, 2400, dark=dark)
    await page.goto(f"{stage.installation.layout.platform_url}/manager")
    await expect(page.get_by_role("heading", name="Webhooks")).to_be_visible(timeout=SEE_MS)
    return page


async def test_what_the_platform_decides_reaches_the_provider(stage: Stage) -> None:
    manager = await stage.page()
    await manager.goto(f"{stage.installation.layout.platform_url}/manager")
    savings = manager.get_by_test_id("template-savings_news")
    await expect(savings).to_contain_text("Approved", timeout=SEE_MS)
    await names_all_controls(manager)
    try:
        await decides(manager, "savings_news", "Scam")
        await expect(savings).to_contain_text("Rejected")
        await expect(savings).to_contain_text("Scam")
        provider = await stage.desk("compliance@harbour.example", path="/provider/quarantine")
        await provider.get_by_role("combobox", name="Client").click()
        await provider.get_by_role("option", name="Northbank").click()
        await expect(provider.get_by_text("savings_news (en): rejected").first).to_be_visible(timeout=2 * SEE_MS)
    finally:
        await decides(manager, "savings_news", "Approve")
    await expect(savings).to_contain_text("Approved")


async def test_a_restriction_is_appealed_and_lifted(stage: Stage) -> None:
    account = {"waba_id": "777000", "phone_number_id": "777001", "display_phone_number": "+15550007770"}
    whole = {**account, "verified_name": "Fresh Bread", "access_token": "fresh"}
    await stage.installation.control("numbers", whole)
    manager = await stage.page(360, 800)
    await manager.goto(f"{stage.installation.layout.platform_url}/manager")
    await fits(manager)
    card = manager.get_by_role("region").filter(has_text="777000").first
    await decides(manager, "account 777000", "Restrict for 3 days")
    await expect(card).to_contain_text("May not start conversations")
    await card.get_by_role("button", name="Appeal").click()
    await manager.get_by_role("menuitem", name="And it will be granted").click()
    await expect(card).to_contain_text("Answer on")
    await stage.installation.control("clock", {"advance_seconds": 25 * 3600})
    await expect(card).to_contain_text("In good standing", timeout=SEE_MS)
    again = manager.get_by_role("button", name="Send again").first
    await expect(again).to_be_visible(timeout=SEE_MS)
    await names_all_controls(manager)
    await fits(manager)
    for dark in (False, True):
        await stage.picture(await at_full_length(stage, 1440, dark), f"manager-{'dark' if dark else 'light'}")
    await manager.get_by_role("region", name="Webhooks").scroll_into_view_if_needed()
    await stage.picture(manager, "manager-narrow")
