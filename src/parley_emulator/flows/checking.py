"""What is wrong with the JSON of a flow, as the platform lists it."""

from typing import Any

import msgspec


def problems_of(text: str) -> tuple[str, list[dict[str, Any]]]:
    """(version, faults)."""
    try:
        flow = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return "", [_fault("INVALID_JSON", "JSON_SCHEMA_ERROR", "The flow is not valid JSON.")]
    if not isinstance(flow, dict):
        return "", [_fault("INVALID_PROPERTY_TYPE", "JSON_SCHEMA_ERROR", "Expected an object at '$root'.")]
    faults = [
        _fault("MISSING_REQUIRED_PROPERTY", "JSON_SCHEMA_ERROR", f"Property '{name}' is required at '$root'.")
        for name in ("version", "screens")
        if not flow.get(name)
    ]
    screens = flow.get("screens")
    if faults or not isinstance(screens, list):
        return str(flow.get("version") or ""), faults
    known = {str(screen.get("id")) for screen in screens if isinstance(screen, dict)}
    for index, screen in enumerate(screens):
        faults += _faults_of_screen(f"$root/screens/{index}", screen, known)
    if not any(isinstance(screen, dict) and screen.get("terminal") for screen in screens):
        faults.append(_fault("MISSING_TERMINAL_SCREEN", "FLOW_JSON_ERROR", "At least one screen must be terminal."))
    return str(flow["version"]), faults


def _faults_of_screen(where: str, screen: Any, known: set[str]) -> list[dict[str, Any]]:
    if not isinstance(screen, dict):
        return [_fault("INVALID_PROPERTY_TYPE", "JSON_SCHEMA_ERROR", f"Expected an object at '{where}'.")]
    faults = [
        _fault("MISSING_REQUIRED_PROPERTY", "JSON_SCHEMA_ERROR", f"Property '{name}' is required at '{where}'.")
        for name in ("id", "layout")
        if not screen.get(name)
    ]
    for target in _targets(screen.get("layout")):
        if target not in known:
            faults.append(_fault("INVALID_SCREEN_REFERENCE", "FLOW_JSON_ERROR", f"There is no screen '{target}'."))
    return faults


def _targets(part: Any) -> list[str]:
    """The screens that buttons lead to."""
    if isinstance(part, list):
        return [target for each in part for target in _targets(each)]
    if not isinstance(part, dict):
        return []
    action = part.get("on-click-action")
    following = action.get("next") if isinstance(action, dict) and action.get("name") == "navigate" else None
    own = [str(following.get("name"))] if isinstance(following, dict) and following.get("type") == "screen" else []
    return own + [target for each in part.values() for target in _targets(each)]


def _fault(error: str, kind: str, message: str) -> dict[str, Any]:
    place = {"line_start": 1, "line_end": 1, "column_start": 1, "column_end": 1}
    return {"error": error, "error_type": kind, "message": message, **place}
