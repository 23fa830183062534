"""A number sends no faster than it may.

The sender keeps each number's rate, in which what it receives counts as well, and the pause that the platform asks for,
and waits longer each time to write to one person again.
"""

CLAUSES = ("B1", "F2")
MOMENTS = ("outbound", "campaign")
WHERE = "parley.workers.pace.Pace"
STATUS = "prevented"
BREACHES = (
    "tests/workers/test_pace.py::test_a_place_is_free_a_second_after_the_answer_and_not_sooner",
    "tests/workers/test_arrivals.py::test_what_customers_write_leaves_less_room_to_send_for_a_second",
)
LOOK_ALIKES = (
    "tests/workers/test_arrivals.py::test_what_did_not_come_to_the_number_just_now_takes_no_room",
    "tests/workers/test_pace.py::test_what_was_not_needed_is_free_at_once",
    "tests/workers/test_sender.py::test_what_the_platform_could_not_take_for_a_moment_is_tried_again",
)
