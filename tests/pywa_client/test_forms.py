"""A form whose server is pywa's: what the phone page seals, pywa opens, and what pywa seals, the phone page opens."""

import importlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from pywa.handlers import FlowRequestHandler

from tests.emulator.running import Emulator
from tests.pywa_client.conftest import CUSTOMER, NUMBER, Listener, types
from tests.pywa_client.samples import FLOW

f: Any = importlib.import_module("pywa.types.flows")


class FormServer:
    """Whatever pywa understood of the requests; answers one screen, and then the end."""

    def __init__(self) -> None:
        self.requests: list[Any] = []

    def __call__(self, _: Any, request: Any) -> Any:
        self.requests.append(request)
        if request.data and request.data.get("day") == "never":
            raise f.FlowTokenNoLongerValid(error_message="This offer has ended.")
        if request.action == f.FlowRequestActionType.INIT:
            return request.respond(screen="START", data={"days": ["Monday"]})
        return request.respond(close_flow=True, data={"day": request.data["day"]}, flow_token=request.flow_token)


@pytest.fixture(scope="module")
def served(wa: Any, hook_url: str) -> Iterator[tuple[str, FormServer]]:
    """(id of a published form, what its server heard)."""
    server = FormServer()
    wa.add_flow_request_handler(FlowRequestHandler(server, endpoint="/form"))
    made = wa.create_flow(
        "form_of_pywa", [types.FlowCategory.APPOINTMENT_BOOKING], endpoint_uri=hook_url.replace("/hook", "/form")
    )
    whole = {**FLOW, "data_api_version": "3.0", "routing_model": {"START": []}}
    assert wa.update_flow_json(made.id, whole).success
    assert wa.publish_flow(made.id)
    yield made.id, server
    assert wa.deprecate_flow(made.id)
    assert wa.get_flow(made.id).status == types.FlowStatus.DEPRECATED


def exchange(emulator: Emulator, message: str, **said: Any) -> tuple[int, Any]:
    path = f"/phone/api/customers/{CUSTOMER}/chats/{NUMBER}/messages/{message}/form/exchange"
    return emulator.call("POST", path, said)


def test_a_form_asks_its_server_and_ends(
    wa: Any, emulator: Emulator, listener: Listener, served: tuple[str, FormServer]
) -> None:
    flow, server = served
    button = types.FlowButton(
        "Book", flow_id=flow, flow_token="t-9", flow_action_type=types.FlowActionType.DATA_EXCHANGE
    )
    sent = wa.send_message(CUSTOMER, "Book a visit", buttons=button)
    listener.wait_for("MessageStatus", id=sent.id, status=types.MessageStatusType.DELIVERED)
    assert exchange(emulator, sent.id, action="INIT") == (200, {"screen": "START", "data": {"days": ["Monday"]}})
    done = exchange(emulator, sent.id, action="data_exchange", screen="START", data={"day": "Monday"})
    assert done == (200, {"done": {"flow_token": "t-9", "day": "Monday"}})
    first, second = server.requests[-2:]
    assert (first.action, first.flow_token, first.version) == (f.FlowRequestActionType.INIT, "t-9", "3.0")
    assert (second.screen, second.data) == ("START", {"day": "Monday"})
    refused = exchange(emulator, sent.id, action="data_exchange", screen="START", data={"day": "never"})
    assert refused[0] == 400 and "This offer has ended." in str(refused[1])


def test_what_was_filled_in_arrives(wa: Any, emulator: Emulator, listener: Listener) -> None:
    answered = {"flow_token": "t-9", "day": "Monday"}
    reply = {"name": "flow", "body": "Sent", "response_json": json.dumps(answered)}
    body = {"phone_number_id": NUMBER, "type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": reply}}
    sent = emulator.control(f"/customers/{CUSTOMER}/messages", body)["id"]
    completion = listener.wait_for("FlowCompletion", id=sent)
    assert (completion.token, completion.response["day"]) == ("t-9", "Monday")


def test_a_form_is_read_changed_and_deleted(wa: Any) -> None:
    made = wa.create_flow("draft_of_pywa", [types.FlowCategory.OTHER], flow_json=FLOW)
    details = wa.get_flow(made.id)
    assert (details.status, details.name, details.validation_errors) == (types.FlowStatus.DRAFT, "draft_of_pywa", None)
    assert wa.update_flow_metadata(made.id, name="draft_two", categories=[types.FlowCategory.SURVEY])
    assert wa.get_flow(made.id).categories == (types.FlowCategory.SURVEY,)
    assert [each.name for each in wa.get_flow_assets(made.id)] == ["flow.json"]
    assert made.id in {each.id for each in wa.get_flows()}
    assert wa.delete_flow(made.id)
    assert made.id not in {each.id for each in wa.get_flows()}


def test_a_form_with_a_fault_is_not_published(wa: Any) -> None:
    from pywa import errors

    made = wa.create_flow("broken_of_pywa", [types.FlowCategory.OTHER])
    updated = wa.update_flow_json(made.id, {"version": "7.0", "screens": []})
    assert updated.validation_errors
    with pytest.raises(errors.WhatsAppError) as refused:
        wa.publish_flow(made.id)
    assert 139000 <= refused.value.code <= 139004
    wa.delete_flow(made.id)
