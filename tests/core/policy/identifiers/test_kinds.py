import pytest

from parley.core.policy.identifiers import RECOGNISERS, find_identifiers


def kinds(text: str, context: str = "") -> list[str]:
    return [found.kind for found in find_identifiers(text, context)]


def test_the_folder_is_the_list_of_recognisers() -> None:
    names = {find.__module__.rpartition(".")[2] for find in RECOGNISERS}
    assert names == {"answer", "card", "iban", "named", "national", "phrase", "secrets"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I lost 4111 1111 1111 1111 yesterday", "card number"),
        ("3782 822463 10005", "card number"),
        ("please block card no 501800000009", "card number"),
        ("Mein Konto DE89 3704 0044 0532 0130 00", "bank account number"),
        ("gb82west12345698765432", "bank account number"),
        ("My IBAN is GB82 WEST 1234 5698 7654 33", "bank account number"),
        ("account number 31926819, sort code 60-16-13", "bank account number"),
        ("mi número de cuenta es 0123 4567 89", "bank account number"),
        ("conta corrente 12345-6, agência 0001", "bank account number"),
        ("my passport number is C01X00T47", "passport number"),
        ("numéro de passeport : 12AB34567", "passport number"),
        ("رقم جواز سفري A12345678", "passport number"),
        ("driver's license D1234-56789-01234", "driving licence number"),
        ("CNH 12345678900", "driving licence number"),
        ("my PIN is 4821", "PIN"),
        ("पिन 4821 है", "PIN"),
        ("el pin de mi tarjeta es 4821", "PIN"),
        ("4821 is my pin", "PIN"),
        ("الرقم السري 4821", "PIN"),
        ("CVV 737", "security code"),
        ("código de seguridad: 737", "security code"),
        ("the otp is 482913", "one-time code"),
        ("le code reçu est 482913", "one-time code"),
        ("password: hunter2", "password"),
        ("my password is correct-horse9", "password"),
        ("mi contraseña es Perro123", "password"),
        ("minha senha é gato2020", "password"),
        ("mon mot de passe est Soleil!34", "password"),
        ("पासवर्ड: raja@123", "password"),
        ("كلمة المرور: Amal2024", "password"),
        ("my mother's maiden name is Garcia", "security answer"),
    ],
)
def test_each_kind_is_found(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "card ending in 1111",
        "card **** **** **** 1111",
        "it starts with 4111 1111",
        "order 1234567890123456",
        "IMEI 490154203237518",
        "ISBN 978-0-306-40615-7",
        "EAN 4006381333931",
        "tracking number 1Z999AA10123456784",
        "Ring Berlin on +49 1511 2345678",
        "call me on 07700 900123",
        "invoice 2026-000123 of 12/03/2026 for 1,250.00",
        "GB82 is the flight",
        "my account ends in 6819",
        "passport photos cost 12 euros",
        "my passport expires on 12/03/2027",
        "my licence expires in 2027",
        "I forgot my PIN",
        "my PIN must have 4 digits",
        "pin code 600028",
        "CVV is on the back",
        "Your one-time code is 607407",
        "your verification code is 482913, do not share it",
        "discount code SAVE20",
        "my zip code is 90210",
        "my password is not working",
        "my password is wrong",
        "password reset please",
        "no olvide su contraseña",
        "minha senha não funciona",
        "what was my mother's maiden name?",
        "Room 485375, check-in 21/07/2026",
        "I have 3 cards and 2 accounts since 2015",
        "my phone number is 4589687451",
        "ssn 9542",
        "the last 4 digits of my social are 4321",
        "policy number mfc 306357868",
        "meeting at 10:30 on 2026-03-12, room 101",
        "3 x 12 x 450 = 16200",
        "51.507351, -0.127758",
        "they do not answer at 079 2718 1155",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "tom hardy, 546081234",
        "my name is sam joseph mathew and 546081234",
        "sure it is 231542876",
        "7655 9876 3456",
        "Richard 7655 9876 3456",
        "yeah why not, wait a sec: 231542876",
        "un momento, se lo doy: 231542876",
        "só um minutinho, é 231542876",
        "un instant, je vous donne 231542876",
        "دقيقة، سجل 231542876",
        "एक मिनट रुकिए 231542876",
    ],
)
def test_a_bare_answer_may_be_an_account_or_an_identity_number(text: str) -> None:
    assert [found.basis for found in find_identifiers(text)] == ["form"]


@pytest.mark.parametrize(
    ("context", "text", "kind"),
    [
        ("Please give me your SSN", "it's 987 65 4321", "social security number"),
        ("What is your account number?", "1545459447", "bank account number"),
        ("¿Cuál es tu PIN?", "4821", "PIN"),
        ("Qual é o código que recebeu por SMS?", "é 482913", "one-time code"),
    ],
)
def test_what_was_asked_before_tells_what_an_answer_is(context: str, text: str, kind: str) -> None:
    assert [each.split(" (")[0] for each in kinds(text, context)] == [kind]


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("What is your order number?", "453425789"),
        ("Could you send me the tracking number?", "961234567890"),
        ("The last four digits of your SSN please", "4321"),
        ("May I have your phone number?", "8526327896"),
    ],
)
def test_what_was_asked_before_may_be_harmless(context: str, text: str) -> None:
    assert kinds(text, context) == []


def test_the_last_four_stay_but_nothing_of_a_secret() -> None:
    assert [found.last for found in find_identifiers("card 4111111111111111, pin 4821")] == ["1111", ""]
