"""Calls on the phone page: to a business, and from one that was allowed to call."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until
from tests.emulator.test_calls import OFFER, allow, call


@pytest.fixture
def phone(desk: Desk) -> str:
    return f"/phone/api/customers/{desk.wa_id}"


def got(desk: Desk, path: str, body: Any = None) -> Any:
    status, answer = desk.emulator.call("GET" if body is None else "POST", path, body)
    assert status == 200, answer
    return answer


def lines(desk: Desk, phone: str) -> list[str]:
    items = got(desk, f"{phone}/chats/{desk.number_id}/messages")["items"]
    return [each["text"] for each in items if each["type"] == "news"]


def ends(hook: Hook, wacid: str) -> list[str]:
    told = [each for c in hook.changes for each in c["value"].get("calls", []) if each["id"] == wacid]
    return [each["status"] for each in told if each["event"] == "terminate"]


def test_a_customer_calls_and_hangs_up_when_nobody_answers(desk: Desk, phone: str, hook: Hook) -> None:
    begun = got(desk, f"{phone}/chats/{desk.number_id}/calls", {})
    assert (begun["name"], begun["from_me"], begun["answered_at"]) == ("Northbank", True, None)
    assert [each["id"] for each in got(desk, f"{phone}/calls")["items"]] == [begun["id"]]
    assert desk.emulator.call("POST", f"{phone}/calls/{begun['id']}", {"action": "accept"})[0] == 400
    got(desk, f"{phone}/calls/{begun['id']}", {"action": "hang_up"})
    wait_until(lambda: ends(hook, begun["id"]) == ["FAILED"])
    assert got(desk, f"{phone}/calls")["items"] == []
    assert lines(desk, phone) == ["You called, nobody answered"]
    assert desk.emulator.call("POST", f"{phone}/calls/{begun['id']}", {"action": "hang_up"})[0] == 404


def test_a_call_of_the_business_is_answered_or_missed(desk: Desk, phone: str, hook: Hook) -> None:
    allow(desk)
    for action, status in (("accept", "COMPLETED"), ("reject", "FAILED")):
        wacid = call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["calls"][0]["id"]
        (ringing,) = got(desk, f"{phone}/calls")["items"]
        assert (ringing["id"], ringing["from_me"], ringing["answered_at"]) == (wacid, False, None)
        got(desk, f"{phone}/calls/{wacid}", {"action": action})
        if action == "accept":
            assert got(desk, f"{phone}/calls")["items"][0]["answered_at"]
            got(desk, f"{phone}/calls/{wacid}", {"action": "hang_up"})
        wait_until(lambda wacid=wacid, status=status: ends(hook, wacid) == [status])  # type: ignore[misc]
    told = lines(desk, phone)
    assert (told[0].startswith("Voice call, 0:0"), told[1:]) == (True, ["Missed voice call"])


def test_a_call_is_of_one_phone_only(desk: Desk, phone: str) -> None:
    begun = got(desk, f"{phone}/chats/{desk.number_id}/calls", {})["id"]
    desk.emulator.control("/customers", {"wa_id": "15560099001", "name": "Bo"})
    other = f"/phone/api/customers/15560099001/calls/{begun}"
    assert desk.emulator.call("POST", other, {"action": "hang_up"})[0] == 404


def test_lines_of_calls_stand_between_the_messages_and_are_paged_with_them(desk: Desk, phone: str) -> None:
    chat = f"{phone}/chats/{desk.number_id}"
    desk.write("Before")
    wacid = got(desk, f"{chat}/calls", {})["id"]
    got(desk, f"{phone}/calls/{wacid}", {"action": "hang_up"})
    desk.write("After")
    items = got(desk, f"{chat}/messages")["items"]
    assert [each["text"] for each in items] == ["Before", "You called, nobody answered", "After"]
    assert [each["text"] for each in got(desk, f"{chat}/messages?limit=1&before={wacid}")["items"]] == ["Before"]


def test_a_business_that_hides_the_button_is_not_called(desk: Desk, phone: str) -> None:
    def can_be_called() -> bool:
        businesses = got(desk, "/phone/api/state")["businesses"]
        return bool(next(each for each in businesses if each["phone_number_id"] == desk.number_id)["can_be_called"])

    assert can_be_called()
    settings = {"calling": {"status": "ENABLED", "call_icon_visibility": "DISABLE_ALL"}}
    assert desk.graph("POST", f"/v23.0/{desk.number_id}/settings", settings)[0] == 200
    assert not can_be_called()
    assert desk.emulator.call("POST", f"{phone}/chats/{desk.number_id}/calls", {})[0] == 400


def test_an_open_phone_hears_that_it_rings(desk: Desk, phone: str) -> None:
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", desk.emulator.port, timeout=10)
    connection.request("GET", f"/phone/api/live?wa_id={desk.wa_id}")
    stream = connection.getresponse()
    assert stream.readline() == b": hello\n"
    got(desk, f"{phone}/chats/{desk.number_id}/calls", {})
    told = [stream.readline() for _ in range(3)][-1]
    assert b'"kind":"call"' in told
    connection.close()
