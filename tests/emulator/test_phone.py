"""The API that the phone page speaks, and its live stream."""

import http.client
import json
from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook
from tests.emulator.test_refusals import a_template, buttons, rows


@pytest.fixture
def chat(desk: Desk) -> str:
    return f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}"


def got(desk: Desk, path: str, body: Any = None, method: str = "") -> Any:
    status, answer = desk.emulator.call(method or ("GET" if body is None else "POST"), path, body)
    assert status == 200, answer
    return answer


def test_the_state_names_businesses_and_customers(desk: Desk) -> None:
    offset = desk.emulator.control("/clock")["offset_seconds"]
    state = got(desk, "/phone/api/state")
    named = {"phone_number_id", "display_phone_number", "verified_name", "profile", "can_be_called", "shop"}
    assert named == set(state["businesses"][0])
    assert {"wa_id": desk.wa_id, "name": "Ada"} in state["customers"]
    assert state["offset_seconds"] == offset and state["now"] > 1_600_000_000


def test_a_customer_can_be_added_once_with_or_without_a_number(desk: Desk) -> None:
    made = got(desk, "/phone/api/customers", {"name": "Bo"})
    assert made["name"] == "Bo" and made["wa_id"].isdigit()
    status, answer = desk.emulator.call("POST", "/phone/api/customers", {"name": "Bo", "wa_id": desk.wa_id})
    assert status == 400 and "already" in answer["error"]["message"]


def test_a_chat_goes_both_ways(desk: Desk, chat: str, hook: Hook) -> None:
    mine = got(desk, f"{chat}/messages", {"type": "text", "text": "Hello"})
    assert (mine["from_me"], mine["type"], mine["text"], mine["status"]) == (True, "text", "Hello", "delivered")
    wamid = desk.send()
    hook.wait_for(wamid, "delivered")
    listed = got(desk, f"/phone/api/customers/{desk.wa_id}/chats")["items"]
    assert listed[0]["unread"] == 1 and listed[0]["last_message"]["text"] == "Good morning"
    assert got(desk, f"{chat}/messages?limit=1")["items"][0]["id"] == wamid
    older = got(desk, f"{chat}/messages?limit=10&before={wamid}")["items"]
    assert [each["id"] for each in older] == [mine["id"]]
    got(desk, f"{chat}/read", {})
    hook.wait_for(wamid, "read")
    assert got(desk, f"/phone/api/customers/{desk.wa_id}/chats")["items"][0]["unread"] == 0


def test_buttons_menus_and_templates_are_shown_and_tapped(desk: Desk, chat: str, hook: Hook) -> None:
    desk.write()
    asked = [("button", buttons("Yes", "No")), ("list", rows(2)), ("template", a_template())]
    quick = {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Later"}]}
    desk.template(components=[{"type": "BODY", "text": "Now?"}, quick])
    for kind, sent in asked:
        wamid = desk.send(**sent)
        hook.wait_for(wamid, "delivered")
        shown = next(each for each in got(desk, f"{chat}/messages")["items"] if each["id"] == wamid)
        choice = shown["list"]["sections"][0]["rows"][1] if kind == "list" else shown["buttons"][0]
        reply = {"id": choice["id"], "title": choice["title"], "kind": kind}
        tap = got(desk, f"{chat}/messages", {"type": "reply", "reply": reply, "context_id": wamid})
        assert (tap["type"], tap["text"], tap["context_id"]) == ("reply", choice["title"], wamid)
        hook.wait_for_message(desk.wa_id, tap["id"])
    told = hook.messages(desk.wa_id)[-1]
    assert told["type"] == "button" and told["button"] == {"payload": "Later", "text": "Later"}


def test_a_reaction_shows_on_its_message_and_can_be_taken_back(desk: Desk, chat: str, hook: Hook) -> None:
    desk.write()
    wamid = desk.send()
    hook.wait_for(wamid, "delivered")

    def reactions() -> Any:
        items = got(desk, f"{chat}/messages")["items"]
        assert len(items) == 2
        return items[-1]["reactions"]

    got(desk, f"{chat}/messages", {"type": "reaction", "emoji": "👍", "context_id": wamid})
    assert reactions() == [{"emoji": "👍", "from_me": True}]
    got(desk, f"{chat}/messages", {"type": "reaction", "emoji": "", "context_id": wamid})
    assert reactions() == []


def test_a_file_is_uploaded_and_sent(desk: Desk, chat: str, hook: Hook) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n'
        b"Content-Type: image/png\r\n\r\nPNG\r\n--x--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    path = f"/phone/api/customers/{desk.wa_id}/media"
    media_id = desk.emulator.call("POST", path, body, headers=headers)[1]["media_id"]
    sent = got(desk, f"{chat}/messages", {"type": "image", "media_id": media_id, "text": "Look"})
    assert sent["media"]["caption"] == "Look" and sent["media"]["filename"] == "a.png"
    assert desk.emulator.call("GET", sent["media"]["url"]) == (200, b"PNG")
    hook.wait_for_message(desk.wa_id, sent["id"])


def test_a_blocked_business_is_not_heard_and_not_written_to(desk: Desk, chat: str) -> None:
    got(desk, f"{chat}/messages", {"type": "text", "text": "Hello"})
    got(desk, f"{chat}/block", {"report": True, "reason": "spam"})
    assert got(desk, f"/phone/api/customers/{desk.wa_id}/chats")["items"][0]["blocked"]
    desk.send()
    assert len(got(desk, f"{chat}/messages")["items"]) == 1
    assert desk.emulator.call("POST", f"{chat}/messages", {"type": "text", "text": "?"})[0] == 400
    got(desk, f"{chat}/block", method="DELETE")
    got(desk, f"{chat}/messages", {"type": "text", "text": "Hello again"})


def test_an_open_phone_is_told_what_changed(desk: Desk) -> None:
    live = http.client.HTTPConnection("127.0.0.1", desk.emulator.port, timeout=5)
    live.request("GET", f"/phone/api/live?wa_id={desk.wa_id}")
    stream = live.getresponse()
    assert stream.headers["content-type"].startswith("text/event-stream")
    received = desk.write()

    def next_change() -> Any:
        while not (line := stream.readline()).startswith(b"data:"):
            pass
        return json.loads(line[5:])

    assert next_change() == {"phone_number_id": desk.number_id, "kind": "message"}
    desk.post(to=None, status="read", message_id=received, typing_indicator={"type": "text"})
    assert next_change()["kind"] == "typing"
    live.close()


def test_the_page_is_there_or_says_how_to_build_it(desk: Desk) -> None:
    status, answer = desk.emulator.call("GET", "/phone/c/1/2")
    assert status in {200, 503} and b"parley" in answer.lower()
    assert desk.emulator.call("GET", "/phone/../../pyproject.toml")[1].find(b"[project]") == -1


def test_the_phone_moves_the_clock(desk: Desk) -> None:
    assert got(desk, "/phone/api/clock", {"reset": True})["offset_seconds"] == 0
    assert got(desk, "/phone/api/clock", {"advance_seconds": 60})["offset_seconds"] == 60
    assert got(desk, "/phone/api/clock", {"reset": True})["offset_seconds"] == 0
