"""Portfolios, partners' solutions, numbers verified beforehand, and moves between owners."""

from typing import Any

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Account, Thing
from parley.whatsapp.graph.reading import all_of, get

SOLUTION_STEPS = frozenset(
    {"accept", "reject", "send_deactivation_request", "accept_deactivation_request", "reject_deactivation_request"}
)


async def business(session: GraphSession, access: NumberAccess, business_id: str) -> Thing:
    """A portfolio."""
    return await get(session, access, business_id, Thing, fields="id,name")


async def owned_accounts(session: GraphSession, access: NumberAccess, business_id: str) -> list[Account]:
    """Accounts of its own."""
    return await all_of(session, access, f"{business_id}/owned_whatsapp_business_accounts", Account)


async def client_accounts(session: GraphSession, access: NumberAccess, business_id: str) -> list[Account]:
    """Accounts that were shared with it."""
    return await all_of(session, access, f"{business_id}/client_whatsapp_business_accounts", Account)


async def accounts_of_user(session: GraphSession, access: NumberAccess, user_id: str) -> list[Account]:
    """Accounts that a person may use."""
    return await all_of(session, access, f"{user_id}/assigned_whatsapp_business_accounts", Account)


async def credit_lines(session: GraphSession, access: NumberAccess, business_id: str) -> list[Thing]:
    """Who pays."""
    return await all_of(session, access, f"{business_id}/extendedcredits", Thing)


async def preverified(session: GraphSession, access: NumberAccess, business_id: str) -> list[Thing]:
    """Numbers that were verified beforehand."""
    return await all_of(session, access, f"{business_id}/preverified_numbers", Thing)


async def solution(session: GraphSession, access: NumberAccess, solution_id: str) -> Thing:
    """A partner's solution."""
    return await get(session, access, solution_id, Thing)


async def solution_step(session: GraphSession, access: NumberAccess, solution_id: str, step: str) -> dict[str, Any]:
    """One of ``SOLUTION_STEPS``. Raises ValueError for any other."""
    if step not in SOLUTION_STEPS:
        raise ValueError(f"a solution has no step {step!r}")
    return await session.call("POST", f"{solution_id}/{step}", access)


async def solutions_of(session: GraphSession, access: NumberAccess, account_id: str) -> list[Thing]:
    """The solutions that an account is part of."""
    return await all_of(session, access, f"{account_id}/solutions", Thing)
