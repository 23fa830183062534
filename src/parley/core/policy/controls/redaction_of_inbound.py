"""Numbers are taken out of what customers write before it is kept.

Cards, accounts and identity numbers leave their last digits behind, in every part of the webhook, before the first
row is written; the customer is told.
"""

CLAUSES = ("D3",)
MOMENTS = ("inbound", "data")
WHERE = "parley.core.policy.redaction.redact"
STATUS = "prevented"
BREACHES = (
    "tests/ingest/test_webhooks.py::test_a_card_number_is_taken_out_before_it_is_kept",
    "tests/core/policy/test_gate.py::test_no_part_of_a_message_keeps_a_card_number",
    "tests/workers/test_inbox.py::test_a_number_that_was_taken_out_is_on_record_and_the_customer_is_told",
)
LOOK_ALIKES = (
    "tests/core/policy/test_gate.py::test_other_numbers_are_not_cards",
    "tests/core/policy/test_gate.py::test_what_the_platform_needs_again_is_kept",
)
