"""One customer's chats: read them, write in them, block them."""

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from parley_emulator.calls.permissions import grant
from parley_emulator.control.asked import NotFound, the_customer, the_number
from parley_emulator.customers.choices import block
from parley_emulator.customers.write import NotPossible, write
from parley_emulator.media import keep
from parley_emulator.phone.body import body_of
from parley_emulator.phone.changes import own_message
from parley_emulator.phone.drafts import message_of
from parley_emulator.phone.forms import form_of
from parley_emulator.phone.view import phone_chat, phone_message, visible
from parley_emulator.platform import Platform
from parley_emulator.sending.progress import read_all
from parley_emulator.state.records import Chat, Message, Number

PAGE = 100
# What a browser may run is never shown as itself from this address.
SAFE = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/", "application/pdf", "text/plain")


async def chats(platform: Platform, request: Request) -> dict[str, Any]:
    """Those with messages, the newest first."""
    wa_id = the_customer(platform, request.path_params["wa_id"]).wa_id
    world = platform.world
    own = [chat for chat in world.chats.values() if chat.wa_id == wa_id and visible(chat)]
    own.sort(key=lambda chat: visible(chat)[-1].at, reverse=True)
    return {"items": [phone_chat(world, chat) for chat in own]}


async def messages(platform: Platform, request: Request) -> dict[str, Any]:
    """Up to ``limit`` of them, oldest first, those before the message named ``before``."""
    chat = _chat(platform, request)
    limit = request.query_params.get("limit", "")
    before = request.query_params.get("before", "")
    shown = visible(chat)
    if before:
        end = next((index for index, message in enumerate(shown) if message.id == before), 0)
        shown = shown[:end]
    shown = shown[-(int(limit) if limit.isdigit() and int(limit) else PAGE) :]
    return {"items": [phone_message(platform.world, chat, message) for message in shown]}


async def send(platform: Platform, request: Request) -> dict[str, Any]:
    """The customer writes."""
    chat = _chat(platform, request)
    number = platform.world.numbers[chat.number_id]
    customer = platform.world.customers[chat.wa_id]
    draft = await body_of(request)
    if draft.get("asked_for"):
        draft |= {"name": customer.name, "phone": customer.wa_id}
    if draft.get("type") in {"edit", "revoke"}:
        own_message(chat, str(draft.get("message_id")))
    message = write(platform, number, customer, message_of(draft))
    if draft.get("type") == "call_permission":
        grant(platform, number, customer.wa_id, bool(draft.get("allowed")))
    await platform.store.committed()
    return phone_message(platform.world, chat, message)


async def form(platform: Platform, request: Request) -> dict[str, Any]:
    """The form that this message opens."""
    return form_of(platform.world, *message_in(platform, request))


def message_in(platform: Platform, request: Request) -> tuple[Number, Message]:
    """The message of the path, and the number that it is a chat with. Raises NotFound."""
    chat = _chat(platform, request)
    asked = request.path_params["message_id"]
    message = next((each for each in visible(chat) if each.id == asked), None)
    if message is None:
        raise NotFound("This message is not in the chat.")
    return platform.world.numbers[chat.number_id], message


async def read(platform: Platform, request: Request) -> dict[str, Any]:
    """The customer has the chat open."""
    read_all(platform, _chat(platform, request))
    await platform.store.committed()
    return {"ok": True}


async def block_business(platform: Platform, request: Request) -> dict[str, Any]:
    """``{report, reason?}``."""
    body = await body_of(request)
    block(platform, _chat(platform, request), True, bool(body.get("report")), str(body.get("reason") or ""))
    await platform.store.committed()
    return {"ok": True}


async def unblock_business(platform: Platform, request: Request) -> dict[str, Any]:
    """Writes and reads again."""
    block(platform, _chat(platform, request), False)
    await platform.store.committed()
    return {"ok": True}


async def upload(platform: Platform, request: Request) -> dict[str, Any]:
    """A file to send."""
    the_customer(platform, request.path_params["wa_id"])
    async with request.form() as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise NotPossible("There is no file in this upload.")
        content = await file.read()
        mime_type = (file.content_type or "application/octet-stream").strip()
        media = keep(platform, content, mime_type, file.filename or "file", [])
    await platform.store.committed()
    return {"media_id": media.id}


async def media(platform: Platform, request: Request) -> Response:
    """The bytes, for the page."""
    found = platform.world.media.get(request.path_params["media_id"])
    if found is None:
        raise NotFound("This file is no longer there.")
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    kind = found.mime_type if found.mime_type.startswith(SAFE) else "application/octet-stream"
    return FileResponse(platform.world.file_of(found), media_type=kind, headers=headers)


def _chat(platform: Platform, request: Request) -> Chat:
    number = the_number(platform, request.path_params["number_id"])
    return platform.world.chat(number, the_customer(platform, request.path_params["wa_id"]).wa_id)
