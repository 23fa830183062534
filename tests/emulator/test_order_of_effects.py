"""What is refused uses nothing up, and what never arrives opens nothing."""

import asyncio
from typing import Any

import aiohttp

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook
from tests.emulator.test_calls import enable
from tests.emulator.test_documented_sends import put

TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hi"}}


def test_what_was_too_fast_is_not_owed_to_the_customer(emulator_apart: Emulator) -> None:
    desk = a_desk(emulator_apart, fields={"is_on_biz_app": True})
    desk.write()

    async def at_once(count: int) -> list[int]:
        url = f"http://127.0.0.1:{emulator_apart.port}/v23.0/{desk.number_id}/messages"
        body = {"messaging_product": "whatsapp", "to": desk.wa_id, **TEXT}
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {desk.token}"}) as http:

            async def one() -> int:
                async with http.post(url, json=body) as answer:
                    return int((await answer.json()).get("error", {}).get("code", 0))

            return list(await asyncio.gather(*[one() for _ in range(count)]))

    codes = asyncio.run(at_once(45))
    assert codes.count(130429) > 0
    sent = codes.count(0)
    for _ in range(100):
        code = desk.post(**TEXT)[1].get("error", {}).get("code", 0)
        if code == 131056:
            break
        sent += code == 0
        if code == 130429:
            emulator_apart.control("/clock", {"advance_seconds": 1})
    assert sent >= 45


def test_whoever_is_blocked_is_not_heard_and_opens_no_window(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    path, people = f"/v23.0/{desk.number_id}/block_users", {"block_users": [{"user": desk.wa_id}]}
    desk.write()
    assert desk.graph("POST", path, {"messaging_product": "whatsapp", **people})[0] == 200
    own_emulator.control("/clock", {"advance_seconds": 86_401})
    unheard = desk.write("Are you there?")
    assert desk.post(status="read", message_id=unheard, to=None)[1]["error"]["code"] == 131009
    assert desk.graph("DELETE", path, {"messaging_product": "whatsapp", **people})[0] == 200
    for _ in range(2):
        assert desk.post(**TEXT)[1]["error"]["code"] == 131047
        assert [each["status"] for each in desk.thread()] == ["delivered", "sent"]
        own_emulator.stop()
        own_emulator.start()
    desk.write("And now?")
    assert desk.post(**TEXT)[0] == 200


def test_the_business_is_not_told_of_whom_it_blocked(open_desk: Desk, hook: Hook) -> None:
    people = {"messaging_product": "whatsapp", "block_users": [{"user": open_desk.wa_id}]}
    path = f"/v23.0/{open_desk.number_id}/block_users"
    assert open_desk.graph("POST", path, people)[0] == 200
    unheard = open_desk.write("Are you there?")
    assert open_desk.graph("DELETE", path, people)[0] == 200
    hook.wait_for_message(open_desk.wa_id, open_desk.write("And now?"))
    assert unheard not in {each["id"] for each in hook.messages(open_desk.wa_id)}


def test_a_test_number_writes_to_whom_it_was_told(desk: Desk) -> None:
    path = f"/numbers/{desk.number_id}/test"
    desk.write()
    desk.emulator.control(path, {"recipients": []})
    assert desk.post(**TEXT)[1]["error"]["code"] == 131030
    assert desk.graph("GET", f"/v23.0/{desk.number_id}?fields=account_mode")[1]["account_mode"] == "SANDBOX"
    desk.emulator.control(path, {"recipients": [f"+{desk.wa_id}"]})
    assert desk.post(**TEXT)[0] == 200
    assert desk.post(**TEXT, to="15560000000")[1]["error"]["code"] == 131030
    desk.emulator.control(path, {"on": False})
    assert desk.post(**TEXT, to="15560000000")[1]["error"]["code"] == 131047
    too_many = {"recipients": [f"1556000000{each}" for each in range(6)]}
    assert desk.emulator.call("POST", f"/control{path}", too_many)[0] == 400


def test_calls_are_forbidden_in_either_direction(desk: Desk) -> None:
    enable(desk)
    restriction = f"/accounts/{desk.waba_id}/restriction"
    desk.emulator.control(restriction, {"types": ["RESTRICTED_BUSINESS_INITIATED_CALLING"]})
    begun = {"messaging_product": "whatsapp", "to": desk.wa_id, "action": "connect"}
    begun["session"] = {"sdp_type": "offer", "sdp": "v=0"}  # type: ignore[assignment]
    path = f"/v23.0/{desk.number_id}/calls"
    assert desk.graph("POST", path, begun)[1]["error"]["code"] == 138014
    desk.emulator.control(restriction, {"lift": True})
    assert desk.graph("POST", path, begun)[1]["error"]["code"] == 138006
    desk.emulator.control(restriction, {"types": ["RESTRICTED_USER_INITIATED_CALLING"]})
    calls, number = f"/control/customers/{desk.wa_id}/calls", {"phone_number_id": desk.number_id}
    assert desk.emulator.call("POST", calls, number)[0] == 400
    desk.emulator.control(restriction, {"lift": True})
    assert desk.emulator.call("POST", calls, number)[0] == 200


def test_an_answer_that_failed_begins_no_free_days(emulator_apart: Emulator, hook_apart: Hook) -> None:
    desk = a_desk(emulator_apart)
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Spring is here."}])
    advert = {"source_url": "https://fb.me/1", "source_id": "1", "source_type": "ad", "headline": "x", "body": "y"}
    desk.write(type="text", text={"body": "Hello"}, referral=advert)
    hook_apart.wait_for(desk.send(type="image", image={"id": put(desk, "image/png")[1]["id"]}), "failed")
    emulator_apart.control("/clock", {"advance_seconds": 3_600})
    hook_apart.wait_for(desk.send(**TEXT), "delivered")
    emulator_apart.control("/clock", {"advance_seconds": 72 * 3_600 - 1_800})
    sent = desk.send(type="template", template={"name": "offer", "language": {"code": "en_US"}})
    assert hook_apart.wait_for(sent, "delivered")["pricing"]["type"] == "free_entry_point"
