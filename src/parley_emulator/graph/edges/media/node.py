"""Where a file is, or away with it."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import unknown_object
from parley_emulator.graph.shape import Shape
from parley_emulator.media import address_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Media

NODE = "media"
EDGE = ""
UPLOAD_LIVES = 30 * 86_400
RECEIVED_LIVES = 7 * 86_400
FIELDS = ("messaging_product", "url", "mime_type", "sha256", "file_size", "id")
SHAPE = Shape("WhatsAppBusinessMedia", FIELDS)


async def get(platform: Platform, call: Call, media: Media) -> dict[str, Any]:
    """An address for five minutes."""
    _must_be_there(platform, call, media)
    whole = {
        "messaging_product": "whatsapp",
        "url": address_of(platform, media, call.base_url),
        "mime_type": media.mime_type,
        "sha256": media.sha256,
        "file_size": media.file_size,
        "id": media.id,
    }
    return pick(call.param("fields"), whole, FIELDS)


async def delete(platform: Platform, call: Call, media: Media) -> dict[str, Any]:
    """Gone at once."""
    _must_be_there(platform, call, media)
    platform.world.drop_media(media)
    await platform.store.committed()
    return {"success": True}


def _must_be_there(platform: Platform, call: Call, media: Media) -> None:
    lives = RECEIVED_LIVES if media.incoming else UPLOAD_LIVES
    wanted = call.param("phone_number_id")
    if platform.clock.now() > media.created_at + lives or (wanted and wanted not in media.numbers):
        raise unknown_object(call.method, media.id)
