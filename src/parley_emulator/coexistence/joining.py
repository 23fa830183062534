"""The phone's number is connected, with what was said on it before, and parted from again."""

from collections.abc import Mapping
from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.customers.write import NotPossible
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.media_kinds import KINDS
from parley_emulator.state.records import Customer, Message, Number
from parley_emulator.threads.echoes import PHONE_APP

JOINED = "coexistence"


def join(platform: Platform, number: Number, *, shares_history: bool) -> None:
    """From now on for a day the application may ask what the phone knows."""
    set_field(platform, number, "is_on_biz_app", True)
    told = {"at": platform.clock.now(), "shares_history": shares_history, "asked": []}
    set_field(platform, number, JOINED, told)


def part(platform: Platform, number: Number) -> None:
    """It is a number of the Cloud API only, or of the phone only."""
    set_field(platform, number, "is_on_biz_app", None)
    set_field(platform, number, JOINED, None)


def remember(platform: Platform, number: Number, threads: Any) -> None:
    """What was said on the phone before: ``[{wa_id, name, messages: [{from_me, type, …, at, status}]}]``.

    Nobody is told of it; it comes when the application asks. Raises NotPossible.
    """
    if not isinstance(threads, list):
        raise NotPossible("threads is a list of {wa_id, name, messages}.")
    for thread in threads:
        wa_id = "".join(filter(str.isdigit, str(thread.get("wa_id"))))
        if not wa_id:
            raise NotPossible("Each thread has the wa_id of the person.")
        if wa_id not in platform.world.customers:
            platform.world.save_customer(Customer(wa_id=wa_id, name=str(thread.get("name") or wa_id)))
        chat = platform.world.chat(number, wa_id)
        for said in sorted(thread.get("messages") or [], key=_at):
            platform.world.add_message(chat, _message(platform, number, wa_id, said))


def _at(said: Mapping[str, Any]) -> float:
    at = said.get("at")
    if isinstance(at, bool) or not isinstance(at, int | float):
        raise NotPossible("Each message has its time, at, in Unix seconds.")
    return float(at)


def _message(platform: Platform, number: Number, wa_id: str, said: Mapping[str, Any]) -> Message:
    kind, mine, at = str(said.get("type") or "text"), bool(said.get("from_me")), _at(said)
    content = said.get(kind) or ({"body": said["body"]} if kind == "text" and "body" in said else {})
    if kind in KINDS and str(content.get("id")) not in platform.world.media:
        raise NotPossible(f"There is no file {content.get('id')}. Upload it to /control/media first.")
    return Message(
        seq=platform.world.take_seq(),
        id=ids.message_id(wa_id, incoming=not mine),
        number_id=number.id,
        wa_id=wa_id,
        incoming=not mine,
        type=kind,
        content=msgspec.json.encode(content).decode(),
        at=at,
        by=PHONE_APP if mine else "",
        status=str(said.get("status") or ("read" if mine else "delivered")),
        times={"sent": at, "delivered": at},
    )
