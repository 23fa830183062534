"""A text with a button that opens the whole catalogue."""

from msgspec import Struct

from parley.core.messages.limits import length


class CatalogueMessage(Struct, frozen=True, tag="catalogue"):
    """``retailer_id``: the item whose picture stands above, of ``catalogue_id``; WhatsApp takes its first without."""

    body: str
    catalogue_id: str = ""
    retailer_id: str = ""
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read; the items were screened in their catalogue."""
        return tuple(t for t in (self.body, self.footer) if t)

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    @property
    def retailer_ids(self) -> tuple[str, ...]:
        """The items that it names."""
        return (self.retailer_id,) if self.retailer_id else ()

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        return (
            *length("body", self.body, 1024, 1),
            *length("footer", self.footer, 60),
            *length("retailer_id", self.retailer_id, 100),
        )
