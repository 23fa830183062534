"""Requests with one thing bent: always a documented refusal or an acceptance, never a broken platform."""

import copy
import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import closing
from signal import SIGKILL
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator
from tests.emulator.test_phone_templates import BODY, CAROUSEL, OFFER, a_card
from tests.emulator.test_refusals import LINK_BUTTON, a_template, button_value, buttons, rows

ODD: list[Any] = [None, [], {}, 7, -1.5, True, "", "x", "\u0000\ud83d\ude00", [[]], [None], {"type": []}, "x" * 5000]
CHOSEN = {"sections": [{"title": "x", "product_items": [{"product_retailer_id": "x"}]}]}
ITEMS = {"type": "button", "sub_type": "mpm", "index": 0, "parameters": [{"type": "action", "action": CHOSEN}]}
ENDS = {
    "type": "limited_time_offer",
    "parameters": [{"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1_900_000_000_000}}],
}
COMPONENTS: dict[str, Any] = {
    "link_template": LINK_BUTTON,
    "cards": CAROUSEL,
    "items": [BODY, {"type": "BUTTONS", "buttons": [{"type": "MPM", "text": "View"}]}],
    "offer": [BODY, OFFER],
}
BODIES = {
    "text": {"type": "text", "text": {"body": "Hi"}, "context": {"message_id": "wamid.x"}},
    "buttons": buttons("Yes", "No"),
    "list": rows(2),
    "template": a_template("Ada"),
    "link_template": button_value(),
    "cards": a_template(components=[{"type": "carousel", "cards": [a_card(["x"], 0), a_card(["x"], 1)]}]),
    "items": a_template(components=[ITEMS]),
    "offer": a_template(components=[ENDS]),
    "image": {"type": "image", "image": {"link": "http://127.0.0.1:9/x.png", "caption": "x"}},
    "location": {"type": "location", "location": {"latitude": 1, "longitude": 2, "name": "x"}},
    "contacts": {"type": "contacts", "contacts": [{"name": {"formatted_name": "Bo"}, "phones": [{"phone": "+1"}]}]},
    "reaction": {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "👍"}},
    "receipt": {"status": "read", "message_id": "wamid.x", "typing_indicator": {"type": "text"}},
}


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from paths(child, (*path, key))


def bent(body: dict[str, Any], path: tuple[Any, ...], odd: Any) -> dict[str, Any]:
    changed: Any = copy.deepcopy(body)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = odd
    return dict(changed)


@pytest.mark.parametrize("name", BODIES)
def test_a_bent_request_gets_a_documented_answer(open_desk: Desk, name: str) -> None:
    open_desk.template("parcel", components=COMPONENTS.get(name, [{"type": "BODY", "text": "Hi {{1}}."}]))
    open_desk.set_number(throughput="HIGH")
    body = {"messaging_product": "whatsapp", "to": open_desk.wa_id, "biz_opaque_callback_data": "x", **BODIES[name]}
    headers = {"Authorization": f"Bearer {open_desk.token}", "Content-Type": "application/json"}
    with closing(http.client.HTTPConnection("127.0.0.1", open_desk.emulator.port, timeout=10)) as connection:
        for path in paths(body):
            for odd in ODD:
                sent = json.dumps(bent(body, path, odd)).encode()
                connection.request("POST", f"/v23.0/{open_desk.number_id}/messages", sent, headers)
                answer = json.loads(connection.getresponse().read())
                assert answer.get("error", {}).get("code") != 1, (path, odd)
    assert open_desk.emulator.call("GET", f"/phone/api/customers/{open_desk.wa_id}/chats")[0] == 200
    assert open_desk.thread()


def test_every_send_that_was_answered_is_there_after_a_kill(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator, throughput="HIGH")
    desk.template(components=[{"type": "BODY", "text": "It is here."}])
    answered: list[str] = []

    def send(first: int) -> None:
        for index in range(first, first + 10_000):
            try:
                status, answer = desk.post(**a_template(), to=f"1558{index:07d}")
            except (OSError, http.client.HTTPException):
                return
            if status == 200:
                answered.append(answer["messages"][0]["id"])

    senders = [threading.Thread(target=send, args=[first * 10_000]) for first in range(4)]
    for sender in senders:
        sender.start()
    while len(answered) < 150:
        senders[0].join(0.01)
    own_emulator.stop(SIGKILL)
    for sender in senders:
        sender.join()
    own_emulator.start()
    kept = [each["wamid"] for each in own_emulator.control("/sends")["items"]]
    assert set(answered) <= set(kept) and len(kept) == len(set(kept))
