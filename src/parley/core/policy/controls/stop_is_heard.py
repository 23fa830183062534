"""A request to stop is heard and counts at once.

Stop words, what people write in six languages, also within a longer message or with a slip of the pen, a tap on a
button and WhatsApp's own stop for marketing: each becomes an opt-out on record, stops what is queued and is confirmed
once.
"""

CLAUSES = ("B7", "A1")
MOMENTS = ("opt-out", "inbound", "campaign")
WHERE = "parley.core.policy.consent.wants_to_stop"
STATUS = "prevented"
BREACHES = (
    "tests/core/policy/test_wishes.py::test_a_wish_is_heard",
    "tests/core/policy/test_gate.py::test_a_request_to_stop_is_understood",
    "tests/workers/test_inbox.py::test_a_stop_counts_at_once_is_confirmed_once_and_takes_start_back",
    "tests/workers/test_inbox.py::test_whatsapps_own_stop_of_marketing_is_an_opt_out_of_marketing",
    "tests/workers/test_sender.py::test_an_opt_out_stops_what_is_queued_already",
)
LOOK_ALIKES = (
    "tests/core/policy/test_wishes.py::test_what_only_looks_like_a_wish_is_none",
    "tests/core/policy/test_gate.py::test_a_question_about_stopping_something_is_not_an_opt_out",
    "tests/core/policy/test_gate.py::test_who_comes_back_is_understood",
)
