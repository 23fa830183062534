"""The tester's side: faults, the list of sends, the clock's file, a fresh start, and what survives a restart."""

import http.client
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import SECRET, VERIFY, Emulator, Hook, wait_until
from tests.emulator.test_refusals import a_template


def test_sends_are_listed_with_what_finds_lost_and_doubled_ones(open_desk: Desk) -> None:
    wamid = open_desk.send(type="text", text={"body": "Hi"}, biz_opaque_callback_data="m-1")
    path = f"/sends?phone_number_id={open_desk.number_id}"
    listed = open_desk.emulator.control(path)
    assert listed["count"] == 1
    item = listed["items"][0]
    assert (item["wamid"], item["to"], item["callback_data"], item["text"]) == (wamid, open_desk.wa_id, "m-1", "Hi")
    assert item["content"] == {"body": "Hi"} and isinstance(item["at"], float)


def test_the_thread_has_both_directions(open_desk: Desk) -> None:
    open_desk.template()
    open_desk.send(**a_template("Ada"))
    first, second = open_desk.thread()
    assert (first["direction"], first["text"]) == ("in", {"body": "Hello"})
    assert (second["direction"], second["template"]["rendered"]["text"]) == ("out", "Hello Ada, it is here.")


def test_the_next_calls_fail_as_asked(open_desk: Desk) -> None:
    fault = {"calls": "messages", "phone_number_id": open_desk.number_id}
    control = open_desk.emulator.control
    control("/faults", {**fault, "code": 131016, "count": 1})
    assert open_desk.post(text={"body": "Hi"})[0] == 500
    assert open_desk.post(text={"body": "Hi"})[0] == 200
    control("/faults", {**fault, "http_status": 502, "count": 1})
    status, answer = open_desk.post(text={"body": "Hi"})
    assert status == 502 and answer.startswith(b"<html>")
    control("/faults", {**fault, "timeout": 0.05, "count": 1})
    with pytest.raises(http.client.RemoteDisconnected):
        open_desk.post(text={"body": "never taken"})
    assert len(open_desk.thread()) == 2


def test_an_answer_can_get_lost_after_the_message_was_taken(open_desk: Desk, hook: Hook) -> None:
    fault = {"calls": "messages", "drop_answer": True, "count": 1, "phone_number_id": open_desk.number_id}
    open_desk.emulator.control("/faults", fault)
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        open_desk.post(text={"body": "Hi"}, biz_opaque_callback_data="m-9")
    sent = open_desk.thread()[1]
    assert sent["callback_data"] == "m-9"
    assert hook.wait_for(sent["id"], "delivered")["biz_opaque_callback_data"] == "m-9"


def test_a_share_of_calls_fails_the_same_way_with_the_same_seed(desk: Desk) -> None:
    def codes() -> list[int]:
        fault = {"calls": "whatsapp_business_profile", "code": 2, "share": 0.5, "seed": 5}
        desk.emulator.control("/faults", fault)
        path = f"/v23.0/{desk.number_id}/whatsapp_business_profile"
        found = [desk.graph("GET", path)[0] for _ in range(20)]
        desk.emulator.control("/faults", method="DELETE")
        return found

    first = codes()
    assert first == codes() and set(first) == {200, 503}


def test_the_clock_moves_and_its_file_says_by_how_much(emulator: Emulator) -> None:
    before = emulator.control("/clock")["now"]
    emulator.control("/clock", {"advance_seconds": 3600})
    assert emulator.clock_file.read_text() == "3600"
    assert emulator.control("/clock")["now"] - before >= 3600
    emulator.control("/clock", {"set": before + 7200})
    assert abs(int(emulator.clock_file.read_text()) - 7200) <= 1
    emulator.control("/clock", {"reset": True})
    assert emulator.clock_file.read_text() == "0"
    assert emulator.call("POST", "/control/clock", {"advance_seconds": "much"})[0] == 400


def test_what_is_unknown_or_wrong_is_said_plainly(desk: Desk) -> None:
    call = desk.emulator.call
    assert call("POST", f"/control/customers/{desk.wa_id}/messages", {"phone_number_id": "1"})[0] == 404
    assert call("POST", "/control/numbers", {"phone_number_id": "1"})[0] == 400
    assert call("GET", "/control/state", headers={"Host": "evil.example"})[0] == 403


def test_a_customer_may_send_anything_and_the_chat_stays_readable(desk: Desk, hook: Hook) -> None:
    raw = {"type": "interactive", "interactive": {"type": "button", "action": 7}, "novelty": [1]}
    sent = desk.write(raw=raw)
    assert hook.wait_for_message(desk.wa_id, sent)["novelty"] == [1]
    assert desk.emulator.call("GET", f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages")[0] == 200
    assert desk.emulator.call("POST", f"/control/customers/{desk.wa_id}/messages", b"{")[0] == 400


def test_a_restart_keeps_everything_even_when_killed(own_emulator: Emulator) -> None:
    hook = Hook()
    hook.status = 500
    own_emulator.control("/webhook-target", {"url": hook.url, "app_secret": SECRET, "verify_token": VERIFY})
    desk = a_desk(own_emulator)
    desk.template()
    desk.write("Before")
    wamid = desk.send(**a_template("Ada"))
    own_emulator.control("/clock", {"advance_seconds": 60})
    own_emulator.stop(signal.SIGKILL)
    hook.status = 200
    own_emulator.start()
    assert [(each["type"], each["direction"]) for each in desk.thread()] == [("text", "in"), ("template", "out")]
    assert own_emulator.clock_file.read_text() == "60"
    hook.wait_for(wamid, "delivered")
    assert len(hook.messages(desk.wa_id)) == 1
    assert desk.post(text={"body": "The window is still open"})[0] == 200
    wait_until(lambda: own_emulator.control("/webhooks")["pending"] == 0)
    hook.close()


def test_a_reset_forgets_and_a_restart_does_not_remember(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    desk.write()
    own_emulator.control("/clock", {"advance_seconds": 60})
    own_emulator.control("/reset", {"keep_numbers": True})
    state = own_emulator.control("/state")
    assert (len(state["numbers"]), state["customers"], state["messages"], state["offset_seconds"]) == (1, [], 0, 0)
    assert "access_token" not in state["numbers"][0]
    own_emulator.control("/reset", {})
    own_emulator.stop()
    own_emulator.start()
    state = own_emulator.control("/state")
    assert (state["numbers"], state["customers"], state["messages"], state["offset_seconds"]) == ([], [], 0, 0)


def test_it_stops_within_two_seconds_with_a_phone_open(own_emulator: Emulator) -> None:
    live = http.client.HTTPConnection("127.0.0.1", own_emulator.port, timeout=5)
    live.request("GET", "/phone/api/live?wa_id=1")
    assert live.getresponse().readline().startswith(b":")
    assert own_emulator.stop() < 2
    assert own_emulator.process is not None and own_emulator.process.returncode in {0, -signal.SIGTERM}
    live.close()


def test_a_taken_port_is_one_sentence_with_the_remedy(emulator: Emulator, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "parley_emulator.main", "serve", "--port", str(emulator.port)]
    done = subprocess.run(
        [*command, "--data-dir", str(tmp_path)], check=False, capture_output=True, text=True, timeout=20
    )
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"Port {emulator.port} is taken by another program. Stop it, or choose another port with --port."
    )


def test_help_names_every_option_and_its_variable() -> None:
    environment = {**os.environ, "COLUMNS": "160"}
    command = [sys.executable, "-m", "parley_emulator.main", "serve", "--help"]
    shown = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=20).stdout
    for name in ("HOST", "PORT", "DATA_DIR", "WEBHOOK_URL", "APP_SECRET", "VERIFY_TOKEN", "CLOCK_FILE"):
        assert f"PARLEY_EMULATOR_{name}" in shown
