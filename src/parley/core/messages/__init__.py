"""What can be said on WhatsApp: one message type a file.

Every type is an immutable value with a ``type`` tag, the form it is kept in (``message.content``), spoken of by the
API and screened by the gate. Limits are those of the platform's documentation (clause B1).
"""

from parley.core.messages.asking import AddressRequest, ContactRequest, LocationRequest
from parley.core.messages.buttons import Button, Buttons
from parley.core.messages.carousel import Carousel, CarouselCard
from parley.core.messages.catalogue_message import CatalogueMessage
from parley.core.messages.contacts import Card, Contacts
from parley.core.messages.content import Content, content_from, plain_text, texts_once, to_builtins
from parley.core.messages.context import Ad, AskedAbout, Context
from parley.core.messages.flow import Flow
from parley.core.messages.form_answer import FormAnswer, FormField
from parley.core.messages.kept import kept_file
from parley.core.messages.link_button import LinkButton
from parley.core.messages.linked import linked_files
from parley.core.messages.linked_file import LinkedFile
from parley.core.messages.list_menu import ListMenu, Row, Section
from parley.core.messages.location import Location
from parley.core.messages.media import Media
from parley.core.messages.order import Order, OrderItem
from parley.core.messages.product import Product, ProductList, ProductSection
from parley.core.messages.reaction import Reaction
from parley.core.messages.reply import Reply
from parley.core.messages.system_note import SystemNote
from parley.core.messages.template_use import TemplateUse
from parley.core.messages.template_values import Tap, TemplateCard
from parley.core.messages.text import Text
from parley.core.messages.unknown import Unknown

__all__ = [
    "Ad",
    "AddressRequest",
    "AskedAbout",
    "Button",
    "Buttons",
    "Card",
    "Carousel",
    "CarouselCard",
    "CatalogueMessage",
    "ContactRequest",
    "Contacts",
    "Content",
    "Context",
    "Flow",
    "FormAnswer",
    "FormField",
    "LinkButton",
    "LinkedFile",
    "ListMenu",
    "Location",
    "LocationRequest",
    "Media",
    "Order",
    "OrderItem",
    "Product",
    "ProductList",
    "ProductSection",
    "Reaction",
    "Reply",
    "Row",
    "Section",
    "SystemNote",
    "Tap",
    "TemplateCard",
    "TemplateUse",
    "Text",
    "Unknown",
    "content_from",
    "kept_file",
    "linked_files",
    "plain_text",
    "texts_once",
    "to_builtins",
]
