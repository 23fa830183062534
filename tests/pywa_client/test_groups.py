"""A group from its making to its end, as pywa manages it and hears of it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.emulator.running import Emulator, wait_until
from tests.pywa_client.conftest import CUSTOMER, NUMBER, Listener, types
from tests.pywa_client.samples import JPEG

SECOND = "15560008888"


@pytest.fixture(scope="module")
def group(wa: Any, emulator: Emulator) -> Iterator[str]:
    """Its id; both customers may ask to come in."""
    emulator.control("/customers", {"wa_id": SECOND, "name": "Bea", "auto_read": True})
    mode = types.groups.GroupJoinApprovalMode.APPROVAL_REQUIRED
    assert wa.create_group(subject="Savers", description="Who saves", join_approval_mode=mode).request_id
    made = groups_of(wa)["Savers"]
    yield made
    assert wa.delete_group(made).request_id
    assert not groups_of(wa)


def groups_of(wa: Any) -> dict[str, str]:
    """By subject. By pywa's lower half: its upper half looks for the list where Meta's description has an object."""
    listed = wa.api.get_active_groups(NUMBER)["data"]["groups"]
    return {each["subject"]: each["id"] for each in listed}


def enter(emulator: Emulator, group: str, who: str) -> str:
    return str(emulator.control(f"/groups/{group}/join", {"wa_id": who})["join_request_id"])


def test_who_asks_to_come_in_is_let_in_or_not(wa: Any, emulator: Emulator, group: str) -> None:
    first, second = enter(emulator, group, CUSTOMER), enter(emulator, group, SECOND)
    waiting = {each.id: each.user.wa_id for each in wa.get_group_join_requests(group)}
    assert waiting == {first: CUSTOMER, second: SECOND}
    # Again by the lower half: what Meta's description answers with are lists, where the upper half reads one id.
    assert wa.api.approve_group_join_requests(group, (first,))["approved_join_requests"] == [first]
    assert wa.api.reject_group_join_requests(group, (second,))["rejected_join_requests"] == [second]
    assert not list(wa.get_group_join_requests(group))
    details = wa.get_group(group)
    assert [each.wa_id for each in details.participants] == [CUSTOMER]
    assert details.participants[0].bsuid.startswith("US.")
    assert (details.subject, details.description, details.total_participant_count) == ("Savers", "Who saves", 1)


def test_whoever_comes_and_goes_is_told_by_user_id(wa: Any, emulator: Emulator, listener: Listener, group: str) -> None:
    def told(kind: str) -> list[dict[str, Any]]:
        raw = [each for each in list(listener.updates) if type(each).__name__ == "RawUpdate"]
        fields = [each.value["groups"][0] for each in raw if each.field == "group_participants_update"]
        return [each for each in fields if (each["group_id"], each["type"]) == (group, kind)]

    enter_and_let_in(wa, emulator, group, SECOND)
    emulator.control(f"/groups/{group}/leave", {"wa_id": SECOND})
    wait_until(lambda: told("group_participants_remove"))
    member = {"wa_id": SECOND, "user_id": told("group_join_request_created")[-1]["user_id"]}
    assert member["user_id"].startswith("US.")
    assert told("group_participants_add")[-1]["added_participants"] == [member]
    gone = told("group_participants_remove")[-1]
    assert (gone["initiated_by"], gone["removed_participants"]) == ("participant", [member])


def test_its_link_is_read_and_renewed(wa: Any, group: str) -> None:
    link = wa.get_group_invite_link(group)
    assert link.link.startswith("https://chat.whatsapp.com/")
    assert link.reset().link not in {link.link, ""}


def test_its_subject_and_picture_are_changed(wa: Any, group: str) -> None:
    changed = wa.update_group_settings(group, subject="Savers of the north", profile_picture=JPEG)
    assert changed.request_id
    assert wa.get_group(group).subject == "Savers of the north"


def test_what_is_said_in_it_is_told_for_each_member(
    wa: Any, emulator: Emulator, listener: Listener, group: str
) -> None:
    enter_and_let_in(wa, emulator, group, CUSTOMER, SECOND)
    said = emulator.control(f"/groups/{group}/messages", {"wa_id": CUSTOMER, "type": "text", "text": {"body": "Hi"}})
    theirs = listener.wait_for("Message", id=said["id"])
    assert (theirs.chat.type, theirs.chat.id, theirs.from_user.wa_id) == (types.chat.ChatType.GROUP, group, CUSTOMER)
    sent = wa.send_message(group, "Good day to all of you")
    wait_until(lambda: who_has(listener, sent.id, types.MessageStatusType.READ) == {CUSTOMER, SECOND}, 30)
    assert wa.pin_message(group, sent.id, expiration_days=7).id
    wait_until(lambda: emulator.control(f"/groups/{group}/messages")["pinned"])
    assert wa.unpin_message(group, sent.id).id
    wait_until(lambda: not emulator.control(f"/groups/{group}/messages")["pinned"])


def test_a_member_is_put_out(wa: Any, emulator: Emulator, group: str) -> None:
    enter_and_let_in(wa, emulator, group, CUSTOMER, SECOND)
    assert wa.remove_group_participants(group, [SECOND]).request_id
    assert [each.wa_id for each in wa.get_group(group).participants] == [CUSTOMER]
    assert wa.get_group(group).participants[0].remove().request_id
    assert wa.get_group(group).participants == []


def test_a_group_of_another_number_is_not_there(wa: Any) -> None:
    from pywa import errors

    with pytest.raises(errors.WhatsAppError) as refused:
        wa.get_group("Y2FwaV9ncm91cDoxNTU1")
    assert refused.value.code == 100


def enter_and_let_in(wa: Any, emulator: Emulator, group: str, *people: str) -> None:
    inside = {each.wa_id for each in wa.get_group(group).participants}
    asked = [enter(emulator, group, each) for each in people if each not in inside]
    if asked:
        wa.api.approve_group_join_requests(group, tuple(asked))
    assert {each.wa_id for each in wa.get_group(group).participants} >= set(people)


def who_has(listener: Listener, message: str, status: Any) -> set[str]:
    """The members whom pywa knows to have it so."""
    together = [each for each in list(listener.updates) if type(each).__name__ == "GroupMessageStatuses"]
    return {each.from_user.wa_id for one in together for each in one if (each.id, each.status) == (message, status)}
