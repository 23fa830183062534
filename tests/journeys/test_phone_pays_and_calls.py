"""Orders are paid on the phone, and calls are made and taken there."""

from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls, says
from tests.journeys.conftest import Stage
from tests.journeys.test_phone_kinds import EVA, NUMBER, TOKEN, a_tea_shop, send, the_phone

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
LOOKS: list[dict[str, Any]] = [
    {"width": 360, "height": 800},
    {"width": 1440, "height": 900, "dark": True},
]


def money(value: int) -> dict[str, int]:
    return {"value": value, "offset": 100}


async def asks_to_pay(stage: Stage, reference: str) -> None:
    item: dict[str, Any] = {
        "retailer_id": "t-1",
        "name": "Green tea, first harvest",
        "amount": money(45000),
        "quantity": 2,
    }
    order: dict[str, Any] = {
        "status": "pending",
        "items": [item],
        "subtotal": money(90000),
        "tax": money(4500),
        "shipping": money(6000),
        "discount": {**money(500), "description": "For regulars"},
    }
    link = {"type": "payment_link", "payment_link": {"uri": "https://pay.example/7"}}
    parameters: dict[str, Any] = {
        "reference_id": reference,
        "type": "physical-goods",
        "currency": "INR",
        "order": order,
    }
    parameters |= {"total_amount": money(100000), "payment_settings": [link]}
    action = {"name": "review_and_pay", "parameters": parameters}
    whole = {"type": "order_details", "body": {"text": "Your tea is packed."}, "action": action}
    await send(stage, "interactive", whole)


@pytest.mark.parametrize("looks", LOOKS, ids=["narrow", "wide-dark"])
async def test_an_order_is_reviewed_declined_and_paid(stage: Stage, looks: dict[str, Any]) -> None:
    name = "wide-dark" if looks.get("dark") else "narrow"
    await a_tea_shop(stage)
    phone = await the_phone(stage, **looks)
    await says(phone, "Two bags of green tea, please")
    reference = f"tea-{name}"
    await asks_to_pay(stage, reference)
    bill = phone.get_by_role("log").get_by_role("group", name=f"Order {reference}")
    await expect(bill).to_contain_text("₹1,000.00", timeout=SEE_MS)
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("To pay")
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, f"pays-order-{name}")

    await phone.get_by_role("button", name="Review and pay").last.click()
    sheet = phone.get_by_role("dialog", name="Review and pay")
    await expect(sheet).to_contain_text("Discount")
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, f"pays-review-{name}")
    await sheet.get_by_role("button", name="Let the bank decline it").click()
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("Payment failed", timeout=SEE_MS)

    await phone.get_by_role("button", name="Review and pay").last.click()
    await sheet.get_by_role("button", name="Pay ₹1,000.00").click()
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("Paid", timeout=SEE_MS)
    await expect(phone.get_by_role("button", name="Review and pay")).to_have_count(0)
    status = {"reference_id": reference, "order": {"status": "shipped", "description": "With you on Friday"}}
    action = {"name": "review_order", "parameters": status}
    await send(stage, "interactive", {"type": "order_status", "body": {"text": "On its way."}, "action": action})
    await expect(bill.get_by_test_id("bill-stands")).to_have_text("Shipped · Paid", timeout=SEE_MS)
    await stage.picture(phone, f"pays-paid-{name}")


async def calls_eva(stage: Stage) -> None:
    session = {"sdp_type": "offer", "sdp": "v=0"}
    await asks_the_platform(stage, "calls", {"to": EVA, "action": "connect", "session": session})


async def asks_the_platform(stage: Stage, call: str, body: dict[str, Any]) -> None:
    url = f"{stage.installation.layout.platform_url}/v23.0/{NUMBER}/{call}"
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as http,
        http.post(url, json={"messaging_product": "whatsapp", **body}) as answer,
    ):
        assert answer.status == 200, await answer.text()


async def last_news(phone: Page, text: str) -> None:
    await expect(phone.get_by_test_id("group-news").last).to_contain_text(text, timeout=SEE_MS)


@pytest.mark.parametrize("looks", LOOKS, ids=["narrow", "wide-dark"])
async def test_calls_are_made_missed_and_taken(stage: Stage, looks: dict[str, Any]) -> None:
    name = "wide-dark" if looks.get("dark") else "narrow"
    await a_tea_shop(stage)
    await asks_the_platform(stage, "settings", {"calling": {"status": "ENABLED"}})
    phone = await the_phone(stage, **looks)
    await says(phone, "May I call you?")
    call = phone.get_by_role("dialog", name="Call with Tea House")
    await phone.get_by_role("button", name="Call Tea House").click()
    await expect(call).to_contain_text("Calling…", timeout=SEE_MS)
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, f"calls-out-{name}")
    await call.get_by_role("button", name="Hang up").click()
    await expect(call).to_have_count(0, timeout=SEE_MS)
    await last_news(phone, "You called, nobody answered")

    ask = {"type": "call_permission_request", "body": {"text": "May we call you back?"}}
    await send(stage, "interactive", {**ask, "action": {"name": "call_permission_request"}})
    await phone.get_by_role("button", name="Choose if they may call", disabled=False).click(timeout=SEE_MS)
    await phone.get_by_role("button", name="Allow", exact=True).click()
    mine = phone.locator('[data-testid="bubble"][data-from="me"]')
    await expect(mine.last).to_contain_text("Calls allowed", timeout=SEE_MS)
    await expect(mine.last).to_have_attribute("data-status", "delivered", timeout=SEE_MS)

    await calls_eva(stage)
    await expect(call).to_contain_text("is calling you", timeout=SEE_MS)
    await names_all_controls(phone)
    await stage.picture(phone, f"calls-in-{name}")
    await call.get_by_role("button", name="Decline").click()
    await last_news(phone, "Missed voice call")

    await calls_eva(stage)
    await call.get_by_role("button", name="Answer").click(timeout=SEE_MS)
    await expect(call).to_contain_text("0:0", timeout=SEE_MS)
    await fits(phone)
    await stage.picture(phone, f"calls-spoken-{name}")
    await call.get_by_role("button", name="Hang up").click()
    await last_news(phone, "Voice call, 0:0")
    await stage.picture(phone, f"calls-over-{name}")
