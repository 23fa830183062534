"""The steps of connecting a number: each looks whether it is done, does it if not, and looks again.

So a run that was broken off is just started again: what is done is passed over.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from parley.commands.doctor.webhook import webhook_answers
from parley.settings import Settings
from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph import accounts, numbers
from parley.whatsapp.graph.answers import PhoneNumber

NEEDED = ("whatsapp_business_management", "whatsapp_business_messaging")


class StepFailed(Exception):
    """The sentence says what is missing and how to go on."""


@dataclass(frozen=True)
class Wish:
    """What the person gave. ``code``: the six digits that came by SMS or call; ``pin``: the two-step PIN."""

    settings: Settings
    graph: GraphSession
    access: NumberAccess
    code: str = ""
    pin: str = ""
    language: str = "en_US"
    call: bool = False

    async def number(self) -> PhoneNumber:
        """The number as it is at this moment."""
        return await numbers.number(self.graph, self.access)


Step = Callable[[Wish], Awaitable[str]]


async def token(wish: Wish) -> str:
    """Valid, with both permissions."""
    told = await accounts.token(wish.graph, wish.access)
    if not told.is_valid:
        raise StepFailed("WhatsApp does not accept the token. Make a permanent one of a system user.")
    missing = [scope for scope in NEEDED if scope not in told.scopes]
    if missing:
        raise StepFailed(f"The token lacks {' and '.join(missing)}. Make one with both permissions.")
    return "the token may send and manage" + ("" if not told.expires_at else ", but it has an end")


async def account(wish: Wish) -> str:
    """The token opens it, and it has the number."""
    known = await accounts.account(wish.graph, wish.access, wish.access.account_id)
    listed = await numbers.numbers_of(wish.graph, wish.access, wish.access.account_id)
    if wish.access.number_id not in {each.id for each in listed}:
        raise StepFailed("The account has no number with that phone number id. Check both ids in WhatsApp Manager.")
    return f"the account {known.name or known.id} has the number"


async def verified(wish: Wish) -> str:
    """The number is the business's: a code that came by SMS or call shows it."""
    if (await wish.number()).code_verification_status == "VERIFIED":
        return "the number is verified"
    if not wish.code:
        await numbers.request_code(
            wish.graph, wish.access, method="VOICE" if wish.call else "SMS", language=wish.language
        )
        raise StepFailed("A code is on its way to the number. Run this again with --code and its six digits.")
    await numbers.verify_code(wish.graph, wish.access, wish.code)
    if (await wish.number()).code_verification_status != "VERIFIED":
        raise StepFailed("The code was taken, and the number is not verified. Ask for a new code: leave out --code.")
    return "the number is verified"


async def registered(wish: Wish) -> str:
    """It is on the Cloud API; that needs a two-step PIN."""
    if (await wish.number()).status in ("CONNECTED", "FLAGGED"):
        return "the number is registered"
    if not wish.pin:
        raise StepFailed("Registering needs six digits of your choice, the two-step PIN: run this again with --pin.")
    await numbers.register(wish.graph, wish.access, wish.pin)
    now = await wish.number()
    if now.status != "CONNECTED":
        raise StepFailed(f"The number is {now.status} after registering. parley doctor says more.")
    return "the number is registered"


async def protected(wish: Wish) -> str:
    """Who gets the SIM card can not take the number."""
    if (await wish.number()).is_pin_enabled:
        return "the two-step PIN is set"
    if not wish.pin:
        raise StepFailed("The number has no two-step PIN: run this again with --pin and six digits of your choice.")
    await numbers.change(wish.graph, wish.access, pin=wish.pin)
    if not (await wish.number()).is_pin_enabled:
        raise StepFailed("The PIN was not kept. Set it in WhatsApp Manager.")
    return "the two-step PIN is set"


async def webhook(wish: Wish) -> str:
    """Ours answers as the platform wants it to."""
    for finding in await webhook_answers(wish.settings):
        if finding.state == "FAIL":
            raise StepFailed(f"{finding.sentence} {finding.mend}")
    return "the webhook answers and insists on signatures"


async def subscribed(wish: Wish) -> str:
    """The app gets the account's webhooks."""
    if not await _is_subscribed(wish):
        await accounts.subscribe(wish.graph, wish.access, wish.access.account_id)
        if not await _is_subscribed(wish):
            raise StepFailed("The account's webhooks do not come to the app. Subscribe it in the app's dashboard.")
    return "the account's webhooks come to the app"


async def _is_subscribed(wish: Wish) -> bool:
    """Our app, not just any: the token knows whose it is."""
    ours = (await accounts.token(wish.graph, wish.access)).app_id
    listed = await accounts.subscribed(wish.graph, wish.access, wish.access.account_id)
    return any(ours and each.whatsapp_business_api_data.id == ours for each in listed)


BEFORE: tuple[Step, ...] = (token, account, verified, registered, protected, webhook, subscribed)
