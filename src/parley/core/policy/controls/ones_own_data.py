"""A person gets a copy of all that is kept about them, or is taken out of it.

After an erasure no table has a trace of the person but for evidence that names nobody; whoever had said stop is known
again by a keyed hash.
"""

CLAUSES = ("D1", "B7")
MOMENTS = ("data",)
WHERE = "parley.actions.erase_person.erase_person"
STATUS = "prevented"
BREACHES = (
    "tests/api/test_subjects.py::test_after_erasure_no_trace_is_left_but_evidence_that_names_nobody",
    "tests/api/test_subjects.py::test_the_stop_of_an_erased_person_comes_back_with_them",
    "tests/api/test_subjects.py::test_only_an_administrator_may",
)
LOOK_ALIKES = ("tests/api/test_subjects.py::test_the_copy_is_whole_and_on_record",)
