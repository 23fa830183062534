"""Values of the kind that the template has room for: named or by position, text or a file."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, media_header_of, variables_of
from parley_emulator.sending.send import Send
from parley_emulator.state.records import Template

STAGE = 43
TEXTUAL = frozenset({"text", "currency", "date_time"})


def check(send: Send) -> Refusal | None:
    """Kind by kind."""
    if send.template is None:
        return None
    return _header(send.template, send.content) or _texts(send.template, send.content)


def _header(template: Template, content: dict[str, Any]) -> Refusal | None:
    wanted = media_header_of(template)
    if wanted is None:
        return None
    given = given_for(content, "header")
    kind = str(given[0].get("type", "unknown")).lower() if given else "unknown"
    if len(given) != 1 or kind != wanted or not isinstance(given[0].get(kind), dict):
        return Refusal(132012, f"header: Format mismatch, expected {wanted.upper()}, received {kind.upper()}")
    return None


def _texts(template: Template, content: dict[str, Any]) -> Refusal | None:
    for part in ("header", "body"):
        variables = variables_of(template, part)
        for parameter in given_for(content, part) if variables is not None else ():
            kind = str(parameter.get("type", "")).lower()
            if kind not in TEXTUAL:
                return Refusal(132012, f"{part}: Format mismatch, expected TEXT, received {kind.upper() or 'UNKNOWN'}")
            if template.parameter_format == "NAMED" and parameter.get("parameter_name") not in (variables or ()):
                return Refusal(132012, f"{part}: Parameter name is missing or empty, or not one of the template's")
    return None
