"""Nothing deceives, defrauds or misleads the person it is sent to.

Why: whoever was deceived once reports the number and trusts no business again.

Allowed: a reminder of a bill with its amount; a link to the business's own site.
Denied: a blocked account that has to be unlocked on a strange site; a parcel fee that nobody owes; a link that begins
with one host and opens another, is only a number, or imitates a name, whatever is said beside it.
"""

from functools import lru_cache, partial

from parley.core.messages import LinkButton, LinkedFile, linked_files
from parley.core.policy.content import SPOKEN_AT, Spoken, finding, found_in
from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.identity.barring import is_own
from parley.core.policy.matters import Matter
from parley.core.policy.screening import CLEAR
from parley.core.policy.screening.deceit.hidden import hidden_in, host_of
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = SPOKEN_AT
NAME = "nothing_deceives"
SITE, HIDDEN = "https://northbank.example/leeds", "https://northbank.example@evil.example/branch.jpg"
PLAIN = "Link to your own site, by its plain address."
INSTEAD = "Say who writes, why, and what happens if they do nothing; link to your own site only."


def check(matter: Spoken) -> Finding | None:
    """Block a clear breach, hold a doubtful one."""
    fetched = [file.link for file in linked_files(matter.content)] if isinstance(matter, Outbound) else []
    shown = "\n".join((*fetched, *matter.spoken))
    hidden = hidden_in(shown, partial(_own_hosts, matter))
    if hidden is not None and hidden.strength >= CLEAR:
        return finding(NAME, CLAUSE, hidden, "A link in this message shows another address than it opens.", PLAIN)
    hit = found_in(matter, CLAUSE)
    if hit is None and hidden is not None:
        sentence = "The address of a link in this message is only a number, or looks like another one."
        return finding(NAME, CLAUSE, hidden, sentence, PLAIN)
    if hit is None:
        return None
    seems = "seems to" if hit.strength >= CLEAR else "may"
    sentence = f"This {seems} deceive the person who reads it, which WhatsApp forbids."
    return finding(NAME, CLAUSE, hit, sentence, INSTEAD)


def _own_hosts(matter: Spoken) -> frozenset[str]:
    """Of the sites and addresses that the business itself gives on its profile."""
    if not isinstance(matter, Outbound):
        return frozenset()
    profile = matter.number.profile
    return _own(tuple(map(str, (*profile.get("websites", ()), profile.get("email", "")))))


@lru_cache(maxsize=1_000)
def _own(given: tuple[str, ...]) -> frozenset[str]:
    """Those of them that nobody else has a page or a mailbox at; a business gives the same with every message."""
    return frozenset(host for each in given for host in [host_of(each)] if is_own(host))


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound(
            "URGENT: your account is suspended. Verify within 24 hours at http://login-verify.example-bank.top"
        ),
        an_outbound("Our opening hours: https://northbank.example@evil.example/hours"),
        an_outbound(LinkButton("Our branch", "Look", SITE, header_file=LinkedFile("image", HIDDEN))),
        an_outbound("Our opening hours: http://3232235777/hours"),
        an_outbound("Our opening hours: https://n0rthbank.example/hours"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        an_outbound("Your statement for March is ready in the app."),
        an_outbound(
            "Our opening hours: https://northbank.example/hours, and where we are: https://maps.example/@52,13"
        ),
    )
