"""The rarer events of ``account_update``, each with the parts that Meta's page of it gives (reference 5.7)."""

from collections.abc import Callable
from typing import Any

from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.news import tell_update
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

Parts = dict[str, Any]
CERTIFIED = ("APPROVED", "DISCARDED", "FAILED", "PENDING", "REVOKED")
NO_REASON = "NONE"


def happen(platform: Platform, account: Account, event: str, body: Parts) -> None:
    """Told, with what follows from it. Raises ValueError for one there is not, or whose parts are wrong."""
    if event not in EVENTS:
        raise ValueError(f"event must be one of {', '.join(sorted(EVENTS))}.")
    parts = EVENTS[event](account, body)
    if event in CONNECTED:
        _connect(platform, account, CONNECTED[event])
    elif event == "MM_LITE_TERMS_SIGNED":
        set_account(platform, account, marketing_messages_onboarding_status="ONBOARDED")
    elif event == "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE":
        set_account(platform, account, country=parts["country"])
    tell_update(platform, account, event, **parts)


def _connect(platform: Platform, account: Account, is_on: bool) -> None:
    for number in list(platform.world.numbers.values()):
        if number.waba_id == account.id:
            number.registered, number.status = is_on, "CONNECTED" if is_on else "DISCONNECTED"
            platform.world.save_number(number)


def _bare(account: Account, body: Parts) -> Parts:
    return {}


def _owner(account: Account, body: Parts) -> Parts:
    return {"waba_info": {"waba_id": account.id, "owner_business_id": account.business_id}}


def _shared(account: Account, body: Parts) -> Parts:
    info = _owner(account, body)["waba_info"]
    if body.get("solution_id"):
        partners = [str(each) for each in body.get("solution_partner_business_ids") or [account.business_id]]
        info |= {"solution_id": str(body["solution_id"]), "solution_partner_business_ids": partners}
    return {"waba_info": info}


def _app(account: Account, body: Parts) -> Parts:
    info = _shared(account, body)["waba_info"]
    return {"waba_info": {**info, "partner_app_id": str(body.get("partner_app_id") or APP_ID)}}


def _advertising(account: Account, body: Parts) -> Parts:
    linked = str(body.get("ad_account_id") or "")
    if not linked.isdigit():
        raise ValueError("Give ad_account_id, the digits of the advertising account.")
    return {"waba_info": {**_owner(account, body)["waba_info"], "ad_account_linked": linked}}


def _certification(account: Account, body: Parts) -> Parts:
    status = str(body.get("status") or "APPROVED").upper()
    if status not in CERTIFIED:
        raise ValueError(f"status must be one of {', '.join(CERTIFIED)}.")
    reasons = [str(each).upper() for each in body.get("rejection_reasons") or [NO_REASON]]
    info = {"client_business_id": account.business_id, "status": status, "rejection_reasons": reasons}
    return {"partner_client_certification_info": info}


def _country(account: Account, body: Parts) -> Parts:
    country = str(body.get("country") or "").upper()
    if len(country) != 2 or not country.isalpha():
        raise ValueError("Give country, two letters.")
    return {"country": country}


# Which of them end or bring back the connection of the account's numbers.
CONNECTED = {"ACCOUNT_DELETED": False, "ACCOUNT_OFFBOARDED": False, "ACCOUNT_RECONNECTED": True}
EVENTS: dict[str, Callable[[Account, Parts], Parts]] = {
    **dict.fromkeys(CONNECTED, _bare),
    "AD_ACCOUNT_LINKED": _advertising,
    "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE": _country,
    "MM_LITE_TERMS_SIGNED": _owner,
    "PARTNER_ADDED": _shared,
    "PARTNER_APP_INSTALLED": _app,
    "PARTNER_APP_UNINSTALLED": _app,
    "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE": _certification,
}
