"""Fill in what we know better than the author: the template's category and text, the file's type and size."""

from uuid import UUID

from msgspec.structs import replace

from parley.core.conversation import Conversation
from parley.core.errors import Invalid, NotFound
from parley.core.messages import Content, Media, TemplateUse
from parley.core.messages.filling import fill
from parley.core.messages.rendering import read_components
from parley.storage import templates, threads
from parley.storage.database import Connection

HEADER = "content.header_media.media_id"


async def prepare_content(db: Connection, conversation: Conversation, content: Content) -> Content:
    """The content, complete. Raises Invalid where its values do not fit, or there is no such file."""
    if isinstance(content, TemplateUse):
        return await _filled(db, conversation, content)
    if isinstance(content, Media):
        return await _with_file(db, conversation.tenant_id, content)
    return content


async def _filled(db: Connection, conversation: Conversation, use: TemplateUse) -> TemplateUse:
    """An unknown template is left to the gate, which says so with its clause."""
    template = await templates.get(db, conversation.tenant_id, conversation.number_id, use.name, use.language)
    if template is None:
        return replace(use, category="unknown", rendered=use.name)
    if use.header_media is not None:
        use = replace(use, header_media=await _with_file(db, conversation.tenant_id, use.header_media, HEADER))
    return fill(read_components(template.components), use, template.category)


async def _with_file(db: Connection, tenant_id: UUID, content: Media, field: str = "content.media_id") -> Media:
    """Type and size are the kept file's, whatever the author says; ``field`` names it."""
    try:
        media_id = UUID(content.media_id)
    except ValueError as error:
        raise Invalid(field, f"{field}: upload the file first and use its id.") from error
    file = (await threads.files(db, tenant_id, [media_id])).get(media_id)
    if file is None:
        raise NotFound("file")
    if file.from_customer:  # nothing of one customer's chat reaches another (D5)
        raise Invalid(field, f"{field}: a customer's file can not be sent on. Upload your own.")
    if file.state != "stored":
        raise Invalid(field, f"{field}: the file is not here yet.")
    filename = content.filename or file.filename
    return replace(content, mime_type=file.mime_type, size=file.size or 0, filename=filename)
