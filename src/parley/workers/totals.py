"""Asks WhatsApp once a day what it counts and charges itself, account by account, for the days that are over (C5)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic
from typing import NamedTuple
from uuid import UUID

import structlog
from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.clock import Clock
from parley.core.pricing.whatsapp_totals import Counted, Trouble, category_of, kind_of
from parley.storage import numbers, price_totals
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.errors import meaning_of
from parley.whatsapp.graph.accounts import account
from parley.whatsapp.graph.figures import PricePoint, price_points

AGAIN_AFTER = 600.0  # seconds between two looks at what is due
RESTS_FOR = timedelta(days=1)  # an account that was refused for good
log = structlog.get_logger()


class Answered(NamedTuple):
    """What WhatsApp says of an account."""

    counted: list[tuple[date, Counted]]
    currency: str


class Totals:
    """Fetches a tenant's totals; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, graph: GraphSession, vault: Vault) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault
        self._looked: dict[UUID, float] = {}

    async def work(self, tenant_id: UUID) -> bool:
        """Fetch what is due."""
        if monotonic() - self._looked.get(tenant_id, -AGAIN_AFTER) >= AGAIN_AFTER:
            await self.fetch(tenant_id)
            self._looked[tenant_id] = monotonic()
        return False

    async def fetch(self, tenant_id: UUID, *, all_days: bool = False) -> None:
        """This month and the one before; ``all_days``: also what was asked today, and accounts that were refused."""
        now = self._clock.now()
        today = now.astimezone(UTC).date()
        begin, last = _month_before(today), today - timedelta(days=1)
        async with self._database.transaction(tenant_id) as db:
            access = await numbers.access(db, tenant_id)
            since = await price_totals.connected_since(db, tenant_id)
            rest = frozenset[str]() if all_days else await price_totals.resting(db, tenant_id, now - RESTS_FOR)
        for account_id, (number_id, token) in _by_account(access).items():
            first = max(begin, since[account_id])
            if first > last or account_id in rest:
                continue
            async with self._database.transaction(tenant_id) as db:
                due = await price_totals.unsettled(db, tenant_id, account_id, first, last)
            days = _each_day(first, last) if all_days else due
            if days:
                await self._fetch(tenant_id, NumberAccess(number_id, "", account_id), token, days, now)

    async def _fetch(
        self, tenant_id: UUID, about: NumberAccess, token: bytes, days: Sequence[date], now: datetime
    ) -> None:
        try:
            access = NumberAccess(about.number_id, self._vault.open(token), about.account_id)
            answered = await _asked(self._graph, access, days)
        except (GraphError, ClientError, TimeoutError, InvalidToken) as error:
            log.warning("totals.not_fetched", account_id=about.account_id, error=type(error).__name__)
            async with self._database.transaction(tenant_id) as db:
                await price_totals.save_trouble(db, tenant_id, _trouble(about.account_id, error), now)
            return
        async with self._database.transaction(tenant_id) as db:
            await price_totals.save(db, tenant_id, about.account_id, days, answered.counted, answered.currency, now)


async def _asked(graph: GraphSession, access: NumberAccess, days: Sequence[date]) -> Answered:
    """One question for all the days between the first and the last; those in between that are settled are left out."""
    start, end = _midnight(days[0]), _midnight(days[-1] + timedelta(days=1))
    currency = (await account(graph, access, access.account_id)).currency
    told = await price_points(graph, access, access.account_id, start, end)
    summed: dict[tuple[date, str, str, str], Counted] = {}
    for point in told:
        day = datetime.fromtimestamp(point.start, UTC).date()
        if day in days:
            each = _counted(point, currency)
            key = (day, *each.place)
            summed[key] = _added(summed[key], each) if key in summed else each
    shown = any(each.amount is not None for each in summed.values())
    return Answered([(key[0], each) for key, each in summed.items()], currency if shown or not summed else "")


def _counted(point: PricePoint, currency: str) -> Counted:
    kind = kind_of(point.pricing_type)
    country = point.country.strip().upper() or "Other"
    return Counted(country, category_of(point.pricing_category), kind, point.volume, point.cost, currency)


def _added(one: Counted, other: Counted) -> Counted:
    amount = None if one.amount is None or other.amount is None else one.amount + other.amount
    return Counted(*one.place, one.count + other.count, amount, one.currency)


def _trouble(account_id: str, error: Exception) -> Trouble:
    if isinstance(error, GraphError):
        meaning = meaning_of(error.code, error.status, transient=error.transient)
        return Trouble(account_id, error.code, meaning.sentence, meaning.retriable)
    if isinstance(error, InvalidToken):
        return Trouble(account_id, 0, "The kept token can not be opened: run parley connect again.", retriable=False)
    return Trouble(account_id, 0, "WhatsApp did not answer.", retriable=True)


def _by_account(access: Mapping[str, tuple[bytes, int, str]]) -> dict[str, tuple[str, bytes]]:
    return {account_id: (number_id, token) for number_id, (token, _, account_id) in access.items()}


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def _each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())
