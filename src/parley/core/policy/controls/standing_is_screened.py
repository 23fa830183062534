"""What was allowed once is asked about again, and stopped where it no longer holds.

Templates, the bot and its answers, replies at hand, opt-in wordings, items, applications and waiting messages: when the
rulebook of a Client changes, and once a day, since lists and rules change as well. What is doubtful opens a case, and
stays stopped until people have read it.
"""

CLAUSES = ("F3", "A1", "C2", "C3")
MOMENTS = ("update", "template", "campaign", "catalogue", "automation")
WHERE = "parley.actions.screen_standing.screen_standing"
STATUS = "prevented"
BREACHES = (
    "tests/actions/test_screen_standing.py::test_a_template_that_no_longer_holds_can_not_be_sent_until_it_is_mended",
    "tests/actions/test_screen_standing.py::test_answers_and_replies_that_fail_are_not_given_any_more",
    "tests/actions/test_screen_standing.py::test_a_bot_without_a_way_out_is_not_published_any_more",
    "tests/actions/test_screen_standing.py::test_a_wording_that_holds_by_a_choice_only_is_stopped_when_the_choice_ends",
    "tests/actions/test_screen_standing.py::test_a_waiting_message_that_fails_does_not_wait_any_more",
    "tests/actions/test_standing_cases.py::test_people_are_asked_once_and_can_read_what_it_is_about",
    "tests/actions/test_standing_cases.py::test_what_they_refuse_stays_stopped_until_its_words_change",
    "tests/actions/test_standing_cases.py::test_nobodys_word_leaves_it_stopped",
)
LOOK_ALIKES = (
    "tests/actions/test_screen_standing.py::test_what_is_in_order_is_left_alone",
    "tests/actions/test_screen_standing.py::test_a_look_alone_stops_nothing",
    "tests/actions/test_standing_cases.py::test_what_they_let_pass_is_in_use_at_once_and_nobody_is_asked_again",
    "tests/actions/test_standing_cases.py::test_what_is_mended_needs_nobody_any_more",
)
