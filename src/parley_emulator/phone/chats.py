"""One customer's chats: read them, write in them, block them. A group is a chat by its own id."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeVar

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from parley_emulator.control.asked import NotFound, the_customer, the_number
from parley_emulator.customers.choices import block
from parley_emulator.customers.links import follow_link
from parley_emulator.customers.write import NotPossible, write
from parley_emulator.groups.members import read_in, write_in
from parley_emulator.groups.phones import group_on_phone
from parley_emulator.media import keep
from parley_emulator.phone.body import body_of
from parley_emulator.phone.calls import call_lines
from parley_emulator.phone.changes import own_message
from parley_emulator.phone.drafts import message_of
from parley_emulator.phone.forms import form_of
from parley_emulator.phone.group_view import group_items, group_message, phone_groups
from parley_emulator.phone.view import phone_chat, phone_message, visible
from parley_emulator.platform import Platform
from parley_emulator.sending.progress import read_all
from parley_emulator.state.records import Chat, Message, Number

T = TypeVar("T")
Line = dict[str, Any]
PAGE = 100
# What a browser may run is never shown as itself from this address.
SAFE = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/", "application/pdf", "text/plain")


async def chats(platform: Platform, request: Request) -> dict[str, Any]:
    """Those with messages, the newest first."""
    wa_id = the_customer(platform, request.path_params["wa_id"]).wa_id
    world = platform.world
    own = [chat for chat in world.chats.values() if chat.wa_id == wa_id and visible(chat)]
    lines = [phone_chat(world, chat) for chat in own] + phone_groups(platform, wa_id)
    return {"items": sorted(lines, key=lambda line: line["last_message"]["at"], reverse=True)}


async def messages(platform: Platform, request: Request) -> dict[str, Any]:
    """Up to ``limit`` of them, oldest first, those before the message named ``before``."""
    if group := group_on_phone(platform.world, request.path_params["number_id"]):
        items = group_items(platform, group, the_customer(platform, request.path_params["wa_id"]).wa_id)
        return {"items": _page(request, items, itemgetter("id"))}
    chat, world = _chat(platform, request), platform.world
    lines = call_lines(world, chat)
    whole: list[Message | Line] = [*visible(chat), *lines]
    if lines:
        whole.sort(key=_at)
    shown = _page(request, whole, _id)
    return {
        "items": [each if isinstance(each, dict) else phone_message(world, chat, each, chat.wa_id) for each in shown]
    }


def _at(each: Message | Line) -> float:
    return float(each["at"] if isinstance(each, dict) else each.at)


def _id(each: Message | Line) -> str:
    return str(each["id"] if isinstance(each, dict) else each.id)


def _page(request: Request, items: list[T], id_of: Callable[[T], str]) -> list[T]:
    limit = request.query_params.get("limit", "")
    before = request.query_params.get("before", "")
    if before:
        end = next((index for index, each in enumerate(items) if id_of(each) == before), 0)
        items = items[:end]
    return items[-(int(limit) if limit.isdigit() and int(limit) else PAGE) :]


async def send(platform: Platform, request: Request) -> dict[str, Any]:
    """The customer writes."""
    customer = the_customer(platform, request.path_params["wa_id"])
    group = group_on_phone(platform.world, request.path_params["number_id"])
    number = the_number(platform, group.owner if group else request.path_params["number_id"])
    chat = platform.world.chat(number, group.id if group else customer.wa_id)
    draft = await body_of(request)
    if draft.get("asked_for"):
        draft |= {"name": customer.name, "phone": customer.wa_id}
    if draft.get("type") in {"edit", "revoke"}:
        own_message(chat, str(draft.get("message_id")), customer.wa_id)
    if group:
        message = write_in(platform, group, customer, message_of(draft))
        await platform.store.committed()
        return group_message(platform.world, group, chat, message, customer.wa_id)
    message = write(platform, number, customer, message_of(draft))
    await platform.store.committed()
    return phone_message(platform.world, chat, message, customer.wa_id)


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


async def follow(platform: Platform, request: Request) -> dict[str, Any]:
    """``{title}``: a link under a template was tapped; the page opens it by itself."""
    customer = the_customer(platform, request.path_params["wa_id"])
    group = group_on_phone(platform.world, request.path_params["number_id"])
    number = the_number(platform, group.owner if group else request.path_params["number_id"])
    chat = platform.world.chat(number, group.id if group else customer.wa_id)
    title = str((await body_of(request)).get("title") or "")
    follow_link(platform, chat, customer, request.path_params["message_id"], title)
    await platform.store.committed()
    return {"ok": True}


async def read(platform: Platform, request: Request) -> dict[str, Any]:
    """The customer has the chat open."""
    if group := group_on_phone(platform.world, request.path_params["number_id"]):
        read_in(platform, group, the_customer(platform, request.path_params["wa_id"]))
    else:
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
