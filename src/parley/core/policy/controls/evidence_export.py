"""A Client's decisions can be handed over, and checked by anybody without parley.

An export holds the whole chain, with consents and cases that its last decision seals, and a program of one file that
finds what was removed, edited or moved in any of them. That the end is the true one rests on anchors that are kept
elsewhere.
"""

CLAUSES = ("A3", "B6", "F1")
MOMENTS = ("platform", "opt-in", "data")
WHERE = "parley.commands.evidence.verifier.check"
STATUS = "detected"
BREACHES = (
    "tests/commands/test_evidence.py::test_a_change_of_any_kind_of_record_is_found_though_the_manifest_was_made_anew",
    "tests/commands/test_evidence.py::test_a_consent_that_was_edited_in_an_export_is_found",
    "tests/commands/test_evidence.py::test_a_row_that_was_taken_out_is_found",
    "tests/commands/test_evidence.py::test_an_edit_of_any_column_is_found",
    "tests/commands/test_evidence.py::test_another_order_is_found",
    "tests/commands/test_evidence.py::test_an_end_that_was_taken_off_is_found_by_the_manifest_or_by_an_anchor",
    "tests/commands/test_evidence.py::test_a_chain_that_was_written_anew_is_found_by_an_anchor",
)
LOOK_ALIKES = (
    "tests/commands/test_evidence.py::test_an_honest_export_is_in_order",
    "tests/commands/test_evidence.py::test_an_export_of_a_client_is_checked_without_anything_of_ours",
)
