"""What the gate is told: everything a rule may look at, as values. Nothing here knows a database or a clock."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar, Literal
from uuid import UUID

from propcache.api import cached_property

from parley.core.messages import Content, linked_files
from parley.core.policy.conduct import Conduct
from parley.core.policy.fingerprints import Echo
from parley.core.policy.matters.matter import ClientFacts, Matter, Moment
from parley.core.policy.opinions import Opinion
from parley.core.policy.parts import REFUSED, in_parts
from parley.core.policy.refusals import Suppression

__all__ = [
    "AuthorKind",
    "BotFacts",
    "ClientFacts",
    "ConsentFacts",
    "ContactFacts",
    "FileFacts",
    "ItemFacts",
    "Moment",
    "NumberFacts",
    "Outbound",
    "Screening",
    "TemplateFacts",
]

AuthorKind = Literal["agent", "bot", "system", "campaign", "api"]
# Who looks at a file before it goes out: whoever attaches it, a classifier, or a second person.
Screening = Literal["author", "classifier", "person"]


@dataclass(frozen=True)
class NumberFacts:
    """The business number a message leaves from, with its profile (B2) and its standing (F1): good, slow, stopped.

    ``daily_limit``: how many people its portfolio may write to first in 24 hours, None where that is not known;
    ``started_today``: to how many others it did.
    """

    number_id: str
    display_name: str
    profile: dict[str, Any] = field(default_factory=dict)
    profile_confirmed_at: datetime | None = None
    country: str = ""
    standing: str = "good"
    daily_limit: int | None = None
    started_today: int = 0


@dataclass(frozen=True)
class ConsentFacts:
    """The newest word of a contact on one purpose ('all', 'marketing', 'utility', 'authentication')."""

    purpose: str
    action: Literal["opt_in", "opt_out"]
    at: datetime
    wording: str = ""
    method: str = ""


@dataclass(frozen=True)
class ContactFacts:
    """The person written to: where the number is from (B4a), and every purpose's newest consent (B4b, B7).

    ``suppressions``: what the platform would not deliver to them of late (F1).
    """

    contact_id: UUID
    number_source: str
    consents: tuple[ConsentFacts, ...] = ()
    language: str = ""
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True)
class TemplateFacts:
    """Our copy of a template, as the platform last reported it. ``buttons``: their kinds, in the platform's words."""

    name: str
    language: str
    category: str
    status: str
    quality: str = ""
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class ItemFacts:
    """An item of a catalogue that a message shows, as our copy has it (E9). ``cleared``: it may be shown."""

    catalogue_id: str
    retailer_id: str
    cleared: bool


@dataclass(frozen=True)
class FileFacts:
    """The file of a message (E7). ``sha256``: of its content, in hexadecimal; of one that is fetched, of its address.
    ``known``: what a person once decided of the very same content or address, 'cleared' or 'refused'; '' where nobody
    did."""

    sha256: str
    screening: Screening = "author"
    known: Literal["", "cleared", "refused"] = ""


@dataclass(frozen=True)
class BotFacts:
    """The ways out that the bot has (C7): each ``{"kind": "in_chat", ...}``."""

    escalation_paths: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Outbound(Matter):
    """One message about to leave, with all that is known when it does.

    ``window_expires_at``: 24 h after the last message of the person to this number, by that message's own time
    stamp; None if they never wrote (C4). ``owner_version`` of the author against ``owner_version_now``: who
    speaks presents what they saw, and a stale voice is refused. ``template`` is our copy of the template that
    ``content`` names, None if we have none. ``confirms_opt_out``: the one confirmation that B7 permits.
    ``client_status``: the standing of the business with its provider (A2). ``to``: the telephone number, '' where the
    person is known by ``to_user_id`` only. ``released``: names of the rules whose hold on this very message a person
    has lifted. ``conduct``: what was said before it, None where nobody looked (the second question,
    at the wire, inside the window). ``lately``: the words of our own messages to them of the last minutes, newest last;
    they are no fact to be kept. ``echoes``: marks of other people's threads in it (D5). ``timezone``: of the
    business. ``door``: '' for a message to one person; else the field of ``Terms`` that would have to open it.
    ``items``: those of the items it shows that our copy of the catalogue knows. ``file``: what is known of its file;
    ``linked``: of those that WhatsApp fetches from addresses, in their order.
    ``opinions``: what second readers said of it; they are asked before it leaves, not when it is written.
    ``offers_asked_at``: when the person last asked for offers or prices, None where they did not, or nobody looked.
    ``waits``: it is not to leave now, but when the person next writes; it is asked about as it would be then, and never
    cleared. ``written_at``: when its author wrote it, where that was before what it answers; None: now.
    """

    tenant_id: UUID
    number: NumberFacts
    contact: ContactFacts
    content: Content
    author_kind: AuthorKind
    now: datetime
    author_id: UUID | None = None
    message_id: UUID | None = None
    conversation_id: UUID | None = None
    window_expires_at: datetime | None = None
    template: TemplateFacts | None = None
    fitting_templates: tuple[TemplateFacts, ...] = ()
    bot: BotFacts | None = None
    owner_version: int | None = None
    owner_version_now: int | None = None
    confirms_opt_out: bool = False
    client_status: str = "active"
    to: str = ""
    to_user_id: str = ""
    reply_to: str = ""
    client: ClientFacts = field(default_factory=ClientFacts)
    released: frozenset[str] = frozenset()
    conduct: Conduct | None = None
    lately: tuple[str, ...] = ()
    echoes: tuple[Echo, ...] = ()
    timezone: str = "UTC"
    door: str = ""
    items: tuple[ItemFacts, ...] = ()
    file: FileFacts | None = None
    linked: tuple[FileFacts, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    offers_asked_at: datetime | None = None
    waits: bool = False
    written_at: datetime | None = None

    moment: ClassVar[Moment] = "outbound"
    needs_permit: ClassVar[bool] = True

    def texts(self) -> Iterable[str]:
        """Every string that the customer will read."""
        return self.content.texts()

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Its texts as one, and by itself what each address calls the file that is fetched from it."""
        names = (file.names() for file in linked_files(self.content))
        texts = (text[: self.closely] for text in self.texts())
        return (*in_parts("\n".join(texts)), *(name for name in names if name))

    @cached_property
    def closely(self) -> int | None:
        """Characters of each text that are looked at: the first of a message that the platform refuses, else all."""
        return REFUSED if self.content.breaches() else None

    def facts(self) -> dict[str, Any]:
        """What was known when it was decided, without a word of the message."""
        template = self.template
        return {
            "author": self.author_kind,
            "client_status": self.client_status,
            "type": self.content.__struct_config__.tag,
            "window_expires_at": self.window_expires_at.isoformat() if self.window_expires_at else None,
            "window_open": self.window_open,
            "number_source": self.contact.number_source,
            "consents": {c.purpose: c.action for c in self.contact.consents},
            "suppressed": {s.reach: s.code for s in self.contact.suppressions},
            "template": f"{template.name}/{template.language}" if template else None,
            "template_category": template.category if template else None,
            "template_status": template.status if template else None,
            "number_standing": self.number.standing,
            "daily_limit": self.number.daily_limit,
            "started_today": self.number.started_today,
            "template_quality": template.quality if template else None,
            "profile_complete": self.number.profile_confirmed_at is not None,
            "business": self.number.display_name,
            "known_by": [kind for kind, value in (("phone", self.to), ("user_id", self.to_user_id)) if value],
            "bot_paths": [str(path.get("kind", "")) for path in self.bot.escalation_paths] if self.bot else None,
            "confirms_opt_out": self.confirms_opt_out,
            "owner_version": self.owner_version,
            "owner_version_now": self.owner_version_now,
            "conduct": asdict(self.conduct) if self.conduct else None,
            "echoes": [echo.kind for echo in self.echoes],
            "released": sorted(self.released),
            "items": {item.retailer_id: item.cleared for item in self.items},
            "door": self.door,
            "linked": [{"screening": each.screening, "known": each.known} for each in self.linked],
            "file": {"screening": self.file.screening, "known": self.file.known} if self.file else None,
            "offers_asked_at": self.offers_asked_at.isoformat() if self.offers_asked_at else None,
            "opinions": [opinion.as_fact() for opinion in self.opinions],
            "waits": self.waits,
            "written_at": self.written_at.isoformat() if self.written_at else None,
        }

    @property
    def in_a_row(self) -> tuple[str, ...]:
        """Those of our messages of the last minutes that they have not answered: what is read as one with this one."""
        unanswered = self.conduct.unanswered if self.conduct else 0
        return self.lately[-unanswered:] if unanswered else ()

    @property
    def customer_wrote_at(self) -> datetime | None:
        """When the person last wrote to this number: the window began then."""
        return self.window_expires_at - timedelta(hours=24) if self.window_expires_at else None

    @property
    def window_open(self) -> bool:
        """Whether free text may be sent at ``now``; the last instant of the window is outside it.

        What waits for the person's next message is asked about as if they had written it.
        """
        return self.waits or (self.window_expires_at is not None and self.now < self.window_expires_at)
