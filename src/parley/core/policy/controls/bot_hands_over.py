"""Whoever asks for a person gets one within a turn.

In every language that the bot speaks; after two failed turns it offers its ways out by itself, and where it can not
speak the customer goes to people.
"""

CLAUSES = ("C7", "S6")
MOMENTS = ("automation", "outbound", "inbound")
WHERE = "parley.core.chatbot.turn.take_turn"
STATUS = "prevented"
BREACHES = (
    "tests/core/chatbot/test_turn.py::test_a_wish_for_a_person_is_understood",
    "tests/core/chatbot/test_turn.py::test_who_asks_for_a_person_is_handed_over_at_once_with_the_skill_of_the_question",
    "tests/workers/test_inbox.py::test_two_failed_turns_offer_the_ways_out",
    "tests/workers/test_sender.py::test_a_bots_answer_that_can_not_be_sent_leaves_the_customer_to_a_person",
)
LOOK_ALIKES = ("tests/core/chatbot/test_turn.py::test_a_question_that_mentions_people_is_not_a_wish_for_one",)
