"""What a second reader objects to is stopped, or waits for a person.

Why: a moderation service, or a model of one's own, knows words that no list has. Where the installation names one, it
reads each text before it leaves. Its word is added to those of all other rules: it may tighten, and loosens nothing.

Allowed: a text that the reader finds nothing in; one that it was not asked about, where the installation goes on then.
Denied: a text that it finds a clear breach in; a doubtful one waits for a person.
"""

from parley.core.policy.content import finding
from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.opinions import READABLE, Opinion
from parley.core.policy.screening import CLEAR, HIT, Hit
from parley.core.policy.verdicts import Finding

CLAUSE = "E7"
ALSO = tuple(clause for clause in READABLE if clause != CLAUSE)
MOMENTS = ("outbound", "agent")
NAME = "second_reader_is_heard"
INSTEAD = "Say it otherwise, or ask a supervisor whether it may be said."


def check(message: Outbound) -> Finding | None:
    """Its gravest objection; where it gave no answer, what the installation has chosen."""
    opinions = [opinion for opinion in message.opinions if opinion.of == "text"]
    objections = [hit for opinion in opinions for hit in opinion.hits if hit.strength >= HIT]
    if objections:
        return _objection(max(objections, key=lambda hit: hit.strength))
    silent = next((opinion for opinion in opinions if opinion.failed and opinion.waits), None)
    return _unread(silent) if silent else None


def _objection(hit: Hit) -> Finding:
    found = "finds" if hit.strength >= CLEAR else "may have found"
    sentence = f"A second reader {found} “{hit.what}” in this, which the policy forbids."
    return finding(NAME, hit.group, hit, sentence, INSTEAD)


def _unread(opinion: Opinion) -> Finding:
    return Finding(
        rule=NAME,
        clause=CLAUSE,
        verdict="hold",
        sentence="The second reader gave no answer, so a person looks at this first.",
        next_step="wait",
        next_sentence="A colleague decides; whoever runs parley looks after the reader.",
        facts={"failed": opinion.failed, "reader": opinion.reader},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses or holds."""
    return (
        _read(Hit("E7", "opinion", 0.95, "sexual")),
        _read(Hit("E2", "opinion", 0.6, "illicit")),
        an_outbound(opinions=(Opinion("text", "parley", failed="timeout", waits=True),)),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        _read(Hit("E7", "opinion", 0.2, "harassment")),
        an_outbound(opinions=(Opinion("text", "parley", failed="timeout"),)),
    )


def _read(*hits: Hit) -> Outbound:
    return an_outbound(opinions=(Opinion("text", "parley", "own-1", hits),))
