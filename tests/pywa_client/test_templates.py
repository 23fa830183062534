"""Templates made of pywa's own classes: handed in, approved, read back as they were, and sent filled in."""

import datetime
import importlib
from collections.abc import Callable
from typing import Any

import pytest

from parley_emulator.ids import APP_ID
from tests.emulator.running import Emulator, wait_until
from tests.pywa_client.conftest import ACCOUNT, CUSTOMER, Listener, speak, types
from tests.pywa_client.samples import JPEG, MP4, PDF

t: Any = importlib.import_module("pywa.types.templates")
APPS = [t.OTPSupportedApp(package_name="com.example.bank", signature_hash="K8a/AINcGX7")]
LINK = "https://example.com/o?id={{1}}"
Parts = tuple[list[Any], list[Any]]


def text() -> Parts:
    head = t.HeaderText("Order {{number}}", number="P-77")
    said = t.BodyText("Hello {{first_name}}, it waits for you until {{day}} evening.", first_name="Ada", day="Friday")
    return [head, said, t.FooterText(text="Northbank")], [
        head.params(number="P-78"),
        said.params(first_name="Bea", day="Monday"),
    ]


def positional() -> Parts:
    said = t.BodyText("Your balance on {{1}} came to {{2}} as of noon.", "Friday", "$12")
    return [said], [said.params("Monday", "$13")]


def image() -> Parts:
    head = t.HeaderImage(example=JPEG, mime_type="image/jpeg")
    return [head, t.BodyText("This is the branch where your new card waits.")], [
        head.params(image=JPEG, mime_type="image/jpeg")
    ]


def video() -> Parts:
    head = t.HeaderVideo(example=MP4, mime_type="video/mp4")
    return [head, t.BodyText("This shows how your new card is made active.")], [
        head.params(video=MP4, mime_type="video/mp4")
    ]


def document() -> Parts:
    head = t.HeaderDocument(example=PDF, mime_type="application/pdf")
    return [head, t.BodyText("Here is the statement that you asked us for.")], [
        head.params(document=PDF, filename="statement.pdf", mime_type="application/pdf")
    ]


def location() -> Parts:
    head = t.HeaderLocation()
    return [head, t.BodyText("Your order waits for you at this branch.")], [
        head.params(lat=37.48, lon=-122.15, name="Branch", address="1 Main Street")
    ]


def buttons() -> Parts:
    reply, link = t.QuickReplyButton(text="New date"), t.URLButton(text="Follow", url=LINK, example=LINK[:-5] + "7")
    call = t.PhoneNumberButton(text="Call us", phone_number="+15550001234")
    said = t.BodyText("Your order of today is on its way to you.")
    return [said, t.Buttons(buttons=[reply, link, call])], [
        reply.params(callback_data="later", index=0),
        link.params(url_variable="78", index=1),
    ]


def form() -> Parts:
    button = t.FlowButton(
        text="Book", flow_id="FLOW", flow_action=types.FlowActionType.NAVIGATE, navigate_screen="START"
    )
    said = t.BodyText("Please choose a day for the visit that you asked for.")
    return [said, t.Buttons(buttons=[button])], [button.params(index=0, flow_token="t-1")]


def voice_call() -> Parts:
    return [
        t.BodyText("Call us about the order that you placed today."),
        t.Buttons(buttons=[t.VoiceCallButton(text="Call")]),
    ], []


def call_permission() -> Parts:
    return [
        t.BodyText("May we call you about the order of today?"),
        t.Buttons(buttons=[t.CallPermissionRequestButton()]),
    ], []


def contact_info() -> Parts:
    return [
        t.BodyText("Which number may we call about the order of today?"),
        t.Buttons(buttons=[t.ContactInfoRequestButton()]),
    ], []


def coupon() -> Parts:
    offer, code = t.LimitedTimeOffer(text="Ends soon", has_expiration=True), t.CopyCodeButton(example="SAVE20")
    link = t.URLButton(text="Shop", url=LINK, example=LINK[:-5] + "7")
    until = datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(days=3)
    return [
        offer,
        t.BodyText("Cards are cheaper this week, with the code below."),
        t.Buttons(buttons=[code, link]),
    ], [
        offer.params(expiration_time=until),
        code.params(coupon_code="SAVE25", index=0),
        link.params(url_variable="78", index=1),
    ]


def carousel() -> Parts:
    cards, filled = [], []
    for place in range(2):
        head, reply = t.HeaderImage(example=JPEG, mime_type="image/jpeg"), t.QuickReplyButton(text="This one")
        link = t.URLButton(text="Open", url=LINK, example=LINK[:-5] + str(place))
        card = t.CarouselCard(components=[head, t.BodyText(f"Branch number {place}"), t.Buttons(buttons=[reply, link])])
        cards.append(card)
        parts = [
            head.params(image=JPEG, mime_type="image/jpeg"),
            reply.params(callback_data=f"branch-{place}", index=0),
            link.params(url_variable=str(place), index=1),
        ]
        filled.append(card.params(index=place, params=parts))
    whole = t.Carousel(cards=cards)
    return [t.BodyText("These are all our branches, have a look."), whole], [whole.params(cards=filled)]


def catalog() -> Parts:
    button = t.CatalogButton(text="View items")
    return [t.BodyText("All our cards, with pictures, in one place."), t.Buttons(buttons=[button])], [
        button.params(index=0, thumbnail_product_sku="sku-1")
    ]


def several_products() -> Parts:
    button, head = t.MPMButton(text="View items"), t.HeaderText("Our cards")
    sections = [types.ProductsSection("Cards", ["sku-1", "sku-2"])]
    return [head, t.BodyText("The cards that suit you best, we believe."), t.Buttons(buttons=[button])], [
        button.params(index=0, product_sections=sections, thumbnail_product_sku="sku-1")
    ]


def one_product() -> Parts:
    head = t.HeaderProduct()
    return [
        head,
        t.BodyText("The card that suits you best, we believe."),
        t.Buttons(buttons=[t.SPMButton(text="View")]),
    ], [head.params(catalog_id="4001", sku="sku-1")]


def one_time_code(button: Any) -> Callable[[], Parts]:
    def made() -> Parts:
        said = t.AuthenticationBody(add_security_recommendation=True)
        whole = [said, t.AuthenticationFooter(code_expiration_minutes=5), t.Buttons(buttons=[button])]
        return whole, [said.params(otp="123456"), button.params(otp="123456")]

    return made


KINDS: dict[str, tuple[str, Callable[[], Parts]]] = {
    "text": ("UTILITY", text),
    "positional": ("UTILITY", positional),
    "image": ("UTILITY", image),
    "video": ("UTILITY", video),
    "document": ("UTILITY", document),
    "location": ("UTILITY", location),
    "buttons": ("UTILITY", buttons),
    "form": ("UTILITY", form),
    "voice_call": ("UTILITY", voice_call),
    "call_permission": ("UTILITY", call_permission),
    "contact_info": ("UTILITY", contact_info),
    "coupon": ("MARKETING", coupon),
    "carousel": ("MARKETING", carousel),
    "catalog": ("MARKETING", catalog),
    "several_products": ("MARKETING", several_products),
    "one_product": ("MARKETING", one_product),
    "copy_code": ("AUTHENTICATION", one_time_code(t.CopyCodeOTPButton(text="Copy code"))),
    "one_tap": (
        "AUTHENTICATION",
        one_time_code(t.OneTapOTPButton(text="Copy code", autofill_text="Fill in", supported_apps=APPS)),
    ),
    "zero_tap": (
        "AUTHENTICATION",
        one_time_code(t.ZeroTapOTPButton(text="Copy code", zero_tap_terms_accepted=True, supported_apps=APPS)),
    ),
}


@pytest.fixture(scope="module")
def flow(wa: Any) -> Any:
    """A published form."""
    from tests.pywa_client.samples import FLOW

    return wa.create_flow("form_of_templates", [types.FlowCategory.OTHER], flow_json=FLOW, publish=True).id


def approved(wa: Any, created: Any) -> Any:
    """The template as it reads back once it was reviewed."""
    wait_until(lambda: wa.get_template(created.id).status != t.TemplateStatus.PENDING)
    return wa.get_template(created.id)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_made_approved_read_back_and_sent(
    wa: Any, emulator: Emulator, listener: Listener, flow: str, kind: str
) -> None:
    if kind == "call_permission":
        speak(wa, emulator)
    category, parts = KINDS[kind]
    components, filled = parts()
    for each in (button for part in components if isinstance(part, t.Buttons) for button in part.buttons):
        if isinstance(each, t.FlowButton):
            each.flow_id = flow
    named = t.ParamFormat.NAMED if kind == "text" else t.ParamFormat.POSITIONAL
    template = t.Template(
        name=f"pywa_{kind}",
        category=t.TemplateCategory(category),
        language=t.TemplateLanguage.ENGLISH_US,
        components=components,
        parameter_format=named,
    )
    created = wa.create_template(template, app_id=APP_ID)
    kept = approved(wa, created)
    assert (kept.status, kept.category) == (t.TemplateStatus.APPROVED, template.category), kept
    assert [type(part) for part in kept.components] == [type(part) for part in components]
    sent = wa.send_template(CUSTOMER, template.name, template.language, filled)
    assert sent.status == types.sent_update.SentTemplateStatus.ACCEPTED
    listener.wait_for("MessageStatus", id=sent.id, status=types.MessageStatusType.DELIVERED)


def test_a_ready_made_one_is_approved_at_once(wa: Any) -> None:
    made = wa.create_template(
        t.LibraryTemplate(
            name="pywa_library",
            library_template_name="delivery_update_1",
            category=t.TemplateCategory.UTILITY,
            language=t.TemplateLanguage.ENGLISH_US,
        )
    )
    assert made.status == t.TemplateStatus.APPROVED
    assert wa.get_template(made.id).library_template_name == "delivery_update_1"


def test_codes_in_three_languages_at_once(wa: Any) -> None:
    """By pywa's lower half: its upper half sends a text of JSON within JSON, and asks the answer for more."""
    button = {"type": "OTP", "otp_type": "ONE_TAP", "supported_apps": [each.to_dict() for each in APPS]}
    parts = [
        {"type": "BODY", "add_security_recommendation": True},
        {"type": "FOOTER", "code_expiration_minutes": 5},
        {"type": "BUTTONS", "buttons": [button]},
    ]
    languages = ["en_US", "fr", "es"]
    whole = {"name": "pywa_codes", "languages": languages, "category": "AUTHENTICATION", "components": parts}
    made = wa.api.upsert_message_templates(ACCOUNT, whole)["data"]
    assert [wa.get_template(each["id"]).language.value for each in made] == languages


def test_it_is_found_changed_archived_brought_back_and_deleted(wa: Any, listener: Listener) -> None:
    said = t.BodyText("Your appointment of today has been moved for you.")
    made = wa.create_template(
        t.Template(
            name="pywa_moved",
            category=t.TemplateCategory.UTILITY,
            language=t.TemplateLanguage.ENGLISH_US,
            components=[said],
        )
    )
    approved(wa, made)
    assert [each.id for each in wa.get_templates(name="pywa_moved")] == [made.id]
    new = t.BodyText("Your appointment of today has been moved, we are sorry.")
    assert wa.update_template(made.id, new_components=[new]).success
    assert approved(wa, made).components[0].text == new.text
    assert listener.wait_for("TemplateComponentsUpdate", template_name="pywa_moved").template_element == new.text
    assert wa.archive_templates([made.id]).archived == (made.id,)
    assert wa.unarchive_templates([made.id]).unarchived == (made.id,)
    assert wa.delete_template("pywa_moved", template_id=made.id)
    assert list(wa.get_templates(name="pywa_moved")) == []


def test_what_becomes_of_a_template_is_told(wa: Any, emulator: Emulator, listener: Listener) -> None:
    promotion = t.BodyText("This week we have a special offer on all our cards.")
    made = wa.create_template(
        t.Template(
            name="pywa_sale",
            category=t.TemplateCategory.UTILITY,
            language=t.TemplateLanguage.ENGLISH_US,
            components=[promotion],
        )
    )
    changed = listener.wait_for("TemplateCategoryUpdate", template_name="pywa_sale")
    assert (changed.previous_category, changed.new_category) == (
        t.TemplateCategory.UTILITY,
        t.TemplateCategory.MARKETING,
    )
    emulator.control("/templates/quality", {"name": "pywa_sale", "score": "YELLOW"})
    quality = listener.wait_for("TemplateQualityUpdate", template_name="pywa_sale")
    assert (quality.new_quality_score, str(quality.template_id)) == (t.QualityScoreType.YELLOW, str(made.id))
    emulator.control("/templates/quality", {"name": "pywa_sale", "score": "RED"})
    paused = listener.wait_for("TemplateStatusUpdate", template_name="pywa_sale", new_status=t.TemplateStatus.PAUSED)
    assert paused.other_info is not None


def test_all_of_them_in_pages_with_the_room_there_is(wa: Any) -> None:
    first = wa.get_templates(pagination=types.Pagination(limit=2))
    assert (len(first), first.has_next, first.message_template_limit) == (2, True, 6_000)
    everything = wa.get_templates(pagination=types.Pagination(limit=100))
    assert first.total_count == len({each.id for each in everything}) > len(first)


def test_templates_are_copied_to_another_account(wa: Any, emulator: Emulator) -> None:
    other = {"phone_number_id": "790000000000002", "waba_id": "690000000000002", "access_token": wa.token}
    emulator.control("/numbers", {**other, "display_phone_number": "+15550001299", "verified_name": "Northbank South"})
    said = t.BodyText("Your branch in the south has moved two doors on.")
    template = t.Template(
        name="pywa_south",
        category=t.TemplateCategory.UTILITY,
        language=t.TemplateLanguage.ENGLISH_US,
        components=[said],
    )
    made = wa.create_template(template, waba_id=other["waba_id"])
    approved(wa, made)
    moved = wa.migrate_templates(other["waba_id"])
    assert ([each.id for each in moved.migrated], moved.failed) == ([made.id], ())
    assert [each.status for each in wa.get_templates(name="pywa_south")] == [t.TemplateStatus.APPROVED]
