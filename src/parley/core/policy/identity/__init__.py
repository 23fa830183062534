"""Who a business is: whose name it bears, and whether it has been here before (B3, F4)."""

from parley.core.policy.identity.barring import Identity, identities_of, same_legal_name
from parley.core.policy.identity.brands import Brand, brand_in, brands
from parley.core.policy.identity.claims import Speaker, claimed_by
from parley.core.policy.identity.offices import Office
from parley.core.policy.identity.relation import mixes_scripts, related

__all__ = [
    "Brand",
    "Identity",
    "Office",
    "Speaker",
    "brand_in",
    "brands",
    "claimed_by",
    "identities_of",
    "mixes_scripts",
    "related",
    "same_legal_name",
]
