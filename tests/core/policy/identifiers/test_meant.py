"""Words that are written to hide beside a number, or run into it."""

from time import process_time

import pytest

from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.identifiers.run_together import separated
from parley.core.policy.redaction import redact


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("my crrrrredit caaaard is 4563824065059", "4563824065059"),
        ("my c🔥r🔥e🔥d🔥i🔥t c🔥a🔥r🔥d is 4563824065059", "4563824065059"),
        ("my c❤️a❤️r❤️d is 4563824065059", "4563824065059"),
        ("my c.r.e.d.i.t c.a.r.d n.u.m.b.e.r is 4563824065059", "4563824065059"),
        ("my  c r e d i t   c a r d  is 4563824065059", "4563824065059"),
        ("my ca-rd is 4563824065059", "4563824065059"),
        ("my ca rd is 4563824065059", "4563824065059"),
        ("my c@rd is 4563824065059", "4563824065059"),
        ("mycardis4563824065059thanks", "4563824065059"),
        ("mi cédu-la es 1605214350", "1605214350"),
        ("mi céd🔥u🔥l🔥a es 1605214350", "1605214350"),
        ("my pas🔥sport is AB1234567", "AB1234567"),
    ],
)
def test_the_name_of_a_number_is_read_however_it_is_written(text: str, number: str) -> None:
    (found,) = find_identifiers(text)
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("MiDNIes12345678Z", "12345678Z"),
        ("MyIBANisGB82WEST12345698765432", "GB82WEST12345698765432"),
        ("please payheretoGB82WEST12345698765432beforefriday", "GB82WEST12345698765432"),
        ("मेरापैननंबरABCPE1234Fहै", "ABCPE1234F"),
        ("here it is GB82WESSSST12345698765432", "GB82WESSSST12345698765432"),
        ("here it is GB82W3ST12345698765432", "GB82W3ST12345698765432"),
        ("here it is GB82WE$T12345698765432", "GB82WE$T12345698765432"),
        ("CURP: B0XW310820HN3RXN09", "B0XW310820HN3RXN09"),
        ("CURP: BΟΧW310820ΗΝΕRΧΝ09", "BΟΧW310820ΗΝΕRΧΝ09"),
        ("my PAN: A🔥B🔥C🔥P🔥E1234F", "A🔥B🔥C🔥P🔥E1234F"),
    ],
)
def test_a_code_is_read_however_it_is_written(text: str, code: str) -> None:
    (found,) = find_identifiers(text)
    assert text[found.start : found.end] == code


def test_what_was_written_to_hide_is_taken_out_and_nothing_else() -> None:
    assert redact("soooo, my ca-rd is 4563824065059 okkkk?")[0] == "soooo, my ca-rd is •••• 5059 okkkk?"
    assert redact("mycardis4563824065059thanks")[0] == "mycardis•••• 5059thanks"


@pytest.mark.parametrize(
    "honest",
    [
        "please send my boarding pass to my number 87976556576",
        "that would be ll 399495101 pieces",
        "tracking number JD014600006228974218 pleaseee",
        "My order 43068788 of the on-line shop, sooo late!!",
        "yourorder43068788shipstoday",
        "write to maria.43068788@example.com",
        "Your bill is US$1234567890, R$ 4563824065",
        "the spec14l1st and the c0ntroll3r",
        "SKU 1Z999AA10123456784",
    ],
)
def test_honest_messages_stay_as_they_are(honest: str) -> None:
    assert find_identifiers(honest) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("mycardnumberis", ("my", "card", "number", "is")),
        ("midnies12345678z", ("mi", "dni", "es", "12345678z")),
        ("hereisnl76ingb6082417214thanks", ("here", "is", "nl76ingb6082417214", "thanks")),
        ("jd014600006228974218", ()),
        ("1z999aa10123456784", ()),
        ("internationalization", ()),
    ],
)
def test_a_row_is_cut_where_words_end(row: str, words: tuple[str, ...]) -> None:
    assert separated(row) == words


@pytest.mark.parametrize(
    "piece", ["mycardis4111", "c@rd 4111 ", "ca-rd 4111 ", "caaaard 4111 ", "c🔥a🔥r🔥d 4111 ", "ab"]
)
def test_a_long_text_written_to_hide_takes_no_longer(piece: str) -> None:
    text = (piece * 65_536)[:65_536]
    find_identifiers(text[:4096])
    started = process_time()
    find_identifiers(text)
    assert process_time() - started < 0.5
