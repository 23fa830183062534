"""Whatever a customer does, as pywa understands what the platform then tells."""

from typing import Any

import pytest

from tests.emulator.running import Emulator
from tests.pywa_client.conftest import ACCOUNT, CUSTOMER, NUMBER, Listener, types
from tests.pywa_client.samples import JPEG, MP4, OGG, PDF, WEBP

FILES = {
    "image": (JPEG, "image/jpeg"),
    "video": (MP4, "video/mp4"),
    "document": (PDF, "application/pdf"),
    "audio": (OGG, "audio/ogg"),
    "sticker": (WEBP, "image/webp"),
}
KINDS: dict[str, Any] = {
    "text": {"body": "Good day"},
    "location": {"latitude": 37.48, "longitude": -122.15, "name": "Here"},
    "contacts": [{"name": {"formatted_name": "Ada", "first_name": "Ada"}, "phones": [{"phone": "+15550001111"}]}],
    "order": {
        "catalog_id": "4001",
        "text": "Please",
        "product_items": [{"product_retailer_id": "sku-1", "quantity": 2, "item_price": 3.5, "currency": "USD"}],
    },
}


def write(emulator: Emulator, kind: str, content: Any, **more: Any) -> str:
    body = {"phone_number_id": NUMBER, "type": kind, kind: content, **more}
    return str(emulator.control(f"/customers/{CUSTOMER}/messages", body)["id"])


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_customer_writes(wa: Any, emulator: Emulator, listener: Listener, kind: str) -> None:
    message = listener.wait_for("Message", id=write(emulator, kind, KINDS[kind]))
    assert (message.type, message.from_user.wa_id) == (types.MessageType(kind), CUSTOMER)
    assert getattr(message, kind)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_comes_with_what_fetches_it(wa: Any, emulator: Emulator, listener: Listener, kind: str) -> None:
    content, mime_type = FILES[kind]
    path = f"/control/media?mime_type={mime_type}"
    answer = emulator.call("POST", path, content, headers={"Content-Type": mime_type})
    assert answer[0] == 200, answer
    message = listener.wait_for("Message", id=write(emulator, kind, {"id": answer[1]["id"]}))
    media = getattr(message, kind)
    assert (media.mime_type.split(";")[0], wa.get_media_bytes(wa.get_media_url(media.id).url)) == (mime_type, content)


def test_a_reply_names_what_it_answers(wa: Any, emulator: Emulator, listener: Listener) -> None:
    first = wa.send_message(CUSTOMER, "Fits?")
    answer = write(emulator, "text", {"body": "Yes"}, context={"message_id": first.id})
    assert listener.wait_for("Message", id=answer).reply_to_message.id == first.id


def test_a_reaction_and_its_removal(wa: Any, emulator: Emulator, listener: Listener) -> None:
    sent = wa.send_message(CUSTOMER, "Done")
    given = write(emulator, "reaction", {"message_id": sent.id, "emoji": "👍"})
    assert listener.wait_for("Message", id=given).reaction.emoji == "👍"
    taken = write(emulator, "reaction", {"message_id": sent.id})
    assert listener.wait_for("Message", id=taken).reaction.emoji is None


def test_a_tap_on_a_button_a_row_and_a_form(wa: Any, emulator: Emulator, listener: Listener) -> None:
    wa.send_message(CUSTOMER, "Fits?", buttons=[types.Button("Yes", "yes")])
    replies = {
        "CallbackButton": {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}},
        "CallbackSelection": {"type": "list_reply", "list_reply": {"id": "mon", "title": "Monday"}},
        "FlowCompletion": {
            "type": "nfm_reply",
            "nfm_reply": {"name": "flow", "body": "Sent", "response_json": '{"flow_token":"t","day":"Monday"}'},
        },
    }
    for kind, content in replies.items():
        assert listener.wait_for(kind, id=write(emulator, "interactive", content))
    button = write(emulator, "button", {"payload": "STOP", "text": "Stop"})
    assert listener.wait_for("CallbackButton", id=button).data == "STOP"


def test_what_whatsapp_can_not_show(wa: Any, emulator: Emulator, listener: Listener) -> None:
    error = {"code": 131051, "title": "Message type unknown", "message": "Message type unknown"}
    body = {"phone_number_id": NUMBER, "type": "unsupported", "errors": [error]}
    sent = emulator.control(f"/customers/{CUSTOMER}/messages", body)["id"]
    assert listener.wait_for("Message", id=sent).type == types.MessageType.UNSUPPORTED


def test_marketing_is_stopped_and_wanted_again(wa: Any, emulator: Emulator, listener: Listener) -> None:
    for wanted in ("stop", "resume"):
        body = {"phone_number_id": NUMBER, "value": wanted}
        emulator.control(f"/customers/{CUSTOMER}/marketing-preference", body)
        preference = listener.wait_for("UserMarketingPreferences", value=types.MarketingPreference(wanted))
        assert preference.from_user.wa_id == CUSTOMER


def test_a_template_is_approved_paused_and_told_of(wa: Any, emulator: Emulator, listener: Listener) -> None:
    body = [{"type": "BODY", "text": "Your parcel {{1}} is here.", "example": {"body_text": [["P-77"]]}}]
    status, made = emulator.call(
        "POST",
        f"/v23.0/{ACCOUNT}/message_templates",
        {"name": "parcel_of_pywa", "language": "en_US", "category": "UTILITY", "components": body},
        wa.token,
    )
    assert status == 200, made
    assert str(listener.wait_for("TemplateStatusUpdate", template_name="parcel_of_pywa").template_id) == made["id"]
    sent = wa.send_template(CUSTOMER, "parcel_of_pywa", types.templates.TemplateLanguage.ENGLISH_US, [
        types.templates.BodyText.params("P-78")
    ])  # fmt: skip
    listener.wait_for("MessageStatus", id=sent.id, status=types.MessageStatusType.DELIVERED)


def test_a_customer_has_another_number(wa: Any, emulator: Emulator, listener: Listener) -> None:
    change = {"body": "Ada changed", "wa_id": CUSTOMER, "type": "user_changed_number"}
    write(emulator, "system", change)
    kind = types.system.SystemType.USER_CHANGED_NUMBER
    assert listener.wait_for("PhoneNumberChange", sys_type=kind).new_wa_id == CUSTOMER


def test_a_restriction_of_the_account(wa: Any, emulator: Emulator, listener: Listener) -> None:
    emulator.control(f"/accounts/{ACCOUNT}/violation", {"violation_type": "SPAM"})
    assert listener.wait_for("AccountUpdate").id == ACCOUNT
    emulator.control(f"/accounts/{ACCOUNT}/reinstatement", {})
