"""The main job, end to end, as a customer and an agent live it."""

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240, func_only=True)]
ANA = "447700900101"
NORTHBANK = "106540352242922"
OTHERS = [
    ("447700900150", "Priya Nair", "Why was my card payment declined?"),
    ("31612345678", "Joost van der Merwe", "How long does a transfer take?"),
    ("447700900151", "Grace Mbeki", "How do I change my PIN?"),
    ("5215512345678", "Valentina Ruiz", "¿Cuánto tarda una transferencia?"),
]


async def test_from_a_question_to_a_template_a_day_later(stage: Stage) -> None:
    phone = await stage.phone(ANA, width=1280, height=900)
    screen = phone.get_by_role("main", name="Phone")
    await others_write(stage)
    desk = await stage.desk("amara@northbank.example")

    await says(phone, "I lost my card, what should I do?")
    await expect(phone.get_by_test_id("reply-button").last).to_be_visible(timeout=SEE_MS)
    await stage.picture(screen, "phone-bot-answers")

    await says(phone, "I want to talk to a person")
    offer = desk.get_by_test_id("offer-card")
    await expect(offer).to_be_visible(timeout=SEE_MS)
    await stage.picture(desk, "desk-offer")

    await desk.get_by_test_id("offer-accept").click()
    await expect(desk.get_by_test_id("composer-input")).to_be_visible(timeout=SEE_MS)
    await expect(desk.get_by_text("I lost my card, what should I do?").first).to_be_visible()

    await desk.get_by_test_id("composer-input").fill("Hello Ana, I have frozen your card 4111 1111 1111 1111.")
    notice = desk.get_by_test_id("gate-notice")
    await expect(notice).to_contain_text("D3", timeout=SEE_MS)
    await stage.picture(desk, "desk-gate-warns")

    reply = "Hello Ana, Amara here. I have frozen your card and a new one is on its way to you."
    await desk.get_by_test_id("composer-input").fill(reply)
    await desk.get_by_test_id("composer-send").click()
    await expect(phone.get_by_text(reply)).to_be_visible(timeout=SEE_MS)
    await expect(desk.locator('[data-status="read"]').last).to_be_visible(timeout=SEE_MS)
    await stage.picture(screen, "phone-agent-replies")
    await desk.get_by_test_id("tab-all").click()
    await stage.picture(desk, "desk")
    await desk.emulate_media(color_scheme="dark")
    await stage.picture(desk, "desk-dark")
    await desk.emulate_media(color_scheme="light")
    await desk.get_by_test_id("tab-mine").click()

    await desk.get_by_test_id("composer-input").fill("Has the new card arrived?")
    await phone.get_by_test_id("clock-advance-25h").click()
    closed = desk.get_by_test_id("window-closed")
    await expect(closed).to_be_visible(timeout=SEE_MS)
    await expect(closed).to_contain_text("C4")
    await expect(desk.get_by_test_id("composer-input")).to_have_value("Has the new card arrived?")
    assert await refusal_of_free_text(desk) == (422, "refused_by_policy", "C4")

    await desk.get_by_text("Template now", exact=True).click()
    await desk.get_by_test_id("template-option").filter(has_text="Conversation follow up").click()
    await desk.get_by_test_id("template-value-1").fill("Ana")
    await desk.get_by_test_id("template-value-2").fill("your new card")
    await stage.picture(desk, "desk-window-closed")
    await desk.get_by_test_id("template-send").click()
    await expect(phone.get_by_text("this is Northbank about your question on your new card")).to_be_visible(
        timeout=SEE_MS
    )
    await stage.picture(screen, "phone-template")


async def others_write(stage: Stage) -> None:
    """A bank has more than one customer; the bot answers these."""
    for wa_id, name, words in OTHERS:
        await stage.customer(wa_id, name)
        said = {"phone_number_id": NORTHBANK, "type": "text", "text": {"body": words}}
        await stage.installation.control(f"customers/{wa_id}/messages", said)


async def refusal_of_free_text(desk: Page) -> tuple[int, str, str]:
    """What the desk's own API says when somebody goes around the page."""
    found = await desk.evaluate(
        """async () => {
            const id = location.pathname.split('/').filter(Boolean).at(-1);
            const seen = await (await fetch(`/api/conversations/${id}`)).json();
            const body = {content: {type: 'text', body: 'Has it arrived?'}, owner_version: seen.owner_version,
                          idempotency_key: 'around-the-page'};
            const answer = await fetch(`/api/conversations/${id}/messages`, {method: 'POST', body: JSON.stringify(body),
                                       headers: {'content-type': 'application/json'}});
            const {error} = await answer.json();
            return [answer.status, error.code, error.decision.clauses[0]];
        }"""
    )
    return found[0], found[1], found[2]
