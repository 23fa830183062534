"""The file of a message that we keep and hand to WhatsApp ourselves."""

from parley.core.messages.content import Content
from parley.core.messages.media import Media
from parley.core.messages.template_use import TemplateUse


def kept_file(content: Content) -> Media | None:
    """The message itself, or the header of its template; ``linked_files`` has those that WhatsApp fetches."""
    if isinstance(content, TemplateUse):
        return content.header_media
    return content if isinstance(content, Media) else None
