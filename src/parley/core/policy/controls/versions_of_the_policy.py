"""Every text of the policy is a dated version, and no Client gets a loosening that it has not chosen.

What tightens counts from its day on every surface, since the gate itself takes the version of the day. What loosens
needs a choice with a reason, a day and the approval of somebody else; taken back, it ends at once.
"""

CLAUSES = ("F3", "A1")
MOMENTS = ("update", "template", "campaign", "outbound", "automation")
WHERE = "parley.core.policy.versions.rulebook_for"
STATUS = "prevented"
BREACHES = (
    "tests/core/policy/test_versions.py::test_without_a_choice_nothing_is_looser_than_the_document",
    "tests/core/policy/test_versions.py::test_a_tightening_counts_for_everybody_from_its_date",
    "tests/core/policy/test_versions.py::test_a_bot_that_was_fine_is_refused_once_the_text_of_january_2026_is_in_force",
    "tests/api/test_versions.py::test_whoever_chose_for_the_client_does_not_approve",
    "tests/api/test_versions.py::test_only_what_loosens_can_be_chosen_and_only_by_an_administrator",
)
LOOK_ALIKES = (
    "tests/core/policy/test_versions.py::test_a_loosening_counts_only_for_who_chose_it_and_from_its_date",
    "tests/api/test_versions.py::test_a_choice_counts_when_the_provider_has_approved_it_and_until_it_is_withdrawn",
)
