"""Members as the business is told of them: by their user id, and by the number where it may see it."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.webhooks.events import contact_of


def named(platform: Platform, group: Thing, wa_id: str) -> dict[str, Any]:
    """``{wa_id?, user_id, username?}``."""
    number = platform.world.numbers[group.owner]
    contact = contact_of(platform, platform.world.chat(number, wa_id))
    username = contact.pop("profile", {}).get("username")
    return {**contact, "username": username} if username else contact


def wa_ids_of(platform: Platform, group: Thing, users: list[str]) -> list[str]:
    """A user may be named by number or by user id; a number nobody has stays as it is."""
    account = platform.world.numbers[group.owner].waba_id
    return [platform.world.by_user_id.get((account, each), each.lstrip("+")) for each in users]
