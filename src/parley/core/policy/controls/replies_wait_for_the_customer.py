"""What is written after the window has closed waits for the customer, and the gate is asked twice more.

An agent's reply is kept beside the conversation, not in the outbox. It becomes a message only in the transaction of
the customer's next message, which opens the window. A stop ends it, a stop from before its time included.
"""

CLAUSES = ("C4", "C1", "B7")
MOMENTS = ("agent", "outbound", "opt-out")
WHERE = "parley.core.conversation.waiting_reply.when_the_customer_writes"
STATUS = "prevented"
BREACHES = (
    "tests/core/conversation/test_waiting_reply.py::test_what_waits_is_asked_about_as_it_will_be_and_is_never_cleared",
    "tests/core/conversation/test_waiting_reply.py::test_a_reply_from_before_the_stop_does_not_answer_what_is_asked_after_it",
    "tests/workers/test_waiting_replies.py::test_whoever_says_stop_does_not_get_it_and_the_agent_is_told",
    "tests/workers/test_waiting_replies.py::test_news_that_comes_a_day_late_lets_it_wait_on",
)
LOOK_ALIKES = (
    "tests/workers/test_waiting_replies.py::test_it_waits_for_the_customers_next_message_and_then_leaves_once",
    "tests/workers/test_waiting_replies.py::test_the_answer_to_a_template_opens_the_window_for_it_too",
)
