"""A provider sees how its Clients stand, and stops one.

Each Client is a tenant of its provider. A suspended one sends nothing, not even what was queued, and its people can
not work.
"""

CLAUSES = ("A2", "F1")
MOMENTS = ("onboarding", "platform")
WHERE = "parley.actions.suspend_client.suspend_client"
STATUS = "prevented"
BREACHES = (
    "tests/workers/test_sender.py::test_a_suspended_client_sends_nothing_not_even_what_was_queued",
    "tests/api/test_session.py::test_the_people_of_a_suspended_client_can_not_work",
)
LOOK_ALIKES = (
    "tests/api/test_provider.py::test_a_client_is_suspended_for_a_reason_on_record_and_resumed",
    "tests/api/test_provider.py::test_the_clients_of_the_provider_with_their_figures",
)
