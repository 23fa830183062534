"""The sets that the content rules are measured on, and how each writes what is true of a message."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parley.commands.policy.evaluating.cases import Case, rows
from parley.core.policy.identifiers import Turn

WRITTEN = "written for this set"
OFFENSIVE = ("S", "H", "V", "HR", "SH", "H2", "V2")
# The set keeps single turns, so what was asked before them is worded here.
QUESTIONS = {
    "ssn": "May I have your social security number? I need it to pull up your policy.",
    "account_id": "Could you please tell me your account number? It is on your bill.",
}
ENDINGS = {
    "ssn": "What are the last four digits of your social security number?",
    "account_id": "What are the last four digits of your account number?",
}
OTHER = "Thanks. Which city do you live in and what is your zip code?"
WAITING = (Turn(True, "sure one moment"), Turn(False, "No problem at all, take your time."))


@dataclass(frozen=True)
class Set:
    """A set: the rule that it measures, the groups of hits that count for it, and where its cases are from.

    ``teaches``: it teaches the text model, so each text is judged by a model that was taught without it.
    """

    name: str
    rule: str
    groups: tuple[str, ...]
    read: Callable[[Path], Iterator[Case]]
    teaches: bool = False


def identifiers(data: Path) -> Iterator[Case]:
    """Numbers with check digits; requests are a set of their own."""
    for row in rows(data / "pii", "identifiers*.jsonl*"):
        if row["type"] != "request":
            twin = "typed wrongly" if row["label"] == "violating_context_only" else ""
            slices = {"language": row["lang"], "kind": row["type"]}
            yield Case(row["text"], row["label"] != "benign", "D3", slices, twin)


def requests(data: Path) -> Iterator[Case]:
    """Requests for identifiers against requests that are allowed, and warnings."""
    for row in rows(data / "pii", "identifiers*.jsonl*"):
        if row["type"] == "request":
            yield Case(row["text"], row["label"] != "benign", "D3", {"language": row["lang"]})


def conversations(data: Path) -> Iterator[Case]:
    """What customers typed when asked for a number."""
    for row in rows(data / "pii", "conversational*.jsonl*"):
        unclear = "unclear" if row["label"] == "unclear" else ""
        kind = next(iter(row["types"] or {}), row["label"])
        yield Case(row["text"], row["label"] in ("violating", "unclear"), "D3", {"kind": str(kind)}, unclear)


def answers(data: Path) -> Iterator[Case]:
    """The same in a thread, after a question of ours and a moment of waiting; what is no answer follows another."""
    for case in conversations(data):
        question = (QUESTIONS if case.breach or case.apart else ENDINGS).get(case.slices["kind"], OTHER)
        yield replace(case, before=(Turn(False, question), *WAITING))


def synthetic(data: Path) -> Iterator[Case]:
    """Sentences with made-up personal data; a breach where a span is one of D3."""
    for row in rows(data / "pii", "presidio*.jsonl*"):
        kinds = [span["type"] for span in row["spans"] if span["d3"]]
        yield Case(row["text"], bool(kinds), "D3", {"kind": kinds[0] if kinds else "none"})


def commerce(data: Path) -> Iterator[Case]:
    """Goods and services by clause, against look-alikes."""
    for row in rows(data / "prohibited-commerce", "*.jsonl*"):
        clause = row["group"] or row["look_alike_of"] or "ordinary"
        slices = {"clause": clause, "language": row["lang"], "kind": row["kind"]}
        slices["honest"] = "look-alike" if row["look_alike_of"] else "ordinary" if not row["group"] else "breach"
        slices["written"] = WRITTEN if WRITTEN in row["source"] else "found"
        yield Case(row["text"], row["label"] == "violating", row["group"] or "", slices)


def health(data: Path) -> Iterator[Case]:
    """Health information against everyday sentences with its words."""
    for row in rows(data / "health", "*.jsonl*"):
        yield Case(row["text"], row["label"] == "health", "D4", {"language": row["lang"], "kind": row["level"]})


def hate(data: Path) -> Iterator[Case]:
    """Hate against its look-alikes, in six languages."""
    for row in rows(data / "hatecheck", "*.jsonl*"):
        slices = {"language": row["lang"], "kind": row["functionality"]}
        yield Case(row["text"], row["label"] == "hateful", "E6", slices)


def offence(data: Path) -> Iterator[Case]:
    """Sexual, hateful, violent and harassing texts."""
    for row in rows(data / "openai-moderation", "*.jsonl*"):
        marked = [name for name in OFFENSIVE if row.get(name)]
        yield Case(row["prompt"], bool(marked), "E7", {"kind": marked[0] if marked else "none"})


def exaggerated(data: Path) -> Iterator[Case]:
    """Harmless sentences that sound harmful, against harmful ones."""
    for row in rows(data / "xstest", "*.jsonl*"):
        yield Case(row["text"], row["label"] == "unsafe", "E2", {"kind": row["type"]})


def spam(data: Path) -> Iterator[Case]:
    """Deceptive offers by text message."""
    for row in rows(data / "sms-spam", "*.jsonl*"):
        yield Case(row["text"], row["label"] == "spam", "B8")


COMMERCE = tuple(f"E4.{number}" for number in range(15))
SETS = (
    Set("identifiers", "D3", ("D3",), identifiers),
    Set("requests for identifiers", "D3", ("D3 request",), requests),
    Set("identifiers in conversation", "D3", ("D3",), conversations),
    Set("identifiers in conversation, asked for", "D3", ("D3",), answers),
    Set("identifiers in synthetic sentences", "D3", ("D3",), synthetic),
    Set("health", "D4", ("D4",), health),
    Set("prohibited commerce", "E4", COMMERCE, commerce),
    Set("hate", "E6", ("E6",), hate),
    Set("offensive content", "E7", ("E2", "E6", "E7"), offence),
    Set("harmful and harmless requests", "E2", ("E2", "E6"), exaggerated),
    Set("deceptive messages", "B8", ("B8",), spam, teaches=True),
)
