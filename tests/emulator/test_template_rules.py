"""Each documented limit of a template's parts (reference 6.3, 8.1, 8.2, 8.8): just inside it, and just over it."""

from copy import deepcopy
from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until

HANDLE = {"header_handle": ["4::aW"]}
SAMPLES = {"IMAGE": "image/png", "VIDEO": "video/mp4", "GIF": "video/mp4", "DOCUMENT": "application/pdf"}
SAMPLES["AUDIO"] = SAMPLES["IMAGE"]
REPLY, LINK = {"type": "QUICK_REPLY", "text": "Yes"}, {"type": "URL", "text": "Open", "url": "https://example.com/"}
CALL = {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550001000"}
CODE = {"type": "COPY_CODE", "example": "SAVE20"}
OTP = {"type": "OTP", "otp_type": "COPY_CODE"}
APPS = [{"package_name": "com.example", "signature_hash": "K8a/AINcGX7"}]
OFFER = {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Ends soon", "has_expiration": True}}


def body(text: str = "Your parcel is here and waits for you.") -> dict[str, Any]:
    return {"type": "BODY", "text": text}


def buttons(*given: dict[str, Any]) -> list[dict[str, Any]]:
    return [body(), {"type": "BUTTONS", "buttons": list(given)}]


def card(text: str | None = "A card", kind: str = "IMAGE", given: tuple[Any, ...] = (REPLY,)) -> dict[str, Any]:
    head = {"type": "HEADER", "format": kind, "example": HANDLE}
    middle = [body(text)] if text is not None else []
    return {"components": [head, *middle, {"type": "BUTTONS", "buttons": list(given)}]}


def cards(*given: dict[str, Any]) -> list[dict[str, Any]]:
    return [body(), {"type": "CAROUSEL", "cards": list(given)}]


def head(kind: str, **more: Any) -> list[dict[str, Any]]:
    return [{"type": "HEADER", "format": kind, **more}, body()]


RIGHT: dict[str, list[dict[str, Any]]] = {
    "body of 1024": [body("x" * 1024)],
    "header and footer of 60": [
        *head("TEXT", text="h" * 60),
        {"type": "FOOTER", "text": "f" * 60},
    ],
    "one variable in the header": head("TEXT", text="Order {{1}}", example={"header_text": ["7"]}),
    **{f"header {kind}": head(kind, example=HANDLE) for kind in ("IMAGE", "VIDEO", "GIF", "DOCUMENT")},
    "header LOCATION": head("LOCATION"),
    "ten quick replies": buttons(*({**REPLY, "text": f"Reply {each}"} for each in range(10))),
    "two links, a call, a code, then replies": buttons(LINK, LINK, CALL, CODE, REPLY, REPLY),
    "a label of 25": buttons({**REPLY, "text": "x" * 25}),
    "an address of 2000": buttons({**LINK, "url": "https://example.com/".ljust(2000, "x")}),
    "an address with a variable at its end": buttons({**LINK, "url": "https://example.com/{{1}}"}),
    "a coupon of 20": buttons({**CODE, "example": "S" * 20}),
    "an offer of 16 with a body of 600": [
        {**OFFER, "limited_time_offer": {"text": "x" * 16}},
        body("x" * 600),
    ],
    "an accent in the header": head("TEXT", text="Votre colis est arriv\u00e9 \u2013 merci"),
    "as many variables as its words carry": [body("Dear {{1}}, your order {{2}} of {{3}} is ready now, come in.")],
    "two cards": cards(card(), card()),
    "ten cards with a text of 160": cards(*[card("x" * 160)] * 10),
    "cards without a text": cards(card(None), card(None)),
    "cards with two buttons": cards(*[card(given=(REPLY, LINK))] * 2),
}
WRONG: dict[str, tuple[list[dict[str, Any]], int | None]] = {
    "body of 1025": ([body("x" * 1025)], 2388040),
    "no body": (head("TEXT", text="Only this")[:1], 2388072),
    "header of 61": (head("TEXT", text="h" * 61), 2388040),
    "footer of 61": ([body(), {"type": "FOOTER", "text": "f" * 61}], 2388040),
    "two variables in the header": (head("TEXT", text="{{1}} and {{2}}"), 2388047),
    "a variable in the footer": ([body(), {"type": "FOOTER", "text": "From {{1}}"}], 2388073),
    "a variable at the start": ([body("{{1}}, your parcel is here today.")], 2388299),
    "a variable at the end": ([body("Your parcel is here for {{1}}")], 2388299),
    "numbers with a gap": ([body("Hello {{1}} and {{3}}, it is here.")], 2388072),
    "names by position": ([body("Hello {{first_name}}, it is here.")], 2388072),
    "a format there is not": (head("AUDIO"), 2388047),
    "a file without a sample": (head("IMAGE"), 2388047),
    "eleven buttons": (buttons(*[REPLY] * 11), None),
    "a kind of button there is not": (buttons({"type": "JUMP", "text": "Up"}), None),
    "three links": (buttons(LINK, LINK, LINK), None),
    "two calls": (buttons(CALL, CALL), None),
    "two codes": (buttons(CODE, CODE), None),
    "reply, link, reply": (buttons(REPLY, LINK, REPLY), None),
    "link, reply, link": (buttons(LINK, REPLY, LINK), None),
    "a label of 26": (buttons({**REPLY, "text": "x" * 26}), None),
    "an address of 2001": (buttons({**LINK, "url": "https://example.com/".ljust(2001, "x")}), None),
    "an address with a variable inside": (buttons({**LINK, "url": "https://example.com/{{1}}/a"}), None),
    "a telephone number of 21": (buttons({**CALL, "phone_number": "+" + "1" * 20}), None),
    "a coupon of 21": (buttons({**CODE, "example": "S" * 21}), None),
    "a form without a form": (buttons({"type": "FLOW", "text": "Book"}), None),
    "an offer of 17": ([{**OFFER, "limited_time_offer": {"text": "x" * 17}}, body()], None),
    "an offer with a footer": ([OFFER, body(), {"type": "FOOTER", "text": "F"}], 2388073),
    "an offer with a body of 601": ([OFFER, body("x" * 601)], 2388040),
    "two bodies": ([body(), body("It is here.")], None),
    "two footers": ([body(), {"type": "FOOTER", "text": "A"}, {"type": "FOOTER", "text": "B"}], None),
    "a part there is not": ([body(), {"type": "MARGIN", "text": "A"}], None),
    "a header without a text": (head("TEXT"), 2388047),
    "an emoji in the header": (head("TEXT", text="Your parcel \U0001f4e6"), 2388047),
    "a heart in the header": (head("TEXT", text="Thank you \u2764"), 2388047),
    "two lines in the header": (head("TEXT", text="Your\nparcel"), 2388047),
    "too many variables": ([body("Dear {{1}} {{2}} {{3}} {{4}} now.")], 2388293),
    "an invented handle": (head("IMAGE", example={"header_handle": ["4::aW52ZW50ZWQ"]}), 2388047),
    "one card": (cards(card()), None),
    "eleven cards": (cards(*[card()] * 11), None),
    "a card's text of 161": (cards(card("x" * 161), card()), None),
    "a text on one card only": (cards(card(), card(None)), None),
    "cards of two kinds": (cards(card(), card(kind="VIDEO")), None),
    "cards with other buttons": (cards(card(), card(given=(LINK,))), None),
    "a card with three buttons": (cards(*[card(given=(REPLY, REPLY, LINK))] * 2), None),
    "a card without a picture": (cards(*[{"components": card()["components"][1:]}] * 2), None),
}
CODES: dict[str, tuple[list[dict[str, Any]], bool]] = {
    "copy": ([{"type": "BODY"}, {"type": "BUTTONS", "buttons": [OTP]}], True),
    "one tap": (
        [{"type": "BODY"}, {"type": "BUTTONS", "buttons": [{**OTP, "otp_type": "ONE_TAP", "supported_apps": APPS}]}],
        True,
    ),
    "one tap without an application": (
        [{"type": "BODY"}, {"type": "BUTTONS", "buttons": [{**OTP, "otp_type": "ONE_TAP"}]}],
        False,
    ),
    "zero tap without its terms": (
        [{"type": "BODY"}, {"type": "BUTTONS", "buttons": [{**OTP, "otp_type": "ZERO_TAP", "supported_apps": APPS}]}],
        False,
    ),
    "no button": ([{"type": "BODY"}], False),
    "two buttons": ([{"type": "BODY"}, {"type": "BUTTONS", "buttons": [OTP, OTP]}], False),
    "another button": ([{"type": "BODY"}, {"type": "BUTTONS", "buttons": [LINK]}], False),
    "a picture": ([*head("IMAGE", example=HANDLE)[:1], *buttons(OTP)], False),
    "91 minutes": (
        [{"type": "BODY"}, {"type": "FOOTER", "code_expiration_minutes": 91}, {"type": "BUTTONS", "buttons": [OTP]}],
        False,
    ),
}


def handed_in(desk: Desk, parts: list[dict[str, Any]], **more: Any) -> tuple[int, Any]:
    whole = {"name": "limits", "language": "en_US", "category": "MARKETING", "components": with_samples(desk, parts)}
    return desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", {**whole, **more})


def with_samples(desk: Desk, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """HANDLE is replaced by one of a file of the type that goes with the header."""
    parts = deepcopy(parts)
    for each in parts:
        for card in each.get("cards", []):
            card["components"] = with_samples(desk, card["components"])
        if each.get("example") == HANDLE:
            each["example"] = {"header_handle": [desk.sample(SAMPLES[each["format"]])]}
    return parts


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_within_its_limits_is_taken(desk: Desk, name: str) -> None:
    status, answer = handed_in(desk, RIGHT[name])
    assert (status, answer.get("status")) == (200, "PENDING"), answer


@pytest.mark.parametrize("name", WRONG)
def test_what_is_over_them_is_refused_with_the_documented_subcode(desk: Desk, name: str) -> None:
    components, subcode = WRONG[name]
    status, answer = handed_in(desk, components)
    assert status == 400, answer
    assert answer["error"]["code"] == 100
    assert answer["error"].get("error_subcode") == subcode


@pytest.mark.parametrize("name", CODES)
def test_a_template_for_codes_has_one_button_and_a_fixed_text(desk: Desk, name: str) -> None:
    components, is_right = CODES[name]
    status, answer = handed_in(desk, components, category="AUTHENTICATION")
    assert status == (200 if is_right else 400), answer
    if is_right:
        kept = desk.graph("GET", f"/v23.0/{answer['id']}?fields=components")[1]["components"]
        assert "{{1}}" in kept[0]["text"]


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"name": "a" * 512}, 200),
        ({"name": "a" * 513}, 400),
        ({"name": "With capitals"}, 400),
        ({"language": "zh_HK"}, 200),
        ({"language": "xx"}, 400),
        ({"language": "en_us"}, 400),
        ({"category": "SERVICE"}, 400),
        ({"parameter_format": "NAMED", "components": [body("Hello {{first_name}}, it is here.")]}, 200),
        ({"parameter_format": "NAMED", "components": [body("Hello {{First}}, it is here.")]}, 400),
        ({"parameter_format": "MIXED"}, 400),
    ],
)
def test_its_name_language_and_category(desk: Desk, more: dict[str, Any], status: int) -> None:
    assert handed_in(desk, [body()], **more)[0] == status


def test_a_sample_is_a_file_of_the_headers_format(desk: Desk) -> None:
    film = {"header_handle": [desk.sample("video/mp4")]}
    status, answer = handed_in(desk, [*head("IMAGE", example=film)])
    assert (status, answer["error"]["error_subcode"]) == (400, 2388047)
    pictures = [card(), card()]
    pictures[1]["components"][0]["example"] = {"header_handle": ["4::aW52ZW50ZWQ"]}
    assert handed_in(desk, cards(*pictures))[1]["error"]["error_subcode"] == 2388047


def test_another_version_is_told_with_all_its_parts(desk: Desk, hook: Hook) -> None:
    link = {"type": "URL", "text": "Track", "url": "https://example.com/{{1}}", "example": ["https://example.com/7"]}
    parts = [*head("TEXT", text="Your parcel"), {"type": "FOOTER", "text": "Acme"}]
    template = handed_in(desk, parts)[1]["id"]
    wait_until(lambda: desk.graph("GET", f"/v23.0/{template}?fields=status")[1]["status"] == "APPROVED")
    changed = [
        *parts[:1],
        body("It is here, and waits for you."),
        parts[2],
        {"type": "BUTTONS", "buttons": [link, CALL]},
    ]
    assert desk.graph("POST", f"/v23.0/{template}", {"components": changed})[0] == 200
    field = "message_template_components_update"

    def told() -> list[Any]:
        values = [each["value"] for each in list(hook.changes) if each["field"] == field]
        return [value for value in values if value["message_template_id"] == int(template)]

    wait_until(told)
    assert told()[0] == {
        "message_template_id": int(template),
        "message_template_name": "limits",
        "message_template_language": "en_US",
        "message_template_title": "Your parcel",
        "message_template_element": "It is here, and waits for you.",
        "message_template_footer": "Acme",
        "message_template_buttons": [
            {
                "message_template_button_type": "URL",
                "message_template_button_text": "Track",
                "message_template_button_url": "https://example.com/{{1}}",
            },
            {
                "message_template_button_type": "PHONE_NUMBER",
                "message_template_button_text": "Call",
                "message_template_button_phone_number": "+15550001000",
            },
        ],
    }
