"""What the settings of a number are at first, and what they may become."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.service import REGIONS

ON_OFF = frozenset({"ENABLED", "DISABLED"})
# Meta's description of v23 has other words for the same two.
OLDER = {"VISIBLE": "DEFAULT", "HIDDEN": "DISABLE_ALL"}
SHOWN: dict[str, dict[str, Any]] = {
    "calling": {
        "status": "disabled",
        "call_icon_visibility": "DEFAULT",
        "ip_addresses": {"default": []},
        "callback_permission_status": "disabled",
    },
    "user_identity_change": {"enable_identity_key_check": False},
    "payload_encryption": {"status": "disabled"},
    "storage_configuration": {"status": "default"},
}
WORDS = {
    ("calling", "status"): ON_OFF,
    ("calling", "call_icon_visibility"): frozenset({"DEFAULT", "DISABLE_ALL", *OLDER}),
    ("calling", "callback_permission_status"): ON_OFF,
    ("payload_encryption", "status"): ON_OFF,
    ("storage_configuration", "status"): frozenset(
        {"DEFAULT", "IN_COUNTRY_STORAGE_ENABLED", "IN_COUNTRY_STORAGE_DISABLED", "NO_STORAGE_ENABLED"}
    ),
}


def changed(name: str, before: dict[str, Any], wanted: Any) -> dict[str, Any]:
    """The group of settings after the change; words in any case are kept in small letters. Raises Refusal."""
    if not isinstance(wanted, dict):
        raise Refusal(100, f"Param {name} must be a JSON object.")
    after = {**before}
    for key, value in wanted.items():
        if value is None:
            continue
        allowed = WORDS.get((name, key))
        if allowed is not None and str(value).upper() not in allowed:
            raise Refusal(100, f"Param {name}.{key} must be one of {', '.join(sorted(allowed))}.")
        after[key] = _word(key, str(value)) if allowed else value
    region = str(after.get("data_localization_region") or "")
    if region and region.upper() not in REGIONS:
        raise Refusal(100, f"Param {name}.data_localization_region must be one of {', '.join(sorted(REGIONS))}.")
    return after


def _word(key: str, value: str) -> str:
    """Words are shown in small letters, but the icon's are in capitals."""
    return OLDER.get(value.upper(), value.upper()) if key == "call_icon_visibility" else value.lower()
