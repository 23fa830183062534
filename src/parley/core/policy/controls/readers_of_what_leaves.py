"""What leaves is shown to a moderation service or a classifier, where the installation names one.

They are asked before the gate is, about what no rule refuses, and may only tighten. Without one, a file goes out
because a person attached it, or has cleared it; what a person decided of a file holds for the same content.
"""

CLAUSES = ("E2", "E6", "E7")
MOMENTS = ("outbound",)
WHERE = "parley.workers.reading_ahead.ReadingAhead"
STATUS = "prevented"
BREACHES = (
    "tests/workers/test_second_reader.py::test_what_it_clearly_objects_to_is_not_sent_and_the_author_is_told",
    "tests/workers/test_second_reader.py::test_what_it_doubts_waits_for_a_person_and_leaves_when_released",
    "tests/workers/test_second_reader.py::"
    "test_a_picture_that_the_classifier_minds_waits_and_a_person_clears_it_for_good",
    "tests/workers/test_files_out.py::test_a_file_that_a_person_refused_is_refused_from_then_on_whoever_sends_it",
    "tests/workers/test_files_out.py::test_who_attaches_a_file_answers_for_it_and_what_a_program_attaches_waits",
    "tests/core/policy/test_opinions.py::test_whatever_a_reader_says_the_verdict_is_at_least_as_strict_as_without",
)
LOOK_ALIKES = (
    "tests/workers/test_second_reader.py::test_what_it_has_nothing_against_leaves_and_only_the_words_were_shown",
    "tests/workers/test_second_reader.py::test_a_picture_that_the_classifier_does_not_mind_leaves",
    "tests/workers/test_files_out.py::test_a_new_file_waits_for_a_second_person_and_once_cleared_it_goes_through",
)
