"""Files that travel with messages: kept in the data folder, described in memory."""

import base64
import hashlib

from parley_emulator import ids
from parley_emulator.platform import Platform
from parley_emulator.state.records import Media

URL_LIVES = 300


def keep(platform: Platform, content: bytes, mime_type: str, filename: str, numbers: list[str]) -> Media:
    """A new file, for those numbers; without any it is a customer's, for the numbers it will be sent to."""
    media = Media(
        id=ids.digits(16),
        mime_type=mime_type,
        sha256=hashlib.sha256(content).hexdigest(),
        file_size=len(content),
        created_at=platform.clock.now(),
        filename=filename,
        incoming=not numbers,
        numbers=numbers,
    )
    platform.world.save_media(media, content)
    return media


def address_of(platform: Platform, media: Media, base_url: str) -> str:
    """Where its bytes can be had for the next five minutes, with the token."""
    until = int(platform.clock.now()) + URL_LIVES
    return f"{base_url}/whatsapp_business/attachments/?mid={media.id}&ext={until}&hash={media.sha256[:16]}"


def in_webhook(platform: Platform, media: Media) -> dict[str, str]:
    """How a customer's file is named in a webhook."""
    return {
        "mime_type": media.mime_type,
        "sha256": base64.b64encode(bytes.fromhex(media.sha256)).decode(),
        "id": media.id,
        "url": address_of(platform, media, platform.settings.base_url),
    }
