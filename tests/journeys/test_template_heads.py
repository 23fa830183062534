"""Templates with a picture or a place at their head, and places that have names: from the desk to the phone."""

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, accepts, fits, hears, says
from tests.journeys.conftest import Stage
from tests.journeys.test_kinds import a_file, a_picture

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
ROHAN = "919876540105"
CARD = a_picture(height=190)  # no customer has sent this one (D5)


async def test_a_picture_and_a_place_are_given_looked_at_and_sent_at_the_head_of_a_template(stage: Stage) -> None:
    desk = await stage.desk("ben@northbank.example")
    phone = await stage.phone(ROHAN, width=1280, height=900)
    await says(phone, "I want to talk to a person")
    await accepts(desk, "Rohan")

    await chooses(desk, "Card design")
    await expect(desk.get_by_label("First name")).to_have_value("Rohan")
    await desk.get_by_label("Card", exact=True).fill("debit card")
    await desk.get_by_label("Days").fill("three")
    await desk.get_by_test_id("template-send").click()
    needed = desk.get_by_role("alert").filter(has_text="This template needs a JPEG or PNG picture")
    await expect(needed).to_be_visible()
    await stage.picture(desk, "desk-template-needs-picture")

    await desk.get_by_test_id("template-file").set_input_files(a_file("notes.txt", "text/plain", b"not a picture"))
    await expect(needed).to_be_visible(timeout=SEE_MS)
    await desk.get_by_label("Remove the file").click()
    await desk.get_by_test_id("template-file").set_input_files(a_file("card.png", "image/png", CARD))
    await expect(desk.get_by_test_id("template-preview").locator("img")).to_be_visible(timeout=SEE_MS)
    await expect(needed).to_have_count(0)
    await stage.picture(desk, "desk-template-picture")
    await desk.get_by_test_id("template-send").click()

    bubble = await hears(phone, "this is how your new debit card looks")
    await expect(bubble.locator("img")).to_be_visible(timeout=SEE_MS)
    assert await bubble.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth)") == 320
    sent = desk.get_by_test_id("message-bubble").filter(has_text="this is how your new debit card looks")
    assert await sent.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth)") == 320
    await stage.picture(desk, "desk-template-sent")

    await chooses(desk, "Branch appointment")
    await desk.get_by_label("Day", exact=True).fill("Friday")
    await desk.get_by_label("Time").fill("10:30")
    await desk.get_by_test_id("template-place-name").fill("Northbank, Quay Street")
    await desk.get_by_test_id("template-place-position").fill("somewhere")
    await desk.get_by_test_id("template-send").click()
    await expect(desk.get_by_text("Two numbers with a comma between")).to_be_visible()
    await desk.get_by_test_id("template-place-position").fill("51.5079, -0.0877")
    await desk.set_viewport_size({"width": 360, "height": 740})
    await fits(desk)
    await stage.picture(desk, "desk-template-place-narrow")
    await desk.get_by_test_id("template-send").click()
    await desk.set_viewport_size({"width": 1440, "height": 900})

    bubble = await hears(phone, "your appointment at our branch is on Friday at 10:30")
    await expect(bubble).to_contain_text("Northbank, Quay Street")


async def chooses(desk: Page, name: str) -> None:
    """From the list of templates, by the desk's own short cut."""
    await desk.get_by_test_id("composer-input").press("Escape")
    await desk.keyboard.press("Shift+T")
    await desk.get_by_test_id("template-option").filter(has_text=name).click()
