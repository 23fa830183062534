"""What the provider sees when the policy changes: the texts, the choices, and what no longer holds."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import expect

from parley.actions.screen_standing import screen_standing
from tests.journeys.acting import SEE_MS
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
FIND = "SELECT tenant_id FROM directory_tenants() WHERE slug LIKE 'northbank%%'"
ASKS = "INSERT INTO canned_reply VALUES (%s, 'pin', 'Please send us your card number and your PIN.')"


async def test_what_no_longer_holds_and_a_choice_that_needs_two(stage: Stage) -> None:
    database = stage.installation.database
    async with database.directory() as db:
        row = await (await db.execute(FIND)).fetchone()
    assert row is not None
    try:
        async with database.transaction(row[0]) as db:
            await db.execute(ASKS, [row[0]])
        await screen_standing(database, row[0], datetime.now(UTC), cause="test")
        page = await stage.desk("compliance@harbour.example", path="/provider/versions")
        await page.get_by_test_id("client-select").click()
        await page.get_by_role("option", name="Northbank").click()
        stopped = page.get_by_test_id("stopped-thing").filter(has_text="/pin")
        await expect(stopped).to_contain_text("D3", timeout=SEE_MS)
        await page.get_by_test_id("choose").click()
        await page.get_by_test_id("choose-reason").fill("Letter of their compliance officer, 3 March.")
        await page.get_by_test_id("choose-submit").click()
        choice = page.get_by_test_id("choices").get_by_role("listitem").first
        await expect(choice).to_contain_text("waits for an approval", timeout=SEE_MS)
        await expect(choice.get_by_test_id("approve")).to_be_disabled()
        await page.get_by_role("alert").get_by_role("button").first.click()
        await stage.picture(page, "provider-versions")
        await page.set_viewport_size({"width": 360, "height": 1400})
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await stage.picture(page, "provider-versions-360")
        await choice.get_by_test_id("withdraw").click()
        await expect(choice).to_contain_text("withdrawn", timeout=SEE_MS)
    finally:
        async with database.transaction(row[0]) as db:
            await db.execute("DELETE FROM canned_reply WHERE tenant_id = %s AND shortcut = 'pin'", [row[0]])
