"""A picture waits for a second look: whoever decides sees it when they ask to, and the customer gets it afterwards."""

import struct
import zlib

import pytest
from playwright.async_api import FilePayload, expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls
from tests.journeys.conftest import Stage
from tests.journeys.test_cases import SUPERVISOR, with_an_agent

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
ELSA = ("447700900163", "Elsa Brandt")
CAPTION = "Hello Elsa, this is Amazon support. Here is your parcel."


def a_picture(width: int = 480, height: int = 320) -> bytes:
    """A PNG with a few colours in it."""
    rows = b"".join(
        b"\0" + bytes(byte for x in range(width) for byte in (x * 255 // width, y * 255 // height, 150))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    pieces = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


async def test_who_decides_on_a_picture_sees_it_when_they_ask_to(stage: Stage) -> None:
    phone, desk = await with_an_agent(stage, ELSA, "amara@northbank.example")
    picture = FilePayload(name="parcel.png", mimeType="image/png", buffer=a_picture())
    await desk.locator("input[type=file]").set_input_files(picture)
    await expect(desk.get_by_test_id("attached-file")).to_be_visible(timeout=SEE_MS)
    await desk.get_by_test_id("composer-input").fill(CAPTION)
    await desk.get_by_test_id("composer-send").click()
    await expect(desk.get_by_test_id("held-note")).to_be_visible(timeout=SEE_MS)

    page = await stage.desk(SUPERVISOR, path="/cases")
    await page.get_by_test_id("case-row").filter(has_text="Amazon").click()
    shown = page.get_by_test_id("case-file")
    await expect(shown.locator("img")).to_have_attribute("aria-hidden", "true", timeout=SEE_MS)
    await names_all_controls(page)
    await stage.picture(page, "case-file-blurred")
    await page.get_by_test_id("case-file-show").click()
    await expect(shown.get_by_role("img", name="parcel.png")).to_be_visible()
    await stage.picture(page, "case-file-shown")
    await page.get_by_test_id("case-file-hide").click()
    await expect(page.get_by_test_id("case-file-show")).to_be_visible()
    address = page.url
    for width, dark in ((360, False), (360, True), (1440, True)):
        other = await stage.desk(SUPERVISOR, path=address.split("/", 3)[3].join(("/", "")), width=width, dark=dark)
        await expect(other.get_by_test_id("case-file-show")).to_be_visible(timeout=SEE_MS)
        await fits(other)
        await stage.picture(other, f"case-file-{width}-{'dark' if dark else 'light'}")
    await page.get_by_test_id("case-note").fill("It is her parcel.")
    await page.get_by_test_id("case-release").click()
    await expect(page.get_by_test_id("case-outcome")).to_contain_text("Let pass", timeout=SEE_MS)
    bubble = phone.locator('[data-testid="bubble"][data-from="business"]').filter(has_text="Here is your parcel")
    await expect(bubble).to_be_visible(timeout=SEE_MS)
