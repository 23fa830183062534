"""Whole stories in the real browser: the phone page, the desk and the provider's page of one running installation."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from parley.demo.installation import Installation, Layout, free_port
from parley.demo.seed import PASSWORD
from tests.journeys.access import serves_everybody
from tests.journeys.resting import Rest

PATIENCE_MS = 20_000
AWAKE_SECONDS = 10
START_SECONDS = 300  # of the installation, which no story's own time is taken for
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
GONE_HOME = """async () => {
    const mine = await fetch('/api/conversations?view=mine');
    const { items } = mine.ok ? await mine.json() : { items: [] };
    const headers = { 'content-type': 'application/json' };
    for (const { conversation_id: id } of items) {
        await fetch(`/api/conversations/${id}/closure`, { method: 'POST', headers, body: '{}' });
    }
    await fetch('/api/session', { method: 'DELETE' });
}"""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def installation(tmp_path_factory: pytest.TempPathFactory, models: Path) -> AsyncIterator[Installation]:
    """The whole product, filled with the demo, on free ports: one for each process of the run."""
    folder = tmp_path_factory.mktemp("journeys")
    (folder / "models").symlink_to(models)
    # Webhooks wait a little for others, so that every story is told to the product in batches.
    running = Installation(Layout(folder, free_port(), free_port(), log_level="warning", gather=0.05))
    async with asyncio.timeout(START_SECONDS):
        await running.start(lambda step: None)
    yield running
    await running.stop()


class Browsers:
    """One Chromium for all stories; now and then one stops running what pages fetch, and another takes its place."""

    def __init__(self, playwright: Playwright, path: str, answered_at: str) -> None:
        self._playwright, self._path, self._answered_at = playwright, path, answered_at
        self._started: Browser | None = None

    async def awake(self) -> Browser:
        """The one there is, if a page of it can fetch something, else a new one."""
        if self._started is None or not await self._fetches(self._started):
            await self.close()
            self._started = await self._playwright.chromium.launch(executable_path=self._path, args=FLAGS)
        return self._started

    async def _fetches(self, started: Browser) -> bool:
        page = await started.new_page()
        try:
            async with asyncio.timeout(AWAKE_SECONDS):
                await page.goto(self._answered_at)
                return bool(await page.evaluate("async (url) => (await fetch(url)).ok", self._answered_at))
        except (TimeoutError, PlaywrightError):
            return False
        finally:
            await page.close()

    async def close(self) -> None:
        """The last one."""
        if self._started is not None:
            await self._started.close()
            self._started = None


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browsers(installation: Installation) -> AsyncIterator[Browsers]:
    """Chromium as ``make test`` found it."""
    found = os.environ.get("PARLEY_TEST_BROWSER", "")
    if not found:
        pytest.skip("no browser: make test finds or installs one, or name it with PARLEY_TEST_BROWSER")
    async with async_playwright() as playwright:
        started = Browsers(playwright, found, f"{installation.layout.platform_url}/healthz")
        yield started
        await started.close()


class Stage:
    """The pages of a story, and the pictures taken of them."""

    def __init__(self, installation: Installation, browser: Browser) -> None:
        self.installation = installation
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._desks: list[Page] = []
        self._rests: dict[Page, Rest] = {}
        named = os.environ.get("PARLEY_SCREENSHOTS")
        self._pictures = Path(named) if named else Path("test-results")

    async def page(self, width: int = 1440, height: int = 900, *, dark: bool = False) -> Page:
        """A page of its own, with its own log-in."""
        context = await self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        self._contexts.append(context)
        page = await context.new_page()
        self._rests[page] = Rest(page)
        return page

    async def phone(self, wa_id: str, name: str = "Northbank", **looks: Any) -> Page:
        """A customer's phone, their chat with the business open."""
        page = await self.page(**looks)
        await page.goto(f"{self.installation.layout.platform_url}/phone/")
        await page.get_by_test_id(f"customer-{wa_id}").first.click()
        await page.get_by_role("link", name=name).first.click()
        await page.get_by_test_id("composer").wait_for()
        return page

    async def desk(self, email: str, *, dark: bool = False, path: str = "/", **looks: Any) -> Page:
        """A desk with somebody logged in."""
        page = await self.page(dark=dark, **looks)
        await page.goto(f"{self.installation.layout.desk_url}{path}")
        await page.get_by_test_id("login-email").fill(email)
        await page.get_by_test_id("login-password").fill(PASSWORD)
        await page.get_by_test_id("login-submit").click()
        await page.get_by_test_id("login-submit").wait_for(state="detached")
        self._desks.append(page)
        return page

    async def customer(self, wa_id: str, name: str) -> None:
        """Somebody with a telephone; the desk knows them for ever by the name that they first have."""
        await self.installation.control("customers", {"wa_id": wa_id, "name": name})

    async def picture(self, of: Page | Locator, name: str) -> None:
        """Kept under that name, when everything has come to rest; a page must serve everybody as it is shown."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        page = of if isinstance(of, Page) else of.page
        await self._rests.get(page, Rest(page)).come()
        if isinstance(of, Page):
            await serves_everybody(of)
        await of.screenshot(path=self._pictures / f"{name}.png")

    async def close(self) -> None:
        """All pages; whoever was at a desk has ended what they had and gone: the next story finds everybody free."""
        for desk in self._desks:
            await desk.evaluate(GONE_HOME)
        for context in self._contexts:
            await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stage(installation: Installation, browsers: Browsers) -> AsyncIterator[Stage]:
    """For one story."""
    opened = Stage(installation, await browsers.awake())
    await installation.control("clock", {"reset": True})
    yield opened
    await opened.close()
