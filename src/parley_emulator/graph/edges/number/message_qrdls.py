"""QR codes and short links that open the chat with a text already written."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.refusal import Refusal, unknown_object
from parley_emulator.graph.selection import parse
from parley_emulator.graph.shape import Shape
from parley_emulator.numbers.links import IMAGES, MOST, TEXT, new_code, shown
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Number, Thing

NODE = "number"
EDGE = "message_qrdls"
REST = True
FIELDS = ("code", "prefilled_message", "deep_link_url", "qr_image_url")
SHAPE = Shape("WhatsAppMessageQRCode", FIELDS, ("creation_time",))


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """All, or the one whose code is named."""
    if call.rest:
        return {"data": [_picked(call, _find(platform, call, number))]}
    links = platform.world.things_of("message_link", number.id)
    if call.param("code"):
        links = [link for link in links if link.fields["code"] == call.param("code")]
    return page(call, f"{number.id}/message_qrdls", [_picked(call, link) for link in links])


def _picked(call: Call, link: Thing) -> dict[str, Any]:
    """``qr_image_url.format(PNG)`` asks for that picture, whatever it was made with."""
    asked = next((each for each in parse(call.param("fields")) if each.name == "qr_image_url"), None)
    image = _image(asked.modifiers.get("format", "")) if asked else ""
    return pick(call.param("fields"), shown(link, call.base_url, image), FIELDS)


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """A new one, or another text for the code that is named."""
    text = text_in(call.body, "prefilled_message", "", TEXT)
    image = _image(call.param("generate_qr_image"))
    if call.rest or call.param("code"):
        link = _find(platform, call, number)
    else:
        if len(platform.world.things_of("message_link", number.id)) >= MOST:
            raise Refusal(100, f"A number has at most {MOST} QR codes.")
        code = new_code()
        link = Thing(id=f"message_link:{code}", kind="message_link", owner=number.id, fields={"code": code})
    link.fields = {**link.fields, "prefilled_message": text, **({"image": image} if image else {})}
    platform.world.save_thing(link)
    await platform.store.committed()
    return shown(link, call.base_url)


async def delete(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The code opens nothing any more."""
    platform.world.drop_thing(_find(platform, call, number))
    await platform.store.committed()
    return {"success": True}


def _image(asked: str) -> str:
    if asked.upper() not in {"", *IMAGES}:
        raise Refusal(100, "Param generate_qr_image must be SVG or PNG.")
    return asked.upper()


def _find(platform: Platform, call: Call, number: Number) -> Thing:
    code = call.rest or call.param("code")
    link = platform.world.things.get(f"message_link:{code}")
    if link is None or link.owner != number.id:
        raise unknown_object(call.method, code)
    return link
