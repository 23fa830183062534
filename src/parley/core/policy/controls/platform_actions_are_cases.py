"""Whatever WhatsApp does to an account or a number opens a case with what led to it.

Restrictions, violations, bans, falling quality, reviews, alerts and refusals to send: once each, with the figures of
the days before, a draft of the appeal and its state. What WhatsApp takes back closes its case.
"""

CLAUSES = ("F1", "S4")
MOMENTS = ("platform",)
WHERE = "parley.actions.receive_enforcement.receive_enforcement"
STATUS = "detected"
BREACHES = (
    "tests/workers/test_cases.py::test_an_action_of_whatsapp_opens_one_case_with_what_led_to_it",
    "tests/workers/test_cases.py::test_a_refusal_to_send_for_the_account_opens_a_case",
    "tests/api/test_cases.py::test_an_appeal_is_drafted_sent_and_answered",
)
LOOK_ALIKES = (
    "tests/workers/test_cases.py::test_news_of_no_consequence_open_nothing",
    "tests/workers/test_cases.py::test_when_whatsapp_takes_its_action_back_the_case_is_closed",
)
