"""A message as a line of a file describes it: a text, and what differs from a number and a customer in good order."""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import msgspec

from parley.core.messages import Text, content_from
from parley.core.policy.facts import (
    AuthorKind,
    BotFacts,
    ClientFacts,
    ConsentFacts,
    ContactFacts,
    NumberFacts,
    Outbound,
    TemplateFacts,
)

NOBODY = UUID(int=0)
PROFILE = {"support_contact": "Customer care", "email": "care@example.com"}


class Copy(msgspec.Struct, forbid_unknown_fields=True):
    """Our copy of the template that ``content`` names. ``buttons``: their kinds, such as URL or QUICK_REPLY."""

    name: str
    language: str
    category: str
    status: str
    quality: str = ""
    buttons: tuple[str, ...] = ()


class Line(msgspec.Struct):
    """Only ``text`` or ``content`` is needed; the rest says otherwise than the defaults.

    The defaults describe a number in good order writing as an agent inside the window of a customer who wrote first.
    """

    text: str = ""
    content: dict[str, Any] | None = None
    author: AuthorKind = "agent"
    window: Literal["open", "closed", "never"] = "open"
    number_source: str = "wrote_first"
    consents: list[dict[str, str]] = []  # [{"purpose": "marketing", "action": "opt_in", "wording": "…"}]
    template: Copy | None = None
    business_name: str = "Example"
    profile: dict[str, Any] | None = None
    escalation_paths: list[dict[str, Any]] | None = None
    id: str = ""
    matter: str = "message"
    to: str = ""  # the customer's number: where they are, and so what hour it is there


def outbound_of(line: Line, now: datetime, client: ClientFacts | None = None) -> Outbound:
    """The message that the line describes. Raises ValueError for a line without a message."""
    if not line.text and line.content is None:
        raise ValueError("text or content is missing")
    ends = {"open": now + timedelta(hours=12), "closed": now - timedelta(hours=1), "never": None}[line.window]
    paths = [{"kind": "in_chat"}] if line.escalation_paths is None else line.escalation_paths
    consents = tuple(
        ConsentFacts(
            purpose=each.get("purpose", "all"),
            action="opt_out" if each.get("action") == "opt_out" else "opt_in",
            at=now - timedelta(days=1),
            wording=each.get("wording", ""),
            method=each.get("method", "form"),
        )
        for each in line.consents
    )
    return Outbound(
        tenant_id=NOBODY,
        number=NumberFacts("1", line.business_name, PROFILE if line.profile is None else line.profile, now),
        contact=ContactFacts(NOBODY, line.number_source, consents),
        content=content_from(line.content) if line.content is not None else Text(line.text),
        author_kind=line.author,
        now=now,
        window_expires_at=ends,
        template=_template(line.template) if line.template else None,
        to=line.to,
        bot=BotFacts(tuple(paths)),
        client=client or ClientFacts(),
    )


def _template(copy: Copy) -> TemplateFacts:
    buttons = tuple(map(str.upper, copy.buttons))
    return TemplateFacts(
        copy.name, copy.language, copy.category.strip().lower(), copy.status.upper(), copy.quality.upper(), buttons
    )
