"""What arrives is booked by both models of prices, beside WhatsApp's own word.

Conversations as the document describes them, single messages as they are charged since July 2025; where WhatsApp's
statuses say otherwise, the difference is named.
"""

CLAUSES = ("C5", "C1", "C6", "S4")
MOMENTS = ("platform",)
WHERE = "parley.core.accounting"
STATUS = "detected"
BREACHES = (
    "tests/core/test_accounting.py::test_what_whatsapp_prices_otherwise_is_named",
    "tests/core/test_accounting.py::test_a_template_outside_the_window_opens_a_business_initiated_one",
)
LOOK_ALIKES = (
    "tests/core/test_accounting.py::test_the_first_reply_opens_a_user_initiated_conversation_of_a_day",
    "tests/workers/test_statuses.py::test_what_arrives_is_booked_once_with_whatsapps_word_on_its_price",
)
