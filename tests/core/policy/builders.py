"""Builders fill in what does not matter: an agent's message, inside the window, of a number in good order."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from parley.core.messages import Content, TemplateUse, Text
from parley.core.policy.facts import BotFacts, ConsentFacts, ContactFacts, NumberFacts, Outbound, TemplateFacts

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PROFILE = {"support_contact": "Customer care", "email": "care@northbank.example", "websites": []}
AGREED = "I agree that Northbank may send me messages over WhatsApp."


def an_outbound(content: Content | str = "Hello", **facts: Any) -> Outbound:
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
    }
    return Outbound(**(known | facts))


def a_template(category: str = "utility", status: str = "APPROVED", **facts: Any) -> Outbound:
    usual = TemplateUse("follow_up", "en", category, body=("Ana",), rendered="Hello Ana, may we go on?")
    used = facts.pop("content", usual)
    known = {
        "template": TemplateFacts("follow_up", "en", category, status),
        "window_expires_at": NOW - timedelta(hours=1),
        "consents": [a_consent("all")],
    }
    return an_outbound(used, **(known | facts))


def a_consent(purpose: str, action: Any = "opt_in", *, at: datetime = NOW, wording: str = AGREED) -> ConsentFacts:
    return ConsentFacts(purpose, action, at, wording, "form")
