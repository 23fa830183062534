"""How an order may be paid: settings by the name of their kind, or the older name of a configuration."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.attempts import EXTRAS
from parley_emulator.sending.demand import list_in, object_in, text_in

# What each kind must say beside its name.
KINDS: dict[str, tuple[str, ...]] = {
    "payment_gateway": ("type", "configuration_name"),
    "payment_link": ("uri",),
    "upi_intent_link": ("link",),
    "pix_dynamic_code": ("code", "merchant_name", "key", "key_type"),
    "boleto": ("digitable_line",),
    "offsite_card_pay": ("last_four_digits", "credential_id"),
}
LONGEST = 2000
GATEWAY = "payment_gateway"
GATEWAYS = ("billdesk", "payu", "razorpay", "zaakpay")


def check_ways(parameters: dict[str, Any], where: str) -> None:
    """Raises Refusal."""
    if parameters.get("payment_settings") is None:
        text_in(parameters, "payment_type", where, 20)
        text_in(parameters, "payment_configuration", where, 60)
        return
    for index, each in enumerate(list_in(parameters, "payment_settings", where, 1, len(KINDS))):
        at = f"{where}.payment_settings[{index}]"
        kind = text_in(each, "type", at, 40)
        if kind not in KINDS:
            raise Refusal(131009, f"{at}.type must be one of {', '.join(sorted(KINDS))}.")
        said = object_in(each, kind, at)
        for name in KINDS[kind]:
            text_in(said, name, f"{at}.{kind}", LONGEST)
        if kind == GATEWAY and said["type"] not in GATEWAYS:
            raise Refusal(131009, f"{at}.{kind}.type must be one of {', '.join(GATEWAYS)}.")


def configuration_of(parameters: dict[str, Any]) -> str:
    """The name of the account's configuration that takes the money; empty for ways without one."""
    return str(_gateway(parameters).get("configuration_name") or parameters.get("payment_configuration") or "")


def gateway_in(parameters: dict[str, Any]) -> str:
    """Which gateway the order names, empty for ways without one."""
    return str(_gateway(parameters).get("type") or "")


def extras_in(parameters: dict[str, Any]) -> dict[str, Any]:
    """What the gateway keeps for the business, to be told again with the payment."""
    gateway = _gateway(parameters)
    own = gateway.get(str(gateway.get("type"))) or {}
    return {name: own[name] for name in EXTRAS if own.get(name)}


def _gateway(parameters: dict[str, Any]) -> dict[str, Any]:
    settings = parameters.get("payment_settings") or ()
    return next((dict(each[GATEWAY]) for each in settings if each.get(GATEWAY)), {})


def provider_of(parameters: dict[str, Any]) -> str:
    """Who takes the money, as webhooks name it: the gateway, else the kind of the first setting."""
    settings = parameters.get("payment_settings")
    if not settings:
        return str(parameters.get("payment_type") or "")
    first = settings[0]
    return str((first.get("payment_gateway") or {}).get("type") or first["type"])
