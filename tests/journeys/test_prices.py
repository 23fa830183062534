"""The price stands beside Send, and is booked when WhatsApp names it."""

import pytest
from playwright.async_api import Page, expect

from parley.clock import Clock
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession
from parley.workers.totals import Totals
from tests.journeys.acting import SEE_MS, accepts, fits, hears, names_all_controls, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240, func_only=True)]
NIA = "447700900177"
NORTHBANK = "SELECT tenant_id FROM directory_tenants() WHERE slug = 'northbank'"


async def test_an_agent_sees_the_price_before_they_send_and_the_provider_what_was_booked(stage: Stage) -> None:
    await stage.customer(NIA, "Nia Price")
    phone = await stage.phone(NIA)
    desk = await stage.desk("amara@northbank.example")
    await says(phone, "I want to talk to a person")
    await accepts(desk, "Nia Price")
    await replies(desk, "Hello Nia, Amara here.")
    await hears(phone, "Amara here")
    await agrees(desk)

    await chooses(desk, window_open=True)
    price = desk.get_by_test_id("template-price")
    await expect(price).to_have_attribute("data-outcome", "free", timeout=SEE_MS)
    await expect(price).to_contain_text("utility template within 24 hours of the customer's last message costs nothing")
    await stage.picture(desk, "desk-price-free")
    await desk.keyboard.press("Escape")

    await phone.get_by_test_id("clock-advance-25h").click()
    await expect(desk.get_by_test_id("window-closed")).to_be_visible(timeout=SEE_MS)
    await chooses(desk, window_open=False)
    await expect(price).to_have_attribute("data-outcome", "charged", timeout=SEE_MS)
    await expect(price).to_contain_text("£0.02")
    await expect(price).to_contain_text("Example, no real price")
    await stage.picture(desk, "desk-price")
    await desk.emulate_media(color_scheme="dark")
    await desk.set_viewport_size({"width": 360, "height": 780})
    await price.scroll_into_view_if_needed()
    await fits(desk)
    await expect(desk.get_by_test_id("template-send")).to_be_in_viewport()
    await stage.picture(desk, "desk-price-narrow")
    await desk.set_viewport_size({"width": 1440, "height": 900})
    await desk.emulate_media(color_scheme="light")
    await desk.get_by_test_id("template-value-1").fill("Nia")
    await desk.get_by_test_id("template-value-2").fill("your new card")
    page = await stage.desk("compliance@harbour.example", path="/provider/prices")
    before = await charged(page)
    await desk.get_by_test_id("template-send").click()
    await hears(phone, "about your question on your new card")
    await expect(desk.locator('[data-status="read"], [data-status="delivered"]').last).to_be_visible(timeout=SEE_MS)
    await provider_sees_it(stage, page, before + 1)


async def agrees(desk: Page) -> None:
    """Outside the window a template needs an opt-in (B4)."""
    await desk.evaluate(
        """async () => {
            const talks = await (await fetch('/api/conversations?view=mine')).json()
            const talk = talks.items.find((each) => each.contact.name === 'Nia Price')
            const body = {purpose: 'utility', action: 'opt_in', method: 'form', evidence: {form: 'cards'},
                          wording: 'I agree to receive messages from Northbank on WhatsApp.'}
            const answer = await fetch(`/api/contacts/${talk.contact.contact_id}/consents`, {method: 'POST',
                headers: {'content-type': 'application/json'}, body: JSON.stringify(body)})
            if (!answer.ok) throw new Error(await answer.text())
        }"""
    )


async def chooses(desk: Page, *, window_open: bool) -> None:
    if window_open:
        await desk.get_by_test_id("window-pill").or_(desk.get_by_role("main")).first.click()
        await desk.keyboard.press("Shift+T")
    await desk.get_by_test_id("template-option").filter(has_text="Conversation follow up").click()


async def charged(page: Page) -> int:
    """How many utility templates to the same country other stories have paid for."""
    await page.get_by_test_id("client-select").click()
    await page.get_by_role("option", name="Northbank").first.click()
    await expect(page.get_by_test_id("prices-by-message").get_by_role("row").nth(1)).to_be_visible(timeout=SEE_MS)
    row = page.get_by_test_id("prices-by-message").get_by_role("row").filter(has_text="Charged")
    return int((await row.inner_text()).split()[-2]) if await row.count() else 0


async def provider_sees_it(stage: Stage, page: Page, count: int) -> None:
    await page.reload()
    await page.get_by_test_id("client-select").click()
    await page.get_by_role("option", name="Northbank").first.click()
    by_message = page.get_by_test_id("prices-by-message")
    row = by_message.get_by_role("row").filter(has_text="Charged")
    await expect(row).to_contain_text(f"£{count * 0.02:.2f}", timeout=SEE_MS)
    await expect(by_message).to_contain_text("Free in the window")
    await expect(page.get_by_test_id("prices-by-conversation")).to_contain_text("Begun by the business")
    await expect(page.get_by_test_id("price-differences")).to_contain_text("Nowhere")
    await whatsapp_counts_it_too(stage, page)
    await names_all_controls(page)
    await stage.picture(page, "provider-prices")
    await page.emulate_media(color_scheme="dark")
    await stage.picture(page, "provider-prices-dark")
    await page.set_viewport_size({"width": 360, "height": 780})
    await fits(page)
    await stage.picture(page, "provider-prices-narrow")


async def whatsapp_counts_it_too(stage: Stage, page: Page) -> None:
    """Only days that are over are asked about, and the story went on for a day: its answers are counted by both."""
    installation = stage.installation
    settings = installation.settings
    graph = await GraphSession.open(settings.graph_url, settings.graph_version, settings.app_secret)
    async with installation.database.directory() as db:
        ((tenant_id,),) = await (await db.execute(NORTHBANK)).fetchall()
    worker = Totals(installation.database, Clock(settings.clock_file), graph, Vault(settings.secret_key))
    await worker.fetch(tenant_id, all_days=True)
    await graph.close()
    async with installation.database.transaction(tenant_id) as db:
        await db.execute("UPDATE price_total SET count = count + 3 WHERE category = 'service'")
    await page.reload()
    totals = page.get_by_test_id("price-totals")
    await expect(totals).to_contain_text("whole day", timeout=SEE_MS)
    rows = totals.get_by_role("row").filter(has_text="United Kingdom").filter(has_text="Service")
    row = rows.filter(has_text="Free in the window")
    await expect(row).to_be_visible()
    await expect(totals).to_contain_text("WhatsApp counts 3 more than was heard of here")
    await stage.picture(totals, "provider-price-totals")
