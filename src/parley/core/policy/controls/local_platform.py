"""A local platform that refuses what the real one refuses.

Sends, statuses, templates with their review, prices, limits and stops behave as documented, so that all of it is
tried and tested without an account.
"""

CLAUSES = ("S2", "S4", "B1")
MOMENTS = ("outbound", "inbound", "platform", "template")
WHERE = "parley_emulator.app.build"
STATUS = "detected"
BREACHES = (
    "tests/emulator/test_refusals.py::test_breach_is_refused_and_its_look_alike_is_not",
    "tests/emulator/test_graph.py::test_a_template_that_breaks_the_rules_is_not_taken",
)
LOOK_ALIKES = (
    "tests/emulator/test_graph.py::test_a_template_handed_in_is_approved_after_a_while_and_the_business_is_told",
    "tests/emulator/test_webhooks.py::test_templates_cost_except_utility_in_an_open_window",
)
