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
    findings = tuple(_finding(each.kind) for each in found)
    return "".join(pieces) + text[place:], findings


def redact_payload(payload: Any) -> tuple[Any, tuple[str, ...]]:
    """The same for every text of a message as it came from the platform, at any depth; and the kinds taken out."""
    kinds: list[str] = []
    clean = _walk(payload, "", 0, kinds)
    return clean, tuple(sorted(set(kinds)))


def _walk(value: Any, key: str, depth: int, kinds: list[str]) -> Any:
    if isinstance(value, str):
        return _redacted(value, kinds) if key in WORDS or _is_answers(key) else value
    if depth > 40:
        return "(nested too deep to be read)" if isinstance(value, dict | list) else value
    if isinstance(value, dict):
        return {name: _walk(each, name, depth + 1, kinds) for name, each in value.items()}
    if isinstance(value, list):
        return [_walk(each, key, depth + 1, kinds) for each in value]
    return value


def _redacted(text: str, kinds: list[str]) -> str:
    clean, findings = redact(text)
    kinds += [str(finding.facts["kind"]) for finding in findings if finding.facts]
    return clean


def _is_answers(key: str) -> bool:
    """Answers to a form come as JSON in a string."""
    return key == "response_json"


def taken_out(kinds: tuple[str, ...]) -> tuple[Finding, ...]:
    """One finding for each kind of number that was taken out of a customer's message."""
    return tuple(_finding(kind) for kind in kinds)


def _finding(kind: str) -> Finding:
    return Finding(
        rule="redact_identifiers",
        clause="D3",
        verdict="redact",
        sentence=f"A full {kind} was taken out of the customer's message; the last four characters stayed.",
        facts={"kind": kind},
    )
