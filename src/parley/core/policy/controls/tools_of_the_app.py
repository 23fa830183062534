"""What a small business has in the app, as far as the desk has it.

Quick replies by a shortcut, opening hours in the business's own time zone, the profile with its confirmation, and the
catalogue with each item screened.
"""

CLAUSES = ("S1",)
MOMENTS = ("agent",)
WHERE = "parley.api.canned_replies.index"
STATUS = "prevented"
BREACHES = (
    "tests/core/routing/test_opening.py::test_the_hours_of_the_day_count_closing_time_excluded",
    "tests/core/chatbot/test_turn.py::test_outside_opening_hours_a_hand_over_says_so",
)
LOOK_ALIKES = (
    "tests/api/test_moves.py::test_colleagues_canned_replies_and_templates",
    "tests/core/routing/test_opening.py::test_a_business_without_hours_is_always_open",
)
