"""The door for blocking a person: it takes only what somebody at the desk has decided (decision 16).

Imported by the worker of blocks and by nothing else; a test of the project's shape holds it to that.
"""

from dataclasses import dataclass
from uuid import UUID

from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Blocked, BlockResult
from parley.whatsapp.graph.people import PARTLY, result_of, users_of


@dataclass(frozen=True)
class Decided:
    """A block that is on record: which, who decided it, and whom it is about (digits of a number, or a user id)."""

    block_id: UUID
    blocked_by: UUID
    person: str


async def block(session: GraphSession, access: NumberAccess, decided: Decided) -> BlockResult:
    """One person, once; where it fails, ``failed`` says why. Raises GraphError for any other refusal."""
    if not isinstance(decided, Decided) or not decided.person:
        raise TypeError("only a block that somebody has decided is told to the platform")
    body = {"messaging_product": "whatsapp", "block_users": users_of((decided.person,))}
    try:
        answer = await session.unguarded("POST", f"{access.number_id}/block_users", access, json=body)
    except GraphError as error:
        if error.code != PARTLY or "block_users" not in error.answer:
            raise
        answer = error.answer
    return result_of(answer, "added_users")


def refusal_of(failed: tuple[Blocked, ...]) -> int:
    """The platform's code for the first that failed; 0 where it named none."""
    codes = (str(each.get("code") or each.get("error_code") or "") for one in failed for each in one.errors)
    return next((int(code) for code in codes if code.isdigit()), 0)
