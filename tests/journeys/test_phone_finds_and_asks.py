"""A business is found by a code or a link, asked about what it sells, and gives money back: all on the phone."""

from typing import Any

import aiohttp
import pytest
from playwright.async_api import expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls
from tests.journeys.conftest import Stage
from tests.journeys.test_phone_kinds import EVA, NUMBER, TEAS, TOKEN, WABA, a_tea_shop, send, the_phone
from tests.journeys.test_phone_pays_and_calls import asks_the_platform, money

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120)]
POSTER = "I saw your poster. Which teas are new?"
LOOKS: list[dict[str, Any]] = [
    {"width": 360, "height": 800},
    {"width": 1440, "height": 900, "dark": True},
    {"width": 360, "height": 800, "dark": True},
    {"width": 1440, "height": 900},
]
NAMES = ["narrow", "wide-dark", "narrow-dark", "wide"]


async def a_code(stage: Stage) -> str:
    url = f"{stage.installation.layout.platform_url}/v23.0/{NUMBER}/message_qrdls"
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as http:
        async with http.get(url) as answer:
            known = (await answer.json())["data"]
        if known:
            return str(known[0]["deep_link_url"])
        async with http.post(url, json={"prefilled_message": POSTER}) as answer:
            return str((await answer.json())["deep_link_url"])


@pytest.mark.parametrize("looks", LOOKS, ids=NAMES)
async def test_a_code_opens_the_chat_with_its_text_written(stage: Stage, looks: dict[str, Any]) -> None:
    name = f"{looks['width']}-{'dark' if looks.get('dark') else 'light'}"
    await a_tea_shop(stage)
    link = await a_code(stage)
    phone = await stage.page(**looks)
    await phone.goto(f"{stage.installation.layout.platform_url}/phone/")
    await phone.get_by_test_id(f"customer-{EVA}").first.click()
    await phone.get_by_role("button", name="Open a link or code").click()
    dialog = phone.get_by_role("dialog", name="Open a link or code")
    await expect(dialog.get_by_role("list", name="QR codes").get_by_role("button").first).to_be_visible(timeout=SEE_MS)
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, f"finds-codes-{name}")
    await dialog.get_by_label("Link or code").fill("https://wa.me/message/NOBODYSCODE777")
    await dialog.get_by_role("button", name="Open", exact=True).click()
    await expect(dialog).to_contain_text("No business here has this link or code.", timeout=SEE_MS)
    await dialog.get_by_label("Link or code").fill(link)
    await dialog.get_by_role("button", name="Open", exact=True).click()
    await expect(dialog).to_contain_text(POSTER, timeout=SEE_MS)
    await stage.picture(phone, f"finds-chat-{name}")
    await dialog.get_by_role("button", name="Continue to the chat").click()
    composer = phone.get_by_test_id("composer")
    await expect(composer).to_have_value(POSTER, timeout=SEE_MS)
    await phone.get_by_test_id("send").click()
    mine = phone.locator('[data-testid="bubble"][data-from="me"]')
    await expect(mine.last).to_contain_text(POSTER, timeout=SEE_MS)
    await expect(composer).to_have_value("")

    await send(stage, "text", {"body": f"Tell your friends: {link}"})
    await phone.get_by_role("button", name=link).last.click(timeout=SEE_MS)
    await phone.get_by_role("button", name="Continue to the chat").click()
    await expect(composer).to_have_value(POSTER, timeout=SEE_MS)


@pytest.mark.parametrize("looks", LOOKS, ids=NAMES)
async def test_a_question_about_an_item_shows_the_item(stage: Stage, looks: dict[str, Any]) -> None:
    name = f"{looks['width']}-{'dark' if looks.get('dark') else 'light'}"
    await a_tea_shop(stage)
    items = [{"currency": "EUR", **each} for each in TEAS]
    await stage.installation.control(f"accounts/{WABA}/catalogue", {"name": "Teas", "items": items})
    url = f"{stage.installation.layout.platform_url}/v23.0/{NUMBER}/whatsapp_commerce_settings?is_catalog_visible=true"
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as http, http.post(url) as answer:
        assert answer.status == 200
    phone = await the_phone(stage, **looks)
    await phone.get_by_role("button", name="More", exact=True).click()
    await phone.get_by_role("menuitem", name="Catalogue").click()
    await expect(phone.get_by_role("button", name="Ask about Cup")).to_be_visible(timeout=SEE_MS)
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, f"asks-items-{name}")
    await phone.get_by_role("button", name="Ask about Cup").click()
    await expect(phone.get_by_test_id("about").last).to_contain_text("Cup", timeout=SEE_MS)
    await phone.get_by_test_id("composer").fill("When is it back?")
    await stage.picture(phone, f"asks-writing-{name}")
    await phone.get_by_test_id("send").click()
    mine = phone.locator('[data-testid="bubble"][data-from="me"]')
    await expect(mine.last).to_contain_text("When is it back?", timeout=SEE_MS)
    await expect(mine.last.get_by_test_id("about")).to_contain_text("Cup")
    await expect(phone.get_by_role("button", name="Do not ask about it")).to_have_count(0)
    await phone.reload()
    await expect(mine.last.get_by_test_id("about")).to_contain_text("Cup", timeout=SEE_MS)
    await stage.picture(phone, f"asks-asked-{name}")
    await stage.installation.control(f"accounts/{WABA}/catalogue", {"items": []})


@pytest.mark.parametrize("looks", LOOKS, ids=NAMES)
async def test_a_refund_stands_on_the_bill(stage: Stage, looks: dict[str, Any]) -> None:
    name = f"{looks['width']}-{'dark' if looks.get('dark') else 'light'}"
    await a_tea_shop(stage)
    await stage.installation.control(f"accounts/{WABA}/payment-configuration", {"name": "tea", "provider": "razorpay"})
    phone = await the_phone(stage, **looks)
    await phone.get_by_test_id("composer").fill("One green tea, please")
    await phone.get_by_test_id("send").click()
    reference = f"back-{name}"
    gateway = {"type": "payment_gateway", "payment_gateway": {"type": "razorpay", "configuration_name": "tea"}}
    item = {"retailer_id": "t-1", "name": "Green tea", "amount": money(45000), "quantity": 1}
    order = {"status": "pending", "items": [item], "subtotal": money(45000), "tax": money(0)}
    parameters = {"reference_id": reference, "type": "physical-goods", "currency": "INR", "order": order}
    whole: dict[str, Any] = {**parameters, "total_amount": money(45000), "payment_settings": [gateway]}
    action = {"name": "review_and_pay", "parameters": whole}
    mine = phone.locator('[data-testid="bubble"][data-from="me"]')
    await expect(mine.last).to_have_attribute("data-status", "delivered", timeout=SEE_MS)
    await send(stage, "interactive", {"type": "order_details", "body": {"text": "Your tea"}, "action": action})
    await phone.get_by_role("button", name="Review and pay").last.click(timeout=SEE_MS)
    await phone.get_by_role("button", name="Pay ₹450.00").click()
    bill = phone.get_by_role("log").get_by_role("group", name=f"Order {reference}")
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("Paid", timeout=SEE_MS)

    back = {"reference_id": reference, "payment_config_id": "tea", "speed": "instant"}
    amount = {"currency": "INR", "value": "15000", "offset": "100"}
    await asks_the_platform(stage, "payments_refund", {**back, "amount": amount})
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("Partly refunded", timeout=SEE_MS)
    await expect(bill.get_by_test_id("refund")).to_contain_text("-₹150.00")
    await asks_the_platform(stage, "payments_refund", {**back, "amount": {**amount, "value": "30000"}})
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("Refunded", timeout=SEE_MS)
    await expect(bill.get_by_test_id("refund")).to_have_count(2)
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, f"refunds-{name}")
