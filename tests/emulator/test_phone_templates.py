"""Templates with every component on the phone page: cards, offers, codes, forms, catalogues, places."""

import json
from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.files import link
from tests.emulator.running import Hook
from tests.emulator.test_flows import FORM, a_flow
from tests.emulator.test_phone_kinds import got, shown

Parts = list[dict[str, Any]]


@pytest.fixture
def chat(open_desk: Desk) -> str:
    return f"/phone/api/customers/{open_desk.wa_id}/chats/{open_desk.number_id}"


def post(desk: Desk, components: Parts, values: Parts, **more: Any) -> tuple[int, Any]:
    desk.template(components=components, **more)
    template = {"name": "parcel", "language": {"code": "en_US"}, "components": values}
    return desk.post(type="template", template=template)


def seen(desk: Desk, hook: Hook, chat: str, components: Parts, values: Parts, **more: Any) -> Any:
    status, answer = post(desk, components, values, **more)
    assert status == 200, answer
    wamid = answer["messages"][0]["id"]
    hook.wait_for(wamid, "delivered")
    return shown(desk, chat, wamid)


BODY: dict[str, Any] = {"type": "BODY", "text": "Have a look."}


def a_card(values: list[str], index: int) -> dict[str, Any]:
    picture = {"link": link(str(index))}
    given: Parts = [{"type": "header", "parameters": [{"type": "image", "image": picture}]}]
    given.append({"type": "body", "parameters": [{"type": "text", "text": each} for each in values]})
    payload: dict[str, Any] = {"type": "button", "sub_type": "quick_reply", "index": 0}
    given.append({**payload, "parameters": [{"type": "payload", "payload": f"more-{index}"}]})
    return {"card_index": index, "components": given}


CARD = [
    {"type": "HEADER", "format": "IMAGE"},
    {"type": "BODY", "text": "Only {{1}} left"},
    {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "More"}]},
]
CAROUSEL: Parts = [BODY, {"type": "CAROUSEL", "cards": [{"components": CARD}, {"components": CARD}]}]


def test_each_card_of_a_template_is_filled_and_tapped(open_desk: Desk, chat: str, hook: Hook) -> None:
    cards = [a_card(["three"], 0), a_card(["two"], 1)]
    message = seen(open_desk, hook, chat, CAROUSEL, [{"type": "carousel", "cards": cards[::-1]}])
    assert message["text"] == "Have a look."
    assert [card["text"] for card in message["cards"]] == ["Only three left", "Only two left"]
    first = message["cards"][0]
    assert first["media"] == {"url": link("0"), "mime_type": "image/jpeg"}
    (button,) = first["buttons"]
    assert (button["id"], button["title"]) == ("more-0", "More")
    reply = {"id": button["id"], "title": button["title"], "kind": "template"}
    tap = got(open_desk, f"{chat}/messages", {"type": "reply", "reply": reply, "context_id": message["id"]})
    told = hook.wait_for_message(open_desk.wa_id, tap["id"])
    assert told["button"] == {"payload": "more-0", "text": "More"}


@pytest.mark.parametrize(
    ("cards", "code"),
    [
        ([a_card(["three"], 0)], 132012),
        ([a_card(["three"], 0), a_card([], 1)], 132000),
        ([a_card(["three"], 0), {"card_index": 1, "components": a_card(["two"], 1)["components"][1:]}], 132012),
    ],
)
def test_cards_that_do_not_fit_are_refused(open_desk: Desk, cards: Parts, code: int) -> None:
    status, answer = post(open_desk, CAROUSEL, [{"type": "carousel", "cards": cards}])
    assert (status, answer["error"]["code"]) == (400, code)


def test_cards_of_products_may_be_more_than_the_template_has(open_desk: Desk, chat: str, hook: Hook) -> None:
    card = [
        {"type": "HEADER", "format": "PRODUCT"},
        {"type": "BUTTONS", "buttons": [{"type": "SPM", "text": "View"}]},
    ]
    template = [BODY, {"type": "CAROUSEL", "cards": [{"components": card}, {"components": card}]}]
    products = [
        {"type": "product", "product": {"product_retailer_id": f"tea-{i}", "catalog_id": "c1"}} for i in range(3)
    ]
    cards = [{"card_index": i, "components": [{"type": "header", "parameters": [p]}]} for i, p in enumerate(products)]
    message = seen(open_desk, hook, chat, template, [{"type": "carousel", "cards": cards}])
    shops = [each["shop"] for each in message["cards"]]
    assert [(each["catalog_id"], each["products"]) for each in shops] == [("c1", [f"tea-{i}"]) for i in range(3)]


OFFER: dict[str, Any] = {
    "type": "LIMITED_TIME_OFFER",
    "limited_time_offer": {"text": "Spring sale", "has_expiration": True},
}
COPY: dict[str, Any] = {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "text": "Copy offer code"}]}


def test_an_offer_is_shown_with_its_end_and_its_code(open_desk: Desk, chat: str, hook: Hook) -> None:
    ends = {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1_900_000_000_000}}
    code = {"type": "button", "sub_type": "COPY_CODE", "index": 0}
    values: Parts = [
        {"type": "limited_time_offer", "parameters": [ends]},
        {**code, "parameters": [{"type": "coupon_code", "coupon_code": "SPRING25"}]},
    ]
    message = seen(open_desk, hook, chat, [BODY, OFFER, COPY], values, category="MARKETING")
    assert message["offer"] == {"text": "Spring sale", "until": 1_900_000_000.0}
    assert message["buttons"] == [{"id": "SPRING25", "title": "Copy offer code", "kind": "copy_code"}]
    status, answer = post(open_desk, [BODY, OFFER, COPY], values[1:], category="MARKETING")
    assert (status, answer["error"]["code"]) == (400, 131008)


def test_a_code_is_there_to_copy(open_desk: Desk, chat: str, hook: Hook) -> None:
    made = {"name": "code", "language": "en_US", "category": "AUTHENTICATION"}
    otp = {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}
    made["components"] = [{"type": "BODY"}, otp]  # type: ignore[assignment]
    assert open_desk.graph("POST", f"/v23.0/{open_desk.waba_id}/message_templates", made)[0] == 200
    open_desk.emulator.control(
        "/templates/status", {"name": "code", "waba_id": open_desk.waba_id, "status": "APPROVED"}
    )
    value = [{"type": "text", "text": "J4Q9"}]
    button = {"type": "button", "sub_type": "url", "index": "0", "parameters": value}
    template = {"name": "code", "language": {"code": "en_US"}}
    sent = open_desk.send(
        type="template", template={**template, "components": [{"type": "body", "parameters": value}, button]}
    )
    hook.wait_for(sent, "delivered")
    message = shown(open_desk, chat, sent)
    assert message["text"].startswith("J4Q9") and message["buttons"][0]["kind"] == "copy_code"
    assert message["buttons"][0]["id"] == "J4Q9"


def test_a_template_opens_its_form(open_desk: Desk, chat: str, hook: Hook) -> None:
    flow = a_flow(open_desk, flow_json=json.dumps(FORM), publish=True)
    button = {"type": "FLOW", "text": "Book", "flow_id": flow, "navigate_screen": "DAY", "flow_action": "navigate"}
    action = {"flow_token": "t-2", "flow_action_data": {"city": "Leeds"}}
    given = {"type": "button", "sub_type": "flow", "index": 0, "parameters": [{"type": "action", "action": action}]}
    message = seen(open_desk, hook, chat, [BODY, {"type": "BUTTONS", "buttons": [button]}], [given])
    assert (message["buttons"][0]["kind"], message["flow"]["token"], message["flow"]["screen"]) == (
        "flow",
        "t-2",
        "DAY",
    )
    assert message["flow"]["data"] == {"city": "Leeds"}
    assert got(open_desk, f"{chat}/messages/{message['id']}/form") == FORM


def test_a_template_opens_a_catalogue(open_desk: Desk, chat: str, hook: Hook) -> None:
    sections = [{"title": "Tea", "product_items": [{"product_retailer_id": "tea"}, {"product_retailer_id": "mint"}]}]
    for kind, action, products in (
        ("MPM", {"thumbnail_product_retailer_id": "tea", "sections": sections}, ["tea", "mint"]),
        ("CATALOG", {"thumbnail_product_retailer_id": "tea"}, ["tea"]),
        ("CATALOG", {}, []),
    ):
        button = {"type": "BUTTONS", "buttons": [{"type": kind, "text": "View them"}]}
        given = {"type": "button", "sub_type": kind, "index": 0, "parameters": [{"type": "action", "action": action}]}
        message = seen(open_desk, hook, chat, [BODY, button], [given])
        assert message["shop"] == {"catalog_id": "", "products": products, "title": "View them"}
        assert "buttons" not in message


def test_a_header_is_a_picture_a_film_a_document_or_a_place(open_desk: Desk, chat: str, hook: Hook) -> None:
    place = {"latitude": "48.1", "longitude": "11.5", "name": "Branch", "address": "Long Street 1"}
    for kind, value, name, expected in (
        ("image", {"link": link("a.png", "image/png")}, "media", "image/png"),
        ("video", {"link": link("film", "video/mp4")}, "media", "video/mp4"),
        ("document", {"link": link("a.pdf", "application/pdf"), "filename": "bill.pdf"}, "media", "application/pdf"),
        ("location", place, "location", ""),
    ):
        header = {"type": "HEADER", "format": kind.upper()}
        given = {"type": "header", "parameters": [{"type": kind, kind: value}]}
        message = seen(open_desk, hook, chat, [header, BODY], [given])
        if name == "media":
            assert message["media"]["mime_type"] == expected
        else:
            assert message["location"] == {**place, "latitude": 48.1, "longitude": 11.5}
    assert open_desk.post(type="template", template={"name": "parcel", "language": {"code": "en_US"}})[0] == 400
