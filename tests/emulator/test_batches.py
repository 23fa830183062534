"""Several calls in one request: batches, and ``ids``."""

import json
import time
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook
from tests.emulator.test_graph import PNG

Operation = dict[str, Any]


def a_send(desk: Desk, text: str = "Hello", **more: Any) -> Operation:
    form = {"messaging_product": "whatsapp", "to": desk.wa_id, "text": json.dumps({"body": text})}
    return {"method": "POST", "relative_url": f"{desk.number_id}/messages", "body": urlencode(form), **more}


def read(address: str, **more: Any) -> Operation:
    return {"method": "GET", "relative_url": address, **more}


def batch(desk: Desk, *operations: Operation, **more: Any) -> Any:
    status, answer = desk.graph("POST", "/v23.0/", {"batch": list(operations), **more})
    assert status == 200, answer
    return answer


def bodies(answers: Any) -> list[Any]:
    return [json.loads(each["body"]) for each in answers]


def test_each_call_of_a_batch_is_answered_in_its_place(open_desk: Desk, hook: Hook) -> None:
    answers = batch(open_desk, a_send(open_desk), read("42"), read(f"v23.0/{open_desk.number_id}?fields=id"))
    assert [each["code"] for each in answers] == [200, 400, 200]
    sent, unknown, number = bodies(answers)
    assert unknown["error"]["error_subcode"] == 33
    assert number == {"id": open_desk.number_id}
    assert {"name": "facebook-api-version", "value": "v23.0"} in answers[0]["headers"]
    assert hook.wait_for(sent["messages"][0]["id"], "delivered")


@pytest.mark.parametrize("path", ["/", "/v23.0", "/v23.0/", "/me", "/v23.0/me"])
def test_a_batch_may_stand_in_the_address(desk: Desk, path: str) -> None:
    operations = quote(json.dumps([read(f"{desk.number_id}?fields=id")]))
    asked = f"{path}?batch={operations}&include_headers=false&access_token={desk.token}"
    status, answer = desk.emulator.call("POST", asked)
    assert (status, answer) == (200, [{"code": 200, "body": json.dumps({"id": desk.number_id}, separators=(",", ":"))}])


def test_a_call_takes_what_it_needs_out_of_an_earlier_answer(desk: Desk) -> None:
    path = "{result=numbers:$.data.*.id}"
    numbers = read(f"{desk.waba_id}/phone_numbers?fields=id", name="numbers")
    left_out, named = batch(desk, numbers, read(f"?ids={path}&fields=id"))
    assert left_out is None, "an answer that others needed is left out"
    assert json.loads(named["body"]) == {desk.number_id: {"id": desk.number_id}}
    shown, _ = batch(desk, {**numbers, "omit_response_on_success": False}, read(f"?ids={path}"))
    assert shown["code"] == 200


def test_what_waits_for_a_call_that_failed_is_not_done(open_desk: Desk) -> None:
    failed, undone, other = batch(
        open_desk, read("42", name="first"), a_send(open_desk, depends_on="first"), a_send(open_desk, "Still here")
    )
    assert (failed["code"], undone, other["code"]) == (400, None, 200)
    assert [each["text"]["body"] for each in open_desk.thread() if each["direction"] == "out"] == ["Still here"]


def test_calls_that_do_not_wait_for_each_other_go_side_by_side(open_desk: Desk, emulator: Emulator) -> None:
    slow = {"calls": "message_qrdls", "phone_number_id": open_desk.number_id, "timeout": 0.5, "count": 2}
    emulator.control("/faults", slow)
    begun = time.monotonic()
    hung, hung_too, good = batch(open_desk, *[read(f"{open_desk.number_id}/message_qrdls")] * 2, a_send(open_desk))
    assert (hung, hung_too, good["code"]) == (None, None, 200)
    assert time.monotonic() - begun < 0.95, "two that hang for half a second, at once"


def test_a_call_may_bring_its_own_token(open_desk: Desk, emulator: Emulator) -> None:
    other = a_desk(emulator)
    own = read(f"{other.number_id}?fields=id&access_token={other.token}")
    assert [each["code"] for each in batch(open_desk, own, read(f"{other.number_id}?fields=id"))] == [200, 400]


def test_files_of_the_batch_go_with_the_call_that_names_them(desk: Desk) -> None:
    upload = {
        "method": "POST",
        "relative_url": f"{desk.number_id}/media",
        "body": "messaging_product=whatsapp",
        "attached_files": "file",
    }
    head = '--edge\r\nContent-Disposition: form-data; name="batch"\r\n\r\n' + json.dumps([upload])
    part = (
        '\r\n--edge\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    )
    body = head.encode() + part.encode() + PNG + b"\r\n--edge--\r\n"
    status, answer = desk.graph("POST", "/v23.0/", body, **{"Content-Type": "multipart/form-data; boundary=edge"})
    assert status == 200, answer
    assert desk.graph("GET", f"/v23.0/{json.loads(answer[0]['body'])['id']}")[1]["mime_type"] == "image/png"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("text", "batch parameter must be a JSON array"),
        ([{}] * 51, "Maximum batch size is 50"),
        ([{"method": "FETCH", "relative_url": "me"}], "batch[0].method"),
        ([{"method": "GET"}], "batch[0].relative_url"),
        (
            [{"method": "GET", "relative_url": "me", "depends_on": "x"}],
            "x, which is the name of no operation before it",
        ),
    ],
    ids=str,
)
def test_a_batch_that_is_none_is_refused_as_a_whole(desk: Desk, wrong: Any, told: str) -> None:
    status, answer = desk.graph("POST", "/v23.0/", {"batch": wrong})
    assert (status, answer["error"]["type"]) == (400, "GraphBatchException")
    assert told in answer["error"]["message"]


def test_a_call_that_can_not_be_put_together_is_refused_alone(open_desk: Desk) -> None:
    first = read("me", name="first", omit_response_on_success=False)
    path, file = read("?ids={result=first:$[}"), {**read("me"), "attached_files": "f"}
    answers = batch(open_desk, first, path, file, a_send(open_desk))
    assert [each["code"] for each in answers] == [200, 400, 400, 200]
    told = [each["error"]["message"] for each in bodies(answers[1:3])]
    assert told == ["$[ is no JSONPath.", "There is no attached file f"]


def test_a_batch_needs_a_token_and_holds_no_other_batch(desk: Desk) -> None:
    assert desk.emulator.call("POST", "/v23.0/", {"batch": [read("me")]})[1]["error"]["code"] == 104
    inner = {"method": "POST", "relative_url": "", "body": urlencode({"batch": json.dumps([read("me")])})}
    assert batch(desk, inner)[0]["code"] == 400
    assert desk.graph("POST", "/v23.0/", {})[1]["error"]["code"] == 100


def test_each_call_of_a_batch_counts(desk: Desk) -> None:
    def used() -> int:
        number = batch(desk, read(desk.waba_id))[0]["headers"]
        header = next(each["value"] for each in number if each["name"].lower() == "x-business-use-case-usage")
        return int(json.loads(header)[desk.waba_id][0]["call_count"])

    for _ in range(2):
        batch(desk, *[read(desk.waba_id)] * 50)
    assert used() >= 2, "a hundred of five thousand"


def test_several_nodes_are_asked_at_once(desk: Desk) -> None:
    desk.template()
    template = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?fields=id")[1]["data"][0]["id"]
    status, answer = desk.graph("GET", f"/v23.0/?ids={desk.number_id},{template}&fields=id")
    assert (status, answer) == (200, {desk.number_id: {"id": desk.number_id}, template: {"id": template}})
    listed = desk.graph("GET", f"/phone_numbers?ids={desk.waba_id}&fields=id")[1]
    assert listed[desk.waba_id]["data"] == [{"id": desk.number_id}]


def test_one_of_several_that_is_not_there_is_named(desk: Desk) -> None:
    status, answer = desk.graph("GET", f"/v23.0/?ids={desk.number_id},42")
    assert (status, answer["error"]["code"]) == (404, 803)
    assert answer["error"]["message"].endswith("do not exist: 42")
    assert desk.graph("GET", "/v23.0/?ids=,")[1]["error"]["code"] == 100
    many = ",".join(str(each) for each in range(51))
    assert "Maximum: 50. Provided: 51" in desk.graph("GET", f"/v23.0/?ids={many}")[1]["error"]["message"]
    other = desk.graph("GET", f"/v23.0/?ids={desk.number_id}&fields=nonsense")[1]["error"]
    assert "nonexisting field" in other["message"]
    assert desk.emulator.call("GET", f"/v23.0/?ids={desk.number_id}")[1]["error"]["code"] == 104
