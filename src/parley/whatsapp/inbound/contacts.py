"""Cards from an address book, also the person's own number when we asked for it."""

from typing import Any

from parley.core.messages import Card, Contacts
from parley.whatsapp.event import each_of, text_at

TYPES = ("contacts",)
MOST = 257
ADDRESS = ("street", "city", "state", "zip", "country")


def read(message: dict[str, Any], kind: str) -> Contacts:
    """``{"contacts": [{"name", "phones", "emails", …}]}``; ValueError where none can be read."""
    given = [each for each in each_of(message["contacts"]) if isinstance(each, dict)]
    cards = tuple(card for card in map(_card, given[:MOST]) if card.texts())
    if not cards:
        raise ValueError("no card of it can be read")
    return Contacts(cards, any(text_at(each, "origin") == "contact_request" for each in given))


def _card(given: dict[str, Any]) -> Card:
    name, org = given.get("name"), given.get("org")
    parts = " ".join(text for part in ("first_name", "middle_name", "last_name") if (text := text_at(name, part)))
    addresses = (
        ", ".join(filter(None, (text_at(each, part) for part in ADDRESS))) for each in _each(given, "addresses")
    )
    return Card(
        name=text_at(name, "formatted_name") or parts,
        phones=_texts(given, "phones", "phone") or _texts(given, "phones", "wa_id"),
        emails=_texts(given, "emails", "email"),
        organisation=text_at(org, "company"),
        role=", ".join(filter(None, (text_at(org, "title"), text_at(org, "department")))),
        addresses=tuple(filter(None, addresses)),
        websites=_texts(given, "urls", "url"),
        birthday=text_at(given, "birthday"),
    )


def _each(given: dict[str, Any], name: str) -> list[Any]:
    return each_of(given.get(name))[:20]


def _texts(given: dict[str, Any], name: str, part: str) -> tuple[str, ...]:
    return tuple(text for each in _each(given, name) if (text := text_at(each, part)))
