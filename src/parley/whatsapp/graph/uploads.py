"""Files at the platform: those of messages, and samples for templates and profiles (resumable)."""

from parley.whatsapp.client import FILE_TIMEOUT, GraphSession, NumberAccess
from parley.whatsapp.graph.answers import MediaInfo
from parley.whatsapp.graph.reading import read, told


async def media(session: GraphSession, access: NumberAccess, media_id: str) -> MediaInfo:
    """Where it can be fetched in the next five minutes."""
    params = {"phone_number_id": access.number_id}
    return read(MediaInfo, await session.call("GET", media_id, access, params=params))


async def delete(session: GraphSession, access: NumberAccess, media_id: str) -> bool:
    """It can be sent no more."""
    return await told(session, access, "DELETE", media_id, params={"phone_number_id": access.number_id})


async def sample(
    session: GraphSession, access: NumberAccess, app_id: str, content: bytes, mime_type: str, name: str
) -> str:
    """The handle of a sample, for a template's header or the profile's picture."""
    params = {"file_name": name, "file_length": str(len(content)), "file_type": mime_type}
    begun = await session.call("POST", f"{app_id}/uploads", access, params=params)
    headers = {"file_offset": "0", "Content-Type": "application/octet-stream"}
    path = str(begun["id"])
    sent = await session.call("POST", path, access, data=content, headers=headers, timeout=FILE_TIMEOUT)
    return str(sent["h"])
