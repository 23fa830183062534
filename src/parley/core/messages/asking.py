"""Texts with one button by which the customer gives something: their place, their number, their address."""

from typing import Any

from msgspec import Struct, field

from parley.core.messages.limits import length, strings


class LocationRequest(Struct, frozen=True, tag="location_request"):
    """Asks where they are."""

    body: str

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.body,)

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        return length("body", self.body, 1024, 1)


class ContactRequest(Struct, frozen=True, tag="contact_request"):
    """Asks somebody who goes by a user name for their telephone number."""

    body: str

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.body,)

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        return length("body", self.body, 1024, 1)


class AddressRequest(Struct, frozen=True, tag="address_request"):
    """Asks for a postal address; WhatsApp offers this in India only. ``values``: what is filled in already."""

    body: str
    country: str = "IN"
    values: dict[str, str] = field(default_factory=dict)
    saved_addresses: tuple[dict[str, Any], ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.body, *self.values.values(), *strings(self.saved_addresses))

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = length("body", self.body, 1024, 1)
        return found if self.country == "IN" else (*found, f"country: {self.country!r} is not served, only IN is")
