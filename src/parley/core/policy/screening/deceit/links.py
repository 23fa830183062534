"""Links that are not what they claim: another host than is shown, a brand's name in a stranger's host, hidden hosts."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from parley.core.policy.screening.normalise import fold

MOST = 4_000
LINK = re.compile(
    r"(?:https?://|www\.)(?P<address>[^\s<>\"')\]]{3,200})"
    r"|(?<![\w@.])(?P<bare>[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.[a-z]{2,10})(?=[/\s?,;:)!]|\.?$|\.\s)(?:/[^\s]{0,100})?",
    re.IGNORECASE,
)
DOTTED = re.compile(r"\.(?<=[\w-]\.)\w{2}")
SHOWN = re.compile(
    r"\[(?P<text>[^\]\n]{3,120})\]\((?P<to>https?://[^\s)]{3,200})\)"
    r"|<a\s[^>]{0,80}href=[\"']?(?P<href>https?://[^\s\"'>]{3,200})[^>]{0,80}>(?P<inner>[^<]{3,120})</a>",
    re.IGNORECASE,
)
BAIT = re.compile(
    r"secure|verif|login|log-in|signin|account|update|billing|redeliver|deliver|refund|claim|wallet|support|unlock|confirm"
    r"|seguridad|cuenta|entrega|pago|conta|entrega|paiement|livraison|remboursement|kyc|pay(?:ment)?\b|bank|tax|prize|winner"
)
LOOK = str.maketrans("01358", "oiesb")


@cache
def _known(name: str) -> frozenset[str]:
    """A list of hosts.toml."""
    return frozenset(str(_file()[name]).split())


@cache
def brands() -> dict[str, frozenset[str]]:
    """Names that are often imitated, with the names that they registered themselves."""
    return {brand: frozenset(owners.split()) for brand, owners in _file()["brands"].items()}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files("parley.core.policy.screening.deceit") / "hosts.toml").read_text(encoding="utf-8"))


def cues(text: str, words: Iterable[str]) -> set[str]:
    """``link``, and what is wrong with one: ``mismatch``, ``disguise``, ``bait``, ``shortened``, ``cheap``."""
    text = text[:MOST]
    if not DOTTED.search(text):
        return set()
    named = brands().keys() & words
    found = {"mismatch" for shown, host in _shown(text) if not _same(shown, host)}
    for host, user in _hosts(text):
        found |= {"link"} | _wrong(host) | ({"disguise"} if user else set())
        if named and not _belongs(host, named):
            found.add("stranger")
    return found


def _hosts(text: str) -> Iterator[tuple[str, bool]]:
    """Each host, and whether a name before an ``@`` hides it."""
    for link in LINK.finditer(text):
        if link["address"]:
            place = re.split(r"[/?#]", link["address"], maxsplit=1)[0]
            yield place.rpartition("@")[2].split(":")[0].rstrip(".,;!"), "@" in place
        elif link["bare"].rpartition(".")[2].lower() in _known("endings"):
            yield link["bare"], False


def _shown(text: str) -> Iterator[tuple[str, str]]:
    """What is shown as a link's address, and where the link goes."""
    for link in SHOWN.finditer(text):
        shown = LINK.search(link["text"] or link["inner"])
        target = next(_hosts(link["to"] or link["href"]), None)
        if shown and target:
            yield next(_hosts(shown.group()), ("", False))[0], target[0]


def _same(shown: str, host: str) -> bool:
    return not shown or owner(shown) == owner(host)


def owner(host: str) -> str:
    """The name that was registered: ``bank`` of ``www.bank.co.uk``."""
    parts = host.lower().split(".")
    while len(parts) > 1 and (parts[-1] in _known("endings") or len(parts[-1]) == 2):
        parts.pop()
    return parts[-1]


def _wrong(host: str) -> set[str]:
    lower, name = host.lower(), owner(host)
    found = set()
    plain = fold(lower).translate(LOOK).replace("rn", "m").replace("vv", "w").replace("ii", "l")
    if "xn--" in lower or not lower.isascii() or re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", lower):
        found.add("disguise")
    for brand, owners in brands().items():
        if len(brand) > 3 and (brand in plain or brand in plain.replace("-", "")) and name not in owners:
            found.add("disguise")
    if BAIT.search(lower.removeprefix("www.")) and ("-" in lower or lower.rpartition(".")[2] in _known("cheap")):
        found.add("bait")
    if lower in _known("shortened"):
        found.add("shortened")
    if lower.rpartition(".")[2] in _known("cheap"):
        found.add("cheap")
    return found


def _belongs(host: str, named: set[str]) -> bool:
    lower = host.lower()
    return lower in _known("shortened") or any(name in lower for brand in named for name in (brand, *brands()[brand]))
