"""Whether a number is a test number, and whom it may write to."""

from typing import Any

from parley_emulator.control.asked import Asked, the_number
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.test_list import LISTED, MODE, MOST, SANDBOX
from parley_emulator.platform import Platform
from parley_emulator.sending.recipient import wa_id_of


async def change(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{on?, recipients}``: the whole list, of at most five; ``on: false`` makes it an ordinary number again."""
    number, body = the_number(platform, asked.path["phone_number_id"]), asked.body()
    written = [str(each) for each in body.get("recipients") or []]
    people = [wa_id_of(each, number.country, platform.world.customers) for each in written]
    if len(people) > MOST or not all(people):
        raise ValueError(f"recipients are at most {MOST} phone numbers.")
    set_field(platform, number, MODE, SANDBOX if body.get("on", True) else None)
    set_field(platform, number, LISTED, people)
    await platform.store.committed()
    return {"phone_number_id": number.id, "on": bool(body.get("on", True)), "recipients": people}


ROUTES = [("POST", "/numbers/{phone_number_id}/test", change)]
