from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.core.policy.identity import brand_in, claimed_by, identities_of, mixes_scripts, related

CLAIMS = [
    "Hello, this is Amazon support. We need to verify your order.",
    "Hi, I'm Dana from PayPal.",
    "This is Аmаzon support",
    "Orange customer service here",
    "Kind regards, DHL",
    "Le escribimos de Santander por su cuenta",
    "Soy Ana de Correos",
    "Atentamente, CaixaBank",
    "Aqui é a Receita Federal",
    "Sou da Bradesco",
    "Ici le service client de Chronopost",
    "Je vous écris de la part de DHL",
    "معكم خدمة عملاء أمازون",
    "نحن من بنك مصر",
    "यह अमेज़न सपोर्ट है",
    "मैं एचडीएफसी बैंक से बोल रहा हूँ",
    "main paytm se bol raha hoon",
]
NO_CLAIMS = [
    "You can pay with PayPal or Visa.",
    "Your parcel goes with DHL tomorrow.",
    "We do not work for Amazon: this is not Amazon support.",
    "Have you contacted Amazon support?",
    "You will get a notification from PayPal.",
    "This is your Amazon order",
    "This is an apple",
    "If somebody says this is Microsoft support, hang up.",
    "Somos una tienda, enviamos con Correos",
    "Este es su pedido de Zara",
    "C'est DHL qui livre",
    "نحن نشحن مع أرامكس",
    "हम DHL से भेजते हैं",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_text_that_speaks_in_anothers_name(text: str) -> None:
    assert claimed_by(text)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_a_text_that_only_names_another(text: str) -> None:
    assert claimed_by(text) == ()


@pytest.mark.parametrize(
    "name", ["Amazon", "Amaz0n", "PayPaI", "Аmazon Support", "What's App", "Micro-soft", "Visa Help"]
)
def test_a_well_known_name_is_seen_through_its_disguise(name: str) -> None:
    assert brand_in(name)


@pytest.mark.parametrize(
    "name", ["Northbank", "Apple Tree Nursery", "Orange Grove Cafe", "Shell Beach Hotel", "Uberto"]
)
def test_a_name_that_shares_a_word_with_one_is_not_it(name: str) -> None:
    assert brand_in(name) is None


@pytest.mark.parametrize(
    ("shown", "legal"),
    [("Northbank", "Northbank plc"), ("NHB", "North Harbour Bank Ltd"), ("Café Luz", "Luz Restaurantes SL")],
)
def test_a_name_that_has_to_do_with_the_legal_one(shown: str, legal: str) -> None:
    assert related(shown, legal)


def test_a_name_that_has_not() -> None:
    assert not related("Cool Shop", "Zeta Commerce LLC")
    assert mixes_scripts("Nоrthbank") and not mixes_scripts("Nord Норд")


def test_identities_are_the_same_however_they_are_written() -> None:
    one = identities_of(
        legal_names=["Northbank PLC"],
        registration_numbers=["0123 4567"],
        telephones=["+44 20 7946 0958"],
        websites=["https://www.northbank.example/about"],
        emails=["Care@Northbank.example", "owner@gmail.com"],
    )
    other = identities_of(
        legal_names=["northbank ltd"], registration_numbers=["GB-1234567"[3:]], websites=["northbank.example"]
    )
    assert {each.kind for each in one & other} == {"legal_name", "registration_number", "domain"}
    assert ("domain", "gmail.com") not in one and ("email", "owner@gmail.com") in one


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_asked(text: str) -> None:
    claimed_by(f"this is amazon {text}")
    brand_in(text)


def test_a_long_text_full_of_names_takes_little_time() -> None:
    for text in (
        "this is amazon support " * 3000,
        "amazon \u200b" * 3000,
        "नमस्ते amazon " * 3000,
        "(we are the " * 3000,
    ):
        claimed_by(text)  # the first time, the lists are read
        began = perf_counter()
        claimed_by(f"{text} {began}")
        assert perf_counter() - began < 0.2
