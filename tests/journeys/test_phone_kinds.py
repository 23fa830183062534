"""What a template and a message may hold, seen and tapped on the phone: cards, offers, places, links, catalogues."""

import time
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page, expect

from tests.emulator.files import link
from tests.journeys.acting import SEE_MS, fits, names_all_controls, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
NUMBER, WABA, TOKEN, EVA = "776001", "776000", "tea", "447700900701"
CARD = [
    {"type": "HEADER", "format": "IMAGE"},
    {"type": "BODY", "text": "{{1}}, from the first harvest"},
    {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Tell me more"}]},
]
BUTTONS = [{"type": "COPY_CODE", "text": "Copy offer code"}, {"type": "MPM", "text": "View teas"}]
TEMPLATES: list[dict[str, Any]] = [
    {
        "name": "teas",
        "components": [
            {"type": "BODY", "text": "Our *new* teas."},
            {"type": "CAROUSEL", "cards": [{"components": CARD}] * 2},
        ],
    },
    {
        "name": "spring",
        "components": [
            {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Spring sale", "has_expiration": True}},
            {"type": "BODY", "text": "A quarter off every tea."},
            {"type": "BUTTONS", "buttons": BUTTONS},
        ],
    },
    {
        "name": "shop",
        "components": [{"type": "HEADER", "format": "LOCATION"}, {"type": "BODY", "text": "We are open until six."}],
    },
]


async def a_tea_shop(stage: Stage) -> None:
    number = {"waba_id": WABA, "phone_number_id": NUMBER, "display_phone_number": "+15550007760"}
    await stage.installation.control("numbers", {**number, "verified_name": "Tea House", "access_token": TOKEN})
    await stage.customer(EVA, "Eva Roth")
    whole = [{"language": "en", "category": "MARKETING", **each} for each in TEMPLATES]
    await stage.installation.control("templates", {"waba_id": WABA, "templates": whole})


async def send(stage: Stage, kind: str, content: dict[str, Any]) -> None:
    url = f"{stage.installation.layout.platform_url}/v23.0/{NUMBER}/messages"
    body = {"messaging_product": "whatsapp", "to": EVA, "type": kind, kind: content}
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as http,
        http.post(url, json=body) as answer,
    ):
        assert answer.status == 200, await answer.text()


async def send_template(stage: Stage, name: str, *components: dict[str, Any]) -> None:
    await send(stage, "template", {"name": name, "language": {"code": "en"}, "components": list(components)})


def card(index: int, tea: str) -> dict[str, Any]:
    picture = {"type": "image", "image": {"link": link(f"{index}.jpg")}}
    tap = {"type": "button", "sub_type": "quick_reply", "index": 0}
    return {
        "card_index": index,
        "components": [
            {"type": "header", "parameters": [picture]},
            {"type": "body", "parameters": [{"type": "text", "text": tea}]},
            {**tap, "parameters": [{"type": "payload", "payload": f"tea-{index}"}]},
        ],
    }


async def the_phone(stage: Stage, **looks: Any) -> Page:
    return await stage.phone(EVA, "Tea House", **looks)


async def test_every_component_of_a_template_is_seen_and_tapped(stage: Stage) -> None:
    await a_tea_shop(stage)
    phone = await the_phone(stage, width=360, height=800)
    await says(phone, "What is new?")
    await send_template(stage, "teas", {"type": "carousel", "cards": [card(0, "Green tea"), card(1, "White tea")]})
    await expect(phone.get_by_test_id("card")).to_have_count(2, timeout=SEE_MS)
    await phone.get_by_test_id("card").first.get_by_role("button", name="Tell me more").click()
    mine = phone.locator('[data-testid="bubble"][data-from="me"]')
    await expect(mine.last).to_contain_text("Tell me more", timeout=SEE_MS)
    await expect(phone.locator('[data-testid="reply-button"][data-chosen]')).to_have_count(1)

    ends = {"expiration_time_ms": int((time.time() + 5 * 3600) * 1000)}
    sections = [{"title": "Tea", "product_items": [{"product_retailer_id": "green-tea"}]}]
    items = {"type": "action", "action": {"thumbnail_product_retailer_id": "green-tea", "sections": sections}}
    code = {"type": "coupon_code", "coupon_code": "TEA25"}
    await send_template(
        stage,
        "spring",
        {"type": "limited_time_offer", "parameters": [{"type": "limited_time_offer", "limited_time_offer": ends}]},
        {"type": "button", "sub_type": "copy_code", "index": 0, "parameters": [code]},
        {"type": "button", "sub_type": "mpm", "index": 1, "parameters": [items]},
    )
    await expect(phone.get_by_role("group", name="Offer")).to_contain_text("Ends in 5 h", timeout=SEE_MS)
    await expect(phone.get_by_role("button", name="Copy offer code")).to_be_visible()
    await names_all_controls(phone)
    await fits(phone)
    await stage.picture(phone, "kinds-template-narrow")
    await phone.get_by_role("button", name="View teas").click()
    await phone.get_by_role("group", name="green-tea").get_by_label("Quantity").fill("2")
    await phone.get_by_role("button", name="Send order").click()
    await expect(mine.last).to_contain_text("2 × green-tea", timeout=SEE_MS)


async def test_links_places_polls_and_catalogues(stage: Stage) -> None:
    await a_tea_shop(stage)
    phone = await the_phone(stage, width=1440, height=900, dark=True)
    await says(phone, "Where are you?")
    place = {"latitude": "51.5", "longitude": "-0.12", "name": "Tea House", "address": "1 Leaf Lane"}
    await send_template(stage, "shop", {"type": "header", "parameters": [{"type": "location", "location": place}]})
    await expect(phone.get_by_label("Place: Tea House")).to_be_visible(timeout=SEE_MS)
    words = "Order `green-tea` at https://tea.example/new/harvest, or in person:\n- *today*\n- tomorrow\n> no delivery"
    await send(stage, "text", {"body": words, "preview_url": True})
    await expect(phone.get_by_test_id("preview")).to_contain_text("tea.example", timeout=SEE_MS)
    action = {"name": "catalog_message"}
    await send(stage, "interactive", {"type": "catalog_message", "body": {"text": "All our teas"}, "action": action})
    await phone.get_by_label("Attach").click()
    await phone.get_by_role("menuitem", name="Poll").click()
    await expect(phone.get_by_text("A poll, which businesses can not see")).to_be_visible(timeout=SEE_MS)
    await names_all_controls(phone)
    await stage.picture(phone, "kinds-wide-dark")
    await phone.get_by_role("button", name="View catalog").click()
    await phone.get_by_label("Number of an item").fill("white-tea")
    await phone.get_by_role("group", name="white-tea").get_by_label("Quantity").fill("1")
    await stage.picture(phone, "kinds-catalogue-dark")
    await phone.get_by_role("button", name="Send order").click()
    mine = phone.locator('[data-testid="bubble"][data-from="me"]')
    await expect(mine.last).to_contain_text("1 × white-tea", timeout=SEE_MS)


TEAS = [
    {"retailer_id": "green", "name": "Green tea", "description": "First harvest, 50 g", "price": 350},
    {"retailer_id": "white", "name": "White tea with a long name that needs a second line", "price": 1290},
    {"retailer_id": "cup", "name": "Cup", "price": 800, "availability": "out of stock"},
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_a_catalogue_says_what_things_are_called_and_cost(stage: Stage, dark: bool) -> None:
    await a_tea_shop(stage)
    items = [{"currency": "EUR", **each} for each in TEAS]
    await stage.installation.control(f"accounts/{WABA}/catalogue", {"name": "Teas", "items": items})
    url = f"{stage.installation.layout.platform_url}/v23.0/{NUMBER}/whatsapp_commerce_settings?is_catalog_visible=true"
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as http, http.post(url) as answer:
        assert answer.status == 200
    for width, height in ((360, 800), (1440, 900)):
        phone = await the_phone(stage, width=width, height=height, dark=dark)
        await phone.get_by_role("button", name="More", exact=True).click()
        await phone.get_by_role("menuitem", name="Catalogue").click()
        green = phone.get_by_role("group", name="Green tea")
        await expect(green).to_contain_text("€3.50")
        await expect(phone.get_by_role("group", name="Cup").get_by_label("Quantity")).to_have_count(0)
        await green.get_by_label("Quantity").fill("3")
        order = phone.get_by_role("button", name="Send order · €10.50")
        await expect(order).to_be_enabled()
        await names_all_controls(phone)
        await fits(phone)
        await stage.picture(phone, f"kinds-priced-{width}-{'dark' if dark else 'light'}")
        await order.click()
        mine = phone.locator('[data-testid="bubble"][data-from="me"]')
        await expect(mine.last).to_contain_text("3 × Green tea", timeout=SEE_MS)
    await stage.installation.control(f"accounts/{WABA}/catalogue", {"items": []})
