"""Files: put one here before it is sent, fetch one that a message has."""

from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import Response

from parley.actions.keep_file import keep_file
from parley.api.identity import DeskCaller, TheClock, TheDatabase, TheFiles, Transaction
from parley.api.models.desk import Uploaded
from parley.storage import media

# What a browser may show in the page's own place; all else is saved. Not SVG: it can carry scripts.
SHOWN = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/")
# Even if a browser took a file for a page, nothing in it could run.
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
router = APIRouter(prefix="/media", tags=["media"])


@router.post("", status_code=201)
async def create(
    file: UploadFile,
    caller: DeskCaller,
    database: TheDatabase,
    clock: TheClock,
    number_id: Annotated[str | None, Form(max_length=64)] = None,
) -> Uploaded:
    """Keep a file to be sent; its type and size must be among those that WhatsApp takes."""
    content = await file.read()
    async with database.transaction(caller.tenant_id) as db:
        kept = await keep_file(
            db,
            caller.tenant_id,
            number_id=number_id,
            mime_type=file.content_type or "",
            filename=file.filename or "",
            content=content,
            now=clock.now(),
        )
    return Uploaded.model_validate(kept)


@router.get("/{media_id}", response_class=Response)
async def show(media_id: UUID, caller: DeskCaller, db: Transaction, store: TheFiles) -> Response:
    """The bytes. One that is infected is never shown."""
    file = await media.get(db, caller.tenant_id, media_id)
    content = await media.content(store, file)
    shown = file.mime_type.startswith(SHOWN)
    mime_type = file.mime_type if shown else "application/octet-stream"
    disposition = f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(file.filename or 'file', safe='')}"
    headers = {
        "content-disposition": disposition,
        "content-security-policy": FILE_POLICY,
        "cache-control": "private, max-age=86400",
    }
    return Response(content, media_type=mime_type, headers=headers)
