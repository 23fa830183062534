"""Values of the kind that the template has room for: named or by position, text, a file, a place or an item."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, media_header_of, variables_of
from parley_emulator.sending.header_values import check_header_value
from parley_emulator.sending.parts import Part
from parley_emulator.sending.send import Send

STAGE = 43
TEXTUAL = frozenset({"text", "currency", "date_time"})


def check(send: Send) -> Refusal | None:
    """Kind by kind, of each card as well."""
    return next((refusal for part in send.parts if (refusal := _header(part) or _texts(part))), None)


def _header(part: Part) -> Refusal | None:
    wanted = media_header_of(part.template)
    if wanted is None:
        return None
    given = given_for(part.content, "header")
    kind = str(given[0].get("type", "unknown")).lower() if given else "unknown"
    if len(given) != 1 or kind != wanted or not isinstance(given[0].get(kind), dict):
        details = f"header: Format mismatch, expected {wanted.upper()}, received {kind.upper()}"
        return Refusal(132012, f"{part.where}{details}")
    try:
        check_header_value(kind, given[0][kind], f"{part.where}header.{kind}")
    except Refusal as refusal:
        return refusal
    return None


def _texts(part: Part) -> Refusal | None:
    for name in ("header", "body"):
        variables = variables_of(part.template, name)
        for parameter in given_for(part.content, name) if variables is not None else ():
            where, kind = f"{part.where}{name}", str(parameter.get("type", "")).lower()
            if kind not in TEXTUAL:
                details = f"{where}: Format mismatch, expected TEXT, received {kind.upper() or 'UNKNOWN'}"
                return Refusal(132012, details)
            is_named = part.template.parameter_format == "NAMED"
            if is_named and parameter.get("parameter_name") not in (variables or ()):
                details = f"{where}: Parameter name is missing or empty, or not one of the template's"
                return Refusal(132012, details)
    return None
