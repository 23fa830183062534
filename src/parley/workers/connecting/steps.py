"""The steps of connecting a number: each looks whether it is done, does it if not, and looks again.

So a run that was broken off is just started again: what is done is passed over.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

import aiohttp

from parley.clock import Clock
from parley.settings import Settings
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph import accounts, numbers
from parley.whatsapp.graph.answers import PhoneNumber
from parley.workers.connecting.findings import unanswered
from parley.workers.connecting.webhook import webhook_answers

NEEDED = ("whatsapp_business_management", "whatsapp_business_messaging")
# What the person has to give before it goes on: the six digits of the SMS, those of the two-step PIN, a new sign-up.
Needs = Literal["", "code", "pin", "dialogue"]
# Seconds that a step may take: a worker has to write something down before its claim ends.
LONGEST_STEP = 90


class StepFailed(Exception):
    """The sentence says what is missing and how to go on; ``needs`` what only the person can give."""

    def __init__(self, sentence: str, needs: Needs = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence.strip()
        self.needs = needs


@dataclass(frozen=True)
class Here:
    """Our own side: whose number it is to be."""

    settings: Settings
    database: Database
    tenant_id: UUID
    vault: Vault
    clock: Clock


@dataclass(frozen=True)
class Wish:
    """What the person gave. ``code``: the six digits that came by SMS or call; ``pin``: the two-step PIN."""

    here: Here
    graph: GraphSession
    access: NumberAccess
    code: str = field(default="", repr=False)
    pin: str = field(default="", repr=False)
    language: str = "en_US"
    call: bool = False

    async def number(self) -> PhoneNumber:
        """The number as it is at this moment."""
        return await numbers.number(self.graph, self.access)


Step = Callable[[Wish], Awaitable[str]]


@dataclass(frozen=True)
class Done:
    """A step that was taken: ``place`` from 1 on, and what to say of it."""

    place: int
    name: str
    sentence: str


async def taken(wish: Wish, steps: tuple[Step, ...]) -> AsyncIterator[Done]:
    """One after the other. Raises StepFailed for whatever goes wrong; nothing that it says holds a token."""
    for place, step in enumerate(steps, start=1):
        try:
            async with asyncio.timeout(LONGEST_STEP):
                sentence = await step(wish)
        except (GraphError, aiohttp.ClientError, TimeoutError) as error:
            finding = unanswered("", error)
            raise StepFailed(f"{finding.sentence} {finding.mend}") from error
        yield Done(place, step.__name__, sentence)


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
        method = "VOICE" if wish.call else "SMS"
        await numbers.request_code(wish.graph, wish.access, method=method, language=wish.language)
        raise StepFailed("A code is on its way to the number: give its six digits.", "code")
    await numbers.verify_code(wish.graph, wish.access, wish.code)
    if (await wish.number()).code_verification_status != "VERIFIED":
        raise StepFailed("The code was taken, and the number is not verified. Ask for a new one: give no code.", "code")
    return "the number is verified"


async def registered(wish: Wish) -> str:
    """It is on the Cloud API; that needs a two-step PIN."""
    if (await wish.number()).status in ("CONNECTED", "FLAGGED"):
        return "the number is registered"
    if not wish.pin:
        raise StepFailed("Registering needs six digits of your choice, the two-step PIN.", "pin")
    await numbers.register(wish.graph, wish.access, wish.pin)
    now = await wish.number()
    if now.status != "CONNECTED":
        raise StepFailed(f"The number is {now.status} after registering. parley doctor says more.")
    return "the number is registered"


async def protected(wish: Wish) -> str:
    """Who gets the SIM card can not take the number."""
    now = await wish.number()
    if now.is_pin_enabled:
        return "the two-step PIN is set"
    if now.is_on_biz_app and not wish.pin:
        return "the two-step PIN is kept by the Business App on its phone"
    if not wish.pin:
        raise StepFailed("The number has no two-step PIN: give six digits of your choice.", "pin")
    await numbers.change(wish.graph, wish.access, pin=wish.pin)
    if not (await wish.number()).is_pin_enabled:
        raise StepFailed("The PIN was not kept. Set it in WhatsApp Manager.")
    return "the two-step PIN is set"


async def webhook(wish: Wish) -> str:
    """Ours answers as the platform wants it to."""
    for finding in await webhook_answers(wish.here.settings):
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
