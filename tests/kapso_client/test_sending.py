"""Every kind of message that the library writes arrives."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from kapso_whatsapp import WhatsAppClient
from kapso_whatsapp.exceptions import ValidationError, WhatsAppAPIError

from tests.emulator.running import Emulator, Hook, wait_until
from tests.kapso_client.conftest import ACCOUNT, CUSTOMER, NUMBER
from tests.pywa_client.samples import FLOW, JPEG, MP3, MP4, PDF, WEBP

WHO = {"phone_number_id": NUMBER, "to": CUSTOMER}
CARD = {"name": {"formatted_name": "Ada Byron", "first_name": "Ada"}, "phones": [{"phone": "+15550001111"}]}
ROWS = [{"title": "Days", "rows": [{"id": "mon", "title": "Monday"}, {"id": "fri", "title": "Friday"}]}]
SHELF = [{"title": "Cards", "product_items": [{"product_retailer_id": "sku-1"}]}]
Sending = Callable[[WhatsAppClient], Awaitable[Any]]


def file(kind: str, content: bytes, mime_type: str, **more: Any) -> Sending:
    async def send(client: WhatsAppClient) -> Any:
        media = await client.media.upload(phone_number_id=NUMBER, file=content, type=mime_type, filename="a")
        given = {"id": media.id, **more}
        return await getattr(client.messages, f"send_{kind}")(**WHO, **{kind: given})

    return send


KINDS: dict[str, Sending] = {
    "text": lambda c: c.messages.send_text(**WHO, body="Good *morning*: https://example.com", preview_url=True),
    "image": file("image", JPEG, "image/jpeg", caption="The branch"),
    "video": file("video", MP4, "video/mp4"),
    "audio": file("audio", MP3, "audio/mpeg"),
    "document": file("document", PDF, "application/pdf", filename="terms.pdf"),
    "sticker": file("sticker", WEBP, "image/webp"),
    "location": lambda c: c.messages.send_location(
        **WHO, location={"latitude": 37.48, "longitude": -122.15, "name": "Branch", "address": "1 Main Street"}
    ),
    "contacts": lambda c: c.messages.send_contacts(**WHO, contacts=[CARD]),
    "buttons": lambda c: c.messages.send_interactive_buttons(
        **WHO, body_text="Fits?", buttons=[{"id": "yes", "title": "Yes"}, {"id": "no", "title": "No"}]
    ),
    "list": lambda c: c.messages.send_interactive_list(**WHO, body_text="Which?", button_text="Choose", sections=ROWS),
    "link": lambda c: c.messages.send_interactive_cta_url(
        **WHO, body_text="Our page", parameters={"display_text": "Open", "url": "https://example.com"}
    ),
    "location_request": lambda c: c.messages.send_interactive_location_request(**WHO, body_text="Where are you?"),
    "product": lambda c: c.messages.send_interactive_product(
        **WHO, catalog_id="4001", product_retailer_id="sku-1", body_text="This one"
    ),
    "products": lambda c: c.messages.send_interactive_product_list(
        **WHO, catalog_id="4001", sections=SHELF, header_text="Cards", body_text="Have a look"
    ),
    "catalog": lambda c: c.messages.send_interactive_catalog(**WHO, body_text="All we have"),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_it_is_sent_and_delivered(client: WhatsAppClient, told: Hook, kind: str) -> None:
    sent = await KINDS[kind](client)
    assert told.wait_for(sent.messages[0].id, "delivered")["recipient_id"] == CUSTOMER


async def test_a_template_from_its_making_to_a_sent_one(client: WhatsAppClient, told: Hook) -> None:
    body = {"type": "BODY", "text": "Your parcel {{1}} is here today.", "example": {"body_text": [["P-77"]]}}
    made = await client.templates.create(
        business_account_id=ACCOUNT, name="parcel", language="en_US", category="UTILITY", components=[body]
    )
    wait_until(lambda: "message_template_status_update" in [each["field"] for each in told.changes])
    listed = await client.templates.list(business_account_id=ACCOUNT, status="APPROVED")
    assert "parcel" in {each["name"] for each in _items(listed)}
    assert (await client.templates.get(template_id=str(_field(made, "id"))))["status"] == "APPROVED"
    filled = {
        "name": "parcel",
        "language": {"code": "en_US"},
        "components": [{"type": "body", "parameters": [{"type": "text", "text": "P-78"}]}],
    }
    sent = await client.messages.send_template(**WHO, template=filled)
    told.wait_for(sent.messages[0].id, "delivered")
    await client.templates.delete(business_account_id=ACCOUNT, name="parcel")
    assert _items(await client.templates.list(business_account_id=ACCOUNT, name="parcel")) == []


async def test_a_form_from_its_making_to_a_sent_one(client: WhatsAppClient, told: Hook) -> None:
    made = await client.flows.create(waba_id=ACCOUNT, name="visit", categories=["OTHER"])
    flow = str(_field(made, "id"))
    await client.flows.update_asset(flow_id=flow, asset=FLOW)
    await client.flows.publish(flow_id=flow)
    assert (await client.flows.get(flow_id=flow))["status"] == "PUBLISHED"
    parameters = {"flow_id": flow, "flow_cta": "Book", "flow_token": "t", "flow_message_version": "3"}
    sent = await client.messages.send_interactive_flow(
        **WHO, body_text="Book a visit", parameters=parameters | {"flow_action": "data_exchange"}
    )
    told.wait_for(sent.messages[0].id, "delivered")
    await client.flows.deprecate(flow_id=flow)


async def test_a_file_is_put_there_fetched_and_removed(client: WhatsAppClient) -> None:
    media = await client.media.upload(phone_number_id=NUMBER, file=JPEG, type="image/jpeg", filename="a.jpg")
    assert (await client.media.get(media_id=media.id)).mime_type == "image/jpeg"
    assert await client.media.download(media_id=media.id) == JPEG
    await client.media.delete(media_id=media.id)
    with pytest.raises(WhatsAppAPIError) as gone:
        await client.media.get(media_id=media.id)
    assert gone.value.error_code == 100


async def test_the_number_is_managed(client: WhatsAppClient) -> None:
    numbers = client.phone_numbers
    await numbers.update_business_profile(phone_number_id=NUMBER, about="A bank", websites=["https://example.com"])
    assert "A bank" in str(await numbers.get_business_profile(phone_number_id=NUMBER))
    assert await numbers.get_settings(phone_number_id=NUMBER)
    await numbers.deregister(phone_number_id=NUMBER)
    await numbers.register(phone_number_id=NUMBER, pin="123456")


async def test_what_is_refused_is_told_by_its_kind(client: WhatsAppClient, emulator: Emulator) -> None:
    emulator.control("/customers", {"wa_id": "15560004499", "name": "Cora"})
    with pytest.raises(ValidationError) as closed:
        await client.messages.send_text(phone_number_id=NUMBER, to="15560004499", body="Hello")
    assert closed.value.error_code == 131047


def _items(answer: Any) -> list[Any]:
    items = answer["data"] if isinstance(answer, dict) else answer.data
    return [each if isinstance(each, dict) else each.model_dump() for each in items]


def _field(answer: Any, name: str) -> Any:
    return answer[name] if isinstance(answer, dict) else getattr(answer, name)
