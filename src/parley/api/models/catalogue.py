"""Items of a catalogue."""

from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.api.models.decision import FindingOut
from parley.core.catalogue.item import LONGEST
from parley.core.policy.verdicts import Verdict

CATALOGUE = r"^[A-Za-z0-9_.-]{1,100}$"


class ItemIn(Body):
    """An item, new or in place of the one with its number."""

    catalogue_id: str = Field(pattern=CATALOGUE)
    retailer_id: str = Field(min_length=1, max_length=LONGEST["retailer_id"])
    title: str = Field(min_length=1, max_length=LONGEST["title"])
    description: str = Field("", max_length=LONGEST["description"])
    category: str = Field("", max_length=LONGEST["category"])
    brand: str = Field("", max_length=LONGEST["brand"])
    url: str = Field("", max_length=LONGEST["url"])
    image_url: str = Field("", max_length=LONGEST["image_url"])
    price: str = Field("", max_length=LONGEST["price"])
    availability: str = Field("", max_length=LONGEST["availability"])


class ItemOut(Model):
    """An item with the gate's word on it; only what is allowed, or allowed with a warning, may be shown."""

    catalogue_id: str
    retailer_id: str
    title: str
    description: str
    category: str
    brand: str
    url: str
    image_url: str
    price: str
    availability: str
    verdict: Verdict
    findings: list[FindingOut]
    rulebook_version: str
    source: str
    updated_at: Time


class Items(Model):
    """By catalogue and number. ``next_after``: where the next page begins, null at the end."""

    items: list[ItemOut]
    next_after: str | None


class ImportIn(Body):
    """A catalogue file: the platform's data feed (CSV, TSV), or JSON as its API gives it."""

    catalogue_id: str = Field(pattern=CATALOGUE)
    content: str = Field(min_length=1)


class AsideOut(Model):
    """A row that was not taken, and why."""

    row: int
    retailer_id: str
    field: str
    reason: str


class ImportOut(Model):
    """What became of the rows."""

    import_id: UUID
    rows: int
    cleared: int
    held: int
    refused: int
    aside: list[AsideOut]
