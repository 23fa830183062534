"""Forms in the chat: from draft to deprecated, and what may be sent of them."""

import json
from typing import Any

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until

FORM = {
    "version": "7.0",
    "screens": [
        {"id": "START", "title": "Visit", "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "Footer", "label": "On", "on-click-action": {
                "name": "navigate", "next": {"type": "screen", "name": "END"}, "payload": {}}}]}},
        {"id": "END", "title": "Thanks", "terminal": True, "layout": {"type": "SingleColumnLayout", "children": []}},
    ],
}  # fmt: skip


def a_flow(desk: Desk, name: str = "visit", **more: Any) -> str:
    status, answer = desk.graph("POST", f"/v23.0/{desk.waba_id}/flows", {"name": name, "categories": ["OTHER"], **more})
    assert status == 200, answer
    return str(answer["id"])


def state(desk: Desk, flow: str) -> str:
    return str(desk.graph("GET", f"/v23.0/{flow}?fields=status")[1]["status"])


def test_a_draft_is_published_and_deprecated_and_the_business_is_told(desk: Desk, hook: Hook) -> None:
    flow = a_flow(desk, flow_json=json.dumps(FORM))
    assert state(desk, flow) == "DRAFT"
    assert desk.graph("POST", f"/v23.0/{flow}/publish")[1] == {"success": True}
    assert desk.graph("POST", f"/v23.0/{flow}", {"name": "first visit"})[0] == 200
    assert desk.graph("POST", f"/v23.0/{flow}/deprecate")[1] == {"success": True}
    assert state(desk, flow) == "DEPRECATED"
    told = [("DRAFT", "PUBLISHED"), ("PUBLISHED", "DEPRECATED")]
    wait_until(lambda: [(v["old_status"], v["new_status"]) for v in _told(hook, flow)] == told)


def _told(hook: Hook, flow: str) -> list[dict[str, Any]]:
    return [each["value"] for each in hook.changes if each["field"] == "flows" and each["value"]["flow_id"] == flow]


def test_what_is_wrong_with_a_form_is_listed_and_keeps_it_from_being_published(desk: Desk) -> None:
    broken = json.loads(json.dumps(FORM))
    broken["screens"][0]["layout"]["children"][0]["on-click-action"]["next"]["name"] = "NOWHERE"
    broken["screens"][1]["terminal"] = False
    flow = a_flow(desk, flow_json=json.dumps(broken), publish=True)
    faults = desk.graph("GET", f"/v23.0/{flow}?fields=validation_errors")[1]["validation_errors"]
    assert [each["error"] for each in faults] == ["INVALID_SCREEN_REFERENCE", "MISSING_TERMINAL_SCREEN"]
    status, answer = desk.graph("POST", f"/v23.0/{flow}/publish")
    assert (status, answer["error"]["code"]) == (400, 139002)
    assert desk.graph("DELETE", f"/v23.0/{flow}")[1] == {"success": True}
    assert desk.graph("GET", f"/v23.0/{flow}")[1]["error"]["error_subcode"] == 33


def test_names_are_unique_and_what_is_published_stays(desk: Desk) -> None:
    flow = a_flow(desk, flow_json=json.dumps(FORM), publish=True)
    again = {"name": "visit", "categories": ["OTHER"]}
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}/flows", again)[1]["error"]["error_subcode"] == 4016019
    assert desk.graph("DELETE", f"/v23.0/{flow}")[1]["error"]["code"] == 139000
    wrong = {"name": "other", "categories": ["NONSENSE"]}
    assert "categories" in str(desk.graph("POST", f"/v23.0/{desk.waba_id}/flows", wrong)[1])


def test_one_that_is_made_published_is_told_as_any_other(desk: Desk, hook: Hook) -> None:
    flow = a_flow(desk, flow_json=json.dumps(FORM), publish=True)
    wait_until(lambda: [(v["old_status"], v["new_status"]) for v in _told(hook, flow)] == [("DRAFT", "PUBLISHED")])


def test_a_change_that_is_refused_changes_nothing(desk: Desk) -> None:
    flow, other = a_flow(desk), a_flow(desk, name="other")
    taken = desk.graph("POST", f"/v23.0/{other}", {"name": "visit"})[1]["error"]
    assert (taken["code"], taken["error_subcode"]) == (100, 4016019)
    assert desk.graph("POST", f"/v23.0/{flow}", {"name": "visit"})[0] == 200, "its own name is nobody else's"
    assert desk.graph("POST", f"/v23.0/{flow}", {"name": "new", "categories": ["NONE"]})[1]["error"]["code"] == 100
    assert desk.graph("GET", f"/v23.0/{flow}?fields=name")[1]["name"] == "visit"


def test_a_tester_has_the_platform_warn_of_a_form(desk: Desk, hook: Hook) -> None:
    flow = a_flow(desk)
    desk.emulator.control(f"/flows/{flow}/alert", {"event": "ENDPOINT_AVAILABILITY", "availability": 71})
    wait_until(lambda: _told(hook, flow))
    told = _told(hook, flow)[0]
    assert (told["event"], told["availability"], told["threshold"]) == ("ENDPOINT_AVAILABILITY", 71, 90)
    assert told["alert_state"] == "ACTIVATED"


def test_only_a_published_flow_is_sent_unless_it_is_said_to_be_a_draft(open_desk: Desk) -> None:
    flow = a_flow(open_desk, flow_json=json.dumps(FORM))

    def sent(**changed: Any) -> tuple[int, Any]:
        parameters = {"flow_message_version": "3", "flow_id": flow, "flow_cta": "Book", **changed}
        action = {"name": "flow", "parameters": {key: value for key, value in parameters.items() if value}}
        return open_desk.post(
            type="interactive", interactive={"type": "flow", "body": {"text": "Book"}, "action": action}
        )

    assert sent()[1]["error"]["code"] == 131009
    assert sent(mode="draft")[0] == 200
    open_desk.graph("POST", f"/v23.0/{flow}/publish")
    assert sent()[0] == 200
    assert sent(flow_id=None, flow_name="visit")[0] == 200
    assert sent(flow_id="123")[1]["error"]["code"] == 131009
    assert sent(flow_cta="B" * 31)[1]["error"]["code"] == 131009
    open_desk.emulator.control(f"/flows/{flow}", {"status": "BLOCKED"})
    assert sent()[1]["error"]["code"] == 132068
