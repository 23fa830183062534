"""The builders that the rules' own examples are made with."""

from parley.core.policy.examples import AGREED, NOW, PROFILE, a_consent, a_template, an_outbound

__all__ = ["AGREED", "NOW", "PROFILE", "a_consent", "a_template", "an_outbound"]
