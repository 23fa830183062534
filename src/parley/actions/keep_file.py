"""Keep a file that somebody wants to send."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parley.core.errors import Invalid, NotFound
from parley.core.messages.file_types import NEEDED, checked_type
from parley.core.messages.media import ACCEPTED, LARGEST, MediaKind
from parley.storage import media, provider
from parley.storage.database import Connection


@dataclass(frozen=True)
class KeptFile:
    """A file that can be sent now."""

    media_id: UUID
    kind: MediaKind
    mime_type: str
    filename: str
    size: int


async def keep_file(
    db: Connection,
    tenant_id: UUID,
    *,
    number_id: str | None,
    mime_type: str,
    filename: str,
    content: bytes,
    now: datetime,
) -> KeptFile:
    """For the number named, else for the first. Raises Invalid for what WhatsApp would not take."""
    kind = _kind(mime_type)
    if not content:
        raise Invalid("file", "file: it is empty.")
    if len(content) > LARGEST[kind]:
        raise Invalid("file", f"file: {len(content)} bytes, at most {LARGEST[kind]} are allowed for {kind}.")
    if checked_type(content[:NEEDED], mime_type) is None:
        raise Invalid("file", f"file: its content is not {mime_type}. Save it anew as what it is, and attach that.")
    numbers = [each.number_id for each in await provider.numbers(db, tenant_id)]
    if not numbers or (number_id is not None and number_id not in numbers):
        raise NotFound("number")
    name = filename.replace("\\", "/").rsplit("/", 1)[-1].replace("\x00", "")[:200]
    media_id = await media.keep_upload(
        db,
        tenant_id,
        number_id=number_id or numbers[0],
        mime_type=mime_type,
        filename=name,
        content=content,
        now=now,
    )
    return KeptFile(media_id, kind, mime_type, name, len(content))


def _kind(mime_type: str) -> MediaKind:
    bare = mime_type.split(";", maxsplit=1)[0].strip().lower()
    for kind, accepted in ACCEPTED.items():
        if bare in accepted:
            return kind  # type: ignore[return-value]
    raise Invalid("file", f"file: WhatsApp takes no files of type {bare or 'unknown'}.")
