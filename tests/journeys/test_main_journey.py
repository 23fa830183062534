"""The main job, end to end, as a customer and an agent live it."""

import pytest
from playwright.async_api import Page, expect

from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]
ANA = "447700900101"
SEE_MS = 20_000


async def says(phone: Page, text: str) -> None:
    await phone.get_by_test_id("composer").fill(text)
    await phone.get_by_test_id("send").click()


async def test_from_a_question_to_a_template_a_day_later(stage: Stage) -> None:
    phone = await stage.phone(ANA, width=1280, height=900)
    desk = await stage.desk("amara@northbank.example")

    await says(phone, "I lost my card, what should I do?")
    await expect(phone.get_by_test_id("reply-button").last).to_be_visible(timeout=SEE_MS)
    await stage.picture(phone, "phone-bot-answers")

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
    await stage.picture(phone, "phone-agent-replies")
    await stage.picture(desk, "desk")

    await desk.get_by_test_id("composer-input").fill("Has the new card arrived?")
    await phone.get_by_test_id("clock-advance-25h").click()
    closed = desk.get_by_test_id("window-closed")
    await expect(closed).to_be_visible(timeout=SEE_MS)
    await expect(closed).to_contain_text("C4")
    await expect(desk.get_by_test_id("composer-input")).to_have_count(0)
    assert await refusal_of_free_text(desk) == (422, "refused_by_policy", "C4")

    await desk.get_by_test_id("template-option").filter(has_text="Conversation follow up").click()
    await desk.get_by_test_id("template-value-1").fill("Ana")
    await desk.get_by_test_id("template-value-2").fill("your new card")
    await stage.picture(desk, "desk-window-closed")
    await desk.get_by_test_id("template-send").click()
    await expect(phone.get_by_text("this is Northbank about your question on your new card")).to_be_visible(
        timeout=SEE_MS
    )
    await stage.picture(phone, "phone-template")


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
