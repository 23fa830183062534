"""A second look: a message waits for somebody else, goes out or does not, and nobody decides what they wrote."""

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, accepts, fits, hears, names_all_controls, replies, says
from tests.journeys.conftest import Stage
from tests.journeys.test_provider import report

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
NORA = ("447700900160", "Nora Quinn")
RITA = ("447700900162", "Rita Almeida")
OMAR = ("447700900161", "Omar Haddad")
HELD = "Hello Nora, this is Amazon support. Your parcel is on its way."
LATE = "Hello Omar, this is Microsoft support. We saw your question."
SUPERVISOR = "finn@northbank.example"


async def with_an_agent(stage: Stage, customer: tuple[str, str], email: str) -> tuple[Page, Page]:
    """The customer's phone and the desk of the agent who has the conversation."""
    await stage.customer(*customer)
    desk = await stage.desk(email)
    phone = await stage.phone(customer[0], width=1280, height=900)
    await says(phone, "I want to talk to a person")
    await accepts(desk, customer[1].split()[0])
    return phone, desk


async def test_what_is_held_arrives_once_a_supervisor_lets_it_pass(stage: Stage) -> None:
    phone, desk = await with_an_agent(stage, NORA, "amara@northbank.example")
    await desk.get_by_test_id("composer-input").fill(HELD)
    notice = desk.get_by_test_id("gate-notice")
    await expect(notice).to_contain_text("will wait for a second person", timeout=SEE_MS)
    await desk.get_by_test_id("composer-send").click()
    held = desk.get_by_test_id("held-note")
    await expect(held).to_contain_text("Waiting for a second look, until", timeout=SEE_MS)
    await stage.picture(desk, "desk-held")
    await replies(desk, "One moment please, Nora.")
    await hears(phone, "One moment please")

    page = await stage.desk(SUPERVISOR)
    await expect(page.get_by_test_id("rail-cases")).to_have_accessible_name("Cases, 1 for you", timeout=SEE_MS)
    await page.keyboard.press("5")
    row = page.get_by_test_id("case-row").filter(has_text="Amazon")
    await expect(row).to_contain_text("B3", timeout=SEE_MS)
    await row.click()
    await expect(page.get_by_test_id("case-message")).to_contain_text(HELD, timeout=SEE_MS)
    await names_all_controls(page)
    await stage.picture(page, "desk-cases")
    await page.get_by_test_id("case-release").click()
    await expect(page.get_by_text("Say why in a sentence.")).to_be_visible()
    await page.get_by_test_id("case-note").fill("She asked about a parcel from there.")
    await page.get_by_test_id("case-release").click()
    await expect(page.get_by_test_id("case-outcome")).to_contain_text("Let pass", timeout=SEE_MS)
    await hears(phone, "this is Amazon support")
    await expect(held).to_have_count(0, timeout=SEE_MS)


async def test_what_nobody_decides_is_not_sent_and_its_author_is_told(stage: Stage) -> None:
    phone, desk = await with_an_agent(stage, OMAR, "amara@northbank.example")
    await replies(desk, LATE)
    await expect(desk.get_by_test_id("held-note")).to_be_visible(timeout=SEE_MS)
    await stage.installation.control("clock", {"advance_seconds": 3700})
    refused = desk.get_by_test_id("refused-note")
    await expect(refused).to_contain_text("Nobody decided in time", timeout=SEE_MS)
    assert await phone.get_by_text("Microsoft support").count() == 0
    await stage.installation.control("clock", {"reset": True})


async def test_a_message_of_a_customer_is_reported_and_decided(stage: Stage) -> None:
    phone, desk = await with_an_agent(stage, RITA, "amara@northbank.example")
    await says(phone, "I know the way to your branch and I will find you")
    bubble = desk.get_by_test_id("message-bubble").filter(has_text="I will find you")
    await expect(bubble).to_be_visible(timeout=SEE_MS)
    await bubble.hover()
    await bubble.get_by_label("Message menu").click()
    await desk.get_by_test_id("report-message").click()
    await desk.get_by_test_id("report-reason").fill("She threatens me.")
    await desk.get_by_test_id("report-submit").click()
    page = await stage.desk(SUPERVISOR, path="/cases?state=open&kind=report")
    await page.get_by_test_id("case-row").first.click(timeout=SEE_MS)
    await expect(page.get_by_text("She threatens me.")).to_be_visible(timeout=SEE_MS)
    await page.get_by_test_id("case-note").fill("A threat; we answer once and end it.")
    await page.get_by_test_id("case-uphold").click()
    await expect(page.get_by_test_id("case-outcome")).to_contain_text("It stands", timeout=SEE_MS)
    await desk.get_by_test_id("user-menu").click()
    await desk.get_by_test_id("menu-cases").click()
    await expect(desk.get_by_test_id("cases-mine")).to_have_count(0)
    await desk.get_by_test_id("cases-closed").click()
    own = desk.get_by_test_id("case-row").filter(has_text="reported by Amara")
    await expect(own).to_contain_text("It stands", timeout=SEE_MS)
    provider = await stage.desk("compliance@harbour.example", path="/provider/cases?state=closed")
    row = provider.get_by_test_id("case-row").filter(has_text="Reported").first
    await expect(row).to_contain_text("Northbank", timeout=SEE_MS)
    await row.click()
    await expect(provider.get_by_text("The words are for the Client's own people")).to_be_visible(timeout=SEE_MS)
    await stage.picture(provider, "provider-cases")


async def test_an_alert_of_whatsapp_is_answered_with_an_appeal(stage: Stage) -> None:
    told = {"alert_severity": "CRITICAL", "alert_status": "ACTIVE", "alert_type": "PROFILE_PICTURE_LOST"}
    await report(stage, "account_alerts", entity_type="BUSINESS", entity_id="1", alert_info=told)
    page = await stage.desk("compliance@harbour.example", path="/provider/cases")
    row = page.get_by_test_id("case-row").filter(has_text="profile picture lost")
    await row.click(timeout=SEE_MS)
    await expect(page.get_by_test_id("appeal-text")).to_have_value(re.compile("ask for a review"), timeout=SEE_MS)
    await page.get_by_test_id("appeal-keep").click()
    await expect(page.get_by_text("The appeal is kept.")).to_be_visible(timeout=SEE_MS)
    await names_all_controls(page)
    await stage.picture(page, "provider-appeal")
    await page.get_by_test_id("case-note").fill("The picture is there again.")
    await page.get_by_test_id("case-dismiss").click()
    await expect(page.get_by_test_id("case-outcome")).to_contain_text("Nothing wrong", timeout=SEE_MS)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_cases_are_read_and_decided_at_360_px(stage: Stage, dark: bool) -> None:
    narrow: dict[str, Any] = {"width": 360, "height": 740, "dark": dark}
    page = await stage.desk(SUPERVISOR, **narrow)
    await page.get_by_test_id("user-menu").click()
    await page.get_by_test_id("menu-cases").click()
    await page.get_by_test_id("cases-closed").click()
    await fits(page)
    await page.get_by_test_id("case-row").first.click(timeout=SEE_MS)
    await expect(page.get_by_test_id("case-outcome")).to_be_visible(timeout=SEE_MS)
    await fits(page)
    await names_all_controls(page)
    await stage.picture(page, "desk-cases-dark" if dark else "desk-cases-narrow")
    await page.get_by_label("Back to the cases").click()
    await expect(page.get_by_test_id("cases-closed")).to_be_visible()
    provider = await stage.desk("compliance@harbour.example", path="/provider/cases?state=closed", **narrow)
    await expect(provider.get_by_test_id("case-row").first).to_be_visible(timeout=SEE_MS)
    await fits(provider)
