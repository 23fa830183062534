"""News of an account that follow from nothing that is played here: its partners, its way to be paid."""

from typing import Any

from parley_emulator.control.asked import Asked, the_account
from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.updates import happen
from parley_emulator.platform import Platform
from parley_emulator.webhooks.telling import tell_account

PROVIDERS = ("billdesk", "payu", "razorpay", "zaakpay")
STATUSES = ("Active", "Needs Connecting", "Needs Testing")


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
    name, now = str(body.get("name") or "").strip(), int(platform.clock.now())
    known = dict(account.fields.get("payment_configurations") or {})
    before = known.get(name, {})
    provider = str(body.get("provider") or before.get("provider_name") or PROVIDERS[0])
    status = str(body.get("status") or STATUSES[0])
    if not name or provider not in PROVIDERS or status not in STATUSES:
        wanted = f"provider, one of {', '.join(PROVIDERS)}, and status, one of {', '.join(STATUSES)}"
        raise ValueError(f"Give name, {wanted}.")
    told = {
        "configuration_name": name,
        "provider_name": provider,
        "provider_mid": str(body.get("mid") or before.get("provider_mid") or "acc_1"),
        "status": status,
        "created_timestamp": before.get("created_timestamp", now),
        "updated_timestamp": now,
    }
    set_account(platform, account, payment_configurations={**known, name: told})
    tell_account(platform, account.id, "payment_configuration_update", told)
    await platform.store.committed()
    return told


ROUTES = [
    ("POST", "/accounts/{waba_id}/update", update),
    ("POST", "/accounts/{waba_id}/payment-configuration", payment_configuration),
]
