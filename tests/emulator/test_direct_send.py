"""Plain messages with a category: they open a conversation, and cost."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until

TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Your parcel is ready"}}


def switch(desk: Desk, state: str) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/direct-send", {"state": state})


def code(desk: Desk, **body: Any) -> int:
    return int(desk.post(**{**TEXT, **body})[1]["error"]["code"])


def test_only_accounts_that_may(desk: Desk) -> None:
    assert code(desk, category="utility") == 100
    switch(desk, "blocked")
    assert code(desk, category="utility") == 139200
    assert code(desk, ttl_seconds=60) == 100


def test_it_opens_a_conversation_and_costs(desk: Desk, hook: Hook) -> None:
    switch(desk, "enabled")
    assert code(desk) == 131047
    sent = desk.send(**TEXT, category="utility")
    wait_until(lambda: hook.statuses(sent))
    status = hook.statuses(sent)[0]
    assert status["pricing"]["billable"] is True and status["pricing"]["category"] == "utility"
    assert status["template_id"].isdigit()


@pytest.mark.parametrize(
    "wrong",
    [
        {"category": "marketing"},
        {"category": "utility", "ttl_seconds": 29},
        {"category": "authentication", "ttl_seconds": 901},
        {"category": "authentication", "direct_send_config": {"template_name": "parcel"}},
        {"category": "utility", "text": {"body": "https://example.com", "preview_url": True}},
        {"category": "utility", "type": "location", "location": {"latitude": 1, "longitude": 1}},
    ],
)
def test_its_limits(desk: Desk, wrong: dict[str, Any]) -> None:
    switch(desk, "enabled")
    assert code(desk, **wrong) == 100
