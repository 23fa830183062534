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


def mixed(links: int, replies: int) -> dict[str, Any]:
    pages = [{"display_text": f"Page {i}", "url": f"https://acme.example/{i}"} for i in range(links)]
    buttons: list[Any] = [{"type": "cta_url", "cta_url": page} for page in pages]
    buttons += [{"type": "reply", "reply": {"id": f"r{i}", "title": f"Reply {i}"}} for i in range(replies)]
    return {"type": "button", "body": {"text": "Your parcel is ready"}, "action": {"buttons": buttons}}


@pytest.mark.parametrize(
    "wrong",
    [
        {"category": "marketing"},
        {"category": "utility", "ttl_seconds": 29},
        {"category": "authentication", "ttl_seconds": 901},
        {"category": "authentication", "direct_send_config": {"template_name": "parcel"}},
        {"category": "utility", "text": {"body": "https://example.com", "preview_url": True}},
        {"category": "utility", "type": "location", "location": {"latitude": 1, "longitude": 1}},
        {"category": "authentication", "type": "interactive", "interactive": mixed(0, 1)},
        {"category": "utility", "direct_send_config": {"template_name": "Parcel Ready"}},
        {"category": "utility", "direct_send_config": {}},
    ],
)
def test_its_limits(desk: Desk, wrong: dict[str, Any]) -> None:
    switch(desk, "enabled")
    assert code(desk, **wrong) == 100


@pytest.mark.parametrize(
    ("links", "replies", "refused"), [(2, 8, 0), (0, 10, 0), (2, 0, 0), (2, 9, 131009), (3, 1, 131009)]
)
def test_ten_buttons_of_which_two_may_open_pages(
    desk: Desk, hook: Hook, links: int, replies: int, refused: int
) -> None:
    switch(desk, "enabled")
    sent = {"type": "interactive", "interactive": mixed(links, replies)}
    status, answer = desk.post(**sent, category="utility")
    assert (status, answer.get("error", {}).get("code", 0)) == (400 if refused else 200, refused), answer
    if not refused:
        hook.wait_for(answer["messages"][0]["id"], "delivered")
        chats = f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages"
        (shown,) = desk.emulator.call("GET", chats)[1]["items"]
        assert [each["kind"] for each in shown["buttons"]] == ["url"] * links + ["reply"] * replies
    desk.write()
    assert desk.post(**sent)[1]["error"]["code"] == 131009, "without a category three replies are the most"


def test_links_stand_before_replies(desk: Desk) -> None:
    switch(desk, "enabled")
    whole = mixed(1, 1)
    whole["action"]["buttons"].reverse()
    assert desk.post(type="interactive", interactive=whole, category="utility")[1]["error"]["code"] == 131009


def test_it_is_no_longer_than_a_template_may_be(desk: Desk) -> None:
    switch(desk, "enabled")
    for length, refused in ((1024, 0), (1025, 131009)):
        answer = desk.post(type="text", text={"body": "x" * length}, category="utility")[1]
        assert answer.get("error", {}).get("code", 0) == refused


@pytest.mark.parametrize("category", ["MARKETING", "UTILITY"])
def test_the_name_of_a_template_of_the_business_is_not_free(desk: Desk, hook: Hook, category: str) -> None:
    switch(desk, "enabled")
    desk.template("parcel", category=category)
    sent = desk.send(**TEXT, category="utility", direct_send_config={"template_name": "parcel"})
    assert hook.wait_for(sent, "failed")["errors"][0]["code"] == 132021


def test_a_name_that_is_free_is_the_platforms_from_then_on(desk: Desk, hook: Hook) -> None:
    switch(desk, "enabled")
    config = {"category": "utility", "direct_send_config": {"template_name": "parcel_ready"}}
    told = [hook.wait_for(desk.send(**TEXT, **config), "delivered")["template_id"] for _ in range(2)]
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?source=AUTO_GENERATED")[1]["data"]
    assert [(each["name"], each["id"]) for each in listed] == [("parcel_ready", told[0])] and told[0] == told[1]


def test_an_account_that_may_not_is_told_so_until_it_may(desk: Desk) -> None:
    switch(desk, "enabled")
    path, kind = f"/accounts/{desk.waba_id}/restriction", "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES"
    desk.emulator.control(path, {"types": [kind]})
    assert code(desk, category="utility") == 139200
    assert desk.post(**TEXT, category="authentication")[0] == 200
    desk.emulator.control(path, {"lift": True})
    assert desk.post(**TEXT, category="utility")[0] == 200


def test_a_tap_on_one_is_told_as_on_a_template(desk: Desk, hook: Hook) -> None:
    switch(desk, "enabled")
    chat = f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages"
    told = []
    for more in ({"category": "utility"}, {}):
        sent = desk.send(type="interactive", interactive=mixed(0, 2), **more)
        hook.wait_for(sent, "delivered")
        tap = {"type": "reply", "reply": {"id": "r1", "title": "Reply 1", "kind": "button"}, "context_id": sent}
        answered = desk.emulator.call("POST", chat, tap)[1]["id"]
        told.append(hook.wait_for_message(desk.wa_id, answered))
        assert told[-1]["context"]["id"] == sent
    assert told[0]["button"] == {"payload": "r1", "text": "Reply 1"}
    assert told[1]["interactive"]["button_reply"] == {"id": "r1", "title": "Reply 1"}


def a_code(text: str = "Your code is 4711.", **button: Any) -> dict[str, Any]:
    buttons = [{"type": "copy_code", "copy_code": {"code": "4711"}, **button}]
    whole = {"type": "button", "body": {"text": text}, "action": {"buttons": buttons}}
    return {"type": "interactive", "interactive": whole}


def test_a_code_is_sent_with_a_button_that_copies_it(desk: Desk, hook: Hook) -> None:
    switch(desk, "enabled")
    sent = desk.send(**a_code(), category="authentication")
    assert hook.wait_for(sent, "delivered")["pricing"]["category"] == "authentication"
    path = f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages"
    bubble = next(each for each in desk.emulator.call("GET", path)[1]["items"] if each["id"] == sent)
    assert bubble["buttons"] == [{"id": "4711", "title": "Copy code", "kind": "copy_code"}]
    wrong = [
        (a_code(), "utility", 100),
        (a_code("Ihr Code ist 4711, bitte geben Sie ihn niemandem."), "authentication", 100),
        (a_code("Your code is on its way."), "authentication", 131009),
        (a_code(copy_code={"code": "x" * 16}), "authentication", 131009),
        (a_code(copy_code=None), "authentication", 131008),
        (a_code(), None, 131009),
    ]
    for body, category, told in wrong:
        desk.write()
        assert desk.post(**body, category=category)[1]["error"]["code"] == told, (body, category)


def test_service_is_the_category_of_every_other_message(open_desk: Desk, hook: Hook) -> None:
    sent = open_desk.send(**TEXT, category="service")
    assert hook.wait_for(sent, "delivered")["pricing"]["category"] == "service"


def test_a_template_of_direct_sends_is_sent_by_no_other(desk: Desk) -> None:
    switch(desk, "enabled")
    desk.send(**TEXT, category="utility", direct_send_config={"template_name": "parcel_news"})
    values = [{"type": "body", "parameters": [{"type": "text", "text": "x"}]}]
    template = {"name": "parcel_news", "language": {"code": "en"}, "components": values}
    assert desk.post(type="template", template=template)[1]["error"]["code"] == 132018
