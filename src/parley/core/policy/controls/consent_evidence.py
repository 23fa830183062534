"""Each consent is kept with its wording and its evidence.

When, how, in which words and language, recorded by whom: appended, never changed. That it was truly given is the word
of whoever recorded it.
"""

CLAUSES = ("B5", "B6")
MOMENTS = ("opt-in",)
WHERE = "parley.actions.record_consent.record_consent"
STATUS = "attested"
BREACHES = (
    "tests/core/policy/test_gate.py::test_an_opt_in_must_name_whatsapp_and_the_business",
    "tests/shape/test_schema.py::test_evidence_can_be_written_but_not_rewritten",
)
LOOK_ALIKES = ("tests/api/test_moves.py::test_a_consent_is_kept_with_its_evidence_and_shown",)
