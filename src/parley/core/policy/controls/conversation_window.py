"""The window is kept to the second, from the message's own time.

Per customer and number, over all their conversations; what was queued in time and is due too late is stopped on its
way out.
"""

CLAUSES = ("C4", "C6", "C1")
MOMENTS = ("outbound", "agent", "campaign")
WHERE = "parley.core.policy.facts.Outbound.window_open"
STATUS = "prevented"
BREACHES = ("tests/workers/test_sender.py::test_a_message_queued_in_time_and_due_too_late_is_stopped",)
LOOK_ALIKES = (
    "tests/workers/test_identity.py::test_the_window_is_the_customers_and_the_numbers_not_the_conversations",
    "tests/core/conversation/test_moves.py::test_late_news_never_shortens_the_window",
)
