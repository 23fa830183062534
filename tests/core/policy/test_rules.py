from datetime import timedelta

import pytest

from parley.core.messages import Button, Buttons, ListMenu, Location, Media, Row, Section, TemplateUse, Text
from parley.core.policy.facts import BotFacts, Outbound, TemplateFacts
from parley.core.policy.gate import decide
from tests.core.policy.builders import NOW, a_consent, a_template, an_outbound

CARD = "4111 1111 1111 1111"


def refused_under(message: Outbound) -> tuple[str, ...]:
    return decide(message).clauses


@pytest.mark.parametrize(
    ("message", "clauses"),
    [
        (an_outbound(window_expires_at=NOW), ("C4",)),
        (an_outbound(window_expires_at=None), ("C1",)),
        (a_template(template=None), ("C6",)),
        (a_template(status="PAUSED"), ("C3",)),
        (a_template(status="PENDING"), ("C3",)),
        (a_template("utility", template=TemplateFacts("follow_up", "en", "marketing", "APPROVED")), ("C2",)),
        (a_template(consents=()), ("B4",)),
        (a_template(number_source=""), ("B4",)),
        (a_template(consents=[a_consent("utility", wording="I agree to messages.")]), ("B5",)),
        (a_template("marketing", consents=[a_consent("utility")]), ("B4",)),
        (a_template("marketing", consents=(), window_expires_at=NOW + timedelta(hours=1)), ("B4",)),
        (a_template(consents=[a_consent("all"), a_consent("utility", "opt_out", at=NOW + timedelta(1))]), ("B7",)),
        (an_outbound(consents=[a_consent("all", "opt_out", at=NOW - timedelta(hours=1))]), ("B7",)),
        (an_outbound(f"Your card is {CARD}"), ("D3",)),
        (an_outbound("Mi número de tarjeta es 501889643315"), ("D3",)),
        (an_outbound("Pay to GB82 WEST 1234 5698 7654 32"), ("D3",)),
        (an_outbound(Buttons("Which card?", (Button("a", CARD),))), ("D3",)),
        (an_outbound(Media("document", "m", "application/pdf", filename=f"{CARD}.pdf")), ("D3",)),
        (an_outbound(Buttons("Which card?", (Button(CARD, "The first"),))), ("D3",)),
        (an_outbound(ListMenu("Which?", "Choose", (Section((Row(f"pay:{CARD}", "This"),)),))), ("D3",)),
        (an_outbound(Location(51.5, -0.1, CARD)), ("D3",)),
        (a_template(content=TemplateUse("follow_up", "en", "utility", buttons=(CARD,), rendered="Hello")), ("D3",)),
        (an_outbound("Please send me your card number and CVV"), ("D3",)),
        (an_outbound("Envíame tu contraseña, por favor"), ("D3",)),
        (an_outbound("Por favor, me envie a senha"), ("D3",)),
        (an_outbound("Donnez-moi votre mot de passe"), ("D3",)),
        (an_outbound("أرسل رقم البطاقة من فضلك"), ("D3",)),
        (an_outbound("कृपया अपना पिन भेजें"), ("D3",)),
        (an_outbound(author_kind="bot", bot=None), ("C7",)),
        (an_outbound(author_kind="bot", bot=BotFacts(({"kind": "telephone"},))), ("C7",)),
        (an_outbound(profile={}), ("B2",)),
        (an_outbound(profile={"support_contact": "Care", "email": "nonsense"}), ("B2",)),
        (an_outbound(confirmed_at=None), ("B2",)),
        (an_outbound(""), ("B1",)),
        (an_outbound("x" * 4097), ("B1",)),
        (an_outbound(author_kind="bot", owner_version=3, owner_version_now=5), ("B8",)),
        (an_outbound(client_status="suspended"), ("A2",)),
        (an_outbound(client_status="terminated"), ("A2",)),
    ],
)
def test_a_breach_is_blocked_under_its_clause(message: Outbound, clauses: tuple[str, ...]) -> None:
    decision = decide(message)
    assert decision.verdict == "block"
    assert decision.clauses == clauses
    assert all(f.sentence.endswith(".") and f.next_sentence for f in decision.findings)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("free_text_needs_an_open_window", an_outbound(window_expires_at=NOW + timedelta(seconds=1))),
        ("template_must_be_approved", a_template()),
        ("business_initiated_needs_opt_in", a_template(window_expires_at=NOW + timedelta(hours=1), consents=())),
        ("business_initiated_needs_opt_in", a_template("marketing", consents=[a_consent("marketing")])),
        (
            "opt_out_is_respected",
            a_template(consents=[a_consent("all", "opt_out"), a_consent("all", at=NOW + timedelta(1))]),
        ),
        (
            "opt_out_is_respected",
            an_outbound(
                consents=[a_consent("all", "opt_out", at=NOW - timedelta(hours=23))],
                window_expires_at=NOW + timedelta(hours=20),
            ),
        ),
        ("opt_out_is_respected", an_outbound(consents=[a_consent("all", "opt_out")], confirms_opt_out=True)),
        ("opt_out_is_respected", an_outbound(consents=[a_consent("marketing", "opt_out")])),
        ("no_card_numbers_out", an_outbound("Your card ending in 1111 is on its way, order 1234567890123456.")),
        ("no_card_numbers_out", an_outbound("Ring Berlin on +49 1511 2345678.")),
        ("no_card_numbers_out", an_outbound("Tracking number 1Z4990386225344, EAN 5900449972591")),
        ("no_card_numbers_out", an_outbound("Call us on +44 20 7946 0958, tracking number 1Z999AA10123456784")),
        ("no_requests_for_identifiers", an_outbound("We will never ask you to send us your PIN.")),
        ("no_requests_for_identifiers", an_outbound("You can change your PIN in the app.")),
        ("no_requests_for_identifiers", an_outbound("Please send the last four digits of your card number.")),
        (
            "bot_needs_an_escalation_path",
            an_outbound(author_kind="bot", bot=BotFacts(({"kind": "telephone", "number": "+442079460958"},))),
        ),
        (
            "profile_has_support_contact",
            an_outbound(profile={"support_contact": "Care", "telephone": "+44 20 7946 0958"}),
        ),
        ("platform_limits_hold", an_outbound("x" * 4096)),
        ("suspended_client_is_silent", an_outbound("The service of the ferry is suspended.", client_status="active")),
        ("one_voice_at_a_time", an_outbound(owner_version=5, owner_version_now=5, author_kind="bot")),
    ],
)
def test_an_honest_look_alike_passes(rule: str, message: Outbound) -> None:
    """``rule`` names the one that it looks as if it broke."""
    decision = decide(message)
    assert rule in decision.rules
    assert decision.findings == ()
    assert decision.verdict == "allow"


def test_a_refusal_offers_the_templates_that_fit() -> None:
    fitting = (TemplateFacts("conversation_follow_up", "en", "utility", "APPROVED"),)
    refusal = decide(an_outbound(window_expires_at=NOW, fitting_templates=fitting)).gravest
    assert refusal is not None
    assert refusal.next_step == "use_template"
    assert "conversation_follow_up" in refusal.next_sentence


def test_all_findings_are_kept_when_several_rules_refuse() -> None:
    assert set(refused_under(an_outbound(f"card {CARD}", window_expires_at=NOW, profile={}))) == {"B2", "C4", "D3"}


def test_the_facts_kept_with_a_decision_hold_no_text() -> None:
    assert "secret words" not in str(decide(an_outbound(Text("secret words"))).facts)
