"""A program that waits for an answer where it asked, as pywa's listeners do."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pywa import filters
from pywa.listeners import UserUpdateListenerIdentifier

from tests.emulator.running import Emulator
from tests.pywa_client.conftest import CUSTOMER, NUMBER, types
from tests.pywa_client.test_receiving import write


def soon(act: Callable[[], Any]) -> None:
    """After the program has begun to wait."""
    threading.Timer(0.3, act).start()


def test_it_waits_for_a_reply(wa: Any, emulator: Emulator) -> None:
    sent = wa.send_message(CUSTOMER, "When?")
    soon(lambda: write(emulator, "text", {"body": "On Monday"}, context={"message_id": sent.id}))
    assert sent.wait_for_reply(timeout=10).text == "On Monday"


def test_it_waits_until_its_message_is_delivered_and_read(wa: Any) -> None:
    sent = wa.send_message(CUSTOMER, "Hello")
    assert sent.wait_until_read(timeout=10).status == types.MessageStatusType.READ


@pytest.mark.filterwarnings("ignore::pywa.errors.PywaDeprecationWarning")  # its own, of itself
def test_it_waits_for_a_tap_and_for_a_choice(wa: Any, emulator: Emulator) -> None:
    asked = wa.send_message(CUSTOMER, "Fits?", buttons=[types.Button("Yes", "yes")])
    tap = {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}}
    soon(lambda: write(emulator, "interactive", tap))
    assert asked.wait_for_click(timeout=10).data == "yes"
    section = types.Section("Days", [types.SectionRow("Monday", "mon")])
    asked = wa.send_message(CUSTOMER, "Which?", buttons=types.SectionList("Choose", [section]))
    choice = {"type": "list_reply", "list_reply": {"id": "mon", "title": "Monday"}}
    soon(lambda: write(emulator, "interactive", choice))
    assert asked.wait_for_selection(timeout=10).data == "mon"


def test_it_waits_for_a_place_that_it_asked_for(wa: Any, emulator: Emulator) -> None:
    asked = wa.request_location(CUSTOMER, "Where are you?")
    place = {"latitude": 37.48, "longitude": -122.15}
    soon(lambda: write(emulator, "location", place, context={"message_id": asked.id}))
    assert asked.wait_for_location(timeout=10).location.latitude == 37.48


def test_it_listens_to_whatever_passes_its_filter(wa: Any, emulator: Emulator) -> None:
    soon(lambda: write(emulator, "text", {"body": "not this"}))
    soon(lambda: write(emulator, "text", {"body": "this one"}))
    heard = wa.listen(
        to=UserUpdateListenerIdentifier(sender=CUSTOMER, recipient=NUMBER),
        filters=filters.message & filters.matches("this one"),
        timeout=10,
    )
    assert heard.text == "this one"
