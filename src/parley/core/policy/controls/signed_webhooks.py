"""Only what the platform has signed is believed.

A message, a status or a standing that anybody else sends is refused and not kept; what is signed is kept before it is
answered, once.
"""

CLAUSES = ("S2",)
MOMENTS = ("inbound", "platform")
WHERE = "parley.whatsapp.webhook.is_signed"
STATUS = "prevented"
BREACHES = (
    "tests/ingest/test_webhooks.py::test_what_is_not_signed_is_401_and_nothing_is_kept",
    "tests/ingest/test_webhooks.py::test_a_signature_of_another_body_is_401",
)
LOOK_ALIKES = ("tests/ingest/test_webhooks.py::test_what_is_signed_is_kept_before_it_is_answered",)
