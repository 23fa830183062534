"""What becomes of a message afterwards, and what people write on the phone of the business."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.emulator.running import Emulator
from tests.pywa_client.conftest import CUSTOMER, NUMBER, Listener, types
from tests.pywa_client.test_receiving import write


@pytest.fixture(scope="module")
def _on_the_phone(wa: Any, emulator: Emulator) -> Iterator[None]:
    """The number is used in the Business App as well."""
    emulator.control(f"/numbers/{NUMBER}/coexistence", {"on": True})
    yield
    emulator.control(f"/numbers/{NUMBER}/coexistence", {"on": False})


def staff_writes(emulator: Emulator, **body: Any) -> str:
    path = f"/numbers/{NUMBER}/threads/{CUSTOMER}/messages"
    return str(emulator.control(path, {"by": "phone_app", **body})["id"])


def changed_to(original: str, text: str) -> dict[str, Any]:
    return {"original_message_id": original, "message": {"type": "text", "text": {"body": text}}}


def test_a_customer_changes_a_message_and_takes_it_back(wa: Any, emulator: Emulator, listener: Listener) -> None:
    first = write(emulator, "text", {"body": "At nine"})
    listener.wait_for("Message", id=first)
    edited = listener.wait_for("EditedMessage", id=write(emulator, "edit", changed_to(first, "At ten")))
    assert (edited.original_message_id, edited.message.text, edited.message.id) == (first, "At ten", first)
    gone = listener.wait_for("DeletedMessage", id=write(emulator, "revoke", {"original_message_id": first}))
    assert (gone.original_message_id, gone.from_user.wa_id) == (first, CUSTOMER)


@pytest.mark.usefixtures("_on_the_phone")
def test_what_staff_write_on_the_phone_is_an_echo(wa: Any, emulator: Emulator, listener: Listener) -> None:
    first = staff_writes(emulator, type="text", text={"body": "I am at the branch"})
    echo = listener.wait_for("OutgoingMessage", id=first)
    assert (echo.text, echo.to_user.wa_id, echo.metadata.phone_number_id) == ("I am at the branch", CUSTOMER, NUMBER)
    edited = staff_writes(emulator, type="edit", edit=changed_to(first, "I am at the door"))
    assert listener.wait_for("OutgoingEditedMessage", id=edited).message.text == "I am at the door"
    gone = staff_writes(emulator, type="revoke", revoke={"original_message_id": first})
    assert listener.wait_for("OutgoingDeletedMessage", id=gone).original_message_id == first


def test_another_number_and_another_identity(wa: Any, emulator: Emulator, listener: Listener) -> None:
    other = {"wa_id": "15560007777", "name": "Cora"}
    emulator.control("/customers", other)
    path = f"/customers/{other['wa_id']}"
    emulator.control(f"{path}/messages", {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hello"}})
    told = emulator.control(f"{path}/user-id", {"phone_number_id": NUMBER})
    change = listener.wait_for("PhoneNumberChange", id=told["id"])
    assert (change.sys_type, change.new_user_id) == (types.system.SystemType.USER_CHANGED_USER_ID, told["user_id"])
