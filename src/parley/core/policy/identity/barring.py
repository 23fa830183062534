"""By what an organisation that was barred is known again (F4): each in a form that small changes do not hide."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from parley.core.contacts.identity import canonical_phone
from parley.core.policy.sanctions.matching import likeness
from parley.core.policy.sanctions.naming import comparable

IdentityKind = Literal["legal_name", "registration_number", "telephone", "domain", "email"]
NOT_CODE = re.compile(r"[^A-Z0-9]+")
SHORTEST_NUMBER = 4
ALIKE = 90


class Identity(NamedTuple):
    """One thing by which an organisation is known."""

    kind: IdentityKind
    value: str


def identities_of(
    *,
    legal_names: Iterable[str] = (),
    registration_numbers: Iterable[str] = (),
    telephones: Iterable[str] = (),
    websites: Iterable[str] = (),
    emails: Iterable[str] = (),
) -> frozenset[Identity]:
    """All that it is known by. Mailboxes and pages at a host that everybody uses count by themselves only."""
    found: set[Identity] = {Identity("legal_name", _bare(name)) for name in legal_names}
    found |= {Identity("registration_number", _code(number)) for number in registration_numbers}
    found |= {Identity("telephone", canonical_phone(number)) for number in telephones}
    found |= {Identity("domain", domain) for each in websites for domain in [domain_of(each)] if is_own(domain)}
    for address in emails:
        found.add(Identity("email", address.strip().casefold()))
        domain = address.rpartition("@")[2].strip().casefold()
        if is_own(domain):
            found.add(Identity("domain", domain))
    return frozenset(each for each in found if len(each.value) >= SHORTEST_NUMBER)


def same_legal_name(one: str, other: str) -> bool:
    """Whether they are one organisation's name, written differently."""
    return likeness(one, other) >= ALIKE


def domain_of(address: str) -> str:
    """``https://www.shop.example/x`` is ``shop.example``."""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")


def is_own(domain: str) -> bool:
    """Whether it is somebody's own, and no host where everybody has a mailbox or a page."""
    parts = domain.split(".")
    return len(parts) > 1 and _shared().isdisjoint(".".join(parts[first:]) for first in range(len(parts)))


def _bare(name: str) -> str:
    return " ".join(comparable(name).words)


def _code(number: str) -> str:
    return NOT_CODE.sub("", number.upper()).lstrip("0")


@cache
def _shared() -> frozenset[str]:
    source = files("parley.core.policy.identity") / "free_mail.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return frozenset([*data["domains"], *data["hosts"]])
