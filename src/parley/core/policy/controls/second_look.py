"""What is doubtful waits for a second person, and is not sent if nobody decides.

A message that a rule holds is kept, not sent; its author sees until when. Whoever wrote it may not release it, some
clauses ask for two people, and a release lifts that hold only: all other rules are asked again at the wire.
"""

CLAUSES = ("A1", "B3", "E1", "E2", "E3")
MOMENTS = ("outbound", "agent")
WHERE = "parley.actions.decide_case.decide_case"
STATUS = "prevented"
BREACHES = (
    "tests/workers/test_cases.py::test_what_nobody_decides_in_time_is_refused_and_its_author_is_told",
    "tests/workers/test_cases.py::test_a_release_after_the_window_has_closed_sends_nothing",
    "tests/workers/test_cases.py::test_a_hold_found_at_the_wire_waits_for_a_person_too",
    "tests/api/test_cases.py::test_a_supervisor_does_not_release_what_they_wrote",
    "tests/api/test_cases.py::test_where_two_must_agree_one_is_not_enough",
)
LOOK_ALIKES = (
    "tests/workers/test_cases.py::test_a_held_message_leaves_once_a_person_releases_it",
    "tests/workers/test_cases.py::test_a_later_message_does_not_wait_for_one_that_is_held",
)
