"""What the provider sees of the clauses: which of them hold, by what, and how far."""

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
async def test_a_clause_shows_what_holds_it_and_what_tests_that(stage: Stage, width: int, dark: bool) -> None:
    page = await stage.desk("compliance@harbour.example", path="/provider/coverage", width=width, dark=dark)
    clause = page.get_by_test_id("clause-D3")
    await expect(clause).to_contain_text("prevented")
    await clause.get_by_role("button").click()
    await expect(clause).to_contain_text("Numbers are taken out of what customers write before it is kept.")
    await clause.get_by_text("tests, and where it is").first.click()
    await expect(clause).to_contain_text("tests/")
    await stage.picture(clause, f"coverage-clause-{width}-{'dark' if dark else 'light'}")
    await page.evaluate("document.querySelector('main').scrollTo(0, 0)")
    await stage.picture(page, f"coverage-{width}-{'dark' if dark else 'light'}")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_test_id("count-prevented").click()
    await expect(page.get_by_test_id("count-prevented")).to_have_attribute("aria-pressed", "true")
    shown = await page.locator('[data-testid^="clause-"] > button [data-status]').all_inner_texts()
    assert shown and all(status.startswith("prevented") for status in shown)
