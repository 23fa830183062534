"""Two people at one conversation: each sees the other before both do something."""

from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from tests.journeys.acting import SEE_MS, accepts, fits, names_all_controls, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
IRIS = ("447700900187", "Iris Fell")


async def test_who_else_looks_and_writes_is_seen_by_both(stage: Stage) -> None:
    await stage.customer(*IRIS)
    chandra = await stage.desk("chandra@northbank.example")
    phone = await stage.phone(IRIS[0], width=1280, height=900)
    await says(phone, "I want to talk to a person")
    await accepts(chandra, "Iris")
    await expect(chandra.get_by_test_id("lookers")).to_have_count(0)

    amara = await stage.desk("amara@northbank.example", path=urlsplit(chandra.url).path)
    await expect(amara.get_by_test_id("lookers")).to_contain_text("Chandra", timeout=SEE_MS)
    await expect(amara.get_by_test_id("lookers")).to_contain_text("is looking too")
    await expect(chandra.get_by_test_id("lookers")).to_contain_text("Amara", timeout=SEE_MS)

    await chandra.get_by_test_id("composer-input").press_sequentially("Hello Iris, I am")
    await expect(amara.get_by_test_id("lookers")).to_contain_text("Chandra is writing", timeout=SEE_MS)
    await stage.picture(amara, "desk-looking")
    await amara.emulate_media(color_scheme="dark")
    await stage.picture(amara, "desk-looking-dark")
    await amara.set_viewport_size({"width": 360, "height": 780})
    await fits(amara)
    await names_all_controls(amara)
    await stage.picture(amara, "desk-looking-narrow")

    await amara.get_by_label("Back to the list").click()
    await expect(chandra.get_by_test_id("lookers")).to_have_count(0, timeout=SEE_MS)
