"""What a business tells of itself when it asks to be served, and what became of that."""

import re
from datetime import date
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, field_validator

from parley.api.models.base import Body, Model, Time
from parley.api.models.decision import FindingOut

E164 = re.compile(r"\+[1-9]\d{6,14}")
COUNTRY = re.compile(r"[A-Z]{2}")
URL = re.compile(r"https?://[^\s/@]+\.[^\s/@.]{2,}(?:/\S*)?", re.IGNORECASE)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")


def _telephone(value: str) -> str:
    bare = re.sub(r"[\s().-]", "", value)
    if not E164.fullmatch(bare):
        raise ValueError("must be in international form, 7 to 15 digits behind a plus: write +442079460958")
    return bare


def _website(value: str) -> str:
    if not URL.fullmatch(value.strip()):
        raise ValueError("must be a web address: write https://business.example")
    return value.strip()


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value.strip()):
        raise ValueError("must be an e-mail address: write care@business.example")
    return value.strip()


def _country(value: str) -> str:
    if not COUNTRY.fullmatch(value.strip().upper()):
        raise ValueError("must be the two letters of a country (ISO 3166): write GB")
    return value.strip().upper()


Short = Annotated[str, Field(max_length=200)]
Telephone = Annotated[str, Field(max_length=40), AfterValidator(_telephone)]
Website = Annotated[str, Field(max_length=500), AfterValidator(_website)]
Email = Annotated[str, Field(max_length=200), AfterValidator(_email)]
Country = Annotated[str, AfterValidator(_country)]


class PersonIn(Body):
    """Somebody who owns or runs the business. The date of birth tells them from a namesake on a list."""

    name: str = Field(min_length=1, max_length=200)
    role: Short = ""
    born: date | None = None


class ProfileIn(Body):
    """The business profile that customers will see (B2)."""

    support_contact: Short = ""
    about: Short = ""
    description: str = Field("", max_length=512)
    email: str = Field("", max_length=200)
    telephone: str = Field("", max_length=40)
    address: Short = ""
    websites: list[Website] = Field([], max_length=2)
    vertical: Short = ""


class ApplicationIn(Body):
    """All of it. What the policy asks for and is missing is said by the gate's findings, not by an error."""

    name: str = Field(min_length=1, max_length=200)
    legal_name: Short = ""
    countries: list[Country] = Field(min_length=1, max_length=50)
    sector: Short = ""
    description: str = Field("", max_length=4000)
    display_names: list[Short] = Field([], max_length=20)
    websites: list[Website] = Field([], max_length=20)
    emails: list[Email] = Field([], max_length=20)
    telephones: list[Telephone] = Field([], max_length=50)
    registration_number: str = Field("", max_length=60)
    privacy_url: str = Field("", max_length=500)
    profile: ProfileIn = ProfileIn()
    people: list[PersonIn] = Field([], max_length=50)
    licences: list[Short] = Field([], max_length=20)
    news_registration: Short = ""
    timezone: str = "UTC"

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("must be the name of a time zone: write Europe/London")
        return value


class WatchHitOut(Model):
    """A likeness to an entry of a list (E1), and whether people have found that it is somebody else."""

    list: str
    entry: str
    score: int
    name: str
    asked: str
    programme: str = ""
    cleared: bool


class ApplicationOut(Model):
    """An application with the gate's word on it."""

    application_id: UUID
    state: str
    name: str
    legal_name: str
    countries: list[str]
    sector: str
    description: str
    display_names: list[str]
    websites: list[str]
    emails: list[str]
    telephones: list[str]
    registration_number: str
    privacy_url: str
    profile: dict[str, Any]
    people: list[dict[str, Any]]
    licences: list[str]
    news_registration: str
    timezone: str
    watch_hits: list[WatchHitOut]
    findings: list[FindingOut]
    rulebook_version: str
    client_id: UUID | None
    submitted_at: Time
    decided_at: Time | None
    note: str


class Applications(Model):
    """Newest first."""

    items: list[ApplicationOut]


class Rejection(Body):
    """Why."""

    note: str = Field(min_length=1, max_length=1000)


class Termination(Body):
    """Why."""

    reason: str = Field(min_length=1, max_length=500)


class TerminationOut(Model):
    """The Client as it is from now on. ``barred``: by how many things it would be known again (F4)."""

    tenant_id: UUID
    status: str
    barred: int


class WatchListOut(Model):
    """A list that names are compared with."""

    name: str
    kind: str
    digest: str
    entries: int
    added_at: Time


class WatchLists(Model):
    """By name."""

    items: list[WatchListOut]
