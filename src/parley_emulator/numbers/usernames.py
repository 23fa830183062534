"""A business's user name: 3 to 35 characters, and nobody else's."""

import re

from parley_emulator.enforcement.news import tell_username
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

FORM = re.compile(r"(?=.*[a-z])[a-z0-9_](?:[a-z0-9_]|\.(?!\.)){1,33}[a-z0-9_]")
APPROVED, RESERVED, DELETED = "approved", "reserved", "deleted"
DOMAIN = re.compile(r"\.(?:com|net|org|io|co|info|biz|app|[a-z]{2})$")


def take_username(platform: Platform, number: Number, wanted: str, *, by_force: bool = False) -> str:
    """Approved at once, or reserved until the display name is. Raises Refusal.

    ``by_force``: also from another number of the same portfolio.
    """
    name = wanted.strip().lower()
    if not FORM.fullmatch(name) or name.startswith("www") or DOMAIN.search(name):
        raise Refusal(147002, "The user name breaks the rules for user names.")
    if (owner := owner_of(platform, number, name)) is not None:
        if not (by_force and _portfolio(platform, owner) == _portfolio(platform, number)):
            raise Refusal(147001, "The user name is taken.")
        give_back_username(platform, owner)
    approved = number.fields.get("name_status", "APPROVED") == "APPROVED"
    return _keep(platform, number, name, APPROVED if approved else RESERVED)


def approve_username(platform: Platform, number: Number) -> None:
    """The display name is approved, and a user name that was reserved with it."""
    known = number.fields.get("username", {})
    if known.get("status") == RESERVED:
        _keep(platform, number, known["username"], APPROVED)


def give_back_username(platform: Platform, number: Number) -> None:
    """Anybody may take it."""
    known = number.fields.get("username")
    set_field(platform, number, "username", None)
    if known:
        tell_username(platform, number, known["username"], DELETED)


def _keep(platform: Platform, number: Number, name: str, status: str) -> str:
    set_field(platform, number, "username", {"username": name, "status": status})
    tell_username(platform, number, name, status)
    return status


def owner_of(platform: Platform, number: Number, name: str) -> Number | None:
    """The other number that has it."""
    others = (each for each in platform.world.numbers.values() if each.id != number.id)
    return next((each for each in others if each.fields.get("username", {}).get("username") == name), None)


def _portfolio(platform: Platform, number: Number) -> str:
    return platform.world.accounts[number.waba_id].business_id


def suggestions(platform: Platform, number: Number) -> list[str]:
    """A few that are free, made of the number's name."""
    words = re.findall(r"[a-z0-9]+", number.verified_name.lower()) or ["business"]
    stem = "_".join(words)[:28].strip("_")
    stem = stem if any(letter.isalpha() for letter in stem) and len(stem) >= 3 else f"the_{stem}"
    offered = [stem, "".join(words)[:28], f"{stem}.help", f"{stem}_{number.digits[-4:]}"]
    free = (name for name in dict.fromkeys(offered) if owner_of(platform, number, name) is None)
    return [name for name in free if FORM.fullmatch(name)]
