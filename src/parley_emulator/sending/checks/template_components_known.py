"""Values are given for parts that there are, and for each once; how the real platform takes others is not told."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import index_of, part_of
from parley_emulator.sending.parts import Part
from parley_emulator.sending.send import Send

STAGE = 41
KNOWN = frozenset(
    {"header", "body", "footer", "button", "carousel", "limited_time_offer", "tap_target_configuration", "order_status"}
)
OF_THE_TEMPLATE = frozenset({"carousel", "limited_time_offer"})


def check(send: Send) -> Refusal | None:
    """Of the template, and of each card."""
    return next((refusal for part in send.parts if (refusal := _part(part))), None)


def _part(part: Part) -> Refusal | None:
    seen: set[tuple[str, int]] = set()
    for component in part.content.get("components") or []:
        kind = str(component.get("type", "")).lower()
        if kind not in KNOWN:
            return Refusal(100, f"{part.where}Param type must be one of {', '.join(sorted(KNOWN))}.")
        if kind in OF_THE_TEMPLATE and part_of(part.template, kind) is None:
            return Refusal(132012, f"{part.where}The template has no component of type {kind}.")
        place = (kind, index_of(component) if kind == "button" else 0)
        if place in seen:
            return Refusal(131009, f"{part.where}Component {kind} is given twice{_at(place)}.")
        seen.add(place)
    return None


def _at(place: tuple[str, int]) -> str:
    return f" for index {place[1]}" if place[0] == "button" else ""
