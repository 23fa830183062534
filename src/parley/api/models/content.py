"""What can be said: the message types of the core, as the API takes and gives them."""

from typing import Annotated, Any

import msgspec
from msgspec import Struct
from pydantic import Field

from parley.core.errors import Invalid
from parley.core.messages import (
    AddressRequest,
    Buttons,
    Carousel,
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
    Media,
    Product,
    ProductList,
    Reaction,
    Tap,
    TemplateCard,
    TemplateUse,
    Text,
)


class TemplateDraft(Struct, frozen=True, tag="template"):
    """A template by name and language, with its values; category and text are filled in here."""

    name: str
    language: str
    header: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    header_file: LinkedFile | None = None
    header_media: Media | None = None
    header_place: Location | None = None
    taps: tuple[Tap, ...] = ()
    cards: tuple[TemplateCard, ...] = ()
    offer_ends_at: int = 0
    catalogue_id: str = ""


Sendable = (
    Text
    | Buttons
    | ListMenu
    | TemplateDraft
    | Media
    | Reaction
    | Location
    | Contacts
    | Product
    | ProductList
    | LinkButton
    | LocationRequest
    | ContactRequest
    | AddressRequest
    | Flow
    | CatalogueMessage
    | Carousel
)

# Their JSON schemas are put into the OpenAPI document by ``parley.api.openapi``, under these titles.
ContentJson = Annotated[dict[str, Any], Field(title="Content")]


SendableJson = Annotated[dict[str, Any], Field(title="SendableContent")]


def read_sendable(raw: dict[str, Any]) -> Sendable:
    """What somebody wants to say. Raises Invalid, which names the field."""
    try:
        read: Sendable = msgspec.convert(raw, Sendable)
    except msgspec.ValidationError as error:
        said, _, place = str(error).partition(" - at `$")
        raise Invalid(f"content{place.rstrip('`')}", f"{said}.") from error
    return read


def read_content(raw: dict[str, Any]) -> Content:
    """The same as the core's type. A template comes without category and text: our copy of it fills them in."""
    content = read_sendable(raw)
    if isinstance(content, TemplateDraft):
        return TemplateUse(category="", **{name: getattr(content, name) for name in content.__struct_fields__})
    return content


def schemas() -> dict[str, Any]:
    """Content and SendableContent, and all that they consist of, by name."""
    (content, sendable), parts = msgspec.json.schema_components(
        (Content, Sendable), ref_template="#/components/schemas/{name}"
    )
    return {**parts, "Content": content, "SendableContent": sendable}
