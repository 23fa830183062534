"""No licence, setting or role opens what the policy closes (E5)."""

import pytest

from parley.core.policy.examples import an_application
from parley.core.policy.gate import decide
from parley.core.policy.rulebook import RULES
from parley.core.policy.terms import R0
from parley.core.policy.verdicts import SEVERITY
from parley.settings import Settings

LICENCES = ("Dealer's licence 4711", "Approved by the ministry")


@pytest.mark.parametrize(
    "description",
    [
        "We sell handguns, rifles and ammunition.",
        "Cigarettes, cigars and whisky delivered to your door.",
        "Payday loans within ten minutes.",
        "We sell garden furniture.",
    ],
)
def test_a_licence_never_makes_an_application_easier(description: str) -> None:
    without = decide(an_application(description=description))
    licensed = decide(an_application(description=description, licences=LICENCES))
    assert SEVERITY[licensed.verdict] >= SEVERITY[without.verdict]


def test_a_licensed_arms_dealer_is_refused() -> None:
    assert decide(an_application(description="We sell handguns and ammunition.", licences=LICENCES)).verdict == "block"


def test_there_is_no_switch() -> None:
    assert R0.country_exceptions == ()
    assert not [name for name in Settings.model_fields if "licen" in name or "exempt" in name or "allow" in name]
    assert not [rule.name for rule in RULES if any("licen" in each or "exempt" in each for each in rule.reads)]
