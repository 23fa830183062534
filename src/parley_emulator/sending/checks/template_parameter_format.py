"""Values of the kind that the template has room for: named or by position, text, a file, a place or an item."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, media_header_of, variables_of
from parley_emulator.sending.header_values import check_header_value
from parley_emulator.sending.parts import Part
from parley_emulator.sending.send import Send
from parley_emulator.sending.typed_values import check_typed

STAGE = 43
TEXTUAL = frozenset({"text", "currency", "date_time"})


def check(send: Send) -> Refusal | None:
    """Kind by kind, of each card as well."""
    try:
        for part in send.parts:
            _check_header(part)
            _check_texts(part)
    except Refusal as refusal:
        return refusal
    return None


def _check_header(part: Part) -> None:
    wanted = media_header_of(part.template)
    if wanted is None:
        return
    given = given_for(part.content, "header")
    kind = str(given[0].get("type", "unknown")).lower() if given else "unknown"
    if len(given) != 1 or kind != wanted or not isinstance(given[0].get(kind), dict):
        details = f"header: Format mismatch, expected {wanted.upper()}, received {kind.upper()}"
        raise Refusal(132012, f"{part.where}{details}")
    check_header_value(kind, given[0][kind], f"{part.where}header.{kind}")


def _check_texts(part: Part) -> None:
    for name in ("header", "body"):
        variables = variables_of(part.template, name)
        given, where = given_for(part.content, name) if variables is not None else [], f"{part.where}{name}"
        for parameter in given:
            kind = str(parameter.get("type", "")).lower()
            if kind not in TEXTUAL:
                details = f"{where}: Format mismatch, expected TEXT, received {kind.upper() or 'UNKNOWN'}"
                raise Refusal(132012, details)
            check_typed(parameter, where)
        if part.template.parameter_format == "NAMED":
            # There are as many as the template has, so that each of its names is given once, or one is missing.
            names = {str(parameter.get("parameter_name")) for parameter in given}
            if names != set(variables or ()):
                raise Refusal(132012, f"{where}: Parameter name is missing or empty, or not one of the template's")
        elif any(parameter.get("parameter_name") for parameter in given):
            raise Refusal(132012, f"{where}: Parameter name is given, but the template's variables are numbered")
