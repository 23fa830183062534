"""What the platform decides about an account: a violation, a restriction, a ban, a review, a payment that fails …"""

from typing import Any

from parley_emulator.analytics.metrics import PARTNER_PAYS
from parley_emulator.control.asked import Asked, the_account
from parley_emulator.enforcement.appeals import appeal
from parley_emulator.enforcement.bans import ban, reinstate, schedule_ban
from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.ladder import DAY, GRAVE, lift, restrict, violate
from parley_emulator.enforcement.news import tell_alert, tell_review, tell_update
from parley_emulator.enforcement.restrictions import STARTS, TYPES, restrictions_of
from parley_emulator.graph.account_view import status
from parley_emulator.platform import Platform
from parley_emulator.pricing.conversations import MODELS
from parley_emulator.state.records import Account
from parley_emulator.webhooks.names import NAMES
from parley_emulator.webhooks.telling import tell_account

REVIEWS = ("APPROVED", "PENDING", "DEFERRED", "REJECTED")


async def show(platform: Platform, asked: Asked) -> dict[str, Any]:
    """How the account stands."""
    return _shown(platform, the_account(platform, asked))


async def violation(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{type, grave?}``: what follows depends on how many there were before."""
    account, body = the_account(platform, asked), asked.body()
    kind = str(body.get("type") or "SCAM").upper()
    follows = violate(platform, account, kind, bool(body.get("grave", kind in GRAVE)))
    return {"follows": follows, **await _kept(platform, account)}


async def restriction(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{types?, days?}``; without days until it is lifted, ``{lift: true}`` lifts all."""
    account, body = the_account(platform, asked), asked.body()
    if body.get("lift"):
        lift(platform, account)
        return await _kept(platform, account)
    kinds = tuple(str(each).upper() for each in body.get("types", [STARTS]))
    if not TYPES.issuperset(kinds):
        raise ValueError(f"types must be of {', '.join(sorted(TYPES))}.")
    days = body.get("days")
    restrict(platform, account, kinds, None if days is None else float(days) * DAY)
    return await _kept(platform, account)


async def end(platform: Platform, asked: Asked) -> dict[str, Any]:
    """A ban at once, or with ``{in_days}`` later."""
    account, days = the_account(platform, asked), asked.body().get("in_days")
    if days:
        schedule_ban(platform, account, platform.clock.now() + float(days) * DAY)
    else:
        ban(platform, account)
    return await _kept(platform, account)


async def reinstatement(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The ban and all restrictions end."""
    account = the_account(platform, asked)
    reinstate(platform, account)
    return await _kept(platform, account)


async def request_review(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{words?, granted?}``: the business appeals; ``granted: false`` makes the answer, a day later, a no."""
    account, body = the_account(platform, asked), asked.body()
    at = appeal(platform, account, bool(body.get("granted", True)), str(body.get("words") or ""))
    return {"answer_at": at, **await _kept(platform, account)}


async def payment(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{problem: true | false}``: sends that cost money are refused."""
    account = the_account(platform, asked)
    set_account(platform, account, payment_problem=bool(asked.body().get("problem", True)) or None)
    return await _kept(platform, account)


async def pricing(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{model}``: CBP by conversation, PMP by message, or none to let the platform's clock say it."""
    account, model = the_account(platform, asked), asked.body().get("model")
    if model not in {*MODELS, None}:
        raise ValueError(f"model must be one of {', '.join(MODELS)}, or null.")
    set_account(platform, account, pricing_model=model)
    return await _kept(platform, account)


async def codes_abroad(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{countries, in_days?}``: one-time codes there have a price of their own from then on; the business is told."""
    account, body = the_account(platform, asked), asked.body()
    start = int(platform.clock.now() + float(body.get("in_days") or 0) * DAY)
    countries = [str(each).upper() for each in body.get("countries", [])]
    if not countries:
        raise ValueError("Give countries, a list of two letters each.")
    set_account(platform, account, auth_international=dict.fromkeys(countries, start))
    told = {"start_time": start, "exception_countries": [{"country_code": e, "start_time": start} for e in countries]}
    tell_update(platform, account, "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE", auth_international_rate_eligibility=told)
    return await _kept(platform, account)


async def credit(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{partner}``: whether a partner's line of credit pays, so that the account is not shown what it costs."""
    account = the_account(platform, asked)
    set_account(platform, account, **{PARTNER_PAYS: bool(asked.body().get("partner")) or None})
    return await _kept(platform, account)


async def review(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{decision}`` of the account review."""
    account, decision = the_account(platform, asked), str(asked.body().get("decision", "APPROVED")).upper()
    if decision not in REVIEWS:
        raise ValueError(f"decision must be one of {', '.join(REVIEWS)}.")
    set_account(platform, account, account_review_status="PENDING" if decision == "DEFERRED" else decision)
    tell_review(platform, account, decision)
    return await _kept(platform, account)


async def partner_removal(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The business, or a long silence of its phone, cuts the application off."""
    account, body = the_account(platform, asked), asked.body()
    info = {
        "reason": str(body.get("reason") or "ACCOUNT_DISCONNECTED"),
        "initiated_by": str(body.get("initiated_by") or "USER"),
    }
    owner = {"waba_id": account.id, "owner_business_id": account.business_id}
    tell_update(platform, account, "PARTNER_REMOVED", waba_info=owner, disconnection_info=info)
    for number in platform.world.numbers.values():
        if number.waba_id == account.id:
            number.registered, number.status = False, "DISCONNECTED"
            platform.world.save_number(number)
    return await _kept(platform, account)


async def alert(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{type, severity?, description?}`` about the portfolio."""
    account, body = the_account(platform, asked), asked.body()
    told = {
        "alert_severity": str(body.get("severity") or "WARNING"),
        "alert_status": "ACTIVE",
        "alert_type": str(body.get("type") or "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO"),
        "alert_description": str(body.get("description") or ""),
    }
    tell_alert(platform, account, "BUSINESS", account.business_id, told)
    return await _kept(platform, account)


async def event(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{field, value}``: any other change, told as it is."""
    account, body = the_account(platform, asked), asked.body()
    field, value = str(body.get("field")), body.get("value")
    if field not in NAMES or not isinstance(value, dict):
        raise ValueError("Give field, one that applications can subscribe to, and value, an object.")
    tell_account(platform, account.id, field, value)
    return await _kept(platform, account)


async def _kept(platform: Platform, account: Account) -> dict[str, Any]:
    await platform.store.committed()
    return _shown(platform, account)


def _shown(platform: Platform, account: Account) -> dict[str, Any]:
    own = account.fields
    return {
        "waba_id": account.id,
        "business_id": account.business_id,
        "status": status(platform, account),
        "restrictions": restrictions_of(account, platform.clock.now()),
        "ban_state": own.get("ban_state"),
        "violations": own.get("violations", 0),
        "payment_problem": bool(own.get("payment_problem")),
        "account_review_status": own.get("account_review_status", "APPROVED"),
        "appeal": own.get("appeal"),
    }


ROUTES = [
    ("GET", "/accounts/{waba_id}", show),
    ("POST", "/accounts/{waba_id}/violation", violation),
    ("POST", "/accounts/{waba_id}/restriction", restriction),
    ("POST", "/accounts/{waba_id}/ban", end),
    ("POST", "/accounts/{waba_id}/reinstatement", reinstatement),
    ("POST", "/accounts/{waba_id}/appeal", request_review),
    ("POST", "/accounts/{waba_id}/payment", payment),
    ("POST", "/accounts/{waba_id}/credit", credit),
    ("POST", "/accounts/{waba_id}/pricing", pricing),
    ("POST", "/accounts/{waba_id}/codes-abroad", codes_abroad),
    ("POST", "/accounts/{waba_id}/review", review),
    ("POST", "/accounts/{waba_id}/partner-removal", partner_removal),
    ("POST", "/accounts/{waba_id}/alert", alert),
    ("POST", "/accounts/{waba_id}/event", event),
]
