"""Whose prices are meant."""

from uuid import UUID

import typer

from parley.commands.evidence import client
from parley.storage.database import Database


async def client_named(database: Database, slug: str) -> UUID:
    """The Client's tenant: a provider has no prices."""
    return await client.client_named(database, slug, ("client",))


def account_of(accounts: dict[str, str], named: str) -> str:
    """The business account that is named, or the only one there is."""
    known = sorted(set(accounts.values()))
    if not known:
        raise typer.BadParameter("the Client has no number yet: connect one first")
    if named and named not in known:
        raise typer.BadParameter(f"the Client's business accounts are {', '.join(known)}")
    if not named and len(known) > 1:
        raise typer.BadParameter(f"say which one with --account: {', '.join(known)}")
    return named or known[0]
