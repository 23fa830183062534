"""Groups of a number, to be looked at. What changes a group, or who is in it, is closed: see ``doors``."""

from msgspec import Struct

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.reading import MOST_PAGES, fields_of, read


class GroupListed(Struct, frozen=True):
    """A group in the list."""

    id: str = ""
    subject: str = ""
    created_at: str = ""


class Group(Struct, frozen=True):
    """A group. ``join_approval_mode``: auto_approve or approval_required."""

    id: str = ""
    subject: str = ""
    description: str = ""
    join_approval_mode: str = ""
    suspended: bool = False
    total_participant_count: int = 0


class JoinRequest(Struct, frozen=True):
    """Somebody who would like to be let in."""

    join_request_id: str = ""
    wa_id: str = ""
    user_id: str = ""
    creation_timestamp: int = 0


async def groups_of(session: GraphSession, access: NumberAccess) -> list[GroupListed]:
    """All of the number. Unlike other lists, this one is inside an object."""
    found: list[GroupListed] = []
    asked = {"limit": "100"}
    for _ in range(MOST_PAGES):
        answer = await session.call("GET", f"{access.number_id}/groups", access, params=asked)
        data, paging = answer.get("data"), answer.get("paging")
        listed = data.get("groups") if isinstance(data, dict) else data
        found += [read(GroupListed, each) for each in listed or []]
        paging = paging if isinstance(paging, dict) else {}
        after = (paging.get("cursors") or {}).get("after")
        if not after or not paging.get("next"):
            break
        asked = {"limit": "100", "after": str(after)}
    return found


async def group(session: GraphSession, access: NumberAccess, group_id: str) -> Group:
    """One, with how many are in it."""
    return read(Group, await session.call("GET", group_id, access, params={"fields": fields_of(Group)}))


async def join_requests(session: GraphSession, access: NumberAccess, group_id: str) -> list[JoinRequest]:
    """Who waits to be let in."""
    answer = await session.call("GET", f"{group_id}/join_requests", access)
    return [read(JoinRequest, each) for each in answer.get("data") or []]
