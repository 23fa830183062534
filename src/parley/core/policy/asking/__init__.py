"""Questions to the gate from outside, as plain JSON values: any moment can be asked about without doing anything."""

from parley.core.policy.asking.matter import KINDS, NotAMatter, matter_from, unknown_fields
from parley.core.policy.asking.message import Line, outbound_of

__all__ = ["KINDS", "Line", "NotAMatter", "matter_from", "outbound_of", "unknown_fields"]
