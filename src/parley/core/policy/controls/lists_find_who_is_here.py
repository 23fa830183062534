"""Whoever is served already is compared with each new list.

Lists are read in the formats of their keepers, names found in other spellings, scripts and orders; a Client with a
likeness sends nothing until people have cleared it.
"""

CLAUSES = ("E1",)
MOMENTS = ("onboarding", "outbound")
WHERE = "parley.actions.add_watch_list.add_watch_list"
STATUS = "prevented"
BREACHES = (
    "tests/api/test_applications.py::test_a_client_that_is_here_already_is_silent_when_a_new_list_names_it",
    "tests/core/policy/test_sanctions.py::test_a_name_is_known_in_other_spellings_scripts_and_orders",
)
LOOK_ALIKES = ("tests/core/policy/test_sanctions.py::test_a_shared_first_name_or_a_common_word_is_not_enough",)
