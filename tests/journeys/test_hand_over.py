"""A person takes over: who, in which language, and how it goes on from hand to hand."""

import pytest
from playwright.async_api import expect

from tests.journeys.acting import SEE_MS, accepts, hears, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
MARIA = ("34600111222", "María Ortega")
ROHAN = "919876540105"


async def test_spanish_reaches_who_speaks_it_and_goes_from_hand_to_hand(stage: Stage) -> None:
    await stage.customer(*MARIA)
    elisa = await stage.desk("elisa@northbank.example")
    amara = await stage.desk("amara@northbank.example")
    phone = await stage.phone(MARIA[0], width=1280, height=900)

    await says(phone, "Hola, quiero hablar con una persona")
    offer = elisa.get_by_test_id("offer-card").filter(has_text="quiero hablar con una persona")
    await expect(offer).to_contain_text("speaks Spanish", timeout=SEE_MS, ignore_case=True)
    await expect(amara.get_by_test_id("offer-card")).to_have_count(0)
    await offer.get_by_test_id("offer-decline").click()
    await expect(elisa.get_by_test_id("offer-card")).to_have_count(0)

    await accepts(amara, "María")
    await amara.get_by_test_id("move-transfer").click()
    await amara.get_by_label("Note for whoever takes it").fill("She writes Spanish, I do not.")
    await amara.get_by_test_id("transfer-person").filter(has_text="Elisa").click()
    await amara.get_by_test_id("transfer-submit").click()

    await elisa.get_by_test_id("conversation-row").filter(has_text="María").click(timeout=SEE_MS)
    await expect(elisa.get_by_test_id("message-bubble").filter(has_text="She writes Spanish")).to_be_visible()
    await replies(elisa, "Hola María, soy Elisa. ¿En qué puedo ayudarle?")
    await hears(phone, "soy Elisa")

    await elisa.get_by_test_id("more-moves").click()
    await elisa.get_by_role("menuitem", name="Hand to the bot").click()
    await expect(elisa.get_by_text("The bot is answering María")).to_be_visible(timeout=SEE_MS)
    await says(phone, "How do I change my PIN?")
    await hears(phone, "You can change your PIN in the app")
    await elisa.get_by_test_id("dock-take").click()
    await elisa.get_by_test_id("move-close").click()
    await expect(elisa.get_by_text("Resolved. A new message")).to_be_visible(timeout=SEE_MS)
    await elisa.get_by_test_id("move-reopen").click()
    await expect(elisa.get_by_test_id("composer-input")).to_be_visible(timeout=SEE_MS)


async def test_a_conversation_from_offer_to_resolved_without_the_mouse(stage: Stage) -> None:
    desk = await stage.desk("chandra@northbank.example")
    phone = await stage.phone(ROHAN, width=1280, height=900)
    await says(phone, "I want to talk to a person")
    await expect(desk.get_by_test_id("offer-card")).to_be_visible(timeout=SEE_MS)
    await desk.keyboard.press("a")
    await expect(desk.get_by_test_id("composer-input")).to_be_focused(timeout=SEE_MS)
    await desk.keyboard.type("Hello Rohan, Chandra here.")
    await desk.keyboard.press("Enter")
    await hears(phone, "Chandra here")
    await desk.keyboard.press("Escape")
    await desk.keyboard.press("e")
    await expect(desk.get_by_text("Resolved. A new message")).to_be_visible(timeout=SEE_MS)
