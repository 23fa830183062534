"""People are chosen by what fits the question, and by nothing else.

Skill, language, team and load. The one who chooses is given no field about the customer's person, so nobody can be
favoured or left out by one; each choice is kept with its reason.
"""

CLAUSES = ("D0", "E6", "S7")
MOMENTS = ("inbound",)
WHERE = "parley.core.routing.choose.choose"
STATUS = "prevented"
BREACHES = (
    "tests/core/routing/test_choose.py::test_the_skill_comes_before_the_load",
    "tests/core/routing/test_choose.py::test_the_language_comes_before_the_load",
    "tests/workers/test_router.py::test_nobody_gets_more_than_they_can_take",
)
LOOK_ALIKES = (
    "tests/core/routing/test_choose.py::test_the_reason_is_a_short_sentence_in_plain_words",
    "tests/workers/test_router.py::test_who_waits_is_offered_to_a_free_person_with_the_reason",
)
