"""What was decided can be decided again under another version, before that version is in force.

Each decision keeps its facts; with the message that is still there they make the matter again. What would have been
otherwise is listed by clause, and what can not be made again is counted.
"""

CLAUSES = ("F3",)
MOMENTS = ("update",)
WHERE = "parley.core.policy.versions.replaying.replayed"
STATUS = "detected"
BREACHES = (
    "tests/workers/test_replay.py::test_a_loosening_that_was_chosen_is_what_the_decision_rests_on",
    "tests/workers/test_replay.py::test_consents_that_do_not_say_what_was_logged_are_not_taken_for_it",
)
LOOK_ALIKES = ("tests/workers/test_replay.py::test_what_is_gone_is_counted_and_not_guessed",)
