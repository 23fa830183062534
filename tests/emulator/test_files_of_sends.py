"""A file is what it says it is, and no larger than its kind may be, wherever in a message it stands (reference 3.2)."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.files import SAMPLES, link
from tests.emulator.running import Emulator, Hook
from tests.emulator.test_documented_sends import put
from tests.emulator.test_groups import a_full_group, say
from tests.emulator.test_phone_templates import BODY, CAROUSEL, a_card

KINDS = {"image": "image/png", "video": "video/mp4", "document": "application/pdf"}
Placed = Callable[[Desk, str, dict[str, Any]], dict[str, Any]]


def alone(desk: Desk, kind: str, file: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, kind: file}


def over_buttons(desk: Desk, kind: str, file: dict[str, Any]) -> dict[str, Any]:
    replies = {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]}
    header = {"type": kind, kind: file}
    whole = {"type": "button", "header": header, "body": {"text": "Fits?"}, "action": replies}
    return {"type": "interactive", "interactive": whole}


def on_a_card(desk: Desk, kind: str, file: dict[str, Any]) -> dict[str, Any]:
    page = {"name": "cta_url", "parameters": {"display_text": "See", "url": "https://acme.example"}}
    cards = [
        {"card_index": i, "type": "cta_url", "header": {"type": kind, kind: file}, "action": page} for i in range(2)
    ]
    whole = {"type": "carousel", "body": {"text": "Choose"}, "action": {"cards": cards}}
    return {"type": "interactive", "interactive": whole}


def over_a_template(desk: Desk, kind: str, file: dict[str, Any]) -> dict[str, Any]:
    desk.template("headed", components=[{"type": "HEADER", "format": kind.upper()}, BODY])
    header = {"type": "header", "parameters": [{"type": kind, kind: file}]}
    return {"type": "template", "template": {"name": "headed", "language": {"code": "en_US"}, "components": [header]}}


def on_a_card_of_a_template(desk: Desk, kind: str, file: dict[str, Any]) -> dict[str, Any]:
    desk.template("cards", components=CAROUSEL)
    cards = [a_card(["x"], 0), a_card(["y"], 1)]
    cards[1]["components"][0] = {"type": "header", "parameters": [{"type": "image", "image": file}]}
    values = [{"type": "carousel", "cards": cards}]
    return {"type": "template", "template": {"name": "cards", "language": {"code": "en_US"}, "components": values}}


PLACES = [alone, over_buttons, on_a_card, over_a_template, on_a_card_of_a_template]


def ends(desk: Desk, hook: Hook, sent: dict[str, Any], status: str) -> None:
    told = hook.wait_for(desk.send(**sent), status)
    assert [each["code"] for each in told.get("errors", [])] == ([131053] if status == "failed" else [])


@pytest.mark.parametrize("place", PLACES)
def test_an_upload_is_the_numbers_own_and_what_it_says(
    emulator: Emulator, open_desk: Desk, hook: Hook, place: Placed
) -> None:
    good, false = put(open_desk, "image/png", SAMPLES["image/png"])[1]["id"], put(open_desk, "image/png")[1]["id"]
    ends(open_desk, hook, place(open_desk, "image", {"id": good}), "delivered")
    ends(open_desk, hook, place(open_desk, "image", {"id": false}), "failed")
    pdf = put(open_desk, "application/pdf", SAMPLES["application/pdf"])[1]["id"]
    ends(open_desk, hook, place(open_desk, "image", {"id": pdf}), "failed")
    others = put(a_desk(emulator), "image/png", SAMPLES["image/png"])[1]["id"]
    for unknown in ("123456", others):
        status, answer = open_desk.post(**place(open_desk, "image", {"id": unknown}))
        assert (status, answer["error"]["code"]) == (400, 131009)


@pytest.mark.parametrize("place", PLACES)
def test_a_link_is_fetched_and_its_bytes_are_counted(open_desk: Desk, hook: Hook, place: Placed) -> None:
    most = 5 << 20
    for wanted, status in (
        (link(kind="image/png", size=most), "delivered"),
        (link(kind="image/png", size=most, counted=1), "delivered"),
        (link(kind="image/png", size=most + 1), "failed"),
        (link(kind="image/png", size=most + 1, counted=1), "failed"),
        (link(kind="application/pdf", as_kind="image/png"), "failed"),
        (link(kind="image/png", as_kind="application/pdf"), "failed"),
        ("http://127.0.0.1:9/x.png", "failed"),
    ):
        ends(open_desk, hook, place(open_desk, "image", {"link": wanted}), status)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_header_has_its_files(open_desk: Desk, hook: Hook, kind: str) -> None:
    for place in (over_buttons, over_a_template):
        ends(open_desk, hook, place(open_desk, kind, {"link": link(kind=KINDS[kind])}), "delivered")
    wrong = "audio/opus" if kind == "document" else "application/zip"  # a document may be any other file
    ends(open_desk, hook, over_buttons(open_desk, kind, {"link": link(as_kind=wrong)}), "failed")


@pytest.mark.parametrize("mime_type", sorted(SAMPLES))
def test_what_begins_otherwise_is_not_what_it_says(open_desk: Desk, hook: Hook, mime_type: str) -> None:
    kinds = {"image/webp": "sticker", "application/pdf": "document", "application/msword": "document"}
    kind = kinds.get(mime_type, "document" if mime_type == "text/plain" else mime_type.split("/", maxsplit=1)[0])
    other = b"\0" * 20 if mime_type == "text/plain" else b"Dear Ada"
    for content, status in ((SAMPLES[mime_type], "delivered"), (other, "failed"), (b"", "failed")):
        media = put(open_desk, mime_type, content)[1]["id"]
        ends(open_desk, hook, alone(open_desk, kind, {"id": media}), status)


def test_sound_in_ogg_is_opus_with_one_channel_and_is_called_ogg(open_desk: Desk, hook: Hook) -> None:
    page = SAMPLES["audio/ogg"][:28]
    for mime_type, content, status in (
        ("audio/ogg; codecs=opus", page + b"OpusHead\x01\x01", "delivered"),
        ("audio/ogg", page + b"OpusHead\x01\x02", "failed"),
        ("audio/ogg", page + b"\x01vorbis", "failed"),
        ("audio/opus", page + b"OpusHead\x01\x01", "failed"),
    ):
        media = put(open_desk, mime_type, content)[1]["id"]
        ends(open_desk, hook, alone(open_desk, "audio", {"id": media}), status)


def test_a_group_gets_no_false_files_either(desk: Desk, hook: Hook) -> None:
    group, members = a_full_group(desk, hook)
    wrote = {"wa_id": members[0], "type": "text", "text": {"body": "Hello"}}
    desk.emulator.control(f"/groups/{group}/messages", wrote)
    for content, status in ((SAMPLES["image/png"], "delivered"), (b"ID3", "failed")):
        media = put(desk, "image/png", content)[1]["id"]
        told, answer = say(desk, group, type="image", image={"id": media})
        assert told == 200, answer
        hook.wait_for(answer["messages"][0]["id"], status)
