"""Any matter from plain values: ``{"matter": "catalogue item", "title": "…"}``."""

from collections.abc import Iterable
from dataclasses import MISSING, asdict, fields
from datetime import datetime
from typing import Any

import msgspec

from parley.core.policy.asking.message import Line, outbound_of
from parley.core.policy.matters import (
    BotPlan,
    CatalogueItem,
    ClientApplication,
    ClientFacts,
    ConsentGiven,
    DataRelease,
    Heard,
    Matter,
    NumberStanding,
    OptInWording,
    SendingPlan,
    TemplateDraft,
)

KINDS: dict[str, type[Matter]] = {
    "client application": ClientApplication,
    "opt-in wording": OptInWording,
    "consent": ConsentGiven,
    "template draft": TemplateDraft,
    "catalogue item": CatalogueItem,
    "sending plan": SendingPlan,
    "bot plan": BotPlan,
    "customer's message": Heard,
    "data release": DataRelease,
    "number standing": NumberStanding,
}
# In short, and as the moments are called.
SHORT = {
    "application": "client application",
    "onboarding": "client application",
    "wording": "opt-in wording",
    "template": "template draft",
    "item": "catalogue item",
    "plan": "sending plan",
    "campaign": "sending plan",
    "bot": "bot plan",
    "heard": "customer's message",
    "inbound": "customer's message",
    "release": "data release",
    "number": "number standing",
}
# What need not be told: a question about an item is about an item, whatever its number is.
USUAL: dict[type[Matter], dict[str, Any]] = {
    CatalogueItem: {"retailer_id": "1"},
    TemplateDraft: {"name": "asked", "language": "en", "category": "utility"},
    SendingPlan: {"kind": "segment", "name": "asked"},
    DataRelease: {"kind": "export"},
    NumberStanding: {"number_id": "1"},
}


class NotAMatter(ValueError):
    """The values describe nothing that the gate decides on. ``field``: which of them is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def matter_from(asked: dict[str, Any], now: datetime, client: ClientFacts | None = None) -> Matter:
    """The matter that the values describe; ``client`` where they name none. Raises NotAMatter."""
    named = _name(asked)
    about = client or ClientFacts()
    if named == "message":
        return _message(asked, now, about)
    kind = KINDS.get(SHORT.get(named, named))
    if kind is None:
        raise NotAMatter("matter", f"matter: it is one of message, {', '.join(KINDS)}.")
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    told = {name: value for name, value in asked.items() if name in known}
    values = USUAL.get(kind, {}) | {"client": asdict(about), "now": now.isoformat()} | told
    missing = [name for name in _needed(kind) if name not in values]
    if missing:
        raise NotAMatter(missing[0], f"{missing[0]}: is missing.")
    matter: Matter = _converted(values, kind)
    return matter


def unknown_fields(asked: dict[str, Any]) -> set[str]:
    """Fields that the gate does not ask for: a misspelt one must not be taken for one that was heard."""
    named = _name(asked)
    kind = KINDS.get(SHORT.get(named, named))
    known = {each.name for each in fields(kind)} | {"matter", "id"} if kind else set(Line.__struct_fields__)  # type: ignore[arg-type]
    return asked.keys() - known


def _name(asked: dict[str, Any]) -> str:
    named = str(asked.get("matter", "message")).strip().casefold()
    return named.replace("_", " ").replace("opt in", "opt-in")


def _message(asked: dict[str, Any], now: datetime, client: ClientFacts) -> Matter:
    try:
        return outbound_of(_converted(asked, Line), now, client)
    except NotAMatter:
        raise
    except (ValueError, TypeError) as error:
        raise NotAMatter("text", str(error)) from None


def _converted(values: dict[str, Any], kind: type[Any]) -> Any:
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        said, _, place = str(error).partition(" - at `$.")
        field = place.rstrip("`").partition("[")[0] or "matter"
        raise NotAMatter(field, f"{field}: {said}.") from None


def _needed(kind: type[Any]) -> Iterable[str]:
    return [each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING]
