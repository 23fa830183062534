"""Cards of people: what is in somebody's address book, sent on."""

from datetime import date

from msgspec import Struct


class Card(Struct, frozen=True, omit_defaults=True):
    """One card. ``phones`` as they are written on it."""

    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    addresses: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    birthday: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string on it that a person will read."""
        given = (self.name, self.organisation, self.role, *self.phones, *self.emails, *self.addresses, *self.websites)
        return tuple(text for text in given if text)


class Contacts(Struct, frozen=True, tag="contacts"):
    """One or more cards. ``asked_for``: the person answers our request for their own number."""

    cards: tuple[Card, ...]
    asked_for: bool = False

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return tuple(text for card in self.cards for text in card.texts())

    def line(self) -> str:
        """What a person would read first."""
        return ", ".join(card.name or "A contact" for card in self.cards)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = []
        if not 1 <= len(self.cards) <= 257:
            found.append(f"cards: {len(self.cards)} given, 1 to 257 are allowed")
        for place, card in enumerate(self.cards, start=1):
            if not card.name:
                found.append(f"cards.{place}.name: is missing")
            if card.birthday and not _is_a_day(card.birthday):
                found.append(f"cards.{place}.birthday: must be a day, written YYYY-MM-DD")
        return tuple(found)


def _is_a_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
