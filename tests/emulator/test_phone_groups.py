"""Groups on the phones of their members: come in, read, write, react, and what the business hears of it."""

import http.client
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until
from tests.emulator.test_groups import a_group, say, told_of
from tests.emulator.test_manager import account


class Club:
    """A group with its link, and the phones of Ada and Bo."""

    def __init__(self, desk: Desk, hook: Hook, mode: str = "auto_approve") -> None:
        self.desk, self.hook = desk, hook
        self.id = a_group(desk, hook, mode)
        self.link = str(desk.graph("GET", f"/v23.0/{self.id}/invite_link")[1]["invite_link"])
        self.ada, self.bo = desk.wa_id, f"{desk.wa_id}1"
        desk.emulator.control("/customers", {"wa_id": self.bo, "name": "Bo"})

    def phone(self, who: str, path: str, body: Any = None, method: str = "") -> Any:
        status, answer = self.call(who, path, body, method)
        assert status == 200, answer
        return answer

    def call(self, who: str, path: str, body: Any = None, method: str = "") -> tuple[int, Any]:
        verb = method or ("GET" if body is None else "POST")
        return self.desk.emulator.call(verb, f"/phone/api/customers/{who}{path}", body)

    def enter(self, *people: str) -> None:
        for who in people:
            self.phone(who, "/invitations", {"link": self.link})

    def write(self, who: str, text: str = "", **draft: Any) -> Any:
        return self.phone(who, f"/chats/{self.id}/messages", {"type": "text", "text": text, **draft})

    def seen(self, who: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.phone(who, f"/chats/{self.id}/messages")["items"]
        return found

    def line(self, who: str) -> dict[str, Any]:
        lines = self.phone(who, "/chats")["items"]
        found: dict[str, Any] = next(each for each in lines if each["phone_number_id"] == self.id)
        return found

    def events(self, kind: str) -> list[dict[str, Any]]:
        listed = [each["value"]["groups"] for each in self.hook.changes if each["field"].startswith("group_")]
        return [event for events in listed for event in events if (event["group_id"], event["type"]) == (self.id, kind)]


@pytest.fixture
def club(desk: Desk, hook: Hook) -> Club:
    return Club(desk, hook)


def texts(items: list[dict[str, Any]]) -> list[str]:
    return [each["text"] for each in items]


def soon(is_so: Callable[[], Any]) -> None:
    wait_until(is_so)


def test_a_link_is_looked_at_followed_and_left(club: Club) -> None:
    shown = club.phone(club.ada, f"/invitations?link={club.link}")
    assert (shown["subject"], shown["business"], shown["state"]) == ("Deliveries", "Northbank", "none")
    club.enter(club.ada)
    assert club.line(club.ada)["group"]["state"] == "member"
    soon(lambda: club.events("group_participants_add"))
    assert club.events("group_participants_add")[0]["added_participants"][0]["wa_id"] == club.ada
    club.phone(club.ada, f"/chats/{club.id}/membership", method="DELETE")
    soon(lambda: club.events("group_participants_remove"))
    assert club.events("group_participants_remove")[0]["initiated_by"] == "participant"
    assert club.line(club.ada)["group"]["state"] == "none"
    assert texts(club.seen(club.ada)) == [
        "Northbank created this group",
        "You joined by the invitation link",
        "You left",
    ]
    assert club.call(club.ada, f"/chats/{club.id}/messages", {"type": "text", "text": "Hi"})[0] == 400
    assert club.call(club.ada, "/invitations", {"link": "https://chat.whatsapp.com/nowhere"})[0] == 404


def test_who_asks_first_waits_and_may_think_again(desk: Desk, hook: Hook) -> None:
    club = Club(desk, hook, "approval_required")
    club.enter(club.ada)
    club.enter(club.ada, club.bo)
    waiting = desk.graph("GET", f"/v23.0/{club.id}/join_requests")[1]["data"]
    assert [each["wa_id"] for each in waiting] == [club.ada, club.bo]
    assert club.phone(club.bo, f"/invitations?link={club.link}", method="DELETE")["state"] == "none"
    soon(lambda: club.events("group_join_request_revoked"))
    assert club.events("group_join_request_revoked")[0]["join_request_id"] == waiting[1]["join_request_id"]
    desk.graph("POST", f"/v23.0/{club.id}/join_requests", {"join_requests": [waiting[0]["join_request_id"]]})
    assert club.line(club.ada)["group"]["state"] == "member"
    assert club.call(club.bo, f"/invitations?link={club.link}", method="DELETE")[0] == 400


def test_members_read_each_other_with_names_and_only_what_came_while_they_were_in(club: Club, hook: Hook) -> None:
    club.enter(club.ada)
    club.write(club.ada, "Anybody there?")
    club.enter(club.bo)
    answer = club.write(club.bo, "Yes, me")
    assert answer["from_me"] is True and answer["sender"]["name"] == "Bo"
    told = hook.wait_for_message(club.bo, answer["id"])
    assert told["group_id"] == club.id
    shown = [each for each in club.seen(club.ada) if each["type"] == "text"]
    assert [(each["sender"]["name"], each["from_me"], each["text"]) for each in shown] == [
        ("Ada", True, "Anybody there?"),
        ("Bo", False, "Yes, me"),
    ]
    assert "Anybody there?" not in texts(club.seen(club.bo))
    line = club.line(club.ada)
    assert (line["unread"], line["last_message"]["sender"], line["last_message"]["text"]) == (1, "Bo", "Yes, me")
    club.phone(club.ada, f"/chats/{club.id}/read", {})
    assert club.line(club.ada)["unread"] == 0


def test_the_business_hears_for_each_member_how_far_its_message_is(club: Club, hook: Hook) -> None:
    club.enter(club.ada, club.bo)
    club.write(club.ada, "When do you come?")
    sent = say(club.desk, club.id)[1]["messages"][0]["id"]
    soon(lambda: len(told_of(hook, sent, "delivered")) == 2)
    assert club.seen(club.bo)[-1]["sender"] == {"wa_id": "", "name": "Northbank"}
    club.phone(club.bo, f"/chats/{club.id}/read", {})
    soon(lambda: told_of(hook, sent, "read"))
    assert [each["recipient_participant_id"] for each in told_of(hook, sent, "read")] == [club.bo]
    assert club.line(club.ada)["unread"] == 1


def test_a_message_is_edited_and_revoked_by_who_wrote_it_only(club: Club, hook: Hook) -> None:
    club.enter(club.ada, club.bo)
    mine = club.write(club.ada, "At teh door")["id"]
    other = {"type": "edit", "message_id": mine, "text": "Nobody home"}
    assert club.call(club.bo, f"/chats/{club.id}/messages", other)[0] == 400
    edit = club.write(club.ada, "At the door", type="edit", message_id=mine)["id"]
    told = hook.wait_for_message(club.ada, edit)
    assert (told["edit"]["original_message_id"], told["group_id"]) == (mine, club.id)
    assert (club.seen(club.bo)[-1]["text"], club.seen(club.bo)[-1]["edited"]) == ("At the door", True)
    club.write(club.ada, type="revoke", message_id=mine)
    assert club.seen(club.bo)[-1]["deleted"] is True


def test_each_member_has_a_reaction_of_their_own(club: Club, hook: Hook) -> None:
    club.enter(club.ada, club.bo)
    target = club.write(club.ada, "Saturday?")["id"]
    club.write(club.ada, type="reaction", emoji="🙏", context_id=target)
    club.write(club.bo, type="reaction", emoji="👍", context_id=target)
    given = [(each["name"], each["emoji"], each["from_me"]) for each in club.seen(club.bo)[-1]["reactions"]]
    assert given == [("Ada", "🙏", False), ("Bo", "👍", True)]
    club.write(club.ada, type="reaction", emoji="", context_id=target)
    assert [each["name"] for each in club.seen(club.bo)[-1]["reactions"]] == ["Bo"]


def test_an_answer_names_the_member_who_is_answered(club: Club, hook: Hook) -> None:
    club.enter(club.ada, club.bo)
    asked = club.write(club.ada, "Who has the key?")["id"]
    answer = club.write(club.bo, "I have", context_id=asked)
    assert answer["context_id"] == asked
    assert hook.wait_for_message(club.bo, answer["id"])["context"] == {"from": club.ada, "id": asked}


def test_a_pin_stands_at_the_top_and_in_the_thread(club: Club, hook: Hook) -> None:
    club.enter(club.ada)
    target = club.write(club.ada, "Saturday, ten o'clock")["id"]
    pin = {"type": "pin", "message_id": target, "expiration_days": 7}
    assert say(club.desk, club.id, type="pin", pin=pin)[0] == 200
    pinned = {"id": target, "text": "Saturday, ten o'clock", "sender": "Ada"}
    assert club.line(club.ada)["group"]["pinned"] == [pinned]
    assert texts(club.seen(club.ada))[-1] == "Northbank pinned a message"
    assert say(club.desk, club.id, type="pin", pin={**pin, "type": "unpin"})[0] == 200
    assert club.line(club.ada)["group"]["pinned"] == []


def test_subject_description_and_picture_are_seen(club: Club) -> None:
    club.enter(club.ada)
    edge = f"/v23.0/{club.id}"
    club.desk.graph("POST", edge, {"messaging_product": "whatsapp", "subject": "Next week", "description": "By van"})
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
    body += b"Content-Type: image/jpeg\r\n\r\nJPEG\r\n--x--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    assert club.desk.emulator.call("POST", edge, body, club.desk.token, kind)[0] == 200
    line = club.line(club.ada)
    assert (line["name"], line["group"]["description"]) == ("Next week", "By van")
    assert club.desk.emulator.call("GET", line["group"]["picture"]) == (200, b"JPEG")
    soon(lambda: any("profile_picture" in each for each in club.events("group_settings_update")))
    assert club.events("group_settings_update")[-1]["profile_picture"]["sha256"]
    assert texts(club.seen(club.ada))[-3:] == [
        "Northbank changed the subject to “Next week”",
        "Northbank changed the description",
        "Northbank changed the picture of the group",
    ]


def test_whom_the_business_removes_reads_on_but_hears_no_more(club: Club) -> None:
    club.enter(club.ada, club.bo)
    people = {"participants": [{"user": club.bo}, {"user": "15559999999"}]}
    assert club.desk.graph("DELETE", f"/v23.0/{club.id}/participants", people)[0] == 200
    soon(lambda: club.events("group_participants_remove"))
    event = club.events("group_participants_remove")[0]
    assert event["removed_participants"] == [{"input": club.bo}]
    assert event["failed_participants"][0]["input"] == "15559999999" and event["errors"]
    club.write(club.ada, "Bo is gone")
    assert texts(club.seen(club.bo))[-1] == "Northbank removed you"
    assert texts(club.seen(club.ada))[-2:] == ["Northbank removed Bo", "Bo is gone"]


def test_a_suspended_group_is_silent_until_it_is_cleared(club: Club) -> None:
    club.enter(club.ada)
    club.write(club.ada, "Hello")
    club.desk.emulator.control(f"/groups/{club.id}/suspension", {"suspended": True})
    soon(lambda: club.events("group_suspend"))
    assert club.desk.graph("GET", f"/v23.0/{club.id}?fields=suspended")[1]["suspended"] is True
    assert say(club.desk, club.id)[1]["error"]["code"] == 131009
    assert club.call(club.ada, f"/chats/{club.id}/messages", {"type": "text", "text": "?"})[0] == 400
    club.desk.emulator.control(f"/groups/{club.id}/suspension", {"suspended": False})
    soon(lambda: club.events("group_suspend_cleared"))
    assert say(club.desk, club.id)[0] == 200


def test_a_group_that_was_deleted_can_still_be_read(club: Club) -> None:
    club.enter(club.ada)
    club.write(club.ada, "Is anybody there?")
    assert club.desk.graph("DELETE", f"/v23.0/{club.id}")[1]["success"] is True
    soon(lambda: club.events("group_delete"))
    assert texts(club.seen(club.ada))[-2:] == ["Is anybody there?", "Northbank deleted this group"]
    assert club.line(club.ada)["group"]["state"] == "none"
    assert club.call(club.ada, f"/chats/{club.id}/messages", {"type": "text", "text": "Hi"})[0] == 400
    assert club.call(club.bo, "/invitations", {"link": club.link})[0] == 404
    assert say(club.desk, club.id)[1]["error"]["code"] == 131009
    assert club.desk.graph("GET", f"/v23.0/{club.desk.number_id}/groups")[1]["data"]["groups"] == []


def test_files_and_places_go_to_all_of_a_group(club: Club, hook: Hook) -> None:
    club.enter(club.ada, club.bo)
    kind = {"Content-Type": "image/png"}
    media = club.desk.emulator.call("POST", "/control/media?filename=a.png", b"PNG", headers=kind)[1]
    sent = club.write(club.ada, "The bread", type="image", media_id=media["id"])
    assert hook.wait_for_message(club.ada, sent["id"])["image"]["caption"] == "The bread"
    place = club.write(club.ada, type="location", place={"latitude": 1, "longitude": 2, "name": "Stall"})
    assert hook.wait_for_message(club.ada, place["id"])["group_id"] == club.id
    picture, stall = club.seen(club.bo)[-2:]
    assert (picture["media"]["filename"], picture["sender"]["name"]) == ("a.png", "Ada")
    assert stall["location"]["name"] == "Stall"
    assert club.line(club.bo)["last_message"]["text"] == "Location"


def test_nine_do_not_fit(club: Club) -> None:
    for count in range(9):
        who = f"{club.ada}9{count}"
        club.desk.emulator.control("/customers", {"wa_id": who, "name": f"Guest {count}"})
        status, answer = club.call(who, "/invitations", {"link": club.link})
        assert status == (200 if count < 8 else 400), answer
    assert answer["error"]["message"] == "This group is full."


def test_members_see_that_the_business_read_and_is_typing(club: Club, hook: Hook) -> None:
    club.enter(club.ada, club.bo)
    mine = club.write(club.ada, "Anybody there?")["id"]
    live = http.client.HTTPConnection("127.0.0.1", club.desk.emulator.port, timeout=5)
    live.request("GET", f"/phone/api/live?wa_id={club.bo}")
    stream = live.getresponse()
    assert stream.readline() == b": hello\n"
    club.desk.post(to=None, status="read", message_id=mine, typing_indicator={"type": "text"})
    kinds: list[str] = []
    while len(kinds) < 2:
        if (line := stream.readline()).startswith(b"data:"):
            change = json.loads(line[5:])
            assert change["phone_number_id"] == club.id
            kinds.append(change["kind"])
    live.close()
    assert kinds == ["typing", "status"]
    assert club.seen(club.ada)[-1]["status"] == "read"


def test_the_manager_sees_groups(desk: Desk, hook: Hook) -> None:
    club = Club(desk, hook, "approval_required")
    club.enter(club.ada)
    (group,) = account(desk)["groups"]
    whole = {"group_id": club.id, "subject": "Deliveries", "people": 0, "waiting": 1, "suspended": False}
    assert group == whole
    desk.emulator.control(f"/groups/{club.id}/suspension", {"suspended": True})
    assert account(desk)["groups"][0]["suspended"] is True
