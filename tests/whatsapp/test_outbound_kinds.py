"""Every kind of message that a business may send is taken by the platform, and its limits are named before that."""

from typing import Any

import pytest

from parley.core.messages import (
    AddressRequest,
    Button,
    Buttons,
    Card,
    Carousel,
    CarouselCard,
    CatalogueMessage,
    ContactRequest,
    Contacts,
    Content,
    Flow,
    LinkButton,
    LinkedFile,
    ListMenu,
    Location,
    LocationRequest,
    Product,
    ProductList,
    ProductSection,
    Row,
    Section,
    Tap,
    TemplateCard,
    TemplateUse,
    Text,
    content_from,
    plain_text,
    to_builtins,
)
from parley.core.policy.examples import an_outbound
from parley.whatsapp.outbound import request_body
from tests.whatsapp.conftest import Desk

PICTURE = LinkedFile("image", "https://files.example.com/a.jpg")
FILM = LinkedFile("video", "https://files.example.com/a.mp4")


def a_card(body: str = "Chair", file: LinkedFile = PICTURE, **changed: Any) -> CarouselCard:
    return CarouselCard(file, body, **({"label": "Look", "url": "https://shop.example.com/1"} | changed))


KINDS: list[Content] = [
    Text("See https://example.com", preview_url=True),
    Buttons("Which?", (Button("a", "This"), Button("b", "That")), "Choose", "Thanks"),
    ListMenu("Which?", "Choose", (Section((Row("a", "This", "The first"),)),)),
    Location(51.5, -0.1, "Shop", "1 High Street"),
    Contacts((Card("Ana Silva", ("+351900000001",), ("a@b.example",), "Shop", "Sales", ("1 High Street",)),)),
    LinkButton("Our shop.", "Open", "https://shop.example.com", footer="Open till 6", header_file=PICTURE),
    LocationRequest("Where shall we bring it?"),
    ContactRequest("May we have your number?"),
    AddressRequest("Where shall we bring it?", values={"name": "Ana"}),
    CatalogueMessage("All that we have.", "cat-1", "chair-7"),
    Product("cat-1", "chair-7", "This one?"),
    ProductList("cat-1", "Garden", "Look.", (ProductSection(("chair-7", "lamp-9"), "New"),)),
    Carousel("Two chairs.", (a_card(), a_card("Other"))),
    Carousel(
        "Two chairs.",
        tuple(a_card(label="", url="", buttons=(Button(f"c{n}", "This one"),)) for n in range(2)),
    ),
]


@pytest.mark.parametrize("content", KINDS, ids=lambda content: type(content).__name__)
def test_the_platform_takes_every_kind(content: Content, desk: Desk) -> None:
    desk.set_number(catalog_id="cat-1")
    desk.write()
    assert content.breaches() == ()
    body = request_body(an_outbound(content, to=desk.wa_id, to_user_id=""))
    status, answer = desk.graph("POST", f"/v23.0/{desk.number_id}/messages", body)
    assert status == 200, answer


@pytest.mark.parametrize("content", KINDS, ids=lambda content: type(content).__name__)
def test_what_is_kept_is_what_was_said(content: Content) -> None:
    assert content_from(to_builtins(content)) == content
    assert plain_text(content)
    assert all(content.texts())


TEMPLATES: list[tuple[TemplateUse, list[dict[str, Any]]]] = [
    (
        TemplateUse(
            "shown", "en_US", "utility", body=("Ada",), header_file=PICTURE, taps=(Tap("quick_reply", 0, "GO"),)
        ),
        [
            {"type": "HEADER", "format": "IMAGE"},
            {"type": "BODY", "text": "Hello {{1}}, it is here."},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Go"}]},
        ],
    ),
    (
        TemplateUse("placed", "en_US", "utility", header_place=Location(51.5, -0.1, "Shop", "1 High Street")),
        [{"type": "HEADER", "format": "LOCATION"}, {"type": "BODY", "text": "It is here."}],
    ),
    (
        TemplateUse("coded", "en_US", "authentication", body=("123456",), taps=(Tap("otp", 0, "123456"),)),
        [
            {"type": "BODY", "text": "{{1}} is your code."},
            {
                "type": "BUTTONS",
                "buttons": [{"type": "URL", "text": "Copy", "url": "https://www.whatsapp.com/otp/code/?code={{1}}"}],
            },
        ],
    ),
    (
        TemplateUse("coupon", "en_US", "marketing", taps=(Tap("copy_code", 0, "SAVE20"),)),
        [
            {"type": "BODY", "text": "A present for you."},
            {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "SAVE10"}]},
        ],
    ),
    (
        TemplateUse(
            "cards",
            "en_US",
            "marketing",
            cards=tuple(TemplateCard(PICTURE, taps=(Tap("quick_reply", 0, f"card{n}"),)) for n in range(2)),
        ),
        [
            {"type": "BODY", "text": "Two chairs."},
            {
                "type": "CAROUSEL",
                "cards": [
                    {
                        "components": [
                            {"type": "HEADER", "format": "IMAGE"},
                            {"type": "BODY", "text": "A chair."},
                            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "This"}]},
                        ]
                    }
                ]
                * 2,
            },
        ],
    ),
]


@pytest.mark.parametrize(("use", "components"), TEMPLATES, ids=lambda each: getattr(each, "name", ""))
def test_templates_with_every_part_are_taken(use: TemplateUse, components: list[dict[str, Any]], desk: Desk) -> None:
    desk.template(use.name, category=use.category.upper(), components=components)
    assert use.breaches() == ()
    status, answer = desk.graph(
        "POST", f"/v23.0/{desk.number_id}/messages", request_body(an_outbound(use, to=desk.wa_id, to_user_id=""))
    )
    assert status == 200, answer


def test_values_with_names_go_with_their_names(desk: Desk) -> None:
    named = [{"type": "BODY", "text": "Hello {{first_name}}, it is here."}]
    desk.template("named", components=named, parameter_format="NAMED")
    use = TemplateUse("named", "en_US", "utility", body=("Ada",), names=("first_name",))
    body = request_body(an_outbound(use, to=desk.wa_id, to_user_id=""))
    assert desk.graph("POST", f"/v23.0/{desk.number_id}/messages", body)[0] == 200


def test_an_offer_with_an_end_and_items_of_a_catalogue_are_written_as_documented() -> None:
    use = TemplateUse(
        "offer",
        "en_US",
        "marketing",
        offer_ends_at=1_800_000_000_000,
        taps=(
            Tap("mpm", 0, "chair-7", sections=(ProductSection(("chair-7",), "New"),)),
            Tap("flow", 1, "t1", {"kind": "chair"}),
            Tap("catalog", 2, "chair-7"),
        ),
        catalogue_id="cat-1",
    )
    offer, *buttons = request_body(an_outbound(use))["template"]["components"]
    assert offer["parameters"][0]["limited_time_offer"] == {"expiration_time_ms": 1_800_000_000_000}
    assert [each["sub_type"] for each in buttons] == ["mpm", "flow", "catalog"]
    assert buttons[0]["parameters"][0]["action"]["sections"][0]["title"] == "New"
    assert use.retailer_ids == ("chair-7",)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (LinkButton("", "Open", "https://a.example"), "body: 0 characters, 1 to 1024"),
        (LinkButton("Shop.", "x" * 21, "https://a.example"), "label: 21 characters, 1 to 20"),
        (LinkButton("Shop.", "Open", "shop"), "url: a web address"),
        (LinkButton("Shop.", "Open", "https://a.example", "Shop", header_file=PICTURE), "header: either"),
        (LinkButton("A.", "B", "https://a.example", header_file=LinkedFile("image", "http://a")), "header_file.link"),
        (LocationRequest("x" * 1025), "body: 1025"),
        (ContactRequest(""), "body: 0"),
        (AddressRequest("Where?", "BR"), "country: 'BR'"),
        (Flow("Fill in.", "Open"), "flow_id: exactly one"),
        (Flow("Fill in.", "Open", "1", data={"a": "b"}), "data: needs a screen"),
        (CatalogueMessage("All.", footer="x" * 61), "footer: 61"),
        (Carousel("One.", (a_card(),)), "cards: 1 given, 2 to 10"),
        (Carousel("Two.", (a_card(), a_card(file=FILM))), "cards: all have images"),
        (Carousel("Two.", (a_card("x" * 161), a_card())), "cards.1.body: 161"),
        (Carousel("Two.", (a_card("a\nb\nc\nd"), a_card())), "cards.1.body: 3 line breaks"),
        (Carousel("Two.", (a_card(url=""), a_card())), "cards.1: either"),
        (Contacts((Card(""),)), "cards.1.name: is missing"),
        (Contacts((Card("Ana", birthday="1999-13-40"),)), "cards.1.birthday: must be a day, written YYYY-MM-DD"),
        (Contacts((Card("Ana", birthday="19990123"),)), "cards.1.birthday: must be a day, written YYYY-MM-DD"),
        (TemplateUse("a", "en", "utility", taps=(Tap("otp", 0, "x" * 16),)), "taps.1.value: 16 characters, 1 to 15"),
        (TemplateUse("a", "en", "utility", taps=(Tap("copy_code", 0, "A B"),)), "letters and digits only"),
        (TemplateUse("a", "en", "utility", taps=(Tap("catalog", 0, "chair-7"),)), "catalogue_id: is missing"),
        (TemplateUse("a", "en", "utility", body=("A", "B"), names=("a",)), "names: 1 given for 2"),
        (TemplateUse("a", "en", "utility", cards=(TemplateCard(PICTURE),)), "cards: 1 given"),
        (TemplateUse("a", "en", "utility", header=("A",), header_file=PICTURE), "header: a text, a file or a place"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_a_broken_limit_is_named_with_its_field(content: Content, names: str) -> None:
    assert any(names in sentence for sentence in content.breaches()), content.breaches()


def test_what_a_form_is_filled_with_is_read_by_the_gate() -> None:
    flow = Flow("Fill in.", "Open", "1", screen="A", data={"rows": [{"title": "Hidden words"}]})
    assert "Hidden words" in flow.texts()
