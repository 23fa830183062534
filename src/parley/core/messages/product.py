"""Products of a catalogue: one, or up to thirty in sections."""

from msgspec import Struct

MOST_PRODUCTS, MOST_SECTIONS = 30, 10
BODY, FOOTER, HEADER, TITLE, ID = 1024, 60, 60, 24, 100


class Product(Struct, frozen=True, tag="product"):
    """One item with its picture and price, as WhatsApp shows it. It can have no header."""

    catalogue_id: str
    retailer_id: str
    body: str = ""
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read; the item itself was screened in its catalogue."""
        return tuple(text for text in (self.body, self.footer) if text)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        checks = [
            (bool(self.catalogue_id), "catalogue_id: is missing"),
            _id("retailer_id", self.retailer_id),
            (len(self.body) <= BODY, f"body: {len(self.body)} characters, at most {BODY} are allowed"),
            (len(self.footer) <= FOOTER, f"footer: {len(self.footer)} characters, at most {FOOTER} are allowed"),
        ]
        return tuple(sentence for holds, sentence in checks if not holds)

    @property
    def retailer_ids(self) -> tuple[str, ...]:
        """The items that it shows."""
        return (self.retailer_id,)


class ProductSection(Struct, frozen=True):
    """Items under one heading; the heading is required as soon as there are two sections."""

    retailer_ids: tuple[str, ...]
    title: str = ""


class ProductList(Struct, frozen=True, tag="product_list"):
    """A text with a button that opens a choice of items."""

    catalogue_id: str
    header: str
    body: str
    sections: tuple[ProductSection, ...]
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        titles = (section.title for section in self.sections)
        return tuple(text for text in (self.header, self.body, self.footer, *titles) if text)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        items, sections = self.retailer_ids, len(self.sections)
        checks = [
            (bool(self.catalogue_id), "catalogue_id: is missing"),
            (1 <= sections <= MOST_SECTIONS, f"sections: {sections} given, 1 to {MOST_SECTIONS} are allowed"),
            (
                1 <= len(items) <= MOST_PRODUCTS,
                f"items: {len(items)} over all sections, 1 to {MOST_PRODUCTS} are allowed",
            ),
            (len(set(items)) == len(items), "items: one is named twice"),
            (1 <= len(self.header) <= HEADER, f"header: {len(self.header)} characters, 1 to {HEADER} are allowed"),
            (1 <= len(self.body) <= BODY, f"body: {len(self.body)} characters, 1 to {BODY} are allowed"),
            (len(self.footer) <= FOOTER, f"footer: {len(self.footer)} characters, at most {FOOTER} are allowed"),
            *(_id(f"items.{place}", item) for place, item in enumerate(items, start=1)),
        ]
        for place, section in enumerate(self.sections, start=1):
            named = bool(section.title) or sections == 1
            length = len(section.title)
            checks.append((named, "sections.title: required when there is more than one section"))
            checks.append(
                (length <= TITLE, f"sections.{place}.title: {length} characters, at most {TITLE} are allowed")
            )
            checks.append((bool(section.retailer_ids), f"sections.{place}: has no item"))
        return tuple(sentence for holds, sentence in checks if not holds)

    @property
    def retailer_ids(self) -> tuple[str, ...]:
        """The items that it shows."""
        return tuple(item for section in self.sections for item in section.retailer_ids)


def _id(field: str, value: str) -> tuple[bool, str]:
    return 1 <= len(value) <= ID, f"{field}: {len(value)} characters, 1 to {ID} are allowed"
