"""The picture of a QR code, at the address that calls give for it; like the real one it is open to anybody."""

import struct
import zlib
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from zxingcpp import Barcode, BarcodeFormat, create_barcode

from parley_emulator.numbers.links import address
from parley_emulator.platform import Platform

SCALE = 16


async def qr_picture(request: Request) -> Response:
    """404 for a code that was deleted, and for another form."""
    platform: Platform = request.app.state.platform
    code, _, form = request.path_params["name"].partition(".")
    if f"message_link:{code}" not in platform.world.things or form not in FORMS:
        return Response(status_code=404)
    media_type, draw = FORMS[form]
    return Response(draw(create_barcode(address(code), BarcodeFormat.QRCode)), media_type=media_type)


def _svg(code: Barcode) -> bytes:
    return code.to_svg(scale=SCALE).encode()


def _png(code: Barcode) -> bytes:
    """Eight bits of grey, each row unfiltered: all that black and white needs, so no library of pictures for it."""
    pixels = code.to_image(scale=SCALE)
    height, width = pixels.shape
    grey = memoryview(pixels).cast("B")  # type: ignore[arg-type]  # a buffer, which its stub does not say
    rows = b"".join(b"\0" + grey[at : at + width] for at in range(0, height * width, width))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


FORMS: dict[str, tuple[str, Callable[[Barcode], bytes]]] = {"svg": ("image/svg+xml", _svg), "png": ("image/png", _png)}
