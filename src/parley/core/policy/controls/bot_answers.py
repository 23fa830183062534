"""The ChatBot answers what it was taught, asks back once, and hands over.

Its answers are measured on questions that it was not taught; unsure is not sure.
"""

CLAUSES = ("D0", "S6")
MOMENTS = ("inbound",)
WHERE = "parley.core.chatbot.understander.Understander"
STATUS = "prevented"
BREACHES = (
    "tests/core/chatbot/test_turn.py::test_an_unsure_guess_is_asked_back_once_and_then_the_paths_are_offered",
    "tests/workers/test_bots.py::test_a_bot_that_can_not_be_taught_still_hands_over",
)
LOOK_ALIKES = (
    "tests/core/chatbot/test_turn.py::test_a_sure_guess_is_answered_and_the_customer_can_reach_a_person_from_there",
)
