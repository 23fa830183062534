"""Ending the service for a Client bars all by which it would be known again.

Legal name, registration number, telephones, web and e-mail domains: what is barred stays so, and comes back under no
other name.
"""

CLAUSES = ("F4", "A2")
MOMENTS = ("onboarding", "platform")
WHERE = "parley.actions.terminate_client.terminate_client"
STATUS = "prevented"
BREACHES = ("tests/api/test_applications.py::test_a_terminated_client_can_not_come_back_under_another_name",)
LOOK_ALIKES = ("tests/core/policy/test_identity.py::test_identities_are_the_same_however_they_are_written",)
