import re
from inspect import cleandoc, signature
from typing import get_args

import pytest

from parley.core.policy import rules
from parley.core.policy.facts import Moment
from parley.core.policy.gate import decide
from parley.core.policy.rulebook import RULES, Rule
from parley.core.policy.verdicts import SEVERITY
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
    assert list(signature(rule.check).parameters)[1:] in ([], ["terms"])


@every_rule
def test_a_rule_carries_a_breach_that_it_finds(rule: Rule) -> None:
    breaches = list(rule.breaches())
    assert breaches
    for breach in breaches:
        found = [f for f in decide(breach).findings if f.rule == rule.name]
        assert found, breach
        assert found[0].clause in rule.clauses
        assert SEVERITY[found[0].verdict] <= SEVERITY[rule.gravest]
        assert found[0].sentence.endswith(".") and found[0].next_sentence


@every_rule
def test_a_rule_carries_an_honest_look_alike_that_no_rule_minds(rule: Rule) -> None:
    honest = list(rule.look_alikes())
    assert honest
    for matter in honest:
        decision = decide(matter)
        assert rule.name in decision.rules
        assert decision.verdict == "allow", decision.findings


def test_the_gravest_verdict_of_a_rule_is_one_that_its_breaches_reach() -> None:
    for rule in RULES:
        reached = {f.verdict for breach in rule.breaches() for f in decide(breach).findings if f.rule == rule.name}
        assert rule.gravest in reached, rule.name
