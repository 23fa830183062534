"""Which control holds which clause."""

from parley.api.models.base import Model
from parley.core.policy.coverage import Status


class ControlOut(Model):
    """A rule of the gate (``kind`` 'rule', with its hardest verdict), or another part of the product."""

    name: str
    kind: str
    title: str
    says: str
    moments: list[str]
    status: Status
    verdict: str
    where: str
    breaches: int
    look_alikes: int
    tests: list[str]


class ClauseOut(Model):
    """A clause. ``remains``: what stays with people; ``unheld``: moments at which it should be held and is not;
    ``in_part``: one of the two is there."""

    id: str
    section: str
    title: str
    asks: str
    moments: list[str]
    remains: str
    status: Status
    in_part: bool
    unheld: list[str]
    controls: list[ControlOut]


class Section(Model):
    """A part of the document."""

    letter: str
    about: str


class Coverage(Model):
    """Every clause, in the order of the document. ``counts``: clauses by status; ``means``: a status in words."""

    version: str
    counts: dict[str, int]
    means: dict[str, str]
    sections: list[Section]
    clauses: list[ClauseOut]
