"""A number that is used in the Business App as well: what its phone hands over when it is connected."""

import time
from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until
from tests.emulator.test_threads import told

DAY = 86_400


def said(text: str, days_ago: float, *, from_me: bool = False, **more: Any) -> dict[str, Any]:
    return {"from_me": from_me, "type": "text", "text": {"body": text}, "at": time.time() - days_ago * DAY, **more}


def join(desk: Desk, *messages: dict[str, Any], **more: Any) -> None:
    thread = {"wa_id": desk.wa_id, "name": "Somebody", "messages": list(messages)}
    desk.emulator.control(f"/numbers/{desk.number_id}/coexistence", {"threads": [thread], **more})


def ask(desk: Desk, kind: str) -> tuple[int, Any]:
    body = {"messaging_product": "whatsapp", "sync_type": kind}
    return desk.graph("POST", f"/v23.0/{desk.number_id}/smb_app_data", body)


def code_of(answer: tuple[int, Any]) -> int:
    assert answer[0] == 400
    return int(answer[1]["error"]["code"])


def test_the_address_book_comes_once(desk: Desk, hook: Hook) -> None:
    assert code_of(ask(desk, "smb_app_state_sync")) == 100  # it is in no Business App
    join(desk, said("Hello", 2))
    assert code_of(ask(desk, "everything")) == 100
    status, answer = ask(desk, "smb_app_state_sync")
    assert status == 200 and answer["request_id"]
    wait_until(lambda: told(hook, "smb_app_state_sync", desk.number_id))
    (entry,) = told(hook, "smb_app_state_sync", desk.number_id)[0]["state_sync"]
    assert (entry["action"], entry["type"]) == ("add", "contact")
    assert entry["contact"] == {"full_name": "Ada", "first_name": "Ada", "phone_number": desk.wa_id}
    assert code_of(ask(desk, "smb_app_state_sync")) == 2593107


def test_what_was_said_before_comes_in_three_phases_and_files_follow(desk: Desk, hook: Hook) -> None:
    picture = {"Content-Type": "image/png"}
    status, media = desk.emulator.call("POST", "/control/media?filename=a.png", b"\x89PNG....", headers=picture)
    assert status == 200
    shown: dict[str, Any] = {"type": "image", "image": {"id": media["id"], "caption": "The shop"}}
    join(desk, said("Long ago", 200), said("In spring", 120), said("Hi", 30, from_me=True), said("", 0.5, **shown))
    assert told(hook, "messages", desk.number_id) == []  # nobody is told before they ask
    assert ask(desk, "history")[0] == 200
    wait_until(lambda: len(told(hook, "history", desk.number_id)) == 4)
    *phases, file = told(hook, "history", desk.number_id)
    metadata = [each["history"][0]["metadata"] for each in phases]
    assert [(each["phase"], each["chunk_order"], each["progress"]) for each in metadata] == [
        (0, 1, 33),
        (1, 1, 66),
        (2, 1, 100),
    ]
    messages = [phase["history"][0]["threads"][0]["messages"][0] for phase in phases]
    assert [each["type"] for each in messages] == ["media_placeholder", "text", "text"]
    assert (messages[1]["from"], messages[1]["to"]) == (desk.digits, desk.wa_id)
    assert messages[1]["history_context"] == {"status": "READ"}
    assert messages[2]["text"] == {"body": "In spring"} and messages[2]["from"] == desk.wa_id
    followed = file["messages"][0]
    assert followed["id"] == messages[0]["id"] and followed["image"]["caption"] == "The shop"
    assert desk.graph("GET", f"/v23.0/{followed['image']['id']}")[1]["mime_type"] == "image/png"


def test_a_business_may_keep_its_history_to_itself(desk: Desk, hook: Hook) -> None:
    join(desk, said("Hello", 2), shares_history=False)
    assert ask(desk, "history")[0] == 200
    wait_until(lambda: told(hook, "history", desk.number_id))
    assert told(hook, "history", desk.number_id)[0]["history"][0]["errors"][0]["code"] == 2593109


def test_after_a_day_it_is_too_late(desk: Desk) -> None:
    join(desk, said("Hello", 2))
    desk.emulator.control("/clock", {"advance_seconds": DAY + 60})
    try:
        assert code_of(ask(desk, "history")) == 2593108
    finally:
        desk.emulator.control("/clock", {"reset": True})


@pytest.mark.parametrize(
    "threads", ["all", [{"messages": []}], [{"wa_id": "1556", "messages": [{"type": "text"}]}]], ids=str
)
def test_what_can_not_have_been_said_is_refused(desk: Desk, threads: Any) -> None:
    path = f"/control/numbers/{desk.number_id}/coexistence"
    assert desk.emulator.call("POST", path, {"threads": threads})[0] == 400


def test_a_name_in_the_phone_s_address_book_is_told_as_it_changes(desk: Desk, hook: Hook) -> None:
    path, body = f"/numbers/{desk.number_id}/contacts", {"wa_id": desk.wa_id}
    assert desk.emulator.call("POST", f"/control{path}", body)[0] == 400, "the number is not on a phone"
    desk.emulator.control(f"/numbers/{desk.number_id}/coexistence", {"on": True})
    desk.emulator.control(path, body)
    desk.emulator.control(path, {**body, "action": "remove"})

    def entries() -> list[dict[str, Any]]:
        return [each for value in told(hook, "smb_app_state_sync", desk.number_id) for each in value["state_sync"]]

    wait_until(lambda: [each["action"] for each in entries()] == ["add", "remove"])
    assert [each["contact"].get("full_name") for each in entries()] == ["Ada", None]
