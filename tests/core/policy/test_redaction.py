import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.redaction import MARK, SURE, redact, redact_payload, redact_split, taken_out


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my pin is 4821, ok?", "my pin is ••••, ok?"),
        ("password: hunter2", "password: ••••"),
        ("DNI 12345678Z gracias", "DNI •••• 678Z gracias"),
        ("CPF 529.982.247-25", "CPF •••• 4725"),
        ("four one one one one one one one one one one one one one one one", "•••• 1111"),
        ("cvv 737 and card 4111111111111111", "cvv •••• and card •••• 1111"),
    ],
)
def test_a_number_leaves_its_end_and_a_secret_nothing(text: str, kept: str) -> None:
    assert redact(text)[0] == kept


@pytest.mark.parametrize(
    "text",
    [
        "order 43068788",
        "453425789",
        "961234567890",
        "my account ends in 6819",
        "the last 4 digits of my ssn are 4321",
        "Room 485375, check-in 21/07/2026",
    ],
)
def test_what_may_be_an_order_or_an_ending_is_kept(text: str) -> None:
    assert redact(text) == (text, ())


def test_a_bare_answer_is_taken_out_if_it_was_asked_for() -> None:
    assert redact("453425789", "What is your social security number?")[0] == f"{MARK} 5789"
    assert redact("453425789", "What is your order number?") == ("453425789", ())


def test_the_last_piece_of_a_number_is_taken_out() -> None:
    assert redact_split(["4111", "1111", "1111"], "1111 ok")[0] == f"{MARK} 1111 ok"
    assert redact_split(["hello", "how are you"], "1111 ok") == ("1111 ok", ())


def test_a_finding_says_what_was_taken_and_holds_no_text() -> None:
    _, findings = redact("my pin is 4821")
    assert [(finding.clause, finding.verdict) for finding in findings] == [("D3", "redact")]
    assert "4821" not in str(findings)
    assert "last four" not in taken_out(("PIN",))[0].sentence
    assert "last four" in taken_out(("card number",))[0].sentence


@pytest.mark.parametrize(
    "message",
    [
        {"image": {"caption": "TEXT"}},
        {"document": {"filename": "TEXT.pdf"}},
        {"contacts": [{"org": {"department": "TEXT"}}]},
        {"interactive": {"nfm_reply": {"response_json": '{"field":"TEXT"}'}}},
        {"order": {"product_items": [{"note": "TEXT"}]}},
    ],
)
@pytest.mark.parametrize("text", ["my pin is 4821", "CPF 529.982.247-25", "passport number C01X00T47"])
def test_every_kind_is_taken_out_of_every_part(message: dict[str, Any], text: str) -> None:
    told = _filled(message, text)
    kept, kinds = redact_payload(told)
    assert len(kinds) == 1
    assert text not in str(kept)


def test_the_name_of_a_forms_field_tells_what_its_answer_is() -> None:
    answers = '{"pin":4821,"iban":"GB82WEST12345698765432","size":42,"order_number":"43068788","flow_token":"f-1"}'
    kept, kinds = redact_payload({"nfm_reply": {"response_json": answers}})
    told = json.loads(kept["nfm_reply"]["response_json"])
    assert told == {
        "pin": MARK,
        "iban": f"{MARK} 5432",
        "size": 42,
        "order_number": "43068788",
        "flow_token": "f-1",
    }
    assert kinds == ("PIN", "bank account number")


def test_a_telephone_in_a_contact_card_and_the_number_of_an_article_are_kept() -> None:
    told = {
        "contacts": [{"phones": [{"phone": "919876543210"}, {"phone": "161936167"}]}],
        "order": {"product_items": [{"sku": "60120671515"}]},
        "button": {"payload": "161936167"},
    }
    assert redact_payload(told) == (told, ())


def test_a_card_number_in_an_address_or_a_number_of_a_card_is_taken_out() -> None:
    card = {
        "urls": [{"url": "https://pay.example/?n=4111111111111111", "type": "WORK"}],
        "phones": [{"phone": "4111 1111 1111 1111", "wa_id": "4111111111111111"}],
    }
    place = {"latitude": 1, "longitude": 2, "url": "https://maps.example/4111-1111-1111-1111"}
    kept, kinds = redact_payload({"contacts": [card], "location": place})
    assert "11111111" not in str(kept).replace("-", "").replace(" ", "")
    assert kept["contacts"][0]["urls"][0] == {"url": f"https://pay.example/?n={MARK} 1111", "type": "WORK"}
    assert kinds == ("card number",)


def test_what_the_platform_finds_its_own_things_by_is_kept() -> None:
    told = {
        "id": "4111111111111111",
        "image": {
            "id": "4111111111111111",
            "mime_type": "image/png",
            "url": "https://cdn.example/?mid=4111111111111111",
        },
        "contacts": [
            {
                "urls": [{"url": "https://shop.example/orders/4111111111111112?ref=919876543210"}],
                "phones": [{"phone": "+1 650 555 1234", "wa_id": "16505551234"}],
            }
        ],
    }
    assert redact_payload(told) == (told, ())


def _filled(value: Any, text: str) -> Any:
    if isinstance(value, str):
        return value.replace("TEXT", text)
    if isinstance(value, dict):
        return {name: _filled(each, text) for name, each in value.items()}
    return [_filled(each, text) for each in value]


WORDS = st.sampled_from(
    [
        "card",
        "ssn",
        "pin",
        "is",
        "4111",
        "1111",
        "4821",
        "cpf",
        "529.982.247-25",
        "and",
        "one",
        "four",
        ":",
        "-",
        "order",
        "dni",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=120))
def test_redacting_twice_is_redacting_once(text: str) -> None:
    once, _ = redact(text)
    assert redact(once)[0] == once
    assert not [found for found in find_identifiers(once) if found.basis in SURE]
