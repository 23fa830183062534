"""One policy decision: every rule asked about one message, without a database."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import Any
from uuid import UUID

import msgspec

from benchmarks.figures import Figure, quantile
from benchmarks.forgetting import forget
from benchmarks.run import Run
from parley.core.messages import Content, TemplateUse, Text
from parley.core.policy.facts import BotFacts, ConsentFacts, ContactFacts, NumberFacts, Outbound, TemplateFacts
from parley.core.policy.gate import decide, warm_up
from parley.demo.bank import load_bank, test_questions
from parley.whatsapp.outbound import request_body

BARE = "decoding the same message's JSON"
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PROFILE = {"support_contact": "Customer care", "email": "care@northbank.example", "websites": []}
PATHS = ({"kind": "in_chat"}, {"kind": "telephone", "number": "+442079460100"})
SLIPS = (
    "Your card 4111 1111 1111 1111 is on its way.",
    "Please send me your IBAN, GB82 WEST 1234 5698 7654 32 is what we have.",
    "Your order 4929 3081 2245 9133 left on 12/03 and costs 1,250.00 EUR. " * 20,
)


async def measure(run: Run) -> list[Figure]:
    """Each of some hundred realistic messages, several times: as if met first, and once more as a bot says it again."""
    warm_up()
    asked = _messages()
    bodies = [msgspec.json.encode(request_body(message)) for message in asked]
    first, again, bare = [], [], []
    for _ in range(2 if run.short else 10):
        for message, body in zip(asked, bodies, strict=True):
            forget()
            first.append(_took(decide, message))
            again.append(_took(decide, message))
            bare.append(_took(msgspec.json.decode, body))
    detail = {"messages": len(asked), "per_second": round(1000 * len(first) / sum(first))}
    said_again = {"per_second": round(1000 * len(again) / sum(again))}
    p50, p99 = quantile(bare, 0.5), quantile(bare, 0.99)
    return [
        Figure("decision, p50", quantile(first, 0.5), "ms", bare=p50, bare_is=BARE, detail=detail),
        Figure("decision, p99", quantile(first, 0.99), "ms", "less", 5, p99, BARE),
        Figure("decision on what was said before, p50", quantile(again, 0.5), "ms", bare=p50, detail=said_again),
        Figure("decision on what was said before, p99", quantile(again, 0.99), "ms", "less", 1, p99, BARE),
    ]


def _took(ask: Callable[[Any], object], asked: object) -> float:
    """Processor time in milliseconds, so that what others do on the machine does not count."""
    started = process_time()
    ask(asked)
    return (process_time() - started) * 1000


def _messages() -> list[Outbound]:
    """The bot's answers, agents' texts of the length people write, templates outside the window, and slips."""
    answers = [answer.text for answer in load_bank().intents.values()]
    questions = [text for text, _ in test_questions()[:200]]
    said: list[tuple[Content, dict[str, Any]]] = [(Text(text), {"author_kind": "bot"}) for text in answers]
    said += [(Text(text), {}) for text in (*questions, *SLIPS)]
    used = TemplateUse("follow_up", "en", "utility", body=("Ana",), rendered="Hello Ana, may we go on?")
    agreed = (ConsentFacts("all", "opt_in", NOW, "I agree that Northbank may send me messages over WhatsApp.", "form"),)
    known = {"template": TemplateFacts("follow_up", "en", "utility", "APPROVED"), "consents": agreed, "window": -1}
    said += [(used, known)] * 20
    return [_outbound(content, **facts) for content, facts in said]


def _outbound(content: Content, **facts: Any) -> Outbound:
    consents, window = facts.pop("consents", ()), facts.pop("window", 5)
    values: dict[str, Any] = {"author_kind": "agent"} | facts
    return Outbound(
        tenant_id=UUID(int=1),
        number=NumberFacts("100", "Northbank", PROFILE, NOW - timedelta(days=3)),
        contact=ContactFacts(UUID(int=2), "wrote_first", consents),
        content=content,
        now=NOW,
        window_expires_at=NOW + timedelta(hours=window),
        bot=BotFacts(PATHS),
        to="447700900101",
        **values,
    )
