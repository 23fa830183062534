"""Asks for what the phone of a number in the Business App knows: its address book, and what was said before."""

from typing import Any

from parley_emulator import ids
from parley_emulator.coexistence.contacts import tell_contacts
from parley_emulator.coexistence.history import tell_history
from parley_emulator.coexistence.joining import JOINED
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "smb_app_data"
CONTACTS, HISTORY = "smb_app_state_sync", "history"
WITHIN = 24 * 3600


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """``{messaging_product, sync_type}``: each kind once, within a day of the connection."""
    kind = call.param("sync_type")
    if kind not in (CONTACTS, HISTORY):
        raise Refusal(100, f"Param sync_type must be {CONTACTS} or {HISTORY}.")
    joined = number.fields.get(JOINED)
    if not joined:
        raise Refusal(100, "This number is not used in the WhatsApp Business App.")
    if kind in joined["asked"]:
        raise Refusal(2593107, "Each synchronisation can be asked for once.")
    if platform.clock.now() > joined["at"] + WITHIN:
        raise Refusal(2593108, "It can be asked for within 24 hours of the connection only.")
    set_field(platform, number, JOINED, {**joined, "asked": [*joined["asked"], kind]})
    if kind == CONTACTS:
        tell_contacts(platform, number)
    else:
        tell_history(platform, number, joined["at"], shares=joined["shares_history"])
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "request_id": ids.digits(16)}
