"""Cards of people."""

from typing import Any

from parley.core.messages import Card, Contacts

CONTENT = Contacts


def body(content: Contacts, media_id: str) -> dict[str, Any]:
    """``type: contacts``."""
    return {"type": "contacts", "contacts": [_card(card) for card in content.cards]}


def _card(card: Card) -> dict[str, Any]:
    """A name goes as a whole, and as a first name too: the platform wants one part of it beside the whole."""
    shown: dict[str, Any] = {"name": {"formatted_name": card.name, "first_name": card.name}}
    lists = (
        ("phones", "phone", card.phones),
        ("emails", "email", card.emails),
        ("addresses", "street", card.addresses),
        ("urls", "url", card.websites),
    )
    for part, field, values in lists:
        if values:
            shown[part] = [{field: value} for value in values]
    work = {"company": card.organisation, "title": card.role}
    if any(work.values()):
        shown["org"] = {key: value for key, value in work.items() if value}
    if card.birthday:
        shown["birthday"] = card.birthday
    return shown
