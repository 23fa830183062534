"""After a restart: who was written to, and how it was taken, from what is on disk."""

import msgspec

from parley_emulator.enforcement.caps import KIND, Plan
from parley_emulator.enforcement.limits import WEEK
from parley_emulator.platform import Platform
from parley_emulator.pricing.volumes import note_charge
from parley_emulator.state.arrivals import arrivals_of
from parley_emulator.templates.tallying import recall as recall_arrival
from parley_emulator.templates.tallying import recall_complaints

DAY = 86_400


def recall(platform: Platform) -> None:
    """The last seven days, and what was charged in each month."""
    now = platform.clock.now()
    for _, value in platform.store.records(KIND):
        platform.caps.plan = msgspec.json.decode(value, type=Plan)
    for message in platform.world.sends:
        for wa_id, at in arrivals_of(message):
            note_charge(platform, message, at, quietly=True, wa_id=wa_id)
        number = platform.world.numbers.get(message.number_id)
        if number is None or not now - WEEK < message.at <= now:
            continue
        if message.category.startswith("marketing") and not message.in_window and message.fate != "fail":
            platform.caps.note(message.wa_id, message.at)
        if not message.in_window and message.wa_id not in platform.world.things:
            platform.limits.note(platform.world.accounts[number.waba_id].business_id, message.wa_id, message.at)
        for step in ("delivered", "read"):
            if step in message.times:
                tally = platform.tallies.at(number.id, message.times[step])
                setattr(tally, step, getattr(tally, step) + 1)
                recall_arrival(platform, message, step)
    for number in platform.world.numbers.values():
        for day, (blocks, reports) in number.fields.get("signals", {}).items():
            tally = platform.tallies.at(number.id, int(day) * DAY)
            tally.blocks, tally.reports = blocks, reports
    recall_complaints(platform)
