"""A message to a telephone of yours, the way of every message: gate, outbox, sender, WhatsApp, and its word back."""

import asyncio
import re
from datetime import datetime
from time import monotonic
from uuid import UUID

from parley.actions.moving import SYSTEM
from parley.actions.speaking import speak
from parley.clock import Clock
from parley.core.messages import Text
from parley.storage import contacts, conversations, messages
from parley.storage.database import Connection, Database
from parley.storage.messages import Message
from parley.workers.connecting.findings import Finding

TEXT = "This is a test message: the line works."
WAIT, LOOK_EVERY = 30.0, 0.3
LINK = "test message"
ARRIVED = frozenset({"sent", "delivered", "read"})
UNDER_WAY = frozenset({"queued", "accepted"})


async def message_goes_round(
    database: Database, client: UUID, clock: Clock, number_id: str, phone: str, wait: float = WAIT
) -> Finding:
    """Say it to whoever has that telephone number, and follow it for ``wait`` seconds."""
    async with database.transaction(client) as db:
        said = await _said(db, client, number_id, re.sub(r"\D", "", phone), clock.now())
    if isinstance(said, Finding):
        return said
    until = monotonic() + wait
    while said.status in UNDER_WAY and monotonic() < until:
        await asyncio.sleep(LOOK_EVERY)
        async with database.transaction(client) as db:
            said = await messages.get(db, client, said.message_id) or said
    return _fate(said, number_id)


async def _said(db: Connection, client: UUID, number_id: str, phone: str, now: datetime) -> Message | Finding:
    contact = await contacts.known(db, client, wa_id=phone, user_id="")
    talk = await conversations.lock_latest(db, client, number_id, contact.contact_id) if contact else None
    if talk is None:
        mend = "Write to the number from that telephone first, as a customer would; that also opens the window."
        return Finding(LINK, "FAIL", "Nobody with that telephone number has written here.", mend, number_id)
    said = await speak(db, talk, Text(TEXT), actor=SYSTEM, now=now)
    if isinstance(said, Message) and said.status != "held":
        return said
    if isinstance(said, Message):
        return Finding(LINK, "FAIL", "It waits for a person.", "Decide its case at the desk.", number_id)
    found = said.gravest
    sentence, mend = (found.sentence, found.next_sentence) if found else ("The gate refused it.", "")
    return Finding(LINK, "FAIL", sentence, mend, number_id)


def _fate(said: Message, number_id: str) -> Finding:
    if said.status in ARRIVED:
        return Finding(LINK, "OK", "It left, and WhatsApp's word on it came back.", about=number_id)
    if said.status == "accepted":
        mend = "Check that the app's webhook leads here and is subscribed to messages, and that parley work runs."
        return Finding(LINK, "FAIL", "WhatsApp has it, and no word on it came back.", mend, number_id)
    if said.status == "queued":
        mend = "Start parley work; a line above says if the number is held."
        return Finding(LINK, "FAIL", "It has not left the outbox.", mend, number_id)
    error = said.error or {}
    return Finding(LINK, "FAIL", error.get("sentence") or "It failed.", error.get("next_sentence", ""), number_id)
