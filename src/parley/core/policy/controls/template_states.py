"""Templates stand here as WhatsApp last reported them.

Webhooks and a regular look at the platform keep the copy true; a template that is paused, rejected or disabled stops
what waits with it.
"""

CLAUSES = ("C3", "S4")
MOMENTS = ("template", "platform")
WHERE = "parley.storage.template_states.change"
STATUS = "prevented"
BREACHES = (
    "tests/workers/test_sender.py::test_a_template_that_was_paused_after_it_was_queued_is_stopped",
    "tests/workers/test_inbox.py::test_a_template_that_the_platform_paused_is_paused_here",
)
LOOK_ALIKES = ("tests/api/test_messages.py::test_a_template_is_filled_from_our_copy_of_it",)
