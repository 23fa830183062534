"""Scenario files: read, planned by a seed, and played on the platform's clock."""

import subprocess
import sys

import pytest

from parley_emulator.scenario.plan import DAY, Event, plan
from parley_emulator.scenario.reading import BadScenario, read_scene
from parley_emulator.scenario.shipped import names, text_of
from tests.emulator.conftest import a_desk
from tests.emulator.running import Emulator, wait_until

SMALL = """
name = "Small"
customers = 20
conversations = 60
play_seconds = 0
hours = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
weekdays = [1, 1, 1, 1, 1, 0, 0]
chances = { block = 0.1, report = 0.1, stop = 0.2, resume = 0.5, react = 0.5, hide_number = 0.2 }
[[scripts]]
name = "hello"
lines = [{ text = "Hello" }, { text = "Good day", weight = 2 }]
follow_ups = [{ lines = [{ text = "Thanks" }] }, { after_answer = false, lines = [{ text = "Anybody?" }] }]
"""


def _opening(event: Event) -> bool:
    return event.text in {"Hello", "Good day"}


def test_same_seed_same_events() -> None:
    scene = read_scene(SMALL)
    first = plan(scene)
    assert first == plan(read_scene(SMALL))
    scene.seed = 2
    assert plan(scene) != first


def test_arrivals_follow_the_curves_and_events_are_in_order() -> None:
    events = plan(read_scene(SMALL))
    openings = [event for event in events if _opening(event)]
    assert events == sorted(events)
    assert openings
    assert all(9 <= event.at % DAY / 3600 <= 17 and event.at < 5 * DAY for event in openings)


def test_nothing_comes_after_a_block() -> None:
    events = plan(read_scene(SMALL.replace("block = 0.1", "block = 1.0")))
    blocks = {event.customer: event for event in events if event.kind == "block"}
    assert blocks
    assert all(event <= blocks[event.customer] for event in events if event.customer in blocks)


@pytest.mark.parametrize("name", names())
def test_shipped_files_are_right(name: str) -> None:
    assert len(plan(read_scene(text_of(name) or ""))) > 1000


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("customers = 20", "customers = 0", "customers is 0, from 1 to 50000"),
        ("block = 0.1", "block = 1.5", "chances.block is 1.5, from 0 to 1"),
        ("weekdays = [1, 1, 1, 1, 1, 0, 0]", "weekdays = [1]", "weekdays has 1 weights and needs 7"),
        ("conversations = 60", "conversation = 60", "conversation"),
        ("name = ", "name ", "not TOML"),
        ("play_seconds = 0", "play_seconds = nan", "play_seconds is nan"),
        ("play_seconds = 0", "platform = { marketing = { most = 0 } }", "platform.marketing.most is 0, from 1 to 1000"),
        ("play_seconds = 0", "platform = { pacing = { seconds = 0 } }", "platform.pacing.seconds is 0, from 1"),
        (
            "play_seconds = 0",
            "looks = { per_day = 1, tap = 0.6, block = 0.6 }",
            "the sum of the chances of looks is 1.2",
        ),
        ("play_seconds = 0", "looks = { per_day = -1 }", "looks.per_day is -1, from 0 to 100"),
        ("weight = 2", "weight = -2", "scripts[0].lines must be 0 or more"),
    ],
)
def test_errors_name_the_field(old: str, new: str, told: str) -> None:
    with pytest.raises(BadScenario) as caught:
        read_scene(SMALL.replace(old, new, 1))
    assert told in str(caught.value)


def test_played_to_the_end(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    before = own_emulator.control("/clock")["now"]
    own_emulator.control("/scenario", {"phone_number_id": desk.number_id, "text": SMALL})
    wait_until(lambda: own_emulator.control("/scenario")["state"] == "finished")
    shown = own_emulator.control("/scenario")
    assert shown["done"] + shown["left_out"] == shown["planned"] == len(plan(read_scene(SMALL)))
    assert shown["by_kind"]["block"] and shown["left_out_by_kind"]["react"], "nobody answered, so nobody reacts"
    assert own_emulator.control("/clock")["now"] > before + 3 * DAY


SPRING = {"name": "spring", "language": {"code": "en_US"}}
CAMPAIGN = """
name = "Campaign"
customers = 40
conversations = 20
play_seconds = 0
chances = { ad = 1.0 }
looks = { per_day = 3, tap = 0.4, stop = 0.2, report = 0.1, block = 0.1 }
[[scripts]]
name = "ad"
lines = [{ text = "I saw your offer" }]
"""


def test_a_plan_without_looks_or_ads_is_what_it_was() -> None:
    with_none = read_scene(SMALL.replace("play_seconds = 0", "play_seconds = 0\nlooks = { per_day = 0 }"))
    assert plan(with_none) == plan(read_scene(SMALL))


def test_whoever_looks_finds_a_campaign_and_does_something_about_it(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator, display_phone_number="+493090182000")
    buttons = {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Tell me more"}]}
    parts = [{"type": "BODY", "text": "Our spring offers are here."}, buttons]
    desk.template("spring", category="MARKETING", components=parts)
    for place in range(40):
        own_emulator.control("/customers", {"wa_id": str(15_550_000_000 + place), "name": "Somebody"})
        desk.send(to=str(15_550_000_000 + place), type="template", template=SPRING)
    last = f"/customers/{15_550_000_039}/messages"
    wait_until(lambda: own_emulator.control(last)["items"][0]["status"] == "delivered")
    own_emulator.control("/scenario", {"phone_number_id": desk.number_id, "text": CAMPAIGN})
    wait_until(lambda: own_emulator.control("/scenario")["state"] == "finished")
    shown = own_emulator.control("/scenario")
    assert shown["by_kind"]["ad"] + shown["left_out_by_kind"].get("ad", 0) == 20, "but for those who blocked it"
    assert shown["by_kind"]["look"] >= 20
    assert shown["left_out_by_kind"]["look"], "most looks find nothing new"
    said = [
        message
        for place in range(40)
        for message in own_emulator.control(f"/customers/{15_550_000_000 + place}/messages")["items"]
    ]
    taps = [each for each in said if each["type"] == "button"]
    assert taps and all(each["button"]["text"] == "Tell me more" for each in taps)
    assert any(each["type"] == "template" and each["status"] == "read" for each in said)
    numbers = own_emulator.control("/state")["numbers"]
    assert numbers[0]["fields"]["signals"], "somebody blocked or reported it"


def test_one_at_a_time_and_stopped(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    wanted = {"phone_number_id": desk.number_id, "text": SMALL, "play_seconds": 600}
    own_emulator.control("/scenario", wanted)
    status, answer = own_emulator.call("POST", "/control/scenario", wanted)
    assert status == 400 and "Stop it" in answer["error"]
    assert own_emulator.control("/scenario", method="DELETE")["state"] == "stopped"


def test_command_lists_and_plays(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    command = [sys.executable, "-m", "parley_emulator.main", "scenario"]
    listed = subprocess.run([*command, "--list"], capture_output=True, text=True, check=True).stdout.split()
    assert listed == ["angry_week.toml", "flash_sale.toml", "quiet_shop.toml"]
    options = ["--platform", f"http://127.0.0.1:{own_emulator.port}", "--number", desk.number_id, "--seconds", "0"]
    played = subprocess.run([*command, "quiet_shop", *options], check=False, capture_output=True, text=True)
    assert played.returncode == 0, played.stderr
    assert "Quiet shop: finished" in played.stdout
    missing = subprocess.run([*command, "nowhere.toml", *options], check=False, capture_output=True, text=True)
    assert missing.returncode == 1 and "see --list" in missing.stderr


def test_a_file_says_how_the_platform_treats_marketing(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    rules = "platform = { pacing = { first = 0, seconds = 600 }, marketing = { most = 5, experiment = 0.5 } }"
    text = SMALL.replace("play_seconds = 0", f"play_seconds = 0\nseed = 9\n{rules}")
    own_emulator.control("/scenario", {"phone_number_id": desk.number_id, "text": text})
    wait_until(lambda: own_emulator.control("/scenario")["state"] == "finished")
    plan = own_emulator.control("/marketing-caps")["plan"]
    assert plan == {"seed": 9, "most": 5, "experiment": 0.5, "united_states": False}
    desk.template("offer", category="MARKETING")
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": "offer", "language": {"code": "en_US"}, "components": [part]}
    answer = desk.post(type="template", template=template)[1]
    assert answer["messages"][0]["message_status"] == "held_for_quality_assessment"
