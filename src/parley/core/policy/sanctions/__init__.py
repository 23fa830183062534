"""Names against lists of people and organisations that nobody may serve (E1), in the public formats of their keepers.

``readers`` turn a list file into entries, ``naming`` makes names comparable, ``matching`` says how alike two are,
``screening`` finds the entries that a business or a person may be.
"""

from parley.core.policy.sanctions.entries import Name, WatchEntry, WatchHit
from parley.core.policy.sanctions.naming import keys_of
from parley.core.policy.sanctions.readers import Kind, UnreadableList, read_list
from parley.core.policy.sanctions.screening import THRESHOLD, Subject, hits

__all__ = [
    "THRESHOLD",
    "Kind",
    "Name",
    "Subject",
    "UnreadableList",
    "WatchEntry",
    "WatchHit",
    "hits",
    "keys_of",
    "read_list",
]
