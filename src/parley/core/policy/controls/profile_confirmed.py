"""A profile is confirmed as current, and only when it is complete.

The provider sees what each number's profile lacks; whoever confirms it vouches that it is true.
"""

CLAUSES = ("B2",)
MOMENTS = ("onboarding", "platform")
WHERE = "parley.actions.confirm_profile.confirm_profile"
STATUS = "attested"
BREACHES = ("tests/api/test_provider.py::test_a_profile_is_confirmed_only_when_it_is_complete",)
LOOK_ALIKES = ("tests/api/test_provider.py::test_a_profile_is_confirmed_only_when_it_is_complete",)
