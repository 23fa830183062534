"""What customers see about a business."""

import hashlib
from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import names_whatsapp, text_in
from parley_emulator.state.records import Number

LONGEST = {"about": 139, "address": 256, "description": 512, "email": 128}
WEBSITES, WEBSITE = 2, 256
VERTICALS = frozenset(
    {
        *("ALCOHOL", "APPAREL", "AUTO", "BEAUTY", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE", "GOVT", "GROCERY"),
        *("HEALTH", "HOTEL", "NONPROFIT", "ONLINE_GAMBLING", "OTC_DRUGS", "OTHER", "PHYSICAL_GAMBLING"),
        *("PROF_SERVICES", "RESTAURANT", "RETAIL", "TRAVEL"),
    }
)
PROFILE = Shape(
    "WhatsAppBusinessProfile",
    (*LONGEST, "websites", "vertical", "profile_picture_url", "messaging_product", "account_name"),
)
PICTURES = "https://pps.whatsapp.net/v/"


def shown(number: Number) -> dict[str, Any]:
    """All that was told, flat."""
    own = {name: value for name, value in (number.profile or {}).items() if name != "profile_picture_handle"}
    return {**own, "messaging_product": "whatsapp"}


def change(platform: Platform, number: Number, call: Call) -> None:
    """What is named is changed, the rest stays. Raises Refusal."""
    if not names_whatsapp(call.param("messaging_product")):
        raise Refusal(100, "The parameter messaging_product is required.")
    changed: dict[str, Any] = {
        name: text_in(call.body, name, "", most, required=False)
        for name, most in LONGEST.items()
        if call.body.get(name) is not None
    }
    if changed.get("about") == "":
        raise Refusal(100, "Param about must not be empty.")
    if changed.get("email") and "@" not in changed["email"]:
        raise Refusal(131009, "Param email must be an e-mail address.")
    if call.body.get("vertical") is not None:
        changed["vertical"] = _vertical(call.param("vertical").upper())
    if call.body.get("websites") is not None:
        changed["websites"] = _websites(call.value("websites"))
    if handle := call.param("profile_picture_handle"):
        _check_picture(platform, handle)
        changed["profile_picture_handle"] = handle
        changed["profile_picture_url"] = f"{PICTURES}{number.id}/{hashlib.sha256(handle.encode()).hexdigest()[:12]}.jpg"
    number.profile = {**(number.profile or {}), **changed}
    platform.world.save_number(number)


def _check_picture(platform: Platform, handle: str) -> None:
    uploaded = platform.world.things.get(handle)
    if uploaded is None or uploaded.kind != "handle":
        raise Refusal(
            100, "Param profile_picture_handle is no handle of an upload. Upload it to /{app_id}/uploads first."
        )
    if not uploaded.fields["file_type"].startswith("image/"):
        raise Refusal(100, f"Param profile_picture_handle is a {uploaded.fields['file_type']}, it must be a picture.")


def _vertical(named: str) -> str:
    if named and named not in VERTICALS:
        raise Refusal(100, f"Param vertical must be one of {', '.join(sorted(VERTICALS))}.")
    return named


def _websites(given: Any) -> list[str]:
    if not isinstance(given, list) or len(given) > WEBSITES:
        raise Refusal(100, f"Param websites must be an array of at most {WEBSITES} addresses.")
    for each in given:
        if not str(each).startswith(("http://", "https://")) or len(str(each)) > WEBSITE:
            raise Refusal(100, f"Each website begins with http:// or https:// and has at most {WEBSITE} characters.")
    return [str(each) for each in given]
