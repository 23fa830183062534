"""A file is named by the id of an upload of this number that still exists; uploads are kept for 30 days."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 23


def check(send: Send) -> Refusal | None:
    """Wherever the content names one."""
    for media_id in media_ids(send.content):
        media = send.platform.world.media.get(media_id)
        if media is None or send.number.id not in media.numbers or send.now > media.created_at + 30 * 86_400:
            return Refusal(131009, f"Media id {media_id} is not known. Uploads are kept for 30 days.")
    return None


def media_ids(content: Any) -> list[str]:
    """The ids of files in it, at any depth."""
    if isinstance(content, list):
        return [found for each in content for found in media_ids(each)]
    if not isinstance(content, dict):
        return []
    own = [str(content["id"])] if _is_file(content) else []
    return own + [found for key, each in content.items() if key != "action" for found in media_ids(each)]


def _is_file(content: dict[str, Any]) -> bool:
    return content.get("id") is not None and content.get("link") is None and "title" not in content
