"""The page that plays WhatsApp Manager: what is decided there reaches the business."""

import aiohttp
import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]


async def decides(page: Page, about: str, choice: str) -> None:
    await page.get_by_role("button", name=f"Decide: {about}").first.click()
    await page.get_by_role("menuitem", name=choice, exact=True).first.click()


async def shows_all(manager: Page) -> None:
    """The page begins with five portfolios; other stories may have left more."""
    await expect(manager.get_by_role("heading", name="Webhooks")).to_be_visible(timeout=SEE_MS)
    more = manager.get_by_role("button", name="Show more of")
    while await more.count():
        await more.click()


async def at_full_length(stage: Stage, width: int, dark: bool) -> Page:
    page = await stage.page(width, 2400, dark=dark)
    await page.goto(f"{stage.installation.layout.platform_url}/manager")
    await shows_all(page)
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
    await shows_all(manager)
    await fits(manager)
    card = manager.get_by_role("region").filter(has_text="777000").first
    await decides(manager, "account 777000", "Restrict for 3 days")
    await expect(card).to_contain_text("May not start conversations")
    await card.get_by_role("button", name="Appeal").click()
    await manager.get_by_label("What the business says").fill(
        "All of them had asked for our messages.\nSee our records."
    )
    await names_all_controls(manager)
    await stage.picture(manager, "manager-appeal-narrow")
    await manager.get_by_role("button", name="Send the appeal").click()
    await expect(card).to_contain_text("All of them had asked for our messages.")
    await expect(card).to_contain_text("Answer in 24 h")
    await stage.installation.control("clock", {"advance_seconds": 20 * 3600})
    await expect(card).to_contain_text("Answer in 4 h", timeout=SEE_MS)
    await stage.installation.control("clock", {"advance_seconds": 5 * 3600})
    await expect(card).to_contain_text("In good standing", timeout=SEE_MS)
    await expect(card.get_by_role("list", name="Appeals")).to_contain_text("What was decided is taken back.")
    again = manager.get_by_role("button", name="Send again").first
    await expect(again).to_be_visible(timeout=SEE_MS)
    await names_all_controls(manager)
    await fits(manager)
    for dark in (False, True):
        await stage.picture(await at_full_length(stage, 1440, dark), f"manager-{'dark' if dark else 'light'}")
    await manager.get_by_role("region", name="Webhooks").scroll_into_view_if_needed()
    await stage.picture(manager, "manager-narrow")


async def test_what_a_quality_comes_from_and_what_the_days_brought(stage: Stage) -> None:
    platform, number = stage.installation.layout.platform_url, {"phone_number_id": "778001", "waba_id": "778000"}
    whole = {**number, "display_phone_number": "+15550007780", "verified_name": "Loud Offers", "access_token": "loud"}
    await stage.installation.control("numbers", whole)
    headers = {"Authorization": "Bearer loud"}
    async with aiohttp.ClientSession(headers=headers) as http:
        for count in range(6):
            person = f"4477009008{count:02}"
            await stage.customer(person, f"Person {count}")
            said = {"phone_number_id": "778001", "type": "text", "text": {"body": "Hello"}}
            await stage.installation.control(f"customers/{person}/messages", said)
            sent = {"messaging_product": "whatsapp", "to": person, "type": "text", "text": {"body": "Buy now!"}}
            async with http.post(f"{platform}/v23.0/778001/messages", json=sent) as answer:
                assert answer.status == 200, await answer.text()
    manager = await stage.page(360, 800)
    await manager.goto(f"{platform}/manager")
    await shows_all(manager)
    figures = manager.get_by_test_id("figures-778000")
    await expect(figures.get_by_role("row", name="All 6")).to_have_count(2, timeout=SEE_MS)
    for count, reason in enumerate(["spam", "never_asked", "spam", ""]):
        block = {"phone_number_id": "778001", "report": bool(reason), "reason": reason}
        await stage.installation.control(f"customers/4477009008{count:02}/block", block)
    row = manager.get_by_test_id("number-778001")
    await expect(row).to_contain_text("Quality red", timeout=SEE_MS)
    await row.get_by_text("4 blocks and 3 reports in seven days").click()
    await expect(row).to_contain_text("“Spam”")
    await expect(row).to_contain_text("Weight 10")
    await names_all_controls(manager)
    await fits(manager)
    await row.scroll_into_view_if_needed()
    await stage.picture(manager, "manager-quality-narrow")
    await figures.scroll_into_view_if_needed()
    await stage.picture(manager, "manager-figures-narrow")
    for dark in (False, True):
        page = await at_full_length(stage, 1440, dark)
        await page.get_by_test_id("number-778001").get_by_text("4 blocks and 3 reports in seven days").click()
        await stage.picture(page.get_by_test_id("figures-778000"), f"manager-figures-{'dark' if dark else 'light'}")
        await stage.picture(page.get_by_test_id("number-778001"), f"manager-quality-{'dark' if dark else 'light'}")
