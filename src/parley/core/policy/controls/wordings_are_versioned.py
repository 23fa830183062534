"""People are asked to opt in with words that were checked.

A version is never changed; each consent names the one that was shown, and has something to show for it.
"""

CLAUSES = ("B5", "B6")
MOMENTS = ("opt-in",)
WHERE = "parley.actions.add_wording.add_wording"
STATUS = "prevented"
BREACHES = (
    "tests/api/test_wordings.py::test_words_that_lack_a_statement_are_kept_as_refused",
    "tests/api/test_wordings.py::test_an_opt_in_without_words_or_proof_is_refused_and_an_opt_out_never",
)
LOOK_ALIKES = (
    "tests/api/test_wordings.py::test_words_that_say_both_are_cleared_in_every_language_and_versioned",
    "tests/api/test_wordings.py::test_a_consent_names_the_words_that_were_shown",
)
