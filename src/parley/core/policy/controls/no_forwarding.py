"""What a customer sent can not be sent on.

There is no forwarding, and a file that came from a customer can not be attached to anybody's message.
"""

CLAUSES = ("D5",)
MOMENTS = ("outbound", "agent")
WHERE = "parley.actions.prepare_content.prepare_content"
STATUS = "prevented"
BREACHES = ("tests/api/test_messages.py::test_a_file_that_a_customer_sent_can_not_be_sent_on",)
LOOK_ALIKES = ("tests/api/test_messages.py::test_a_file_is_uploaded_sent_and_shown",)
