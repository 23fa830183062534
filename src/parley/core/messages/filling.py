"""Whether the values fit the template, and what WhatsApp wants to be told beside them."""

from collections.abc import Sequence

from msgspec.structs import replace

from parley.core.errors import Invalid
from parley.core.messages.rendering import Part, TemplateText
from parley.core.messages.template_use import TemplateUse
from parley.core.messages.template_values import Tap, TapKind

WHAT = {"image": "a picture", "video": "a film", "document": "a document", "location": "a place"}
FIELDS: dict[Part, str] = {"header": "header", "body": "body", "button": "buttons"}


def fill(text: TemplateText, use: TemplateUse, category: str) -> TemplateUse:
    """The template with its category, its rendered text, the names of its places, and each value at its button.

    Raises Invalid, which names the field, for what the template needs and does not get, or gets and does not need:
    WhatsApp refuses these only once the message was sent (132000, 132012).
    """
    _counted(text, use)
    _headed(text, use)
    if text.cards != bool(use.cards):
        told = "shows cards: give what each card shows" if text.cards else "shows no cards: leave them out"
        raise Invalid("content.cards", f"content.cards: the template {told}.")
    if text.offer and not use.offer_ends_at:
        raise Invalid("content.offer_ends_at", "content.offer_ends_at: say when the offer ends, in milliseconds.")
    ends = [each for each in text.parameters if each.part == "button" and each.button is not None]
    taps = [
        Tap(_kind(text, each.button), each.button, value)
        for each, value in zip(ends, use.buttons, strict=False)
        if each.button is not None
    ]
    return replace(
        use,
        category=category,
        rendered=text.rendered(use.header, use.body),
        names=text.names,
        buttons=(),
        taps=(*use.taps, *taps),
    )


def _kind(text: TemplateText, button: int) -> TapKind:
    return "otp" if text.buttons[button].type == "otp" else "url"


def _counted(text: TemplateText, use: TemplateUse) -> None:
    ends = (*use.buttons, *(tap.value for tap in use.taps if tap.kind in ("url", "otp")))
    parts: tuple[tuple[Part, Sequence[str]], ...] = (("header", use.header), ("body", use.body), ("button", ends))
    for part, given in parts:
        needed, field = text.needs(part), f"content.{FIELDS[part]}"
        if needed != len(given):
            raise Invalid(field, f"{field}: the template needs {needed} values here, {len(given)} were given.")
    coded = {tap.index for tap in use.taps if tap.kind == "copy_code"}
    missing = [each.button for each in text.parameters if each.part == "code" and each.button not in coded]
    if missing:
        raise Invalid("content.taps", f"content.taps: the button at index {missing[0]} needs a code to copy.")


def _headed(text: TemplateText, use: TemplateUse) -> None:
    file = use.header_media or use.header_file
    given = file.kind if file else "location" if use.header_place else ""
    needed = text.header_kind if text.header_kind in WHAT else ""
    if given == needed:
        return
    field = "content.header_place" if "location" in (needed or given) else "content.header_media"
    if not needed:
        raise Invalid(field, f"{field}: the template has {WHAT.get(given, given)} nowhere; leave it out.")
    raise Invalid(field, f"{field}: the template needs {WHAT[needed]} at its head. Give one of kind {needed}.")
