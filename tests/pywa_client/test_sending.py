"""Every kind of message, as pywa writes it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.emulator.files import link
from tests.emulator.running import Emulator
from tests.pywa_client.conftest import CUSTOMER, Listener, speak, types
from tests.pywa_client.samples import FLOW, JPEG, MP3, MP4, OGG, PDF, WEBP

KINDS: dict[str, Callable[[Any], Any]] = {
    "text": lambda wa: wa.send_message(CUSTOMER, "Good *morning*: https://example.com", preview_url=True),
    "buttons": lambda wa: wa.send_message(CUSTOMER, "Fits?", header="Visit", footer="Northbank", buttons=[
        types.Button("Yes", "yes"), types.Button("No", "no")]),
    "list": lambda wa: wa.send_message(CUSTOMER, "Which?", buttons=types.SectionList("Choose", [
        types.Section("Days", [types.SectionRow("Monday", "mon", "in the morning"), types.SectionRow("Friday", "fri")])
    ])),
    "link": lambda wa: wa.send_message(CUSTOMER, "Our page", buttons=types.URLButton("Open", "https://example.com")),
    "image": lambda wa: wa.send_image(CUSTOMER, JPEG, caption="The branch", mime_type="image/jpeg"),
    "image_with_buttons": lambda wa: wa.send_image(
        CUSTOMER, JPEG, caption="The branch", mime_type="image/jpeg", buttons=[types.Button("Go", "go")]
    ),
    "video": lambda wa: wa.send_video(CUSTOMER, MP4, caption="How to", mime_type="video/mp4"),
    "document": lambda wa: wa.send_document(CUSTOMER, PDF, filename="terms.pdf", mime_type="application/pdf"),
    "audio": lambda wa: wa.send_audio(CUSTOMER, MP3, mime_type="audio/mpeg"),
    "voice": lambda wa: wa.send_voice(CUSTOMER, OGG, mime_type="audio/ogg"),
    "sticker": lambda wa: wa.send_sticker(CUSTOMER, WEBP, mime_type="image/webp"),
    "location": lambda wa: wa.send_location(CUSTOMER, 37.4847, -122.1473, name="Branch", address="1 Main Street"),
    "location_request": lambda wa: wa.request_location(CUSTOMER, "Where are you?"),
    "contact": lambda wa: wa.send_contact(CUSTOMER, types.Contact(
        name=types.Contact.Name(formatted_name="Ada Byron", first_name="Ada"),
        phones=[types.Contact.Phone(phone="+15550001111", type="WORK")])),
    "contact_info_request": lambda wa: wa.request_contact_info(CUSTOMER, "May we call you?"),
    "catalog": lambda wa: wa.send_catalog(CUSTOMER, "All we have", thumbnail_product_sku="sku-1"),
    "product": lambda wa: wa.send_product(CUSTOMER, "4001", "sku-1", body="This one"),
    "products": lambda wa: wa.send_products(
        CUSTOMER, "4001", [types.ProductsSection("Cards", ["sku-1", "sku-2"])], title="Cards", body="Have a look"
    ),
    "carousel": lambda wa: wa.send_carousel(CUSTOMER, body="Our branches", cards=[
        types.ImageCarouselCard(
            image=link(f"{each}.jpg"), body=f"Branch {each}",
            buttons=types.URLButton("Open", f"https://example.com/{each}"),
        ) for each in range(2)
    ]),
    "call_permission": lambda wa: wa.send_message(
        CUSTOMER, "May we call?", buttons=types.CallPermissionRequestButton()
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_sent_and_delivered(wa: Any, emulator: Emulator, listener: Listener, kind: str) -> None:
    if kind == "call_permission":
        speak(wa, emulator)
    sent = KINDS[kind](wa)
    assert sent.id.startswith("wamid.")
    listener.wait_for("MessageStatus", id=sent.id, status=types.MessageStatusType.DELIVERED)


def test_a_flow_is_made_published_and_sent(wa: Any, listener: Listener) -> None:
    flow = wa.create_flow("visit_of_pywa", [types.FlowCategory.OTHER], flow_json=FLOW, publish=True)
    button = types.FlowButton(
        "Book", flow_id=flow.id, flow_token="t", flow_action_type=types.FlowActionType.DATA_EXCHANGE
    )
    sent = wa.send_message(CUSTOMER, "Book a visit", buttons=button)
    listener.wait_for("MessageStatus", id=sent.id, status=types.MessageStatusType.DELIVERED)


def test_a_reply_a_reaction_and_its_removal(wa: Any, emulator: Any) -> None:
    wrote = {"phone_number_id": wa.phone_id, "type": "text", "text": {"body": "Are you open?"}}
    theirs = emulator.control(f"/customers/{CUSTOMER}/messages", wrote)["id"]
    assert wa.send_message(CUSTOMER, "We are", reply_to_message_id=theirs).id
    assert wa.send_reaction(CUSTOMER, "👍", theirs).id
    assert wa.remove_reaction(CUSTOMER, theirs).id


def test_ticks_and_typing(wa: Any, emulator: Any) -> None:
    wrote = {"phone_number_id": wa.phone_id, "type": "text", "text": {"body": "Hello?"}}
    theirs = emulator.control(f"/customers/{CUSTOMER}/messages", wrote)["id"]
    assert wa.mark_message_as_read(theirs)
    assert wa.indicate_typing(theirs)


def test_what_it_is_told_back_is_in_the_status(wa: Any, listener: Listener) -> None:
    sent = wa.send_message(CUSTOMER, "Tracked", tracker="case-7")
    assert listener.wait_for("MessageStatus", id=sent.id, status=types.MessageStatusType.READ).tracker == "case-7"
