"""How each number was come by is on record.

A contact can not be kept without the source of their number; where it is unknown nobody is written to first.
"""

CLAUSES = ("B4",)
MOMENTS = ("campaign", "outbound", "inbound")
WHERE = "parley.storage.contacts.of_writer"
STATUS = "attested"
BREACHES = ("tests/core/policy/test_rules.py::test_a_breach_is_blocked_under_its_clause",)
LOOK_ALIKES = ("tests/workers/test_inbox.py::test_a_new_customer_gets_a_contact_a_conversation_and_a_window",)
