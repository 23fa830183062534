"""A place on the map."""

from msgspec import Struct


class Location(Struct, frozen=True, tag="location"):
    """A place; the address is shown only beside a name."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""
    url: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return tuple(t for t in (self.name, self.address, self.url) if t)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = []
        if not -90 <= self.latitude <= 90:
            found.append(f"latitude: {self.latitude} is outside -90 to 90")
        if not -180 <= self.longitude <= 180:
            found.append(f"longitude: {self.longitude} is outside -180 to 180")
        return tuple(found)
