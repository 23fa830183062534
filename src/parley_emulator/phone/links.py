"""Short links and QR codes on a phone: which chat each opens, and what is written there already."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

from parley_emulator.control.asked import NotFound
from parley_emulator.numbers.links import PICTURES
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing

HOSTS = ("wa.me", "api.whatsapp.com")
MISSING = "No business here has this link or code."


async def codes(platform: Platform, request: Request) -> dict[str, Any]:
    """All there are, as they would hang on a wall or stand on a page."""
    found = [each for each in platform.world.things.values() if each.kind == "message_link"]
    return {"items": [_shown(platform, each) for each in found if each.owner in platform.world.numbers]}


def _shown(platform: Platform, link: Thing) -> dict[str, Any]:
    code = link.fields["code"]
    return {**_chat(platform.world.numbers[link.owner], link.fields["prefilled_message"]), "code": code,
            "picture": f"{PICTURES}/{code}.svg"}  # fmt: skip


async def open_link(platform: Platform, request: Request) -> dict[str, Any]:
    """``link``: a code alone, ``https://wa.me/message/CODE``, or ``https://wa.me/NUMBER?text=…``. Raises NotFound."""
    written = request.query_params.get("link", "").strip()
    address = urlsplit(written if "//" in written else f"//{written}")
    on_whatsapp = address.netloc.lower().removeprefix("www.") in HOSTS
    code = address.path.removeprefix("/message/") if on_whatsapp else address.netloc
    link = platform.world.things.get(f"message_link:{code.strip('/').upper()}")
    if link is not None and link.owner in platform.world.numbers:
        return _chat(platform.world.numbers[link.owner], link.fields["prefilled_message"])
    asked = parse_qs(address.query)
    digits = "".join(filter(str.isdigit, asked.get("phone", [address.path])[0])) if on_whatsapp else ""
    number = next((each for each in platform.world.numbers.values() if each.digits == digits), None)
    if number is None:
        raise NotFound(MISSING)
    return _chat(number, asked.get("text", [""])[0])


def _chat(number: Number, text: str) -> dict[str, Any]:
    return {"phone_number_id": number.id, "name": number.verified_name, "text": text}
