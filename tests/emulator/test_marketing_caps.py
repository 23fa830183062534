"""One person gets only so much marketing, from all businesses together."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import SECRET, VERIFY, Emulator, Hook, wait_until

DAY = 86_400


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory, hook: Hook) -> Iterator[Emulator]:
    """Everybody gets two a day at most, and nobody is in the experiment."""
    options = ["--webhook-url", hook.url, "--app-secret", SECRET, "--verify-token", VERIFY]
    started = Emulator(tmp_path_factory.mktemp("limited"), *options).start()
    yield started
    started.stop()


@pytest.fixture(autouse=True)
def limits(limited: Emulator) -> None:
    limited.control("/marketing-caps", {"seed": 1, "most": 2, "experiment": 0})


def offer(desk: Desk, hook: Hook, to: str) -> int:
    """0 for an offer that arrived, else the code of its failure."""
    if not desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"]:
        desk.template("offer", category="MARKETING")
    desk.emulator.control("/customers", {"wa_id": to, "name": "Ada"})
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": "offer", "language": {"code": "en_US"}, "components": [part]}
    status, answer = desk.post(to=to, type="template", template=template)
    assert status == 200, answer
    sent = answer["messages"][0]["id"]
    wait_until(lambda: hook.statuses(sent))
    return int(next((error["code"] for error in hook.statuses(sent)[0].get("errors", ())), 0))


def standing(desk: Desk, to: str) -> dict[str, Any]:
    whole: dict[str, Any] = desk.emulator.control(f"/marketing-caps?wa_id={to}")
    return whole


def test_the_limit_counts_over_all_businesses_and_for_a_day(limited: Emulator, hook: Hook) -> None:
    first, second = a_desk(limited), a_desk(limited)
    limit = standing(first, first.wa_id)["limit"]
    desks = [first, second, first]
    assert [offer(desks[index], hook, first.wa_id) for index in range(limit)] == [0] * limit
    assert offer(second, hook, first.wa_id) == 131049
    limited.control("/clock", {"advance_seconds": DAY + 1})
    assert offer(second, hook, first.wa_id) == 0


def test_what_is_sent_in_an_open_window_is_not_limited_and_does_not_count(limited: Emulator, hook: Hook) -> None:
    desk = a_desk(limited)
    desk.write()
    assert [offer(desk, hook, desk.wa_id) for _ in range(4)] == [0] * 4
    assert standing(desk, desk.wa_id)["in_24_hours"] == 0


def test_neither_people_nor_businesses_in_europe_are_limited(limited: Emulator, hook: Hook) -> None:
    desk, german = a_desk(limited), a_desk(limited, country="DE")
    assert [offer(desk, hook, f"49{desk.wa_id}") for _ in range(4)] == [0] * 4
    assert [offer(german, hook, german.wa_id) for _ in range(4)] == [0] * 4


def test_the_same_seed_gives_everybody_the_same_limit(limited: Emulator) -> None:
    desk = a_desk(limited)
    people = [f"1557000{index:04d}" for index in range(40)]
    limits = [standing(desk, each)["limit"] for each in people]
    assert set(limits) == {1, 2}
    limited.control("/marketing-caps", {"seed": 2, "most": 2})
    assert [standing(desk, each)["limit"] for each in people] != limits
    limited.control("/marketing-caps", {"seed": 1, "most": 2})
    assert [standing(desk, each)["limit"] for each in people] == limits


def test_people_in_an_experiment_get_none_unless_they_wrote(limited: Emulator, hook: Hook) -> None:
    desk = a_desk(limited)
    limited.control("/marketing-caps", {"seed": 1, "experiment": 1})
    assert offer(desk, hook, desk.wa_id) == 130472
    desk.write()
    assert offer(desk, hook, desk.wa_id) == 0


def test_numbers_of_the_united_states_get_none_where_the_rule_is_on(limited: Emulator, hook: Hook) -> None:
    desk = a_desk(limited)
    limited.control("/marketing-caps", {"seed": 1, "experiment": 0, "united_states": True})
    assert offer(desk, hook, desk.wa_id) == 131049
    assert offer(desk, hook, f"55{desk.wa_id}") == 0


def test_limits_are_kept_over_a_restart_and_taken_away(own_emulator: Emulator) -> None:
    plan = {"seed": 7, "most": 1, "experiment": 0.0, "united_states": False}
    desk = a_desk(own_emulator)
    own_emulator.control("/marketing-caps", plan)
    desk.template("offer", category="MARKETING")
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    desk.send(type="template", template={"name": "offer", "language": {"code": "en_US"}, "components": [part]})
    own_emulator.stop()
    own_emulator.start()
    assert standing(desk, desk.wa_id) == {"plan": plan, "limit": 1, "in_24_hours": 1, "in_experiment": False}
    assert own_emulator.control("/marketing-caps", {}) == {"plan": None}
    wrong = own_emulator.call("POST", "/control/marketing-caps", {"seed": 1, "most": 0})
    assert wrong[0] == 400 and "most must be 1 or more" in str(wrong[1])
