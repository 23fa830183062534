"""Numbers that customers send by mistake are taken out before anything is stored; the last four digits stay (D3)."""

from typing import Any

from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.verdicts import Finding

MARK = "••••"
# Where people's own words are in a webhook's message; ids, numbers and tokens of the platform are left alone.
WORDS = frozenset(
    {"body", "caption", "filename", "title", "description", "text", "name", "address", "formatted_name", "payload"}
)


def redact(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text without full numbers, and one finding for each that was there."""
    found = find_identifiers(text)
    if not found:
        return text, ()
    pieces, place = [], 0
    for each in found:
        pieces += [text[place : each.start], f"{MARK} {each.last}"]
        place = each.end
    findings = tuple(
        Finding(
            rule="redact_identifiers",
            clause="D3",
            verdict="redact",
            sentence=f"A full {each.kind} was taken out of the customer's message; the last four characters stayed.",
            facts={"kind": each.kind},
        )
        for each in found
    )
    return "".join(pieces) + text[place:], findings


def redact_payload(payload: Any) -> Any:
    """The same for every text of a message as it came from the platform, at any depth."""
    return _walk(payload, "", 0)


def _walk(value: Any, key: str, depth: int) -> Any:
    if isinstance(value, str):
        return redact(value)[0] if key in WORDS or _is_answers(key) else value
    if depth > 40:
        return value
    if isinstance(value, dict):
        return {name: _walk(each, name, depth + 1) for name, each in value.items()}
    if isinstance(value, list):
        return [_walk(each, key, depth + 1) for each in value]
    return value


def _is_answers(key: str) -> bool:
    """Answers to a form come as JSON in a string."""
    return key == "response_json"
