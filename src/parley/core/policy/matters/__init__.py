"""What the gate can be asked about, besides a message (``facts.Outbound``): one kind a file.

A rule says by the type of its ``check``'s first parameter which of them it wants to be asked about.
"""

from parley.core.policy.matters.application import ClientApplication
from parley.core.policy.matters.bot_plan import BotPlan
from parley.core.policy.matters.consent_given import ConsentGiven
from parley.core.policy.matters.heard import Heard
from parley.core.policy.matters.item import CatalogueItem
from parley.core.policy.matters.matter import ClientFacts, Matter
from parley.core.policy.matters.release import DataRelease
from parley.core.policy.matters.sending_plan import Condition, SendingPlan
from parley.core.policy.matters.standing import NumberStanding
from parley.core.policy.matters.template_draft import TemplateDraft
from parley.core.policy.matters.wording import OptInWording

__all__ = [
    "BotPlan",
    "CatalogueItem",
    "ClientApplication",
    "ClientFacts",
    "Condition",
    "ConsentGiven",
    "DataRelease",
    "Heard",
    "Matter",
    "NumberStanding",
    "OptInWording",
    "SendingPlan",
    "TemplateDraft",
]
