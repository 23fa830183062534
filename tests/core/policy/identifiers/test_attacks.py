"""What a person may do to a number so that it is not recognised."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import iban, luhn, verhoeff

from parley.core.policy.identifiers import find_across, find_identifiers, find_split
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.redaction import redact

DIGITS = "0123456789"
SPOKEN = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    "pt": ["zero", "um", "dois", "três", "quatro", "cinco", "meia", "sete", "oito", "nove"],
    "fr": ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    "ar": ["صفر", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"],
    "hi": ["शून्य", "एक", "दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ"],
    "hinglish": ["zero", "ek", "do", "teen", "char", "paanch", "chhah", "saat", "aath", "nau"],
}
SCRIPTS = ["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "۰۱۲۳۴۵۶۷۸۹", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓪①②③④⑤⑥⑦⑧⑨"]
SEPARATORS = ["", " ", "-", ".", "/", "_", " - ", "  ", "\u00a0", "\u2009", "–", "...", " · ", "\n", " | ", "💳", ", "]
HIDDEN = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f\u20e3"]


def cards() -> st.SearchStrategy[str]:
    made = st.integers(0, 10**13 - 1).map(lambda account: f"45{account:013d}")
    return made.map(lambda number: number + luhn.calc_check_digit(number))


def groups_of_four(number: str) -> list[str]:
    return [number[place : place + 4] for place in range(0, len(number), 4)]


def is_found(text: str) -> bool:
    return any(found.kind == "card number" for found in find_identifiers(text))


def spoken(number: str, language: str) -> str:
    return " ".join(SPOKEN[language][int(digit)] for digit in number)


@settings(deadline=None, max_examples=60)
@given(cards(), st.sampled_from(SEPARATORS))
def test_marks_between_the_groups_hide_nothing(card: str, mark: str) -> None:
    assert is_found(f"here is {mark.join(groups_of_four(card))} for you")


@settings(deadline=None, max_examples=60)
@given(cards(), st.sampled_from([" ", "-", ".", "", *HIDDEN]))
def test_marks_between_all_digits_hide_nothing(card: str, mark: str) -> None:
    assert is_found(f"here is {mark.join(card)} for you")


@settings(deadline=None, max_examples=60)
@given(cards(), st.sampled_from(SCRIPTS))
def test_digits_of_other_scripts_hide_nothing(card: str, script: str) -> None:
    assert is_found(card.translate(str.maketrans(DIGITS, script)))


@settings(deadline=None, max_examples=60)
@given(cards(), st.sampled_from(sorted(SPOKEN)))
def test_digits_read_out_hide_nothing(card: str, language: str) -> None:
    assert is_found(spoken(card, language))


@settings(deadline=None, max_examples=60)
@given(cards(), st.lists(st.booleans(), min_size=16, max_size=16))
def test_words_and_digits_in_turn_hide_nothing(card: str, which: list[bool]) -> None:
    said = [SPOKEN["en"][int(digit)] if word else digit for digit, word in zip(card, which, strict=True)]
    assert is_found("my number " + " ".join(said))


@settings(deadline=None, max_examples=60)
@given(cards(), st.lists(st.booleans(), min_size=16, max_size=16))
def test_letters_that_look_like_digits_hide_nothing(card: str, which: list[bool]) -> None:
    looks = {"0": "O", "1": "l", "5": "S"}
    swapped = [looks.get(digit, digit) if swap else digit for digit, swap in zip(card, which, strict=True)]
    kept = ["".join(group) for group in groups_of_four("".join(swapped))]
    if sum(c.isdigit() for c in "".join(kept)) >= 12 and all(sum(c.isdigit() for c in group) >= 2 for group in kept):
        assert is_found(" ".join(kept))


@pytest.mark.parametrize("word", ["and", "then", "dash", "y", "luego", "e", "depois", "puis", "و", "ثم", "और", "phir"])
def test_filler_words_between_the_groups_hide_nothing(word: str) -> None:
    assert is_found(f" {word} ".join(["4111", "1111", "1111", "1111"]))


def test_double_and_triple_are_understood() -> None:
    assert is_found("four triple one, one double one one, one triple one, one triple one")


@settings(deadline=None, max_examples=60)
@given(cards(), st.integers(1, 3))
def test_a_number_cut_over_messages_is_found(card: str, parts: int) -> None:
    pieces = groups_of_four(card)
    earlier, last = pieces[:parts], " ".join(pieces[parts:])
    assert [found.kind for found in find_split(["hello", *earlier], last)] == ["card number"]
    told = [f"it goes on with {piece}" for piece in earlier]
    assert find_split(told, f"and then {last}")


@settings(deadline=None, max_examples=60)
@given(cards(), st.integers(4, 12))
def test_a_number_cut_over_parts_of_one_message_is_found(card: str, cut: int) -> None:
    assert find_across(["Hello", card[:cut], card[cut:], "Bye"])


@pytest.mark.parametrize(
    "rendered",
    [
        "482913 is your verification code. Do not share it.",
        "Tu código de verificación es 482913.",
        "482913 هو رمز التحقق الخاص بك",
        "आपका ओटीपी 482913 है",
        "482913 is the code to log in to your account",
    ],
)
def test_the_code_of_an_authentication_template_passes(rendered: str) -> None:
    assert find_across([rendered, "482913", "482913"]) == []


def test_parameters_that_are_only_numbers_pass() -> None:
    assert find_across(["Your order ships", "161936167", "961234567890", "12/03/2026", "60120671515"]) == []


def test_the_name_may_stand_in_the_message_before() -> None:
    assert find_split(["my card number is"], "4111 1111 1111 1112")
    assert find_split(["ssn?", "here it comes"], "4111") == []


def test_harmless_messages_in_a_row_make_no_number() -> None:
    assert find_split(["order 43068788", "2 pieces"], "my postcode is 1000") == []
    assert find_split(["12", "yes"], "2026") == []


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**18 - 1), st.sampled_from(["", " ", "-", ".", "\u200b"]))
def test_an_iban_in_disguise_is_found(account: int, mark: str) -> None:
    body = f"{account:018d}"
    number = "DE" + iban.calc_check_digits(f"DE00{body}") + body
    text = mark.join(number[place : place + 4] for place in range(0, len(number), 4))
    assert find_identifiers(f"pay it to {text} today")
    assert find_identifiers(f"pay it to {text.lower().replace('0', 'o')} today")


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**9 - 1), st.sampled_from(sorted(SPOKEN)))
def test_a_named_number_read_out_is_found(number: int, language: str) -> None:
    base = f"23{number:09d}"
    aadhaar = base + verhoeff.calc_check_digit(base)
    assert find_identifiers(f"my aadhaar number is {spoken(aadhaar, language)}")


@pytest.mark.parametrize(
    "disguise",
    [
        "\u200b".join,
        lambda text: text.replace("a", "а").replace("o", "о").replace("e", "е"),
        str.upper,
        lambda text: text.replace("1", "١").replace("8", "٨"),
    ],
)
def test_a_secret_in_disguise_is_found(disguise: Callable[[str], str]) -> None:
    assert find_identifiers(disguise("passcode: 8181 ok"))


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=200), st.text(max_size=60))
def test_no_text_fails(text: str, context: str) -> None:
    for found in find_identifiers(text, context):
        assert 0 <= found.start < found.end <= len(text)
    find_split([context, text], text)


CODES = ["12345678Z", "ABCPE1234F", "BOXW310820HNERXN09", "RCCMNL83S18D969H", "GB82WEST12345698765432"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "disguise",
    [
        lambda code: "".join(f" {SPOKEN['en'][int(c)]} " if c.isdigit() else c for c in code),
        lambda code: "".join(f" {SPOKEN['es'][int(c)]} " if c in "13579" else c for c in code),
        lambda code: "".join(f"{c} " if c.isdigit() else c for c in code),
        "\u200b".join,
        lambda code: code.replace("1", "l") if code[0].isdigit() else code,
        lambda code: "".join(f"{c}\ufe0f\u20e3" if c.isdigit() else c for c in code),
    ],
)
def test_a_code_with_letters_in_disguise_is_found(code: str, disguise: Callable[[str], str]) -> None:
    assert find_identifiers(f"here you are: {disguise(code)}")


@pytest.mark.parametrize(
    "disguise",
    [
        "\u200b".join,
        lambda text: text.translate(str.maketrans("aeopc", "аеорс")),
        lambda text: text.translate(str.maketrans("oiea", "0134")),
        lambda text: text.replace("PIN", "P I N"),
        lambda text: text.replace("PIN", "P.I.N."),
        str.upper,
        lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in text),
    ],
)
def test_a_request_in_disguise_is_heard(disguise: Callable[[str], str]) -> None:
    assert asks_for(disguise("Please send me your PIN now"))
    assert asks_for(disguise("We will never ask for your PIN")) is None


def test_pieces_with_nothing_in_them_leave_the_close_look_to_others() -> None:
    empty, full = "so we went there and " * 200, "my card is 4111 1111 1111 1111. "
    assert [each.kind for each in find_identifiers(empty * 3 + full + empty)] == ["card number"]


@pytest.mark.parametrize("row", ["क", "ी", "ا", "a", " "])
def test_a_long_row_after_the_name_of_a_secret_is_read_once(row: str) -> None:
    """There were twice as many ways to read each further letter of Hindi: with forty of them, it never ended."""
    text = f"password {row * 2_000}! pin: 4821"
    started = process_time()
    assert [found.kind for found in find_identifiers(text)][-1:] == ["PIN"]
    assert process_time() - started < 1


VALID = "4111111111111111"


@pytest.mark.parametrize("mark", ["x", "X", " x ", "-x-", "a", "*x*", " of "])
def test_letters_between_the_groups_hide_nothing(mark: str) -> None:
    assert is_found(f"here is {mark.join(groups_of_four(VALID))} for you")
    assert not is_found(f"here is {mark.join(groups_of_four('4111111111111112'))} for you")


@pytest.mark.parametrize(
    "written",
    [
        "4lll 1111 1111 1111",
        "4111-1111-1111-IIII",
        "4111 llll IIII 1111",
        "41x11x11x11x11x11x11x11",
        "3782 822463 1OOO5",
    ],
)
def test_whole_groups_of_letters_hide_nothing(written: str) -> None:
    assert is_found(f"here is {written} for you")


@pytest.mark.parametrize(
    "honest",
    [
        "a frame of 1200x2400x3600 mm",
        "4 lilo lill olio",
        "call 0800x123x4567",
        "xxxx xxxx xxxx 1111",
        "4111xxxxxxxx1111",
        "4lbs 2000 of flour",
        "1Z999AA10123456784",
    ],
)
def test_sizes_masks_and_codes_are_no_cards(honest: str) -> None:
    assert not is_found(honest)


PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
LONG_PHRASE = "abandon " * 23 + "art"


@pytest.mark.parametrize(
    "text",
    [
        PHRASE,
        PHRASE.upper(),
        f"My words are: {PHRASE}. Keep them.",
        ", ".join(PHRASE.split()),
        "\n".join(f"{place}. {word}" for place, word in enumerate(PHRASE.split(), start=1)),
        LONG_PHRASE,
        f"thank you, here: {PHRASE}",
    ],
)
def test_the_recovery_phrase_of_a_wallet_is_a_secret(text: str) -> None:
    (found,) = find_identifiers(text)
    assert (found.kind, found.last) == ("password", "")
    assert "sausage" not in redact(text)[0].lower() and "art" not in redact(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        PHRASE.replace("yellow", "year"),  # its checksum is wrong
        " ".join(PHRASE.split()[:11]),
        "Please think about that because people love to travel around the world again and again every year",
    ],
)
def test_words_of_the_list_are_words(text: str) -> None:
    assert find_identifiers(text) == []


@pytest.mark.parametrize(
    "asked",
    [
        "Please send me your seed phrase",
        "Send the 24-word mnemonic please",
        "Envíeme su frase semilla",
        "Envie sua frase de recuperação",
        "Envoyez-moi votre phrase de récupération",
        "أرسل لي عبارة الاسترداد",
        "अपना रिकवरी फ्रेज भेजें",
    ],
)
def test_a_recovery_phrase_is_not_asked_for(asked: str) -> None:
    assert asks_for(asked) == "password"


def test_to_warn_of_that_is_no_request() -> None:
    assert asks_for("Never send anybody your seed phrase.") is None
    assert asks_for("Nunca envíe su frase semilla a nadie.") is None


@pytest.mark.parametrize(
    ("disguised", "kind"),
    [
        (
            "GB eight two W E S T one two three four five six nine eight seven six five four three two",
            "bank account number",
        ),
        ("mycardnumberis4111111111111111", "card number"),
        ("my p4ssp0rt numb3r is 533380006", "passport number"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_else_is_said_hides_nothing(disguised: str, kind: str, place: int) -> None:
    around = ["We are glad to help you, and your order will come soon. " * 65] * 2
    around.insert(place, f"{disguised}. ")
    text = "".join(around)
    assert [found.kind for found in find_identifiers(text)] == [kind]


@pytest.mark.parametrize(
    "asking", ["sendmeyourpasswordplease", "Please s e n d me your p a s s w o r d", "giveme yourpassword"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_nor_does_it_hide_a_request(asking: str, place: int) -> None:
    around = ["We are glad to help you, and your order will come soon. " * 40] * 2
    around.insert(place, f"{asking}. ")
    assert asks_for(asking) == asks_for("".join(around)) == "password"


@pytest.mark.parametrize("asking", ["Please send me your p\u0430ssw\u043erd", "Please send me your pass\u200bword"])
def test_nor_do_letters_that_only_look_so_where_much_follows(asking: str) -> None:
    text = f"{asking}. " + "We are glad to help you, and your order will come soon. " * 40
    assert asks_for(text) == "password"
