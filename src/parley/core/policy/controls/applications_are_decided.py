"""A business becomes a Client only after the gate, and people where it doubts, have let it in.

What the gate refuses nobody can approve; a likeness to a list waits for two people; approving asks once more.
"""

CLAUSES = ("A2", "E1", "B3")
MOMENTS = ("onboarding",)
WHERE = "parley.actions.decide_application.approve_application"
STATUS = "prevented"
BREACHES = (
    "tests/api/test_applications.py::test_what_the_policy_forbids_is_refused_and_can_not_be_approved",
    "tests/api/test_applications.py::test_a_likeness_to_a_list_waits_for_two_people_and_can_be_cleared",
)
LOOK_ALIKES = (
    "tests/api/test_applications.py::test_a_business_in_good_order_is_cleared_and_becomes_a_client",
    "tests/api/test_applications.py::test_a_namesake_with_another_date_of_birth_is_not_held",
)
