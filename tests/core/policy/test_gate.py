import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn

from parley.core.contacts.identity import canonical_phone
from parley.core.policy.conduct import Conduct
from parley.core.policy.consent import wants_to_resume, wants_to_stop, wording_states
from parley.core.policy.decision_log import START, chain, first_break
from parley.core.policy.facts import Outbound
from parley.core.policy.gate import TOGETHER, Cleared, clear, decide, decide_all
from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.redaction import redact, redact_payload
from parley.core.policy.rulebook import CURRENT, RULES
from parley.core.policy.verdicts import Decision, Finding
from tests.core.policy.builders import NOW, an_outbound


def test_only_the_gate_makes_a_cleared_message() -> None:
    message = an_outbound()
    with pytest.raises(TypeError, match="only the policy gate"):
        Cleared(object(), message, decide(message))
    assert isinstance(clear(message), Cleared)
    assert isinstance(clear(replace(message, window_expires_at=None)), Decision)


def test_a_rule_that_fails_forbids_and_says_so() -> None:
    def fails(message: object) -> None:
        raise RuntimeError("no")

    decision = decide(an_outbound(), replace(CURRENT, rules=(replace(RULES[0], check=fails),)))
    assert decision.verdict == "block"
    assert "could not be checked" in decision.findings[0].sentence


def test_what_no_rule_names_as_allowed_is_refused_with_that_reason() -> None:
    speechless = replace(CURRENT, rules=tuple(rule for rule in RULES if rule.name != "free_text_needs_an_open_window"))
    decision = decide(an_outbound(), speechless)
    assert decision.verdict == "block"
    assert "No rule of the policy names this as allowed" in decision.findings[0].sentence


@pytest.mark.parametrize(
    ("text", "before"),
    [("1111 1111, thank you.", ("Your card is 4111 1111",)), ("password of the app.", ("Please send me your",))],
)
def test_what_is_remembered_of_a_text_hides_nothing_of_what_stands_before_it(
    text: str, before: tuple[str, ...]
) -> None:
    alone, after = an_outbound(text), an_outbound(text, lately=before, conduct=Conduct(unanswered=len(before)))
    assert [decide(each).lets_pass for each in (alone, after, alone, after)] == [True, False, True, False]


def test_a_hold_can_be_lifted_by_a_person_for_that_message_and_a_block_can_not() -> None:
    held = replace(RULES[0], name="held", check=lambda _: Finding("held", "B8", "hold", "Somebody must look."))
    barred = replace(held, check=lambda _: Finding("held", "B8", "block", "It may not be."))
    lifted = an_outbound(released=frozenset({"held"}))
    assert decide(an_outbound(), replace(CURRENT, rules=(*RULES, held))).verdict == "hold"
    assert decide(lifted, replace(CURRENT, rules=(*RULES, held))).verdict == "warn"
    assert decide(lifted, replace(CURRENT, rules=(*RULES, barred))).verdict == "block"


def test_many_are_decided_as_each_alone_in_their_order() -> None:
    matters = [each for rule in RULES for each in (*rule.breaches(), *rule.look_alikes())]
    assert len(matters) > TOGETHER
    assert decide_all(matters) == [decide(each) for each in matters]
    assert decide_all([]) == []


def test_where_a_rule_fails_on_one_of_many_only_that_one_is_forbidden() -> None:
    def fails_on_numbers(message: Outbound) -> None:
        if message.spoken[0].isdigit():
            raise RuntimeError("no")

    rulebook = replace(CURRENT, rules=(*RULES, replace(RULES[0], check=fails_on_numbers)))
    decided = decide_all([an_outbound("Hello."), an_outbound("7"), an_outbound("Thank you.")], rulebook)
    assert [each.verdict for each in decided] == ["allow", "block", "allow"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_the_gate_fail(text: str) -> None:
    assert "could not be checked" not in str(decide(an_outbound(text)).findings)


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -.٤x", max_size=60), st.integers(0, 10**14 - 1))
def test_redaction_leaves_no_card_and_changes_nothing_twice(noise: str, account: int) -> None:
    number = f"4{account:014d}"
    card = number + luhn.calc_check_digit(number)
    once, findings = redact(f"{noise} , {card} , {noise}")
    assert findings
    assert card not in once
    assert redact(once)[0] == once
    assert not find_identifiers(once)


@pytest.mark.parametrize(
    "text",
    ["4111111111111111", "4111-1111-1111-1111", "4111.1111.1111.1111", "٤١١١١١١١١١١١١١١١", "4111 1111\u200b1111 1111"],
)
def test_a_card_number_is_found_however_it_is_written(text: str) -> None:
    assert redact(f"mine is {text}, ok?")[0] == "mine is •••• 1111, ok?"


@pytest.mark.parametrize("text", ["1234567890123456", "+44 7700 900123", "9999 8888 7777", "0000 0000 0000 0000"])
def test_other_numbers_are_not_cards(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    "message",
    [
        {"interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": '{"card":"CARD"}', "body": "Sent"}}},
        {"contacts": [{"name": {"first_name": "CARD"}, "org": {"company": "CARD"}, "vcard": "NOTE:CARD"}]},
        {"referral": {"headline": "CARD", "body": "CARD"}},
        {"edit": {"message": {"text": {"body": "CARD"}}}},
        {"order": {"text": "CARD", "product_items": [{"note": "CARD"}]}},
        {"something_new": {"words": ["CARD"]}},
        {"button": {"payload": "CARD", "text": "CARD"}},
    ],
)
def test_no_part_of_a_message_keeps_a_card_number(message: dict[str, Any]) -> None:
    told = json.loads(json.dumps(message).replace("CARD", "4111 1111 1111 1111"))
    kept, kinds = redact_payload(told)
    assert "4111" not in str(kept)
    assert kinds == ("card number",)


def test_what_the_platform_needs_again_is_kept() -> None:
    told = {
        "context": {"id": "wamid.4111111111111111", "from": "4915112345678"},
        "image": {"sha256": "4111111111111111", "url": "https://m.example/?mid=4111111111111111"},
        "contacts": [{"phones": [{"phone": "+49 1511 2345678", "wa_id": "4915112345678"}]}],
        "order": {"catalog_id": "4111111111111111"},
    }
    assert redact_payload(told) == (told, ())


def test_a_webhooks_words_are_redacted_and_its_ids_are_not() -> None:
    raw = {"id": "4111111111111111", "text": {"body": "4111 1111 1111 1111"}, "image": {"caption": "4111111111111111"}}
    kept, _ = redact_payload(raw)
    assert kept == {"id": "4111111111111111", "text": {"body": "•••• 1111"}, "image": {"caption": "•••• 1111"}}


@pytest.mark.parametrize(
    "text",
    [
        "STOP",
        "Stop!",
        "unsubscribe",
        "please stop sending me messages",
        "No quiero recibir más mensajes",
        "SAIR",
        "arrêtez de m'envoyer des messages",
        "لا أريد المزيد من الرسائل",
        "मुझे मैसेज भेजना बंद करें",
        "message band karo",
        "Please stop.",
        "stop all messages please",
        "I don't want any more messages",
        "Don't text me again",
        "por favor, no me envíe más",
        "arrêt svp",
        "ne m'envoyez plus de messages",
        "não me envie mais mensagens",
        "أوقف الرسائل",
        "रोकें कृपया",
    ],
)
def test_a_request_to_stop_is_understood(text: str) -> None:
    assert wants_to_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "stop my card",
        "How do I stop a payment?",
        "Where can I stop a standing order please",
        "can I cancel a transfer",
        "parar un pago",
        "Don't send me a new card, I found it",
        "can you stop sending me statements by post",
        "No me envíe más tarjetas",
        "لا ترسل البطاقة إلى العنوان القديم",
        "मेरा कार्ड बंद करो",
    ],
)
def test_a_question_about_stopping_something_is_not_an_opt_out(text: str) -> None:
    assert not wants_to_stop(text)


def test_who_comes_back_is_understood() -> None:
    assert wants_to_resume("Start")
    assert not wants_to_resume("start a loan")


def test_an_opt_in_must_name_whatsapp_and_the_business() -> None:
    assert wording_states("Northbank", "Northbank may write to me on WhatsApp")
    assert not wording_states("Northbank", "You may write to me on WhatsApp")
    assert not wording_states("Northbank", "Northbank may write to me")


@pytest.mark.parametrize(
    ("one", "other"),
    [("5511987654321", "551187654321"), ("5215512345678", "525512345678"), ("5491123456789", "541123456789")],
)
def test_the_two_forms_of_a_number_are_one_person(one: str, other: str) -> None:
    assert canonical_phone(one) == canonical_phone(f"+{other}")


def rows(count: int) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    before = START
    for seq in range(1, count + 1):
        row: dict[str, Any] = {
            "tenant_id": UUID(int=1),
            "seq": seq,
            "at": NOW,
            "moment": "outbound",
            "verdict": "allow",
            "clauses": [],
            "findings": [],
            "facts": {"b": 1, "a": 2},
            "author_kind": "bot",
            "author_id": None,
            "number_id": "1",
            "conversation_id": None,
            "message_id": UUID(int=seq),
            "rulebook_version": "R0.1",
            "previous_hash": before,
        }
        row["hash"] = before = chain(before, row)
        made.append(row)
    return made


def test_an_untouched_log_verifies() -> None:
    assert first_break(rows(5)) is None


def test_edit_removal_and_reorder_are_found() -> None:
    edited = rows(5)
    edited[2]["verdict"] = "block"
    assert first_break(edited) == 3
    removed = rows(5)
    del removed[1]
    assert first_break(removed) == 3
    moved = rows(5)
    moved[1], moved[2] = moved[2], moved[1]
    assert first_break(moved) == 3
