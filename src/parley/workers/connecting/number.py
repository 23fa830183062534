"""One number, link by link, as the platform tells of it."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp

from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph import accounts, numbers, people, templates
from parley.whatsapp.graph.answers import Health, PhoneNumber
from parley.workers.connecting.findings import Finding, unanswered

NEEDED = ("whatsapp_business_management", "whatsapp_business_messaging")
SOON = timedelta(days=7)
FEW = frozenset({"TIER_50", "TIER_250", "TIER_NOT_SET"})


async def number_is_well(session: GraphSession, access: NumberAccess, now: datetime) -> list[Finding]:
    """Every link; where the token does not work, only that. ``now``: by the wall clock, which tokens end by."""
    found = await _asked("token", access, lambda: token_is_good(session, access, now))
    if any(each.state == "FAIL" and each.link == "token" for each in found):
        return found
    links: list[tuple[str, Callable[[], Awaitable[list[Finding]]]]] = [
        ("number", lambda: number_is_connected(session, access)),
        ("account", lambda: account_is_open(session, access)),
        ("subscribed app", lambda: app_is_subscribed(session, access)),
        ("profile", lambda: profile_is_filled(session, access)),
        ("templates", lambda: templates_are_there(session, access)),
    ]
    for link, ask in links:
        found += await _asked(link, access, ask)
    return found


async def _asked(link: str, access: NumberAccess, ask: Callable[[], Awaitable[list[Finding]]]) -> list[Finding]:
    try:
        return await ask()
    except (GraphError, aiohttp.ClientError, TimeoutError) as error:
        return [unanswered(link, error, access.number_id)]


async def token_is_good(session: GraphSession, access: NumberAccess, now: datetime) -> list[Finding]:
    """Valid, for long, with the permissions that are needed, for this account."""
    about, token = access.number_id, await accounts.token(session, access)
    if not token.is_valid:
        mend = "Make a new permanent token of a system user and run: parley connect"
        return [Finding("token", "FAIL", "WhatsApp does not accept the access token.", mend, about)]
    missing = [scope for scope in NEEDED if scope not in token.scopes]
    found = [Finding("token", "OK", "It is valid and has no end.", about=about)]
    if token.expires_at:
        ends = datetime.fromtimestamp(token.expires_at, UTC)
        state = "WARN" if ends - now < SOON else "OK"
        mend = "Replace it by a permanent token of a system user." if state == "WARN" else ""
        found = [Finding("token", "WARN" if mend else "OK", f"It is valid until {ends:%Y-%m-%d}.", mend, about)]
    if missing:
        mend = "Make a token with these permissions."
        return [*found, Finding("scopes", "FAIL", f"Missing: {', '.join(missing)}.", mend, about)]
    return [*found, Finding("scopes", "OK", "It may send and manage.", about=about)]


async def number_is_connected(session: GraphSession, access: NumberAccess) -> list[Finding]:
    """Status, name, quality, limit, two-step PIN, and the health of all that a send passes."""
    number = await numbers.number(session, access)
    return [
        _status(number),
        _name(number),
        _quality(number),
        _limit(number),
        _pin(number),
        *_health(number.health_status, access.number_id),
    ]


def _status(number: PhoneNumber) -> Finding:
    if number.status == "CONNECTED":
        return Finding("number", "OK", f"{number.display_phone_number} is connected.", about=number.id)
    if number.status == "FLAGGED":
        mend = "Send less, and only what people asked for, until the warning ends."
        return Finding("number", "WARN", "WhatsApp has warned of its quality.", mend, number.id)
    mend = "Run parley connect: it verifies and registers the number." if number.status in _MENDED else _APPEAL
    return Finding("number", "FAIL", f"It is {number.status or 'in no known state'}.", mend, number.id)


_MENDED = frozenset({"PENDING", "DISCONNECTED", "UNVERIFIED", "MIGRATED", "UNKNOWN", ""})
_APPEAL = "Look at WhatsApp's Business Support Home and ask for a review there."


def _name(number: PhoneNumber) -> Finding:
    if number.name_status in ("APPROVED", "AVAILABLE_WITHOUT_REVIEW"):
        return Finding("display name", "OK", f"{number.verified_name} is approved.", about=number.id)
    mend = "Wait for the review, or ask for another name in WhatsApp Manager."
    return Finding("display name", "WARN", f"Its review says {number.name_status or 'nothing'}.", mend, number.id)


def _quality(number: PhoneNumber) -> Finding:
    if number.quality_rating in ("YELLOW", "RED"):
        mend = "Look which templates people block, and send them less."
        state = f"It is {number.quality_rating.lower()}."
        return Finding("quality", "WARN" if number.quality_rating == "YELLOW" else "FAIL", state, mend, number.id)
    return Finding("quality", "OK", f"It is {number.quality_rating.lower() or 'not known yet'}.", about=number.id)


def _limit(number: PhoneNumber) -> Finding:
    level = number.throughput.level.lower() if number.throughput and number.throughput.level else "standard"
    pace = "the Business App's" if number.is_on_biz_app else level
    sentence = f"{number.limit or 'unknown'} people a day may be written to first, at {pace} pace."
    if number.limit in FEW:
        return Finding("limit", "WARN", sentence, "Have the business verified at Meta to raise it.", number.id)
    return Finding("limit", "OK", sentence, about=number.id)


def _pin(number: PhoneNumber) -> Finding:
    if number.is_pin_enabled:
        return Finding("two-step PIN", "OK", "It is set.", about=number.id)
    mend = "Set one with: parley connect --pin"
    return Finding("two-step PIN", "WARN", "None is set: who gets the SIM card could take the number.", mend, number.id)


def _health(health: Health | None, about: str) -> list[Finding]:
    """Payment problems are told here, too."""
    if health is None or not health.can_send_message:
        return [Finding("health", "WARN", "WhatsApp tells nothing of it.", about=about)]
    found = []
    for entity in health.entities:
        for error in entity.errors:
            sentence = f"{entity.entity_type.lower()}: {error.error_description} ({error.error_code})"
            found.append(Finding("health", "FAIL", sentence, error.possible_solution, about))
        if entity.can_send_message == "LIMITED":
            sentence = f"{entity.entity_type.lower()}: {' '.join(entity.additional_info) or 'limited'}"
            found.append(Finding("health", "WARN", sentence, about=about))
    return found or [Finding("health", "OK", "Everything that a message passes is available.", about=about)]


async def account_is_open(session: GraphSession, access: NumberAccess) -> list[Finding]:
    """The account that the number belongs to."""
    account = await accounts.account(session, access, access.account_id)
    if account.account_review_status in ("", "APPROVED"):
        return [Finding("account", "OK", f"{account.name or account.id} is approved.", about=access.number_id)]
    sentence = f"Its review says {account.account_review_status}."
    return [Finding("account", "FAIL", sentence, _APPEAL, access.number_id)]


async def app_is_subscribed(session: GraphSession, access: NumberAccess) -> list[Finding]:
    """Without it nothing is reported to us."""
    ours = (await accounts.token(session, access)).app_id
    listed = [each.whatsapp_business_api_data for each in await accounts.subscribed(session, access, access.account_id)]
    if any(ours and each.id == ours for each in listed):
        return [Finding("subscribed app", "OK", "The account's webhooks come to our app.", about=access.number_id)]
    others = " and ".join(each.name or each.id for each in listed)
    sentence = f"The account's webhooks do not come to our app ({ours}), but to {others or 'none'}."
    return [Finding("subscribed app", "FAIL", sentence, "Run parley connect: it subscribes the app.", access.number_id)]


async def profile_is_filled(session: GraphSession, access: NumberAccess) -> list[Finding]:
    """Customers must be able to see who writes, and how else to reach them (B2)."""
    profile = await people.profile(session, access)
    if profile.email or profile.websites:
        return [Finding("profile", "OK", "It says how else the business is reached.", about=access.number_id)]
    mend = "Fill in an e-mail address or a website in WhatsApp Manager."
    return [Finding("profile", "WARN", "It has no e-mail address and no website.", mend, access.number_id)]


async def templates_are_there(session: GraphSession, access: NumberAccess) -> list[Finding]:
    """And some of them approved."""
    listed = await templates.templates(session, access, access.account_id)
    approved = sum(each.status.upper() == "APPROVED" for each in listed)
    sentence = f"{approved} of {len(listed)} are approved."
    if approved:
        return [Finding("templates", "OK", sentence, about=access.number_id)]
    mend = "Without one nobody can be written to first; make one in WhatsApp Manager."
    return [Finding("templates", "WARN", sentence, mend, access.number_id)]
