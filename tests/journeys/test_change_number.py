"""A customer takes another number: the agent is told, the thread goes on, and what people send together arrives."""

import pytest
from playwright.async_api import expect

from parley.demo.bank import load_bank
from tests.journeys.acting import SEE_MS, accepts, fits, hears, names_all_controls, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240, func_only=True)]
OLD, NEW, NAME = "447700900931", "447700900932", "Nora Mover"
NOTE = f"{NAME} changed from {OLD} to {NEW}"


async def test_the_thread_of_who_changes_the_number_goes_on(stage: Stage) -> None:
    await stage.customer(OLD, NAME)
    phone = await stage.phone(OLD)
    desk = await stage.desk("amara@northbank.example")
    await says(phone, "I want to talk to a person")
    await accepts(desk, NAME)
    await replies(desk, "Hello Nora, Amara here.")
    await hears(phone, "Amara here")

    small = await stage.page(width=360, height=780, dark=True)
    await small.goto(f"{stage.installation.layout.platform_url}/phone/#/{OLD}")
    await small.get_by_test_id("change-number").click()
    dialog = small.get_by_role("dialog")
    await expect(dialog.get_by_role("button", name="Change number")).to_be_disabled()
    await dialog.get_by_label("New number").fill("12")
    await expect(dialog).to_contain_text("8 to 15 digits")
    await dialog.get_by_label("New number").fill(f"+{NEW}")
    await fits(small)
    await names_all_controls(small)
    await stage.picture(small, "phone-change-number-narrow")
    await dialog.get_by_role("button", name="Change number").click()
    await expect(small).to_have_url(f"{stage.installation.layout.platform_url}/phone/#/{NEW}", timeout=SEE_MS)
    await expect(small.get_by_text("Northbank").first).to_be_visible(timeout=SEE_MS)
    await stage.picture(small, "phone-changed-number-narrow")

    await expect(desk.get_by_text(NOTE).first).to_be_visible(timeout=SEE_MS)
    await stage.picture(desk, "desk-changed-number")
    again = await stage.phone(NEW)
    await expect(again.get_by_test_id("group-news").last).to_have_text(NOTE)
    await says(again, "It is still me.")
    await expect(desk.get_by_text("It is still me.").first).to_be_visible(timeout=SEE_MS)
    await replies(desk, "Good to know, Nora.")
    await hears(again, "Good to know, Nora.")
    await stage.picture(again, "phone-changed-number")


async def test_people_who_write_at_once_are_each_heard(stage: Stage) -> None:
    people = [f"4477009009{index}" for index in range(41, 45)]
    for person in people:
        await stage.customer(person, f"Batch {person[-2:]}")
    control = stage.installation.control
    await control("webhooks", {"hold": True})
    said = {"phone_number_id": load_bank().number["number_id"], "type": "text"}
    for turn in range(3):
        for person in people:
            text = {"body": f"Where is my card, {turn} of {person[-2:]}?"}
            await control(f"customers/{person}/messages", {**said, "text": text})
    await control("webhooks", {})
    phone = await stage.phone(people[0])
    answers = phone.locator('[data-testid="bubble"][data-from="business"]')
    await expect(answers.first).to_be_visible(timeout=SEE_MS)
    for person in people[1:]:
        other = await stage.phone(person)
        await expect(other.locator('[data-testid="bubble"][data-from="business"]').first).to_be_visible(timeout=SEE_MS)
