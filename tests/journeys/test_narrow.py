"""The desk on a telephone: nothing scrolls sideways, everything has a name, and a reply is written and sent."""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.journeys.acting import SEE_MS, fits, hears, names_all_controls, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
NARROW: dict[str, Any] = {"width": 360, "height": 740}
LAYLA = ("971501234567", "ليلى المنصوري")
LONG = "I paid twice for the same order, reference NB-2026-11-000000000000000001829-DUPLICATE, and want it back. " * 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_from_the_list_to_a_reply_and_back_at_360_px(stage: Stage, dark: bool) -> None:
    await stage.customer(*LAYLA)
    phone = await stage.phone(LAYLA[0], dark=dark, **NARROW)
    await fits(phone)
    desk = await stage.desk("dalia@northbank.example", dark=dark, **NARROW)
    await fits(desk)
    await says(phone, LONG)
    await says(phone, "أريد التحدث إلى شخص")
    offer = desk.get_by_test_id("offer-card")
    await expect(offer).to_be_visible(timeout=SEE_MS)
    await fits(desk)
    await names_all_controls(desk)
    await offer.get_by_test_id("offer-accept").click()
    await expect(desk.get_by_test_id("composer-input")).to_be_visible(timeout=SEE_MS)
    await fits(desk)
    await desk.get_by_test_id("composer-input").fill("Your card 4111 1111 1111 1111 is frozen.")
    await expect(desk.get_by_test_id("gate-notice")).to_be_visible(timeout=SEE_MS)
    await fits(desk)
    await names_all_controls(desk)
    reply = f"مرحبا، أنا داليا. {'شكرا لك' if dark else 'سأتحقق من ذلك الآن'}."
    await desk.get_by_test_id("composer-input").fill(reply)
    await desk.get_by_test_id("composer-send").click()
    await hears(phone, reply)
    if not dark:
        await stage.picture(desk, "desk-narrow")
    await fits(phone)
    await names_all_controls(phone)
    if dark:
        await stage.installation.control("clock", {"advance_seconds": 25 * 3600})
        await expect(desk.get_by_test_id("window-closed")).to_be_visible(timeout=SEE_MS)
        await fits(desk)
        await names_all_controls(desk)
    await desk.get_by_label("Back to the list").click()
    await expect(desk.get_by_test_id("conversation-row").first).to_be_visible()
    await fits(desk)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_the_log_in_and_the_providers_pages_fit_360_px(stage: Stage, dark: bool) -> None:
    page = await stage.page(dark=dark, **NARROW)
    await page.goto(stage.installation.layout.desk_url)
    await page.get_by_test_id("login-email").wait_for()
    await fits(page)
    await names_all_controls(page)
    provider = await stage.desk("compliance@harbour.example", dark=dark, path="/provider", **NARROW)
    for name in ("Clients", "Decisions", "Quarantine", "Rulebook", "Coverage", "Versions"):
        await provider.get_by_role("link", name=name, exact=True).click()
        await expect(provider.get_by_role("heading", name=name, level=1)).to_be_visible()
        await provider.wait_for_load_state("networkidle")
        await fits(provider)
        await names_all_controls(provider)
