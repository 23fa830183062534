import re
from inspect import cleandoc, signature
from typing import get_args

import pytest

from parley.core.policy import rules
from parley.core.policy.facts import Moment
from parley.core.policy.gate import decide
from parley.core.policy.rulebook import RULES, Rule
from tests.core.policy import test_rules
from tests.shape.files import ROOT, modules

FOLDER = ROOT / "src" / "parley" / "core" / "policy" / "rules"
CLAUSE = re.compile(r"[A-F]\d(\.\d+)?")
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_every_file_in_the_folder_is_a_rule() -> None:
    files = {path.stem for path in modules(FOLDER) if path.name != "__init__.py"}
    assert {rule.name for rule in RULES} == files
    assert rules.__path__[0] == str(FOLDER)


@every_rule
def test_a_rule_names_its_clause_and_its_moments(rule: Rule) -> None:
    assert CLAUSE.fullmatch(rule.clause)
    assert rule.moments
    assert set(rule.moments) <= set(get_args(Moment))


@every_rule
def test_a_rule_says_why_and_what_it_allows_and_denies(rule: Rule) -> None:
    title, empty, *rest = cleandoc(rule.reason).splitlines()
    assert title.endswith(".")
    assert empty == ""
    said = "\n".join(rest)
    for heading in ("Why:", "Allowed:", "Denied:"):
        assert len(re.findall(rf"^{heading} \S", said, flags=re.MULTILINE)) == 1, heading
    assert list(signature(rule.check).parameters) == ["message"]


@every_rule
def test_a_rule_is_tested_by_a_breach_and_by_an_honest_look_alike(rule: Rule) -> None:
    """tests/core/policy/test_rules.py holds both; a breach is one that this rule itself finds."""
    broken = {rule for case in cases(test_rules.test_a_breach_is_blocked_under_its_clause) for rule in finders(case)}
    honest = {case[0] for case in cases(test_rules.test_an_honest_look_alike_passes)}
    assert rule.name in broken
    assert rule.name in honest


def cases(test: object) -> list[tuple[object, ...]]:
    (mark,) = [each for each in test.pytestmark if each.name == "parametrize"]  # type: ignore[attr-defined]
    return list(mark.args[1])


def finders(case: tuple[object, ...]) -> set[str]:
    return {found.rule for found in decide(case[0]).findings}  # type: ignore[arg-type]
