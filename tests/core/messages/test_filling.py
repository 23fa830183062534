from typing import Any

import pytest
from msgspec.structs import replace

from parley.core.errors import Invalid
from parley.core.messages import LinkedFile, Location, Media, Tap, TemplateCard, TemplateUse
from parley.core.messages.filling import fill
from parley.core.messages.rendering import read_components

PHOTO = Media("image", "5b1f9f2e-0000-4000-8000-000000000001", "image/jpeg")
BUTTONS = [
    {"type": "QUICK_REPLY", "text": "Stop"},
    {"type": "URL", "text": "Track", "url": "https://example.com/{{1}}"},
    {"type": "COPY_CODE", "text": "Copy", "example": "SPRING25"},
]
SALE = read_components(
    [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "BODY", "text": "Hi {{first_name}}, {{what}} is here."},
        {"type": "BUTTONS", "buttons": BUTTONS},
    ]
)
USE = TemplateUse(
    "sale",
    "en",
    "",
    body=("Ana", "spring"),
    buttons=("a7",),
    header_media=PHOTO,
    taps=(Tap("copy_code", 2, "SPRING25"),),
)


def test_places_get_their_names_and_each_value_its_button() -> None:
    filled = fill(SALE, USE, "marketing")
    assert (filled.category, filled.rendered) == ("marketing", "Hi Ana, spring is here.")
    assert filled.names == ("first_name", "what")
    assert filled.buttons == ()
    assert filled.taps == (Tap("copy_code", 2, "SPRING25"), Tap("url", 1, "a7"))
    assert not filled.breaches()


def test_what_is_filled_once_fits_a_second_time() -> None:
    filled = fill(SALE, USE, "marketing")
    assert fill(SALE, filled, "marketing") == filled


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"header_media": None}, "content.header_media"),
        ({"header_media": replace(PHOTO, kind="video")}, "content.header_media"),
        (
            {"header_media": None, "header_file": LinkedFile("document", "https://a.example/b.pdf")},
            "content.header_media",
        ),
        ({"header_media": None, "header_place": Location(1.0, 2.0, "Here")}, "content.header_media"),
        ({"body": ("Ana",)}, "content.body"),
        ({"header": ("Ana",)}, "content.header"),
        ({"buttons": ()}, "content.buttons"),
        ({"taps": ()}, "content.taps"),
        ({"taps": (Tap("copy_code", 1, "SPRING25"),)}, "content.taps"),
        ({"cards": (TemplateCard(LinkedFile("image", "https://a.example/b.png")),) * 2}, "content.cards"),
    ],
)
def test_what_does_not_fit_is_named_before_it_is_sent(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        fill(SALE, replace(USE, **changes), "marketing")
    assert refused.value.field == field
    assert str(refused.value).startswith(f"{field}: ")


def test_an_offer_needs_its_end_and_a_plain_head_no_file() -> None:
    offer = {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Now", "has_expiration": True}}
    timed = read_components([{"type": "BODY", "text": "Hi"}, offer])
    with pytest.raises(Invalid, match="offer_ends_at"):
        fill(timed, TemplateUse("sale", "en", ""), "marketing")
    plain = read_components([{"type": "BODY", "text": "Hi"}])
    with pytest.raises(Invalid, match="header_media: the template has a picture nowhere"):
        fill(plain, TemplateUse("sale", "en", "", header_media=PHOTO), "marketing")


def test_a_code_used_once_stands_in_the_text_and_at_its_button() -> None:
    once: list[dict[str, Any]] = [
        {"type": "BODY", "text": "{{1}} is your code."},
        {"type": "BUTTONS", "buttons": [{"type": "OTP"}]},
    ]
    filled = fill(
        read_components(once), TemplateUse("code", "en", "", body=("417",), buttons=("417",)), "authentication"
    )
    assert filled.taps == (Tap("otp", 0, "417"),)
