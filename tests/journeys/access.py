"""What of a page somebody could not read, find or reach: contrast, names, headings, landmarks."""

from pathlib import Path

from playwright.async_api import Page

LOOK = Path(__file__).with_suffix(".js").read_text()
LOOK = LOOK[LOOK.index("async () => {") :]


async def trouble_on(page: Page) -> list[str]:
    """A sentence for each thing that is wrong with the page as it stands."""
    found: list[str] = await page.evaluate(LOOK)
    return found


async def serves_everybody(page: Page) -> None:
    """Nothing is wrong with the page as it stands."""
    found = await trouble_on(page)
    assert not found, "\n".join([page.url, *found])
