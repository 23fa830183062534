"""Teams, people, hours, queues and a desk.

Conversations have one owner at a time and end somewhere; supervisors take over; hours and presence are respected;
every move is on record.
"""

CLAUSES = ("S5",)
MOMENTS = ("agent",)
WHERE = "parley.core.conversation.moves.move"
STATUS = "prevented"
BREACHES = (
    "tests/core/conversation/test_moves.py::test_a_move_that_is_not_in_the_table_raises_and_one_that_is_does_not",
    "tests/api/test_moves.py::test_only_a_supervisor_takes_over_from_a_colleague",
)
LOOK_ALIKES = (
    "tests/core/conversation/test_moves.py::test_the_customers_way_from_the_bot_to_a_person_and_to_the_end",
    "tests/api/test_moves.py::test_anybody_takes_over_from_the_bot_and_the_queue",
)
