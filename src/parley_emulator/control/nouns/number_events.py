"""What the platform decides about a number: its name, its quality, its throughput, its mark."""

from typing import Any

from parley_emulator.coexistence.contacts import tell_contact
from parley_emulator.coexistence.joining import join, part, remember
from parley_emulator.control.asked import Asked, the_customer, the_number
from parley_emulator.enforcement.names import decide
from parley_emulator.enforcement.news import tell_alert, tell_quality, tell_security
from parley_emulator.enforcement.throughput import start_upgrade
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

SECURITY = ("PIN_CHANGED", "PIN_RESET_REQUEST", "PIN_REQUEST_SUCCESS")
DECISIONS = ("APPROVED", "DEFERRED", "PENDING", "REJECTED")


def _number(platform: Platform, asked: Asked) -> Number:
    return the_number(platform, asked.path["phone_number_id"])


async def name(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{decision, reason?, requested?}`` about the name in review, or about ``requested``."""
    number, body = _number(platform, asked), asked.body()
    decision = str(body.get("decision", "APPROVED")).upper()
    if decision not in DECISIONS:
        raise ValueError(f"decision must be one of {', '.join(DECISIONS)}.")
    if body.get("requested"):
        set_field(platform, number, "new_display_name", str(body["requested"]))
    reason = str(body.get("reason") or "NAME_FORMAT_UNACCEPTABLE") if decision == "REJECTED" else None
    decide(platform, number, decision, reason)
    return await _kept(platform, number)


async def quality(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{rating?, status?, event?}``: set, and told when an event such as FLAGGED is named."""
    number, body = _number(platform, asked), asked.body()
    number.quality_rating = str(body.get("rating") or number.quality_rating).upper()
    number.status = str(body.get("status") or number.status).upper()
    platform.world.save_number(number)
    if body.get("event"):
        tell_quality(platform, number, str(body["event"]).upper())
    return await _kept(platform, number)


async def throughput(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The upgrade begins: a minute of maintenance, then 1,000 messages a second."""
    number = _number(platform, asked)
    start_upgrade(platform, number)
    return await _kept(platform, number)


async def coexistence(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{on, shares_history?, threads?}``: the number is used in the Business App as well, or no more.

    ``threads``: what was said on the phone before, see ``joining.remember``.
    """
    number, body = _number(platform, asked), asked.body()
    if not body.get("on", True):
        part(platform, number)
        return await _kept(platform, number)
    remember(platform, number, body.get("threads") or [])
    join(platform, number, shares_history=bool(body.get("shares_history", True)))
    return await _kept(platform, number)


async def contact(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{wa_id, action: add | remove}``: a name in the address book of the phone that the number is used on as well."""
    number, body = _number(platform, asked), asked.body()
    tell_contact(platform, number, the_customer(platform, str(body.get("wa_id"))), str(body.get("action") or "add"))
    return await _kept(platform, number)


async def mark(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{approved}``: the answer to the application for the mark of an official account."""
    number, approved = _number(platform, asked), bool(asked.body().get("approved", True))
    status = "APPROVED" if approved else "REJECTED"
    told = {"oba_status": status, "status_message": f"The application was {status.lower()}."}
    set_field(platform, number, "oba", told)
    account = platform.world.accounts[number.waba_id]
    kind = "OBA_APPROVED" if approved else "OBA_REJECTED"
    news = {"alert_severity": "INFORMATIONAL", "alert_status": "NONE", "alert_type": kind, "alert_description": ""}
    tell_alert(platform, account, "PHONE_NUMBER", number.id, news)
    return await _kept(platform, number)


async def pin(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{event, pin?}``: PIN_CHANGED, PIN_RESET_REQUEST or PIN_REQUEST_SUCCESS, which takes the pin away."""
    number, body = _number(platform, asked), asked.body()
    kind = str(body.get("event", "PIN_RESET_REQUEST")).upper()
    if kind not in SECURITY:
        raise ValueError(f"event must be one of {', '.join(SECURITY)}.")
    if kind == "PIN_REQUEST_SUCCESS":
        set_field(platform, number, "pin", None)
    elif kind == "PIN_CHANGED" and body.get("pin"):
        set_field(platform, number, "pin", str(body["pin"]))
    requester = str(body.get("requester") or "") if kind == "PIN_RESET_REQUEST" else ""
    tell_security(platform, number, kind, requester)
    return await _kept(platform, number)


async def _kept(platform: Platform, number: Number) -> dict[str, Any]:
    await platform.store.committed()
    return {
        "phone_number_id": number.id,
        "verified_name": number.verified_name,
        "status": number.status,
        "quality_rating": number.quality_rating,
        "throughput": number.throughput,
        "name_status": number.fields.get("name_status", "APPROVED"),
    }


ROUTES = [
    ("POST", "/numbers/{phone_number_id}/name", name),
    ("POST", "/numbers/{phone_number_id}/quality", quality),
    ("POST", "/numbers/{phone_number_id}/throughput", throughput),
    ("POST", "/numbers/{phone_number_id}/coexistence", coexistence),
    ("POST", "/numbers/{phone_number_id}/contacts", contact),
    ("POST", "/numbers/{phone_number_id}/mark", mark),
    ("POST", "/numbers/{phone_number_id}/pin", pin),
]
