"""What is known of a person leaves only for supporting messaging with that person.

Why: WhatsApp gives a business a person's name, number and status so that it can answer them, and for nothing else. Each
column says where its content came from, and by that for which purposes it may go out; what is not tagged goes nowhere.

Allowed: a thread to the bot that answers it; a person's own data to that person; counts without anybody in them.
Denied: profile names in a report for advertising; telephone numbers for a data broker; a column that nobody tagged.
"""

from parley.core.policy.examples import a_release
from parley.core.policy.matters import DataRelease
from parley.core.policy.personal_data import origin_of, purposes_of
from parley.core.policy.verdicts import Finding, Permit

CLAUSE = "D2"
MOMENTS = ("data",)
# Uses of a thread that are part of answering the person it belongs to.
PART_OF_MESSAGING = frozenset(["answering", "bot_context", "search", "routing"])


def check(release: DataRelease) -> Finding | Permit | None:
    """Permit what every column may leave for, block the rest."""
    purpose = "messaging" if release.purpose in PART_OF_MESSAGING else release.purpose
    tagged = {column: _purposes(release, column) for column in release.columns}
    unknown = sorted(column for column, purposes in tagged.items() if purposes is None)
    if unknown:
        return _no(f"It is not on record what {_named(unknown)} may be used for.", unknown, release)
    outside = sorted(column for column, purposes in tagged.items() if purposes is not None and purpose not in purposes)
    if outside:
        return _no(f"{_named(outside)} may not be used for {purpose.replace('_', ' ')}.", outside, release)
    if not release.columns:
        return None
    return Permit("data_leaves_for_its_purpose", CLAUSE, f"Every field may leave for {purpose.replace('_', ' ')}.")


def _purposes(release: DataRelease, column: str) -> frozenset[str] | None:
    if release.purposes_of is not None and column in release.purposes_of:
        return release.purposes_of[column]
    return purposes_of(column)


def _named(columns: list[str]) -> str:
    shown = ", ".join(f"“{column}”" for column in columns[:3])
    return f"{shown} and {len(columns) - 3} more" if len(columns) > 3 else shown


def _no(sentence: str, columns: list[str], release: DataRelease) -> Finding:
    return Finding(
        rule="data_leaves_for_its_purpose",
        clause=CLAUSE,
        verdict="block",
        sentence=sentence,
        next_step="none",
        next_sentence="Leave these fields out, or use counts without people in them.",
        facts={"columns": columns[:20], "origins": sorted({origin_of(column) for column in columns})},
    )


def breaches() -> tuple[DataRelease, ...]:
    """What it refuses."""
    return (
        a_release("contact.name", "contact_identity.value", kind="analytics", purpose="statistics"),
        a_release("contact_identity.value", kind="webhook", purpose="advertising"),
        a_release("message.content", kind="export", purpose="training"),
        a_release("contact.shoe_size"),
    )


def look_alikes() -> tuple[DataRelease, ...]:
    """What it leaves in peace."""
    return (
        a_release("message.content", "contact.name"),
        a_release("message.content", kind="bot_context", purpose="bot_context"),
        a_release("delivery.category", "message.status", kind="analytics", purpose="statistics", contacts=900),
    )
