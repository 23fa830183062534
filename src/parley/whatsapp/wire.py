"""The wire: the one module that reaches a person. Its message is a ``Cleared``; blue ticks say nothing.

Imported by the sender and by nothing else; a test of the project's shape holds it to that.
"""

from dataclasses import dataclass
from typing import Any

import aiohttp

from parley.core.policy.gate import Cleared
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.errors import Remedy, meaning_of
from parley.whatsapp.outbound import request_body


@dataclass(frozen=True)
class Sent:
    """The platform has it, under this id."""

    platform_id: str


@dataclass(frozen=True)
class Failed:
    """The platform certainly does not have it. ``seconds``: the least to wait before it is tried again."""

    code: int
    title: str
    detail: str
    remedy: Remedy
    retriable: bool
    seconds: float = 0.5


@dataclass(frozen=True)
class Unsure:
    """The request may have arrived, the answer did not: only the platform's statuses can tell."""

    reason: str


async def send(
    session: GraphSession, access: NumberAccess, cleared: Cleared, *, platform_media_id: str = ""
) -> Sent | Failed | Unsure:
    """Send it once. Never raises for what the network or the platform does."""
    if not isinstance(cleared, Cleared):
        raise TypeError("the wire takes only what the gate has cleared")
    body = request_body(cleared.message, platform_media_id)
    try:
        answer = await session.unguarded("POST", f"{access.number_id}/messages", access, json=body)
        return Sent(str(answer["messages"][0]["id"]))
    except GraphError as error:
        return _refused(error)
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        # The connection was never made, so nothing of the request can have arrived.
        return Failed(0, "WhatsApp can not be reached.", type(error).__name__, "retry", True)
    except (aiohttp.ClientError, TimeoutError, KeyError, IndexError, TypeError) as error:
        return Unsure(type(error).__name__)


async def mark_read(session: GraphSession, access: NumberAccess, platform_id: str, typing: bool = False) -> None:
    """Show the customer blue ticks up to that message of theirs, and that somebody is writing: no word is said.

    Raises what ``GraphSession.unguarded`` raises.
    """
    body: dict[str, Any] = {"messaging_product": "whatsapp", "status": "read", "message_id": platform_id}
    if typing:
        body["typing_indicator"] = {"type": "text"}
    await session.unguarded("POST", f"{access.number_id}/messages", access, json=body)


def _refused(error: GraphError) -> Failed | Unsure:
    if error.code == 0 and error.status >= 500:
        return Unsure(f"HTTP {error.status}")  # a proxy's answer, not the platform's: it may have it all the same
    meaning = meaning_of(error.code, error.status)
    return Failed(
        error.code,
        meaning.sentence,
        error.detail or error.message,
        meaning.remedy,
        meaning.retriable,
        max(meaning.seconds, error.retry_after),
    )
