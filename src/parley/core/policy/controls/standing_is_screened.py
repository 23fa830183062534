"""What was allowed once is asked about again, and stopped where it no longer holds.

Templates, the bot and its answers, replies at hand, opt-in wordings, items, applications and waiting messages: when the
rulebook of a Client changes, and once a day, since lists and rules change as well.
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
)
LOOK_ALIKES = (
    "tests/actions/test_screen_standing.py::test_what_is_in_order_is_left_alone",
    "tests/actions/test_screen_standing.py::test_a_look_alone_stops_nothing",
)
