"""The window has closed and the agent has the answer: it waits, and goes out when the customer writes."""

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, accepts, fits, hears, names_all_controls, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(180, func_only=True)]
NORA, PIET = ("447700900174", "Nora Vale"), ("447700900175", "Piet de Wit")
A_DAY_AND_MORE = {"advance_seconds": 25 * 3600}
FIRST, BETTER = "Your new card is at our branch.", "Your new card is at our Quay Street branch, open until five."


async def test_a_reply_waits_is_changed_and_goes_out_once_when_the_customer_writes(stage: Stage) -> None:
    await stage.customer(*NORA)
    desk = await stage.desk("chandra@northbank.example")
    phone = await stage.phone(NORA[0], width=1280, height=900)
    await is_asked(desk, phone, NORA[1], "Hello Nora, I will find out where it is.")
    await desk.get_by_test_id("composer-input").fill(FIRST)
    await stage.installation.control("clock", A_DAY_AND_MORE)

    closed = desk.get_by_test_id("window-closed")
    await expect(closed).to_contain_text("Reply when they write", timeout=SEE_MS)
    await expect(desk.get_by_test_id("composer-input")).to_have_value(FIRST)
    await desk.get_by_test_id("composer-input").fill("Your card is 4111 1111 1111 1111.")
    await expect(desk.get_by_test_id("gate-notice")).to_contain_text("D3", timeout=SEE_MS)
    await desk.get_by_test_id("composer-input").fill(FIRST)
    await expect(desk.get_by_test_id("gate-notice")).to_have_count(0, timeout=SEE_MS)
    await in_all_sizes(stage, desk, "desk-reply-later")
    await desk.get_by_test_id("composer-send").click()

    waiting = desk.get_by_test_id("waiting-reply")
    await expect(waiting).to_contain_text("Waits for Nora Vale to write", timeout=SEE_MS)
    await expect(desk.get_by_test_id("reply-waits")).to_be_focused()
    await in_all_sizes(stage, desk, "desk-waiting-reply")
    await waiting.get_by_test_id("waiting-withdraw").click()
    await expect(waiting).to_have_count(0, timeout=SEE_MS)
    await expect(desk.get_by_test_id("composer-input")).to_have_value(FIRST)
    await desk.get_by_test_id("composer-send").click()
    await expect(waiting).to_contain_text(FIRST, timeout=SEE_MS)

    await desk.keyboard.press("w")
    await desk.get_by_test_id("composer-input").fill(BETTER)
    await stage.picture(desk, "desk-waiting-reply-changed")
    await desk.get_by_test_id("composer-send").click()
    await expect(waiting).to_contain_text(BETTER, timeout=SEE_MS)
    await expect(desk.get_by_test_id("conversation-row").filter(has_text="Nora Vale")).to_contain_text("Reply waits")
    await expect(phone.get_by_text("Quay Street")).to_have_count(0)

    await says(phone, "Any news of my card?")
    await hears(phone, BETTER)
    await expect(
        phone.locator('[data-testid="bubble"][data-from="business"]').filter(has_text="Quay Street")
    ).to_have_count(1)
    await expect(waiting).to_have_count(0, timeout=SEE_MS)
    left = desk.get_by_test_id("message-bubble").filter(has_text=BETTER)
    await expect(left).to_contain_text("went out when they wrote", timeout=SEE_MS)
    await expect(desk.get_by_test_id("composer-input")).to_be_visible()
    await in_all_sizes(stage, desk, "desk-waiting-reply-left")


async def test_whoever_says_stop_does_not_get_it_and_the_agent_sees_why(stage: Stage) -> None:
    await stage.customer(*PIET)
    desk = await stage.desk("amara@northbank.example")
    phone = await stage.phone(PIET[0], width=1280, height=900)
    await is_asked(desk, phone, PIET[1], "Hello Piet, I will look.")
    await stage.installation.control("clock", A_DAY_AND_MORE)
    await expect(desk.get_by_test_id("template-option").first).to_be_visible(timeout=SEE_MS)
    await desk.get_by_text("Reply when they write", exact=True).click()
    await desk.get_by_test_id("composer-input").fill(FIRST)
    await desk.get_by_test_id("composer-send").click()
    waiting = desk.get_by_test_id("waiting-reply")
    await expect(waiting).to_contain_text("Waits for Piet de Wit to write", timeout=SEE_MS)

    await says(phone, "STOP")
    await expect(waiting).to_contain_text("Not sent", timeout=SEE_MS)
    await expect(waiting).to_contain_text("asked not to be written to")
    await expect(waiting).to_contain_text("B7")
    await in_all_sizes(stage, desk, "desk-waiting-reply-stopped")
    await waiting.get_by_test_id("waiting-remove").click()
    await expect(waiting).to_have_count(0, timeout=SEE_MS)
    await expect(phone.get_by_text(FIRST)).to_have_count(0)


async def is_asked(desk: Page, phone: Page, name: str, answer: str) -> None:
    """The customer asks for a person, who answers."""
    await says(phone, "I want to talk to a person")
    await accepts(desk, name)
    await replies(desk, answer)
    await hears(phone, answer)


async def in_all_sizes(stage: Stage, desk: Page, name: str) -> None:
    """On a wide screen and on a telephone, by day and by night."""
    for dark in (False, True):
        await desk.emulate_media(color_scheme="dark" if dark else "light")
        for narrow in (False, True):
            await desk.set_viewport_size({"width": 360, "height": 780} if narrow else {"width": 1440, "height": 900})
            await stage.picture(desk, f"{name}{'-dark' if dark else ''}{'-narrow' if narrow else ''}")
            await fits(desk)  # once it has come to rest in its new size
            await names_all_controls(desk)
    await desk.emulate_media(color_scheme="light")
    await desk.set_viewport_size({"width": 1440, "height": 900})
