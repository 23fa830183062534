"""The parts of a template or of a card: each of a kind there is, and each once."""

from typing import Any

from parley_emulator.graph.refusal import Refusal

KINDS = frozenset({"HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST"})
OF_A_CARD = frozenset({"HEADER", "BODY", "BUTTONS"})


def parts_of(
    components: list[dict[str, Any]], where: str = "components", kinds: frozenset[str] = KINDS
) -> dict[str, dict[str, Any]]:
    """By their kind in upper case. Raises Refusal."""
    parts: dict[str, dict[str, Any]] = {}
    for component in components:
        kind = str(component.get("type", "")).upper()
        if kind not in kinds:
            raise Refusal(100, f"{where}.type must be one of {', '.join(sorted(kinds))}.")
        if kind in parts:
            raise Refusal(100, f"{where} has more than one part of type {kind}. Leave all but one out.")
        parts[kind] = component
    return parts
