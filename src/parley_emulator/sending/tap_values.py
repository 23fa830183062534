"""The one value that most buttons of a template take."""

from typing import Any

from parley_emulator.graph.refusal import Refusal


def only(parameters: list[dict[str, Any]], kind: str, where: str) -> Any:
    """What stands under that kind in the only parameter. Raises Refusal for more of them, another kind, or nothing."""
    if len(parameters) != 1:
        found = f"number of localizable_params ({len(parameters)})"
        raise Refusal(132000, f"{where}: {found} does not match the expected number of params (1)")
    given = str(parameters[0].get("type") or "unknown").lower()
    if given != kind:
        raise Refusal(132012, f"{where}: Format mismatch, expected {kind.upper()}, received {given.upper()}")
    value = parameters[0].get(kind)
    if value is None or value == "":
        raise Refusal(131008, f"{where} requires a parameter with {kind}")
    return value


def only_text(parameters: list[dict[str, Any]], kind: str, where: str, most: int) -> str:
    """The same, as a text of one to so many characters."""
    value = only(parameters, kind, where)
    if not isinstance(value, str):
        raise Refusal(100, f"{where}: Param {kind} must be a string.")
    if not value.strip() or len(value) > most:
        raise Refusal(132018, f"{where}: {kind} must have 1 to {most} characters and not be blank, it has {len(value)}")
    return value


def only_action(parameters: list[dict[str, Any]], where: str) -> dict[str, Any]:
    """The same, as what the button does."""
    value = only(parameters, "action", where)
    if not isinstance(value, dict):
        raise Refusal(100, f"{where}: Param action must be a JSON object.")
    return value
