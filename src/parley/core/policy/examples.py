"""Matters in good order, for the examples that each rule carries: a builder fills in what does not matter."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from parley.core.messages import Content, TemplateUse, Text
from parley.core.policy.facts import BotFacts, ConsentFacts, ContactFacts, NumberFacts, Outbound, TemplateFacts
from parley.core.policy.matters import (
    BotPlan,
    CatalogueItem,
    ClientApplication,
    ClientFacts,
    DataRelease,
    Heard,
    NumberStanding,
    OptInWording,
    SendingPlan,
    TemplateDraft,
)

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PROFILE: dict[str, Any] = {"support_contact": "Customer care", "email": "care@northbank.example", "websites": []}
AGREED = "I agree that Northbank may send me messages over WhatsApp."
CLIENT = ClientFacts("Northbank", "Northbank plc", ("GB",), "bank")


def an_outbound(content: Content | str = "Hello", **facts: Any) -> Outbound:
    """An agent's message, inside the window, from a number in good order."""
    consents = facts.pop("consents", ())
    source = facts.pop("number_source", "wrote_first")
    profile = facts.pop("profile", PROFILE)
    confirmed = facts.pop("confirmed_at", NOW - timedelta(days=3))
    known: dict[str, Any] = {
        "tenant_id": UUID(int=1),
        "number": NumberFacts("100", "Northbank", profile, confirmed),
        "contact": ContactFacts(UUID(int=2), source, tuple(consents)),
        "content": Text(content) if isinstance(content, str) else content,
        "author_kind": "agent",
        "now": NOW,
        "window_expires_at": NOW + timedelta(hours=5),
        "bot": BotFacts(({"kind": "in_chat"},)),
        "client": CLIENT,
    }
    return Outbound(**(known | facts))


def a_template(category: str = "utility", status: str = "APPROVED", **facts: Any) -> Outbound:
    """An approved template outside the window, to somebody who opted in to everything."""
    usual = TemplateUse("follow_up", "en", category, body=("Ana",), rendered="Hello Ana, may we go on?")
    used = facts.pop("content", usual)
    known = {
        "template": TemplateFacts("follow_up", "en", category, status),
        "window_expires_at": NOW - timedelta(hours=1),
        "consents": [a_consent("all")],
    }
    return an_outbound(used, **(known | facts))


def a_consent(purpose: str, action: Any = "opt_in", *, at: datetime = NOW, wording: str = AGREED) -> ConsentFacts:
    """A word of the person, given on a form."""
    return ConsentFacts(purpose, action, at, wording, "form")


def a_draft(body: str, category: str = "utility", **parts: Any) -> TemplateDraft:
    """A template that is about to be submitted."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "name": "a_name", "language": "en"}
    return TemplateDraft(**(known | {"category": category, "body": body} | parts))


def an_item(title: str, description: str = "", **parts: Any) -> CatalogueItem:
    """Something for sale."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "retailer_id": "sku-1"}
    return CatalogueItem(**(known | {"title": title, "description": description} | parts))


def an_application(**parts: Any) -> ClientApplication:
    """A bank that has handed in everything."""
    known: dict[str, Any] = {
        "client": CLIENT,
        "now": NOW,
        "display_names": ("Northbank",),
        "description": "A bank for current accounts and savings.",
        "websites": ("https://northbank.example",),
        "emails": ("care@northbank.example",),
        "telephones": ("+442079460958",),
        "registration_number": "01234567",
        "privacy_url": "https://northbank.example/privacy",
        "profile": PROFILE,
        "people": ("Ada Okafor",),
    }
    return ClientApplication(**(known | parts))


def a_wording(text: str = AGREED, **parts: Any) -> OptInWording:
    """The words of an opt-in."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "text": text}
    return OptInWording(**(known | parts))


def a_plan(**parts: Any) -> SendingPlan:
    """A small campaign within all limits."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "kind": "campaign", "name": "Branch hours", "recipients": 50}
    known |= {"template_category": "utility", "template_status": "APPROVED", "daily_limit": 1000, "usual_daily": 40.0}
    return SendingPlan(**(known | parts))


def a_bot(**parts: Any) -> BotPlan:
    """A bot that can hand over in the chat."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "answers": ("We open at nine.",)}
    return BotPlan(**(known | {"escalation_paths": ({"kind": "in_chat"},)} | parts))


def a_heard(*words: str, **parts: Any) -> Heard:
    """A customer's message."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "words": words}
    return Heard(**(known | parts))


def a_release(*columns: str, **parts: Any) -> DataRelease:
    """An export of a thread's own content to support the conversation."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "kind": "export", "purpose": "messaging"}
    return DataRelease(**(known | {"columns": columns} | parts))


def a_standing(**parts: Any) -> NumberStanding:
    """A number in good order."""
    known: dict[str, Any] = {"client": CLIENT, "now": NOW, "number_id": "100", "delivered": 1000}
    return NumberStanding(**(known | {"profile_confirmed_at": NOW - timedelta(days=3)} | parts))
