"""Addresses that hide where they lead: facts about a link, whatever the words around it say.

Who reads a link reads its beginning, so what stands before an ``@`` passes for the host. A host that is only a number
names nobody, and one in letters of another script, or with digits for letters, passes for a name that it is not.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from parley.core.policy.screening.deceit.links import MOST, brands
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.normalise import FOREIGN, LATIN, fold

GROUP = "B8"
SURE, DOUBTFUL = 0.95, 0.7
# What browsers take for the place between "https://" and the path; "\\" ends it for some and not for others.
PLACE = re.compile(r"(?:https?:[/\\]{2}|www\.)([^\s/?#<>\"')]{3,260})", re.IGNORECASE)
DOTS = str.maketrans("。．｡", "...")
PORT = re.compile(r":\d*$")
TRAILING = ".,;:!?…*_~”’»"
NUMBER = re.compile(r"\[.*|(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", re.IGNORECASE)
SECOND = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})  # "bank.co.uk"
LIKE = str.maketrans("01358il|", "oleeblll")


def hidden_in(text: str, own: Callable[[], Collection[str]] = frozenset) -> Hit | None:
    """The gravest of what its links hide, None if they hide nothing.

    ``own``: hosts of the business that writes, asked for only where there is a link, as in most texts there is none.
    """
    lower = text.lower()
    if "http" not in lower and "www." not in lower:
        return None
    hosts = own()
    found = [hit for place in _places(text[:MOST]) for hit in _of_place(place, hosts)]
    return max(found, key=lambda hit: hit.strength, default=None)


def host_of(address: str) -> str:
    """The host of a web address or of an e-mail address, '' where there is none."""
    place = next(_places(address), address.rpartition("@")[2].split("/")[0])
    return PORT.sub("", place.rpartition("@")[2]).lower().removeprefix("www.")


def _places(text: str) -> Iterator[str]:
    for link in PLACE.finditer(text):
        yield link.group(1).rstrip(TRAILING)


def _of_place(written: str, own: Collection[str]) -> Iterator[Hit]:
    place = unicodedata.normalize("NFKC", written.translate(DOTS))
    if any(sign in place for sign in "@\\%/?#"):
        yield Hit(GROUP, "detector", SURE, "link that is not what it shows")
        place = place.rpartition("@")[2]
    host = PORT.sub("", place).lower().rstrip(".")
    if NUMBER.fullmatch(host):
        yield Hit(GROUP, "detector", DOUBTFUL, "host that is a number")
    elif _imitates(host, own):
        yield Hit(GROUP, "detector", DOUBTFUL, "host that imitates a name")


def _imitates(host: str, own: Collection[str]) -> bool:
    labels = [_decoded(label) for label in host.split(".")]
    if any(_is_disguised(label) for label in labels):
        return True
    name = _name(labels)
    names = {brand: owners | {brand} for brand, owners in brands().items() if len(brand) > 3}
    names |= {name: frozenset({name}) for each in own for name in [_name(each.split("."))] if name}
    if any(_like(name) == _like(known) and name not in owners for known, owners in names.items()):
        return True
    # "bank.example.other.net": the name and what follows it, as the beginning of a stranger's host.
    if any(host.startswith(f"{each}.") for each in own):
        return True
    return any(first in names and second in SECOND and name not in names[first] for first, second in pairwise(labels))


def _name(labels: Sequence[str]) -> str:
    """The name that was registered: ``bank`` of ``www.bank.co.uk``."""
    rest = [*labels[:-1]]
    while len(rest) > 1 and rest[-1] in SECOND:
        rest.pop()
    return rest[-1] if rest else ""


def _like(name: str) -> str:
    return fold(name).replace("rn", "m").replace("vv", "w").translate(LIKE)


def _is_disguised(label: str) -> bool:
    """Letters of several scripts in one name, or of another one that all look like Latin letters."""
    return bool(FOREIGN.search(label)) and (bool(LATIN.search(label)) or fold(label).isascii())


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
