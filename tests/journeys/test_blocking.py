"""An agent blocks a person for abuse; a supervisor looks at it and lifts it; the person can write again."""

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, accepts, fits, hears, names_all_controls, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240, func_only=True)]
OTTO = "447700900190"
NAME = "Otto Blunt"
REX = ("447700900189", "Rex Blunt")
SUPERVISOR = "finn@northbank.example"


async def command(desk: Page, name: str) -> None:
    """By the palette, as every command can be called."""
    await desk.keyboard.press("Escape")
    await desk.keyboard.press("Control+k")
    await desk.keyboard.type(name)
    await desk.get_by_role("option", name=name).first.click()


async def test_a_block_for_abuse_is_made_seen_and_lifted(stage: Stage) -> None:
    await stage.customer(OTTO, NAME)
    phone = await stage.phone(OTTO)
    desk = await stage.desk("amara@northbank.example")
    await says(phone, "I want to talk to a person")
    await accepts(desk, NAME)
    await replies(desk, "Hello Otto, Amara here.")
    await hears(phone, "Amara here")

    await desk.get_by_test_id("more-moves").click()
    await desk.get_by_role("menuitem", name="Block for abuse").click()
    await expect(desk.get_by_test_id("block-submit")).to_be_disabled()
    await desk.get_by_test_id("block-note").fill("He wrote threats to me, three times.")
    await stage.picture(desk, "desk-block")
    await names_all_controls(desk)
    heard = await phone.locator('[data-testid="bubble"][data-from="business"]').count()
    await desk.get_by_test_id("block-submit").click()
    await expect(desk.get_by_test_id("blocked-here")).to_contain_text("Blocked, to be looked at", timeout=SEE_MS)
    assert await phone.locator('[data-testid="bubble"][data-from="business"]').count() == heard

    sue = await stage.desk(SUPERVISOR)
    await command(sue, "Show blocked people")
    card = sue.get_by_test_id("block").filter(has_text=NAME)
    await expect(card).to_contain_text("He wrote threats to me", timeout=SEE_MS)
    await card.get_by_test_id("block-confirm").click()
    await expect(card).to_contain_text("Blocked, seen by", timeout=SEE_MS)
    await stage.picture(sue, "desk-blocked")
    await sue.emulate_media(color_scheme="dark")
    await sue.set_viewport_size({"width": 360, "height": 780})
    await fits(sue)
    await stage.picture(sue, "desk-blocked-narrow")
    await stage.installation.control("faults", {"calls": "block_users", "code": 139100, "count": 1})
    await card.get_by_test_id("block-lift").click()
    await expect(card.get_by_test_id("block-trouble")).to_contain_text("Code 139100", timeout=SEE_MS)
    await expect(card).to_contain_text("Still blocked: WhatsApp did not unblock them")
    await fits(sue)
    await stage.picture(sue, "desk-block-kept-narrow")
    await sue.emulate_media(color_scheme="light")
    await sue.set_viewport_size({"width": 1440, "height": 900})
    await names_all_controls(sue)
    await stage.picture(sue, "desk-block-kept")
    await card.get_by_role("button", name="Try again").click()
    await expect(card).to_have_attribute("data-state", "lifted", timeout=SEE_MS)
    await expect(desk.get_by_test_id("blocked-here")).to_have_count(0, timeout=SEE_MS)
    await says(phone, "Can you hear me again?")
    await expect(desk.get_by_text("Can you hear me again?").first).to_be_visible(timeout=SEE_MS)


async def test_whoever_blocks_is_told_that_whatsapp_did_not(stage: Stage) -> None:
    await stage.customer(*REX)
    phone = await stage.phone(REX[0])
    desk = await stage.desk("amara@northbank.example")
    await says(phone, "I want to talk to a person")
    await accepts(desk, REX[1])
    await stage.installation.control("faults", {"calls": "block_users", "code": 139100, "count": 1})
    for outcome in ("WhatsApp did not block them", "Blocked, to be looked at"):
        await desk.get_by_test_id("more-moves").click()
        await desk.get_by_role("menuitem", name="Block for abuse").click()
        await desk.get_by_test_id("block-note").fill("He wrote threats to me, three times.")
        await desk.get_by_test_id("block-submit").click()
        await expect(desk.get_by_test_id("blocked-here")).to_contain_text(outcome, timeout=SEE_MS)
        await desk.get_by_role("button", name="Details", exact=True).click()
        card = desk.get_by_test_id("block")
        if outcome.startswith("WhatsApp"):
            await expect(card.get_by_test_id("block-trouble")).to_contain_text("The person can still write")
            await stage.picture(desk, "desk-block-refused")
        else:
            await card.get_by_test_id("block-lift").click()
            await expect(desk.get_by_test_id("blocked-here")).to_have_count(0, timeout=SEE_MS)
        await desk.keyboard.press("Escape")


async def test_an_agent_sees_no_list_of_blocked_people(stage: Stage) -> None:
    desk = await stage.desk("elisa@northbank.example")
    await desk.keyboard.press("Control+k")
    await desk.keyboard.type("blocked people")
    await expect(desk.get_by_role("option", name="Show blocked people")).to_have_count(0)
