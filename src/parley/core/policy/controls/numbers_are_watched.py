"""How each number stands is looked at every minute.

Blocks, reports, opt-outs and WhatsApp's own word slow a number down, then stop what it writes first.
"""

CLAUSES = ("F1", "F2", "B2")
MOMENTS = ("platform", "outbound")
WHERE = "parley.actions.assess_numbers.assess_numbers"
STATUS = "prevented"
BREACHES = (
    "tests/workers/test_standings.py::test_it_slows_down_then_stops_and_still_answers",
    "tests/workers/test_standings.py::test_what_the_platform_says_counts_and_is_forgotten_when_it_takes_it_back",
)
LOOK_ALIKES = (
    "tests/workers/test_standings.py::test_few_complaints_among_few_messages_say_nothing",
    "tests/workers/test_standings.py::test_an_old_profile_is_asked_about_and_slows_nobody",
)
