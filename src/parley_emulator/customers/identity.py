"""A person gets another user id, as happens with another phone; the business is told so once."""

import secrets

from parley_emulator import ids
from parley_emulator.customers.write import write
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Message, Number


def change_user_id(platform: Platform, number: Number, customer: Customer) -> Message:
    """The old id leads nowhere from then on."""
    chat = platform.world.chat(number, customer.wa_id)
    before = chat.user_id
    portfolio = platform.world.accounts[number.waba_id].business_id
    platform.world.rename(number, chat, ids.user_id(number.country, f"{portfolio}:{secrets.token_hex(4)}", chat.wa_id))
    platform.world.save_chat(chat)
    told = {
        "body": f"{customer.name} changed their user id",
        "type": "user_changed_user_id",
        "user_id": chat.user_id,
        "previous_user_id": before,
    }
    return write(platform, number, customer, {"type": "system", "system": told})
