"""News of an account that follow from nothing that is played here: its partners, its way to be paid."""

from typing import Any

from parley_emulator.control.asked import Asked, the_account
from parley_emulator.enforcement.updates import happen
from parley_emulator.orders.configurations import ACTIVE, PROVIDERS, STATUSES, configurations_of, stand
from parley_emulator.platform import Platform


async def update(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{event, …}``: one of the rarer events of ``account_update``, with what that event needs."""
    account, body = the_account(platform, asked), asked.body()
    event = str(body.get("event") or "").upper()
    happen(platform, account, event, body)
    await platform.store.committed()
    return {"told": event}


async def payment_configuration(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{name, status?, provider?, mid?}``: a way to be paid is new, or stands otherwise."""
    account, body = the_account(platform, asked), asked.body()
    name = str(body.get("name") or "").strip()
    before = configurations_of(account).get(name, {})
    provider = str(body.get("provider") or before.get("provider_name") or PROVIDERS[0])
    status = str(body.get("status") or ACTIVE)
    if not name or provider not in PROVIDERS or status not in STATUSES:
        wanted = f"provider, one of {', '.join(PROVIDERS)}, and status, one of {', '.join(STATUSES)}"
        raise ValueError(f"Give name, {wanted}.")
    mid = str(body.get("mid") or before.get("provider_mid") or "acc_1")
    given = {"configuration_name": name, "provider_name": provider, "provider_mid": mid, "status": status}
    stood = stand(platform, account, {**before, **given})
    await platform.store.committed()
    return stood


ROUTES = [
    ("POST", "/accounts/{waba_id}/update", update),
    ("POST", "/accounts/{waba_id}/payment-configuration", payment_configuration),
]
