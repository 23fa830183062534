"""A menu of up to ten rows behind one button."""

from msgspec import Struct


class Row(Struct, frozen=True):
    """A row the customer may choose."""

    id: str
    title: str
    description: str = ""


class Section(Struct, frozen=True):
    """Rows under one heading; the heading is required as soon as there are two sections."""

    rows: tuple[Row, ...]
    title: str = ""


class ListMenu(Struct, frozen=True, tag="list"):
    """A text with a button that opens a menu."""

    body: str
    button: str
    sections: tuple[Section, ...]
    header: str = ""
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        rows = (t for s in self.sections for r in s.rows for t in (r.title, r.description))
        headings = (s.title for s in self.sections)
        return tuple(t for t in (self.header, self.body, self.footer, self.button, *headings, *rows) if t)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        rows = [row for section in self.sections for row in section.rows]
        checks = [
            (1 <= len(self.sections) <= 10, f"sections: {len(self.sections)} given, 1 to 10 are allowed"),
            (1 <= len(rows) <= 10, f"sections.rows: {len(rows)} given over all sections, 1 to 10 are allowed"),
            (1 <= len(self.body) <= 4096, f"body: {len(self.body)} characters, 1 to 4096 are allowed"),
            (1 <= len(self.button) <= 20, f"button: {len(self.button)} characters, 1 to 20 are allowed"),
            (len(self.header) <= 60, f"header: {len(self.header)} characters, at most 60 are allowed"),
            (len(self.footer) <= 60, f"footer: {len(self.footer)} characters, at most 60 are allowed"),
            (len({row.id for row in rows}) == len(rows), "sections.rows.id: two rows have the same id"),
        ]
        for place, section in enumerate(self.sections, start=1):
            title = len(section.title)
            titled = bool(section.title) or len(self.sections) == 1
            checks.append((titled, "sections.title: required when there is more than one section"))
            checks.append((title <= 24, f"sections.{place}.title: {title} characters, at most 24 are allowed"))
        for place, row in enumerate(rows, start=1):
            title, id_, more = len(row.title), len(row.id), len(row.description)
            checks.append((1 <= title <= 24, f"rows.{place}.title: {title} characters, 1 to 24 are allowed"))
            checks.append((1 <= id_ <= 200, f"rows.{place}.id: {id_} characters, 1 to 200 are allowed"))
            checks.append((more <= 72, f"rows.{place}.description: {more} characters, at most 72 are allowed"))
        return tuple(sentence for holds, sentence in checks if not holds)
