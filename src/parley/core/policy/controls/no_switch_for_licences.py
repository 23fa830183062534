"""There is no switch that a licence could turn.

Licences are kept with an application and read by one rule, which refuses; no setting, role or choice of a Client lifts
a prohibition in the document as it stands.
"""

CLAUSES = ("E5",)
MOMENTS = ("onboarding",)
WHERE = "parley.core.policy.rules.licences_lift_nothing.check"
STATUS = "prevented"
BREACHES = (
    "tests/core/policy/test_licences.py::test_a_licensed_arms_dealer_is_refused",
    "tests/core/policy/test_licences.py::test_there_is_no_switch",
)
LOOK_ALIKES = ("tests/core/policy/test_licences.py::test_a_licence_never_makes_an_application_easier",)
