"""Every clause of the policy has a control, and every control a test of the breach and of its honest look-alike."""

import importlib
import re
import subprocess
import sys
from functools import cache
from typing import get_args

import pytest

from parley.core.policy import controls
from parley.core.policy.clauses import Clause, clauses, sections
from parley.core.policy.coverage import MEANS, STATUSES, Control, all_controls, coverage
from parley.core.policy.matters.matter import Moment
from tests.shape.files import ROOT, modules

# Clauses that nothing holds yet. The list only shrinks: a clause in it that has a control fails the test.
NOT_YET: set[str] = set()
EXPECTED = (
    {
        f"{letter}{n}"
        for letter, last in {"A": 3, "B": 8, "C": 7, "E": 9, "F": 4, "S": 8}.items()
        for n in range(1, last + 1)
    }
    - {"E4"}
    | {f"E4.{n}" for n in range(15)}
    | {f"D{n}" for n in range(6)}
)
PARTS = [control for control in all_controls() if control.kind == "part"]
every_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
every_clause = pytest.mark.parametrize("clause", clauses(), ids=lambda clause: clause.id)


def test_every_clause_of_the_document_is_there_and_no_other() -> None:
    assert {clause.id for clause in clauses()} == EXPECTED
    assert [clause.id for clause in clauses()] == sorted(EXPECTED, key=in_order)
    assert set(sections()) == {clause.section for clause in clauses()}


@every_clause
def test_a_clause_says_what_it_asks_and_where_it_is_held(clause: Clause) -> None:
    assert clause.title and clause.asks.endswith(".")
    assert clause.moments and set(clause.moments) <= set(get_args(Moment))
    assert clause.remains == "" or clause.remains.endswith(".")


def test_every_clause_has_a_control() -> None:
    without = {each.clause.id for each in coverage() if not each.controls}
    assert without == NOT_YET, "a clause without a control, or one in NOT_YET that has one"


def test_every_control_names_clauses_that_exist() -> None:
    for control in all_controls():
        assert set(control.clauses) <= EXPECTED and control.clauses, control.name
        assert control.status in STATUSES and set(MEANS) == set(STATUSES)


def test_every_control_has_a_test_of_the_breach_and_of_its_look_alike() -> None:
    for control in all_controls():
        assert control.breaches and control.look_alikes, control.name


def test_every_file_in_the_folder_is_a_part() -> None:
    folder = ROOT / "src" / "parley" / "core" / "policy" / "controls"
    assert {part.name for part in PARTS} == {path.stem for path in modules(folder) if path.name != "__init__.py"}
    assert controls.__path__[0] == str(folder)


@every_part
def test_a_part_says_what_it_does_and_is_where_it_says(part: Control) -> None:
    assert part.title.endswith(".") and part.says.endswith(".")
    assert set(part.moments) <= set(get_args(Moment)) and part.moments
    assert part.status not in ("open",)
    assert found(part.where), f"{part.where} is not there"


@every_part
def test_the_tests_that_a_part_names_are_there(part: Control, request: pytest.FixtureRequest) -> None:
    missing = set(part.tests) - of_this_run(request.session)
    assert not missing or missing <= collected(), missing - collected()


@cache
def of_this_run(session: pytest.Session) -> frozenset[str]:
    """Of the whole suite that is every test there is."""
    return frozenset(item.nodeid.partition("[")[0] for item in session.items)


@cache
def collected() -> frozenset[str]:
    """The tests of the files that are named, as pytest finds them: for a run of fewer."""
    named = sorted({test.partition("::")[0] for part in PARTS for test in part.tests})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-o",
        "addopts=",
        "-p",
        "no:cacheprovider",
        *named,
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return frozenset(re.sub(r"\[.*", "", line) for line in listed.splitlines() if "::" in line)


def found(name: str) -> bool:
    """Whether the dotted name leads to something in the code."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            thing: object = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[end:]:
            if not hasattr(thing, attribute):
                return False
            thing = getattr(thing, attribute)
        return True
    return False


def in_order(clause: str) -> tuple[str, list[int]]:
    return clause[0], [int(part) for part in clause[1:].split(".")]
