"""Short links and QR codes on the phone page: which chat they open, and what is written there."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.emulator.conftest import Desk

TEXT = "I saw your poster & more"


def a_code(desk: Desk) -> str:
    made = desk.graph("POST", f"/v23.0/{desk.number_id}/message_qrdls", {"prefilled_message": TEXT})[1]
    return str(made["code"])


def opened(desk: Desk, link: str) -> tuple[int, Any]:
    return desk.emulator.call("GET", f"/phone/api/links?link={quote(link, safe='')}")


def test_each_way_to_write_a_link_opens_the_chat_with_the_text_in_it(desk: Desk) -> None:
    code = a_code(desk)
    chat = {"phone_number_id": desk.number_id, "name": "Northbank", "text": TEXT}
    for link in (code, code.lower(), f" https://wa.me/message/{code} ", f"wa.me/message/{code}/"):
        assert opened(desk, link) == (200, chat), link
    for link in (
        f"https://wa.me/{desk.digits}?text=Hi%20there",
        f"https://api.whatsapp.com/send?phone=%2B{desk.digits}&text=Hi+there",
    ):
        assert opened(desk, link) == (200, {**chat, "text": "Hi there"}), link
    assert opened(desk, f"wa.me/{desk.digits}") == (200, {**chat, "text": ""})


@pytest.mark.parametrize(
    "link", ["", "https://wa.me/", "https://wa.me/999", "https://shop.example/1", "AAAAAAAAAAAAAA"]
)
def test_a_link_of_nobody_here_opens_nothing(desk: Desk, link: str) -> None:
    status, answer = opened(desk, link)
    assert (status, "link or code" in answer["error"]["message"]) == (404, True)
    assert opened(desk, f"https://shop.example/{desk.digits}")[0] == 404, "of another host"


def test_the_codes_of_businesses_are_seen_with_their_pictures(desk: Desk) -> None:
    code = a_code(desk)
    items = desk.emulator.call("GET", "/phone/api/codes")[1]["items"]
    (own,) = [each for each in items if each["phone_number_id"] == desk.number_id]
    assert (own["code"], own["name"], own["text"]) == (code, "Northbank", TEXT)
    assert desk.emulator.call("GET", own["picture"])[1].startswith(b"<?xml")
    desk.graph("DELETE", f"/v23.0/{desk.number_id}/message_qrdls/{code}")
    left = desk.emulator.call("GET", "/phone/api/codes")[1]["items"]
    assert desk.number_id not in {each["phone_number_id"] for each in left}
