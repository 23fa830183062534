"""Forms, baskets, cards of people, carousels, and changed messages on the phone page."""

import json
from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.files import link
from tests.emulator.running import Hook
from tests.emulator.test_flows import FORM, a_flow


@pytest.fixture
def chat(open_desk: Desk) -> str:
    return f"/phone/api/customers/{open_desk.wa_id}/chats/{open_desk.number_id}"


def got(desk: Desk, path: str, body: Any = None) -> Any:
    status, answer = desk.emulator.call("GET" if body is None else "POST", path, body)
    assert status == 200, answer
    return answer


def shown(desk: Desk, chat: str, wamid: str) -> Any:
    return next(each for each in got(desk, f"{chat}/messages")["items"] if each["id"] == wamid)


def interactive(kind: str, action: dict[str, Any]) -> dict[str, Any]:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": "Please"}, "action": action}}


def test_a_form_is_opened_and_sent(open_desk: Desk, chat: str, hook: Hook) -> None:
    flow = a_flow(open_desk, flow_json=json.dumps(FORM), publish=True)
    parameters = {"flow_message_version": "3", "flow_id": flow, "flow_cta": "Book", "flow_token": "t-1"}
    wamid = open_desk.send(**interactive("flow", {"name": "flow", "parameters": parameters}))
    hook.wait_for(wamid, "delivered")
    assert shown(open_desk, chat, wamid)["flow"] == {"token": "t-1", "screen": "", "data": {}, "asks": False}
    assert got(open_desk, f"{chat}/messages/{wamid}/form") == FORM
    draft = {"type": "form", "answers": {"day": "Monday"}, "flow_token": "t-1", "context_id": wamid}
    sent = got(open_desk, f"{chat}/messages", draft)
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    reply = told["interactive"]["nfm_reply"]
    assert json.loads(reply["response_json"]) == {"day": "Monday", "flow_token": "t-1"}
    assert told["context"]["id"] == wamid
    assert open_desk.emulator.call("GET", f"{chat}/messages/{sent['id']}/form")[0] == 404


def test_a_basket_is_sent_and_shown_with_its_sum(open_desk: Desk, chat: str, hook: Hook) -> None:
    wamid = open_desk.send(**interactive("product", {"catalog_id": "c1", "product_retailer_id": "tea"}))
    hook.wait_for(wamid, "delivered")
    assert shown(open_desk, chat, wamid)["shop"] == {"catalog_id": "c1", "products": ["tea"]}
    item = {"product_retailer_id": "tea", "quantity": 3, "item_price": 2.5, "currency": "EUR"}
    sent = got(open_desk, f"{chat}/messages", {"type": "order", "catalog_id": "c1", "items": [item]})
    assert sent["order"]["total"] == 7.5
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    assert told["order"]["product_items"] == [item]
    for wrong in ([], [{**item, "quantity": 0}]):
        assert open_desk.emulator.call("POST", f"{chat}/messages", {"type": "order", "items": wrong})[0] == 400


def test_a_card_of_a_person_is_sent_and_the_own_one_when_asked_for(open_desk: Desk, chat: str, hook: Hook) -> None:
    sent = got(open_desk, f"{chat}/messages", {"type": "contacts", "name": "Bo Lind", "phone": "+46 70 1"})
    assert sent["contacts"] == [{"name": "Bo Lind", "company": "", "phones": ["+46701"], "emails": [], "more": []}]
    own = got(open_desk, f"{chat}/messages", {"type": "contacts", "asked_for": True})
    told = hook.wait_for_message(open_desk.wa_id, own["id"])["contacts"][0]
    assert (told["origin"], told["phones"][0]["wa_id"]) == ("contact_request", open_desk.wa_id)
    assert open_desk.emulator.call("POST", f"{chat}/messages", {"type": "contacts", "name": "Bo"})[0] == 400


def test_a_changed_message_shows_on_its_bubble(open_desk: Desk, chat: str, hook: Hook) -> None:
    mine = got(open_desk, f"{chat}/messages", {"type": "text", "text": "Helo"})["id"]
    edit = got(open_desk, f"{chat}/messages", {"type": "edit", "message_id": mine, "text": "Hello"})
    assert hook.wait_for_message(open_desk.wa_id, edit["id"])["edit"]["original_message_id"] == mine
    assert (shown(open_desk, chat, mine)["text"], shown(open_desk, chat, mine)["edited"]) == ("Hello", True)
    got(open_desk, f"{chat}/messages", {"type": "revoke", "message_id": mine})
    assert shown(open_desk, chat, mine)["deleted"]
    assert len(got(open_desk, f"{chat}/messages")["items"]) == 2
    theirs = open_desk.send()
    assert open_desk.emulator.call("POST", f"{chat}/messages", {"type": "revoke", "message_id": theirs})[0] == 400


def test_each_card_of_a_carousel_has_its_own_picture_and_buttons(open_desk: Desk, chat: str, hook: Hook) -> None:
    cards = [
        {
            "card_index": index,
            "type": "cta_url",
            "header": {"type": "image", "image": {"link": link(f"{index}.png", "image/png")}},
            "body": {"text": f"Card {index}"},
            "action": {"name": "cta_url", "parameters": {"display_text": "See", "url": "https://example.com"}},
        }
        for index in range(2)
    ]
    wamid = open_desk.send(**interactive("carousel", {"cards": cards}))
    hook.wait_for(wamid, "delivered")
    seen = shown(open_desk, chat, wamid)
    assert seen["text"] == "Please" and [card["text"] for card in seen["cards"]] == ["Card 0", "Card 1"]
    assert (
        seen["cards"][1]["media"]["url"] == link("1.png", "image/png")
        and seen["cards"][0]["buttons"][0]["title"] == "See"
    )


def test_the_customer_lets_the_business_call_or_not(open_desk: Desk, chat: str, hook: Hook) -> None:
    sent = got(open_desk, f"{chat}/messages", {"type": "call_permission", "allowed": True})
    assert (sent["type"], sent["text"]) == ("reply", "Calls allowed")
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    assert told["interactive"]["call_permission_reply"]["response"] == "accept"


def test_an_address_is_given(open_desk: Desk, chat: str, hook: Hook) -> None:
    sent = got(open_desk, f"{chat}/messages", {"type": "address", "answers": {"city": "Pune"}})
    reply = hook.wait_for_message(open_desk.wa_id, sent["id"])["interactive"]["nfm_reply"]
    assert reply["name"] == "address_message"
    assert json.loads(reply["response_json"]) == {"values": {"city": "Pune"}}


def test_a_place_is_asked_for_and_sent(open_desk: Desk, chat: str, hook: Hook) -> None:
    wamid = open_desk.send(**interactive("location_request_message", {"name": "send_location"}))
    hook.wait_for(wamid, "delivered")
    assert shown(open_desk, chat, wamid)["buttons"] == [{"id": "", "title": "Send location", "kind": "location"}]
    place = {"latitude": 48.1, "longitude": 11.5, "name": "Home"}
    sent = got(open_desk, f"{chat}/messages", {"type": "location", "place": place, "context_id": wamid})
    assert sent["location"] == place
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    assert (told["location"], told["context"]["id"]) == (place, wamid)
    for wrong in ({"latitude": 91, "longitude": 0}, {"latitude": "48", "longitude": 0}, {"latitude": 1}, None):
        status, answer = open_desk.emulator.call("POST", f"{chat}/messages", {"type": "location", "place": wrong})
        assert status == 400 and "itude of a place is a number" in answer["error"]["message"]


def test_a_voice_message_says_so(open_desk: Desk, chat: str, hook: Hook) -> None:
    kind = {"Content-Type": "audio/ogg; codecs=opus"}
    status, media = open_desk.emulator.call("POST", "/control/media?filename=a.ogg", b"OggS", headers=kind)
    assert status == 200
    sent = got(open_desk, f"{chat}/messages", {"type": "voice", "media_id": media["id"], "text": "no caption"})
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    assert told["type"] == "audio" and told["audio"]["voice"] is True and "caption" not in told["audio"]
    assert sent["media"]["voice"] is True
    music = got(open_desk, f"{chat}/messages", {"type": "audio", "media_id": media["id"]})
    assert "voice" not in music["media"]


def test_the_first_message_says_which_advertisement_was_tapped(open_desk: Desk, chat: str, hook: Hook) -> None:
    ad = {"headline": "Cards without a fee", "body": "This week"}
    sent = got(open_desk, f"{chat}/messages", {"type": "text", "text": "Tell me more", "from_ad": ad})
    referral = hook.wait_for_message(open_desk.wa_id, sent["id"])["referral"]
    assert (referral["source_type"], referral["headline"], referral["body"]) == ("ad", *ad.values())
    wrong = {"type": "text", "text": "Tell me more", "from_ad": {"headline": " "}}
    assert open_desk.emulator.call("POST", f"{chat}/messages", wrong)[0] == 400


def test_a_link_is_shown_larger_where_the_business_wants_it(open_desk: Desk, chat: str, hook: Hook) -> None:
    body = "See https://northbank.example/cards. Or call."
    for wanted, preview in ((True, "https://northbank.example/cards"), (False, None)):
        wamid = open_desk.send(type="text", text={"body": body, "preview_url": wanted})
        hook.wait_for(wamid, "delivered")
        assert shown(open_desk, chat, wamid).get("preview") == preview


def test_a_sticker_says_whether_it_moves(open_desk: Desk, chat: str, hook: Hook) -> None:
    for flags, moves in ((0x02, True), (0x10, False)):
        head = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + bytes([flags]) + bytes(9)
        kind = {"Content-Type": "image/webp"}
        media = open_desk.emulator.call("POST", "/control/media?filename=a.webp", head, headers=kind)[1]
        sent = got(open_desk, f"{chat}/messages", {"type": "sticker", "media_id": media["id"]})
        assert hook.wait_for_message(open_desk.wa_id, sent["id"])["sticker"]["animated"] is moves


def test_what_the_platform_can_not_carry_is_told_as_such(open_desk: Desk, chat: str, hook: Hook) -> None:
    sent = got(open_desk, f"{chat}/messages", {"type": "unsupported", "unsupported": "poll"})
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    assert (told["type"], told["unsupported"], told["errors"][0]["code"]) == ("unsupported", {"type": "poll"}, 131051)
    assert open_desk.emulator.call("POST", f"{chat}/messages", {"type": "unsupported", "unsupported": "x"})[0] == 400


def test_a_card_of_a_person_is_shown_with_all_that_it_says(open_desk: Desk, chat: str, hook: Hook) -> None:
    card = {
        "name": {"formatted_name": "Bo Lind", "first_name": "Bo"},
        "org": {"company": "Lind & Co"},
        "phones": [{"phone": "+46 70 1"}],
        "emails": [{"email": "bo@lind.example"}],
        "addresses": [{"street": "Long Street 1", "city": "Malmö", "country": "Sweden"}],
        "urls": [{"url": "https://lind.example"}],
        "birthday": "1990-05-01",
    }
    wamid = open_desk.send(type="contacts", contacts=[card])
    hook.wait_for(wamid, "delivered")
    (seen,) = shown(open_desk, chat, wamid)["contacts"]
    assert (seen["name"], seen["company"], seen["phones"]) == ("Bo Lind", "Lind & Co", ["+46 70 1"])
    assert seen["more"] == ["Long Street 1, Malmö, Sweden", "https://lind.example", "1990-05-01"]


def test_a_catalogue_is_opened_not_answered_with(open_desk: Desk, chat: str, hook: Hook) -> None:
    wamid = open_desk.send(**interactive("catalog_message", {"name": "catalog_message"}))
    hook.wait_for(wamid, "delivered")
    seen = shown(open_desk, chat, wamid)
    assert seen["shop"] == {"catalog_id": "", "products": [], "title": "View catalog"} and seen["buttons"] is None


def test_a_picture_behind_a_link_is_known_as_one(open_desk: Desk, chat: str, hook: Hook) -> None:
    asked = interactive("button", {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]})
    asked["interactive"]["header"] = {"type": "image", "image": {"link": link()}}
    wamid = open_desk.send(**asked)
    hook.wait_for(wamid, "delivered")
    assert shown(open_desk, chat, wamid)["media"]["mime_type"] == "image/jpeg"
