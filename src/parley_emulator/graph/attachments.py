"""The bytes of a file, from the address that describing it gave; like the real one it needs the token as well."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from parley_emulator.graph.access import numbers_of
from parley_emulator.graph.call import bearer
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform


async def attachment(request: Request) -> Response:
    """404 when the five minutes are over."""
    platform: Platform = request.app.state.platform
    fault = platform.faults.strike("download", "")
    if fault is not None:
        return Response(status_code=fault.http_status or 500)
    try:
        numbers = numbers_of(platform, bearer(request.headers.get("authorization", "")))
    except Refusal as refusal:
        return Response(status_code=refusal.status)
    query = request.query_params
    media = platform.world.media.get(query.get("mid", ""))
    until = query.get("ext", "")
    if media is None or not any(number.id in media.numbers for number in numbers):
        return Response(status_code=404)
    if query.get("hash") != media.sha256[:16] or not until.isdigit() or platform.clock.now() > int(until):
        return Response(status_code=404)
    return FileResponse(platform.world.file_of(media), media_type=media.mime_type)
