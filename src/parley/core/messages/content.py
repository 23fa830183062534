"""The union of all message types, and its two ways in and out of storage."""

from typing import Any

import msgspec

from parley.core.messages.asking import AddressRequest, ContactRequest, LocationRequest
from parley.core.messages.buttons import Buttons
from parley.core.messages.carousel import Carousel
from parley.core.messages.catalogue_message import CatalogueMessage
from parley.core.messages.contacts import Contacts
from parley.core.messages.flow import Flow
from parley.core.messages.form_answer import FormAnswer
from parley.core.messages.link_button import LinkButton
from parley.core.messages.list_menu import ListMenu
from parley.core.messages.location import Location
from parley.core.messages.media import Media
from parley.core.messages.order import Order
from parley.core.messages.product import Product, ProductList
from parley.core.messages.reaction import Reaction
from parley.core.messages.reply import Reply
from parley.core.messages.system_note import SystemNote
from parley.core.messages.template_use import TemplateUse
from parley.core.messages.text import Text
from parley.core.messages.unknown import Unknown

Content = (
    Text
    | Buttons
    | ListMenu
    | TemplateUse
    | Media
    | Reaction
    | Reply
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
    | Order
    | FormAnswer
    | SystemNote
    | Unknown
)


UNREADABLE = {"erased": "Erased at the customer's request", "deleted": "Deleted by its writer"}


def content_from(stored: Any) -> Content:
    """Read what ``to_builtins`` wrote. Raises ``msgspec.ValidationError`` that names the field."""
    read: Content = msgspec.convert(stored, Content)
    return read


def to_builtins(content: Content) -> dict[str, Any]:
    """The message as plain JSON values, tagged with its ``type``."""
    plain: dict[str, Any] = msgspec.to_builtins(content)
    return plain


def texts_once(content: Content) -> tuple[str, ...]:
    """Its texts as they are read, none twice: what a template is filled with stands in its text again."""
    if not isinstance(content, TemplateUse):
        return tuple(content.texts())
    rest = (text for text in content.texts() if text not in content.rendered)
    return tuple(text for text in (content.rendered, *rest) if text)


def plain_text(content: Content) -> str:
    """One line for lists and for the ChatBot: what a person would read first."""
    match content:
        case Text(body=body) | Buttons(body=body) | ListMenu(body=body) | ProductList(body=body):
            return body
        case Reply(title=title):
            return title
        case TemplateUse(rendered=rendered, name=name):
            return rendered or name
        case Media(kind=kind, caption=caption, filename=filename):
            return caption or filename or kind.capitalize()
        case Reaction(emoji=emoji):
            return emoji
        case Location(name=name, address=address):
            return name or address or "Location"
        case Product(body=body, retailer_id=item):
            return body or f"Item {item}"
        case LinkButton() | LocationRequest() | ContactRequest() | AddressRequest():
            return content.line()
        case Flow() | CatalogueMessage() | Carousel() | Contacts() | Order() | FormAnswer() | SystemNote():
            return content.line()
        case Unknown(kind=kind):
            return UNREADABLE.get(kind, f"Unsupported message ({kind})")
