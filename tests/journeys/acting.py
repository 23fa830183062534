"""What customers and agents do in every story."""

import asyncio
from typing import Any

from playwright.async_api import Locator, Page, expect

SEE_MS = 20_000
MOST_SCREENS = 60  # of a list of conversations


async def says(phone: Page, text: str) -> None:
    """The customer writes it and taps Send."""
    await phone.get_by_test_id("composer").fill(text)
    await phone.get_by_test_id("send").click()


async def comes_true(page: Page, expression: str, arg: Any = None) -> None:
    """Asked from outside each time: the page's own policy lets no text be run as a program that waits in it."""
    async with asyncio.timeout(SEE_MS / 1000):
        while not await page.evaluate(expression, arg):  # noqa: ASYNC110 (the page can not wake us)
            await asyncio.sleep(0.05)


async def further_down(desk: Page, words: str) -> Locator:
    """The row with these words, however many conversations stand above it."""
    rows = desk.get_by_test_id("conversation-row")
    row = rows.filter(has_text=words).first
    await rows.first.hover(timeout=SEE_MS)
    for _ in range(MOST_SCREENS):
        if await row.count():
            break
        await desk.mouse.wheel(0, 600)
        await desk.wait_for_timeout(200)
    return row


async def hears(phone: Page, text: str) -> Locator:
    """The business's words have come to the phone."""
    bubble = phone.locator('[data-testid="bubble"][data-from="business"]').filter(has_text=text).last
    await expect(bubble).to_be_visible(timeout=SEE_MS)
    return bubble


async def accepts(desk: Page, name: str) -> None:
    """The offer of that customer is taken, the conversation is open."""
    offer = desk.get_by_test_id("offer-card").filter(has_text=name)
    await expect(offer).to_be_visible(timeout=SEE_MS)
    await offer.get_by_test_id("offer-accept").click()
    await expect(desk.get_by_test_id("composer-input")).to_be_visible(timeout=SEE_MS)


async def replies(desk: Page, text: str) -> None:
    """The agent writes it and sends."""
    await desk.get_by_test_id("composer-input").fill(text)
    await desk.get_by_test_id("composer-send").click()


async def fits(page: Page) -> None:
    """Nothing makes the page scroll sideways."""
    wide, room = await page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= room, f"{page.url} is {wide} px wide in {room} px"


async def names_all_controls(page: Page) -> None:
    """Whatever can be pressed or filled in says what it is, also to people who can not see it."""
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll('button, a[href], input:not([type=hidden]), textarea, select')]
            .filter((each) => each.checkVisibility())
            .filter((each) => !(each.ariaLabel || each.innerText?.trim() || each.labels?.length || each.title
                                || each.getAttribute('aria-labelledby')
                                || each.querySelector('[aria-label], img[alt]')))
            .map((each) => each.outerHTML.slice(0, 200))"""
    )
    assert nameless == []
