"""A business's user name: 3 to 35 characters, and nobody else's."""

import re

from parley_emulator.enforcement.news import tell_username
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

FORM = re.compile(r"(?=.*[a-z])[a-z0-9_](?:[a-z0-9_]|\.(?!\.)){1,33}[a-z0-9_]")
DOMAIN = re.compile(r"\.(?:com|net|org|io|co|info|biz|app|[a-z]{2})$")


def take_username(platform: Platform, number: Number, wanted: str) -> str:
    """Approved at once, or reserved until the display name is. Raises Refusal."""
    name = wanted.strip().lower()
    if not FORM.fullmatch(name) or name.startswith("www") or DOMAIN.search(name):
        raise Refusal(147002, "The user name breaks the rules for user names.")
    if is_taken(platform, number, name):
        raise Refusal(147001, "The user name is taken.")
    approved = number.fields.get("name_status", "APPROVED") == "APPROVED"
    status = "approved" if approved else "reserved"
    set_field(platform, number, "username", {"username": name, "status": status})
    tell_username(platform, number, name, status)
    return status


def is_taken(platform: Platform, number: Number, name: str) -> bool:
    """By another number."""
    others = (each for each in platform.world.numbers.values() if each.id != number.id)
    return any(each.fields.get("username", {}).get("username") == name for each in others)


def suggestions(platform: Platform, number: Number) -> list[str]:
    """A few that are free, made of the number's name."""
    words = re.findall(r"[a-z0-9]+", number.verified_name.lower()) or ["business"]
    stem = "_".join(words)[:28].strip("_")
    stem = stem if any(letter.isalpha() for letter in stem) and len(stem) >= 3 else f"the_{stem}"
    offered = [stem, "".join(words)[:28], f"{stem}.help", f"{stem}_{number.digits[-4:]}"]
    return [name for name in dict.fromkeys(offered) if FORM.fullmatch(name) and not is_taken(platform, number, name)]
