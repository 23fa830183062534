"""The picture of a QR code, read again as a camera would."""

import re
import struct
import zlib
from urllib.parse import urlsplit

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from tests.emulator.conftest import Desk
from tests.emulator.running import Emulator


@pytest.mark.parametrize("form", ["SVG", "PNG"])
def test_the_picture_of_a_qr_code_is_where_the_call_says(desk: Desk, emulator: Emulator, form: str) -> None:
    path = f"/v23.0/{desk.number_id}/message_qrdls"
    made = desk.graph("POST", path, {"prefilled_message": "Hello", "generate_qr_image": form})[1]
    status, picture = emulator.call("GET", urlsplit(made["qr_image_url"]).path)
    assert status == 200
    assert [each.text for each in zxingcpp.read_barcodes(pixels_of(picture, form))] == [made["deep_link_url"]]
    desk.graph("DELETE", f"{path}/{made['code']}")
    assert emulator.call("GET", urlsplit(made["qr_image_url"]).path)[0] == 404


def pixels_of(picture: bytes, form: str) -> NDArray[np.uint8]:
    """Grey, as a camera sees it."""
    if form == "PNG":
        width, height = struct.unpack(">II", picture[16:24])
        rows = zlib.decompress(picture[picture.index(b"IDAT") + 4 : picture.index(b"IEND") - 8])
        return np.frombuffer(rows, np.uint8).reshape(height, width + 1)[:, 1:].copy()
    side = int(re.search(rb'width="(\d+)"', picture)[1])  # type: ignore[index]
    seen = np.full((side, side), 255, np.uint8)
    for x, y, wide, high in re.findall(rb"M(\d+) (\d+)h(\d+)v(\d+)", picture):
        seen[int(y) : int(y) + int(high), int(x) : int(x) + int(wide)] = 0
    return seen


def test_a_qr_code_made_without_a_picture_has_one_when_a_field_asks_for_it(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/message_qrdls"
    made = desk.graph("POST", path, {"prefilled_message": "Hello"})[1]
    assert "qr_image_url" not in made
    shown = desk.graph("GET", f"{path}?fields=code,qr_image_url.format(PNG)")[1]["data"][0]
    assert shown["qr_image_url"].endswith(f"{made['code']}.png")
    assert desk.graph("GET", f"{path}?fields=qr_image_url.format(GIF)")[1]["error"]["code"] == 100
