"""Ways to be paid, by the names that an account gives them (pages on onboarding to payments, May 2026).

A gateway's is connected by the business at an address that the platform gives; an address of UPI needs no connecting.
"""

import secrets
from typing import Any

from parley_emulator.enforcement.changes import set_account
from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.ways import GATEWAYS
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Thing
from parley_emulator.webhooks.telling import tell_account

KEPT = "payment_configurations"
LONGEST_NAME = 60
VPA = "upi_vpa"
PROVIDERS = (*GATEWAYS, VPA)
ACTIVE, CONNECTING, TESTING = "Active", "Needs Connecting", "Needs Testing"
STATUSES = (ACTIVE, CONNECTING, TESTING)
CODES = ("merchant_category_code", "purpose_code")
TOLD = ("configuration_name", "provider_name", "provider_mid", "status", "created_timestamp", "updated_timestamp")
FIELDS = (*TOLD, *CODES, "merchant_vpa")
CONSENT = "/dialog/payments"
LINK, LASTS = "payment_link", 86_400
Configuration = dict[str, Any]


def configurations_of(account: Account) -> dict[str, Configuration]:
    """All of the account, by their names."""
    return dict(account.fields.get(KEPT) or {})


def configuration_named(account: Account, name: str) -> Configuration:
    """Raises Refusal."""
    found = configurations_of(account).get(name)
    if found is None:
        raise Refusal(100, f"The account has no payment configuration {name!r}.")
    return found


def shown(configuration: Configuration) -> dict[str, Any]:
    """As calls show it: there, other than in webhooks, a status is written with an underscore."""
    public = {name: configuration[name] for name in FIELDS if name in configuration}
    return {**public, "status": configuration["status"].replace(" ", "_")}


def create(platform: Platform, account: Account, body: dict[str, Any], base_url: str) -> dict[str, Any]:
    """Raises Refusal."""
    name = str(body.get("configuration_name") or "").strip()
    if not 1 <= len(name) <= LONGEST_NAME or "/" in name:
        raise Refusal(100, f"Param configuration_name must have 1 to {LONGEST_NAME} characters, and no slash.")
    if name in configurations_of(account):
        raise Refusal(100, f"The account has a payment configuration {name!r} already.")
    return _take(platform, account, {"configuration_name": name}, body, base_url)


def change(platform: Platform, account: Account, name: str, body: dict[str, Any], base_url: str) -> dict[str, Any]:
    """What is named; the rest stays. Raises Refusal."""
    return _take(platform, account, configuration_named(account, name), body, base_url)


def _take(
    platform: Platform, account: Account, before: Configuration, body: dict[str, Any], base_url: str
) -> dict[str, Any]:
    """Another provider has to be connected anew."""
    provider = str(body.get("provider_name") or before.get("provider_name") or "").lower()
    if provider not in PROVIDERS:
        raise Refusal(100, f"Param provider_name must be one of {', '.join(PROVIDERS)}.")
    whole = {**before, "provider_name": provider, **_codes(body), **_texts(body)}
    if provider == VPA and not whole.get("merchant_vpa"):
        raise Refusal(100, "Param merchant_vpa is required for provider_name upi_vpa.")
    is_new = provider != before.get("provider_name")
    whole["status"] = (ACTIVE if provider == VPA else CONNECTING) if is_new else before["status"]
    keep(platform, account, whole)
    if whole["status"] != CONNECTING:
        return {"success": True}
    return {**oauth_link(platform, account, whole["configuration_name"], "", base_url), "success": True}


def _codes(body: dict[str, Any]) -> dict[str, Any]:
    """What each stands for is not looked up: the lists of both are the banks'."""
    given = {name: str(body[name]) for name in CODES if body.get(name) is not None}
    if wrong := next((name for name, code in given.items() if not code.isdecimal()), ""):
        raise Refusal(100, f"Param {wrong} must be a code of digits.")
    return {name: {"code": code, "description": f"Code {code}"} for name, code in given.items()}


def _texts(body: dict[str, Any]) -> dict[str, str]:
    """The address of UPI, and those where the business is called or led back to."""
    given = {name: str(body[name]) for name in ("merchant_vpa", "redirect_url", "data_endpoint_url") if body.get(name)}
    for name, text in given.items():
        if name == "merchant_vpa" and "@" not in text:
            raise Refusal(100, "Param merchant_vpa must be an address of UPI, as shop@bank.")
        if name != "merchant_vpa" and not text.startswith(("https://", "http://")):
            raise Refusal(100, f"Param {name} must be a web address.")
    return given


def keep(platform: Platform, account: Account, configuration: Configuration) -> Configuration:
    """With when it was made and when it changed last."""
    now = int(platform.clock.now())
    whole = {"created_timestamp": now, **configuration, "updated_timestamp": now}
    set_account(platform, account, **{KEPT: {**configurations_of(account), whole["configuration_name"]: whole}})
    return whole


def drop(platform: Platform, account: Account, name: str) -> None:
    """Raises Refusal."""
    configuration_named(account, name)
    set_account(
        platform, account, **{KEPT: {each: of for each, of in configurations_of(account).items() if each != name}}
    )


def oauth_link(platform: Platform, account: Account, name: str, redirect_url: str, base_url: str) -> dict[str, Any]:
    """Where the business connects its gateway, and until when. Raises Refusal."""
    configuration = configuration_named(account, name)
    if configuration["provider_name"] == VPA:
        raise Refusal(100, "A configuration with an address of UPI has no gateway to connect.")
    until = int(platform.clock.now()) + LASTS
    fields = {
        "name": name,
        "until": until,
        **_texts({"redirect_url": redirect_url or configuration.get("redirect_url")}),
    }
    link = Thing(id=f"{LINK}:{secrets.token_urlsafe(16)}", kind=LINK, owner=account.id, fields=fields)
    platform.world.save_thing(link)
    return {"oauth_url": f"{base_url}{CONSENT}/{link.id.removeprefix(f'{LINK}:')}", "expiration": until}


def stand(platform: Platform, account: Account, configuration: Configuration) -> Configuration:
    """It stands otherwise from now on, which the business hears."""
    kept = keep(platform, account, configuration)
    value = {name: kept[name] for name in TOLD if name in kept}
    tell_account(platform, account.id, "payment_configuration_update", value)
    return kept


def demand_active(account: Account, name: str, provider: str, where: str) -> None:
    """Money is asked for by a configuration that stands; how others are refused is not told. Raises Refusal."""
    found = configurations_of(account).get(name)
    if found is None:
        raise Refusal(131009, f"{where}: the account has no payment configuration {name!r}.")
    if found["status"] != ACTIVE:
        raise Refusal(131009, f"{where}: the payment configuration {name!r} is {found['status']}, it must be Active.")
    if provider and found["provider_name"] != provider:
        raise Refusal(131009, f"{where}: the payment configuration {name!r} is of {found['provider_name']}.")
