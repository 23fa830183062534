"""A reported message is looked at by somebody who is not in it.

A report by a customer, an agent or the platform opens a case with the message, what was decided on it before, its
author and a deadline; whoever wrote or reported it does not decide, and what was decided is on record. Nobody's
silence closes it unseen: it goes to the provider next. A customer who accuses the business in the chat need not be
passed on by anybody: the words are heard in six languages, and open one case a conversation.
"""

CLAUSES = ("A3", "F1")
MOMENTS = ("inbound", "platform")
WHERE = "parley.actions.report_message.report_message"
STATUS = "prevented"
BREACHES = (
    "tests/api/test_cases.py::test_a_colleague_reports_a_message_and_a_supervisor_decides",
    "tests/api/test_cases.py::test_who_wrote_what_was_reported_does_not_decide_it",
    "tests/core/policy/test_cases.py::test_a_report_that_nobody_decides_goes_to_the_provider_once_and_then_stands",
    "tests/workers/test_complaints.py::test_an_accusation_opens_one_case_and_more_of_it_opens_none",
    "tests/workers/test_cases.py::test_what_nobody_answers_goes_to_the_provider_and_then_stands",
)
LOOK_ALIKES = (
    "tests/core/policy/test_cases.py::test_a_report_is_upheld_or_dismissed",
    "tests/workers/test_complaints.py::test_an_ordinary_complaint_is_for_the_conversation_only",
)
