"""Every decision is kept in a chain that shows any change.

Who, when, by which rules, on which facts and with which version: each row's hash covers the row before it, and the
database lets nobody rewrite it.
"""

CLAUSES = ("A1", "F1")
MOMENTS = ("onboarding", "outbound", "agent", "inbound", "campaign", "platform")
WHERE = "parley.core.policy.decision_log.chain"
STATUS = "detected"
BREACHES = (
    "tests/core/policy/test_gate.py::test_edit_removal_and_reorder_are_found",
    "tests/workers/test_sender.py::test_the_chain_of_decisions_holds_and_shows_every_change",
    "tests/shape/test_schema.py::test_evidence_can_be_written_but_not_rewritten",
)
LOOK_ALIKES = (
    "tests/core/policy/test_gate.py::test_an_untouched_log_verifies",
    "tests/api/test_provider.py::test_the_chain_is_walked_and_a_changed_row_is_found",
)
