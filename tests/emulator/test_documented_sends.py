"""Documented facts of sends and answers that no other test holds (reference 1.4, 3.1 to 3.3, 4.1, 6.3, 9)."""

from typing import Any

import pytest

from parley_emulator.graph.codes import CODES
from tests.emulator.conftest import Desk, a_desk
from tests.emulator.files import SAMPLES
from tests.emulator.running import Emulator, Hook
from tests.emulator.test_calls import enable

# By the pages of December 2025; whatever is not named is 400.
STATUSES = {
    **dict.fromkeys((0, 104, 190), 401),
    **dict.fromkeys((10, 200, 368, 130497, 131005, 131031), 403),
    **dict.fromkeys((803, 132001), 404),
    613: 429,
    **dict.fromkeys((3, 131000, 131016, 131045, 131057, 133000, 134102), 500),
    **dict.fromkeys((2, 133004), 503),
    **dict.fromkeys((138000, 138006), 401),
}
LABEL, PAGE = "x" * 20, "https://example.com/"
FORM = {"flow_message_version": "3", "flow_id": "1", "flow_cta": "Book"}
NAMED: dict[str, dict[str, Any]] = {
    "cta_url": {"name": "cta_url", "parameters": {"display_text": LABEL, "url": PAGE}},
    "location_request_message": {"name": "send_location"},
    "request_contact_info": {"name": "request_contact_info"},
    "catalog_message": {"name": "catalog_message"},
    "call_permission_request": {"name": "call_permission_request"},
    "voice_call": {"name": "voice_call", "parameters": {"display_text": LABEL, "ttl_minutes": 100}},
    "address_message": {"name": "address_message", "parameters": {"country": "IN"}},
}


def interactive(kind: str, action: dict[str, Any]) -> dict[str, Any]:
    whole = {"type": kind, "body": {"text": "Please choose"}, "action": action}
    return {"type": "interactive", "interactive": whole}


def test_each_code_has_its_documented_status() -> None:
    assert {code: status for code, (status, _) in CODES.items()} == {code: STATUSES.get(code, 400) for code in CODES}
    assert set(STATUSES) <= set(CODES)


@pytest.mark.parametrize("kind", NAMED)
def test_an_action_says_what_it_does(open_desk: Desk, kind: str) -> None:
    enable(open_desk)
    assert open_desk.post(**interactive(kind, NAMED[kind]))[0] == 200
    unnamed = {key: value for key, value in NAMED[kind].items() if key != "name"}
    assert open_desk.post(**interactive(kind, unnamed))[1]["error"]["code"] == 131008
    other = open_desk.post(**interactive(kind, {**NAMED[kind], "name": "jump"}))[1]["error"]
    assert (other["code"], "interactive.action.name" in other["error_data"]["details"]) == (131009, True)


@pytest.mark.parametrize("parameters", [{"display_text": "x" * 21}, {"ttl_minutes": 0}, {"ttl_minutes": 43_201}])
def test_a_button_that_calls_has_limits(open_desk: Desk, parameters: dict[str, Any]) -> None:
    action = {"name": "voice_call", "parameters": parameters}
    assert open_desk.post(**interactive("voice_call", action))[1]["error"]["code"] == 131009


def test_a_form_s_button_has_thirty_signs_and_a_name(open_desk: Desk) -> None:
    for action in ({"parameters": FORM}, {"name": "flow", "parameters": {**FORM, "flow_cta": "x" * 31}}):
        assert open_desk.post(**interactive("flow", action))[1]["error"]["code"] in {131008, 131009}


def test_items_on_cards_are_of_a_catalogue(open_desk: Desk) -> None:
    cards = [
        {"card_index": each, "type": "product", "action": {"product_retailer_id": f"sku-{each}", "catalog_id": "4001"}}
        for each in range(2)
    ]
    assert open_desk.post(**interactive("carousel", {"cards": cards}))[0] == 200
    del cards[1]["action"]["catalog_id"]  # type: ignore[attr-defined]
    assert open_desk.post(**interactive("carousel", {"cards": cards}))[1]["error"]["code"] == 131008


def put(desk: Desk, mime_type: str, content: bytes = b"ID3") -> tuple[int, Any]:
    """An upload."""
    bound, head = "----files", 'Content-Disposition: form-data; name="'
    said = [
        f'{head}messaging_product"\r\n\r\nwhatsapp',
        f'{head}type"\r\n\r\n{mime_type}',
        f'{head}file"; filename="a"\r\nContent-Type: {mime_type}\r\n\r\n',
    ]
    body = f"--{bound}\r\n" + f"\r\n--{bound}\r\n".join(said)
    headers = {"Content-Type": f"multipart/form-data; boundary={bound}"}
    whole = body.encode() + content + f"\r\n--{bound}--\r\n".encode()
    return desk.emulator.call("POST", f"/v23.0/{desk.number_id}/media", whole, desk.token, headers)


@pytest.mark.parametrize(
    ("mime_type", "most"),
    [
        ("image/png", 5 << 20),
        ("video/mp4", 16 << 20),
        ("audio/ogg", 16 << 20),
        ("image/webp", 500 << 10),
    ],
)
def test_a_file_has_at_most_its_documented_size(open_desk: Desk, mime_type: str, most: int) -> None:
    assert put(open_desk, mime_type, b"0" * most)[0] == 200
    assert put(open_desk, mime_type, b"0" * (most + 1))[1]["error"]["code"] == 131053


def test_a_sticker_that_does_not_move_is_smaller(open_desk: Desk, hook: Hook) -> None:
    moving, still = b"RIFF\xe4\0\0\0WEBPVP8X\x0a\0\0\0\x02", SAMPLES["image/webp"]
    for head, size, status in (
        (moving, 200 << 10, "delivered"),
        (still, 200 << 10, "failed"),
        (still, 100 << 10, "delivered"),
    ):
        media = put(open_desk, "image/webp", head.ljust(size, b"0"))[1]["id"]
        told = hook.wait_for(open_desk.send(type="sticker", sticker={"id": media}), status)
        assert [each["code"] for each in told.get("errors", [])] == ([131053] if status == "failed" else [])


def test_a_voice_message_is_ogg_and_a_piece_of_music_may_be_other(open_desk: Desk, hook: Hook) -> None:
    music, voice = (put(open_desk, kind, SAMPLES[kind])[1]["id"] for kind in ("audio/mpeg", "audio/ogg"))
    hook.wait_for(open_desk.send(type="audio", audio={"id": music}), "delivered")
    hook.wait_for(open_desk.send(type="audio", audio={"id": voice, "voice": True}), "delivered")
    failed = hook.wait_for(open_desk.send(type="audio", audio={"id": music, "voice": True}), "failed")
    assert failed["errors"][0]["code"] == 131053


def test_a_user_name_comes_with_every_status_but_the_first(emulator: Emulator, hook: Hook) -> None:
    desk = a_desk(emulator)
    emulator.control("/customers", {"wa_id": desk.wa_id, "name": "Ada", "username": "ada.l", "auto_read": True})
    desk.write()
    wamid = desk.send()
    hook.wait_for(wamid, "read")
    values = [each["value"] for each in hook.changes if each["field"] == "messages"]
    profiles = {
        status["status"]: value["contacts"][0]["profile"]
        for value in values
        for status in value.get("statuses", [])
        if status["id"] == wamid
    }
    named = {"name": "Ada", "username": "ada.l"}
    assert profiles == {"sent": {"name": "Ada"}, "delivered": named, "read": named}


def test_a_hundred_templates_are_made_in_an_hour(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    path = f"/v23.0/{desk.waba_id}/message_templates"

    def made(name: str) -> tuple[int, Any]:
        text = f"Your parcel {name} is here and waits for you."
        body = [{"type": "BODY", "text": text}]
        whole = {"name": name, "language": "en_US", "category": "UTILITY", "components": body}
        return desk.graph("POST", path, whole)

    assert {made(f"t_{each}")[0] for each in range(100)} == {200}
    assert made("t_100")[1]["error"]["code"] == 80007
    own_emulator.control("/clock", {"advance_seconds": 3_600})
    assert made("t_100")[0] == 200


def test_a_message_for_one_phone_is_not_shown_on_another(desk: Desk, hook: Hook) -> None:
    settings = f"/v23.0/{desk.number_id}/settings"
    assert "identity_key_hash" not in contact_of(desk, hook)
    assert desk.graph("POST", settings, {"user_identity_change": {"enable_identity_key_check": True}})[0] == 200
    known = contact_of(desk, hook)["identity_key_hash"]
    text = {"type": "text", "text": {"body": "Only for you"}}
    hook.wait_for(desk.send(**text, recipient_identity_key_hash=known), "delivered")
    changed = desk.emulator.control(f"/customers/{desk.wa_id}/security-code", {"phone_number_id": desk.number_id})
    told = hook.wait_for_message(desk.wa_id, changed["id"])
    assert (told["system"]["type"], told["identity"]["hash"]) == ("customer_identity_changed", changed["hash"])
    assert told["identity"]["acknowledged"] is False and changed["hash"] != known
    failed = hook.wait_for(desk.send(**text, recipient_identity_key_hash=known), "failed")
    assert failed["errors"][0]["code"] == 137000
    hook.wait_for(desk.send(**text, recipient_identity_key_hash=contact_of(desk, hook)["identity_key_hash"]), "sent")


def contact_of(desk: Desk, hook: Hook) -> dict[str, Any]:
    """The contact of a message that the customer writes now."""
    wamid = desk.write()
    hook.wait_for_message(desk.wa_id, wamid)
    values = [change["value"] for change in hook.changes if change["field"] == "messages"]
    found: dict[str, Any] = next(
        value["contacts"][0] for value in values if wamid in {each["id"] for each in value.get("messages", [])}
    )
    return found


def test_the_call_for_marketing_has_its_own_words(desk: Desk) -> None:
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Spring is here."}])
    template = {"name": "offer", "language": {"code": "en_US"}}
    body = {"messaging_product": "whatsapp", "to": desk.wa_id, "type": "template", "template": template}
    path = f"/v23.0/{desk.number_id}/marketing_messages"
    for more, status in (
        ({"product_policy": "STRICT", "message_activity_sharing": True}, 200),
        ({"product_policy": "CLOUD_API_FALLBACK"}, 200),
        ({"product_policy": "SOMETIMES"}, 400),
        ({"message_activity_sharing": "perhaps"}, 400),
    ):
        assert desk.graph("POST", path, {**body, **more})[0] == status


def test_what_passes_by_itself_is_said_to(desk: Desk) -> None:
    for code, passes in ((80007, True), (4, True), (100, None)):
        desk.emulator.control("/faults", {"calls": "phone_numbers", "code": code, "count": 1})
        error = desk.graph("GET", f"/v23.0/{desk.waba_id}/phone_numbers")[1]["error"]
        assert (error["code"], error.get("is_transient")) == (code, passes)


def test_the_sign_of_writing_is_of_text_and_for_what_was_received(desk: Desk) -> None:
    wrote = desk.write()
    tick = {"status": "read", "message_id": wrote, "to": None}
    assert desk.post(**tick, typing_indicator={"type": "text"}) == (200, {"success": True})
    assert desk.post(**tick, typing_indicator={"type": "audio"})[1]["error"]["code"] == 131009
    own = desk.send()
    assert desk.post(status="read", message_id=own, to=None)[1]["error"]["code"] == 131009


def test_statuses_come_out_of_turn_where_a_test_wants_it(open_desk: Desk, hook: Hook) -> None:
    def told(wamid: str, status: str, **more: Any) -> dict[str, Any]:
        open_desk.emulator.control(f"/sends/{wamid}/status", {"status": status, **more})
        return hook.wait_for(wamid, status)

    open_desk.emulator.control("/customers", {"wa_id": open_desk.wa_id, "phone_on": False})
    unseen = open_desk.send()
    hook.wait_for(unseen, "sent")
    assert told(unseen, "read")["pricing"]["category"] == "service"  # in the place of the one that never came
    assert [each["status"] for each in hook.statuses(unseen)] == ["sent", "read"]
    open_desk.emulator.control("/customers", {"wa_id": open_desk.wa_id, "phone_on": True})
    twofold = open_desk.send()
    hook.wait_for(twofold, "delivered")
    assert told(twofold, "failed", code=131026)["errors"][0]["code"] == 131026
    voice = open_desk.send(
        type="audio", audio={"id": put(open_desk, "audio/ogg", SAMPLES["audio/ogg"])[1]["id"], "voice": True}
    )
    hook.wait_for(voice, "delivered")
    assert "errors" not in told(voice, "played")
    assert open_desk.emulator.call("POST", f"/control/sends/{voice}/status", {"status": "lost"})[0] == 400
    assert open_desk.emulator.call("POST", "/control/sends/wamid.none/status", {"status": "read"})[0] == 404
