"""The files of a message that WhatsApp fetches from addresses."""

from parley.core.messages.carousel import Carousel
from parley.core.messages.content import Content
from parley.core.messages.link_button import LinkButton
from parley.core.messages.linked_file import LinkedFile
from parley.core.messages.template_use import TemplateUse


def linked_files(content: Content) -> tuple[LinkedFile, ...]:
    """Every one, those of cards as well, in order."""
    match content:
        case TemplateUse(header_file=header, cards=cards):
            return (*((header,) if header else ()), *(card.file for card in cards))
        case LinkButton(header_file=header):
            return (header,) if header else ()
        case Carousel(cards=cards):
            return tuple(card.file for card in cards)
        case _:
            return ()
