"""Every item is screened before it may be shown.

By form, file or API, row by row; what is doubtful waits for a person, and a bad row is named and stops no other.
"""

CLAUSES = ("E9", "S8")
MOMENTS = ("catalogue",)
WHERE = "parley.actions.import_items.take_items"
STATUS = "prevented"
BREACHES = (
    "tests/api/test_catalogue.py::test_each_item_is_screened_when_it_is_made",
    "tests/api/test_catalogue.py::test_a_product_message_shows_cleared_items_only",
    "tests/core/test_catalogue.py::test_a_data_feed_is_read_and_bad_rows_are_named_with_the_remedy",
)
LOOK_ALIKES = (
    "tests/api/test_catalogue.py::test_a_held_item_waits_for_a_person_who_may_release_it",
    "tests/core/messages/test_product.py::test_what_keeps_the_limits_is_left_in_peace",
)
