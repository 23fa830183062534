"""A person's data goes, on their request, to that person, and one thread is given to nobody else's bot.

Why: whoever asks may have a copy of all that is kept about them, and may have it erased; a copy that holds two people
gives one of them away.

Allowed: the export that a customer asked for; a bot that sees the thread it answers.
Denied: an “access request” that nobody made; one file with the data of two customers; a bot that reads several threads.
"""

from parley.core.policy.examples import a_release
from parley.core.policy.matters import DataRelease
from parley.core.policy.verdicts import Finding

CLAUSE = "D1"
ALSO = ("D5",)
MOMENTS = ("data",)


def check(release: DataRelease) -> Finding | None:
    """Block a copy that nobody asked for, and one of several people."""
    if release.kind == "bot_context" and release.contacts > 1:
        return _no("D5", "A bot may see the thread that it answers, and no other.", release)
    if release.kind != "subject_access":
        return None
    if not release.subject_request:
        return _no("D1", "Nobody has asked for this copy of their data.", release)
    if release.contacts != 1:
        return _no("D5", f"This copy holds the data of {release.contacts} people.", release)
    return None


def _no(clause: str, sentence: str, release: DataRelease) -> Finding:
    return Finding(
        rule="ones_own_data_goes_to_oneself",
        clause=clause,
        verdict="block",
        sentence=sentence,
        next_step="ask_supervisor",
        next_sentence="Make one copy for each person who asked, and note how they asked.",
        facts={"kind": release.kind, "contacts": release.contacts, "subject_request": release.subject_request},
    )


def breaches() -> tuple[DataRelease, ...]:
    """What it refuses."""
    access = {"kind": "subject_access", "purpose": "subject_access"}
    return (
        a_release("message.content", **access),
        a_release("message.content", **access, subject_request=True, contacts=2),
        a_release("message.content", kind="bot_context", purpose="bot_context", contacts=2),
    )


def look_alikes() -> tuple[DataRelease, ...]:
    """What it leaves in peace."""
    return (
        a_release(
            "message.content", "contact.name", kind="subject_access", purpose="subject_access", subject_request=True
        ),
        a_release("message.content", kind="bot_context", purpose="bot_context"),
    )
