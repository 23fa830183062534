"""Numbers that customers send by mistake are taken out before anything is stored; the last four digits stay (D3)."""

from collections.abc import Sequence
from typing import Any

import msgspec

from parley.core.policy.identifiers import Found, Turn, find_answer, find_identifiers, find_split
from parley.core.policy.verdicts import Finding

MARK = "••••"
# Of these nothing may stay.
SECRETS = frozenset({"PIN", "password", "one-time code", "security code", "security answer"})
# What the platform itself puts into a message, besides whatever ends in ``_id``: left alone, or nothing could be
# found again. Every other text may be a person's, also under a name that we have never seen.
PLATFORMS = frozenset(
    {
        "id",
        "from",
        "to",
        "phone_number",
        "display_phone_number",
        "wa_id",
        "waid",
        "timestamp",
        "type",
        "status",
        "mime_type",
        "sha256",
        "hash",
        "field",
        "event",
    }
)
# The address of a file that the platform keeps stands beside what the file is; any other address is a person's.
ADDRESS, OF_A_FILE = "url", frozenset({"mime_type", "sha256", "file_size"})
# Names of a person's number, which on a card somebody else fills in: no telephone number has more digits (E.164).
NUMBERS, LONGEST_NUMBER = frozenset({"wa_id", "waid", "phone_number"}), 15
CHECKED = frozenset({"check digit"})
DEEPEST = 40
TOO_DEEP = "(nested too deep to be read)"
LONGEST = 8192  # characters of a text that is looked at again
ROUNDS = 4  # what is taken out may leave the neighbour alone by itself
# A bare number of which only the length is known may be an order's or a parcel's, which is still needed.
SURE = frozenset({"check digit", "context", "alone"})
# Where a bare number stands in a field, and not as somebody's message, it is most often a telephone's or an article's.
FIELD = frozenset({"check digit", "context"})
SAID = frozenset({"body", "caption", "text"})
FORMS = "response_json"  # what was filled in to a flow


def redact(text: str, context: str = "", bases: frozenset[str] = SURE) -> tuple[str, tuple[Finding, ...]]:
    """The text without full numbers and secrets, and one finding for each that was there.

    ``context``: what was said to the writer just before, which tells what a bare answer is.
    """
    findings: tuple[Finding, ...] = ()
    for _ in range(ROUNDS if len(text) <= LONGEST else 1):
        text, more = _without(text, [each for each in find_identifiers(text, context) if each.basis in bases])
        if not more:
            break
        findings += more
    return text, findings


def redact_split(earlier: Sequence[str], text: str) -> tuple[str, tuple[Finding, ...]]:
    """The same for what makes a full number only with the writer's messages just before, newest last."""
    return _without(text, find_split(earlier, text))


def redact_in_thread(turns: Sequence[Turn], text: str) -> tuple[str, tuple[Finding, ...]]:
    """The same for a customer's message as the answer to the messages before it, newest last."""
    text, answered = _without(text, [each for each in find_answer(turns, text) if each.basis in SURE])
    text, split = redact_split([turn.text for turn in turns if turn.theirs], text)
    return text, (*answered, *split)


def _without(text: str, found: list[Found]) -> tuple[str, tuple[Finding, ...]]:
    if not found:
        return text, ()
    pieces, place = [], 0
    for each in found:
        pieces += [text[place : each.start], f"{MARK} {each.last}".rstrip()]
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
        return value if _stays(value, key) else _redacted(value, key, kinds)
    if depth > DEEPEST:
        return TOO_DEEP if isinstance(value, dict | list) else value
    if isinstance(value, dict):
        kept = {ADDRESS} if not OF_A_FILE.isdisjoint(value) else frozenset[str]()
        return {name: each if name in kept else _walk(each, name, depth + 1, kinds) for name, each in value.items()}
    if isinstance(value, list):
        return [_walk(each, key, depth + 1, kinds) for each in value]
    return value


def _redacted(text: str, key: str, kinds: list[str]) -> str:
    if key == FORMS:
        return _form(text, kinds)
    bases = CHECKED if key == ADDRESS or key in NUMBERS else SURE if key in SAID else FIELD
    clean, findings = redact(text, bases=bases)
    kinds += [str(finding.facts["kind"]) for finding in findings if finding.facts]
    return clean


def _form(text: str, kinds: list[str]) -> str:
    """The answers of a form: the name of a field tells what its answer is."""
    try:
        answers = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return _redacted(text, "", kinds)
    before = len(kinds)
    clean = _answers(answers, "", 0, kinds)
    return text if len(kinds) == before else msgspec.json.encode(clean).decode()


def _answers(value: Any, key: str, depth: int, kinds: list[str]) -> Any:
    if isinstance(value, dict) and depth < DEEPEST:
        return {name: _answers(each, name, depth + 1, kinds) for name, each in value.items()}
    if isinstance(value, list) and depth < DEEPEST:
        return [_answers(each, key, depth + 1, kinds) for each in value]
    if isinstance(value, dict | list):
        return TOO_DEEP
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return value
    clean, findings = redact(str(value), key.replace("_", " "), FIELD)
    kinds += [str(finding.facts["kind"]) for finding in findings if finding.facts]
    return clean if findings else value


def _stays(text: str, key: str) -> bool:
    return is_platforms(key) and not (key in NUMBERS and len(text) > LONGEST_NUMBER)


def is_platforms(key: str) -> bool:
    """Whether what stands under this name in a webhook is the platform's own, and nobody's words."""
    return key in PLATFORMS or key.endswith("_id")


def taken_out(kinds: tuple[str, ...]) -> tuple[Finding, ...]:
    """One finding for each kind of number that was taken out of a customer's message."""
    return tuple(_finding(kind) for kind in kinds)


def _sentence(kind: str) -> str:
    if kind in SECRETS:
        return f"A {kind} was taken out of the customer's message."
    return f"A full {kind} was taken out of the customer's message; the last four characters stayed."


def _finding(kind: str) -> Finding:
    return Finding(
        rule="redact_identifiers",
        clause="D3",
        verdict="redact",
        sentence=_sentence(kind),
        facts={"kind": kind},
    )
