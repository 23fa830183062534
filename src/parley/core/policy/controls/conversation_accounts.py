"""What a message costs is shown before it is sent, and booked by WhatsApp's word when it has arrived.

The price names its reason, or the card and tier it comes from, and is kept with the template. What arrives is booked
once, and counted by both models: conversations as the document describes them, single messages as they are charged
since July 2025. Where WhatsApp prices a message otherwise than was foretold, the difference is named.
"""

CLAUSES = ("C5", "C1", "C6", "S4")
MOMENTS = ("platform", "outbound")
WHERE = "parley.core.pricing"
STATUS = "detected"
BREACHES = (
    "tests/workers/test_prices.py::test_what_whatsapp_prices_otherwise_is_named",
    "tests/workers/test_prices.py::test_another_amount_than_foretold_is_a_difference_too",
    "tests/core/test_accounting.py::test_a_template_outside_the_window_opens_a_business_initiated_one",
    "tests/workers/test_prices.py::test_what_was_foretold_outside_the_window_is_what_is_booked",
    "tests/api/test_prices.py::test_a_template_outside_the_window_has_amount_card_and_why",
)
LOOK_ALIKES = (
    "tests/core/test_accounting.py::test_the_first_reply_opens_a_user_initiated_conversation_of_a_day",
    "tests/workers/test_prices.py::test_within_the_window_utility_is_foretold_and_booked_as_free",
    "tests/workers/test_prices.py::test_a_free_entry_that_only_whatsapp_saw_and_its_silence_are_no_differences",
    "tests/workers/test_statuses.py::test_what_arrives_is_booked_once_with_whatsapps_word_on_its_price",
)
