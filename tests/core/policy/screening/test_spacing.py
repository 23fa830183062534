"""Texts whose spaces hide what they say, and texts of many short words."""

import pytest

from parley.core.policy.screening import HIT, read, screen


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Co ca ine for sa le, de liv ery to day", "cocaine"),
        ("Vi ag ra wit ho ut rec ipe", "without"),
        ("bu y gu ns he re", "guns"),
        ("pi el de ti gre re al", "tigre"),
        ("WeselluntaxedcigarettesandrollingtobaccoinMadrid", "tobacco"),
        ("Vendocigarrillosdecontrabandoporcajas", "cigarrillos"),
        ("تطبيقسلففوريه", "سلف"),
        ("राइफलस्कोपकेसाथ", "राइफल"),
    ],
)
def test_the_words_are_found_again(written: str, word: str) -> None:
    reading = read(written)
    assert word in reading.words or any(word == form for forms in reading.others.values() for form, _ in forms)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HowdoIbreakintomyneighbour'shouse?", "how do i break into my neighbour s house"),
        ("alltheimmigrantsinthiscountryareuseless", "all the immigrants in this country are useless"),
        ("Odioalosinmigrantesdeestepais", "odio a los inmigrantes de este pais"),
        ("Jedetestelesmusulmansdecepays", "je deteste les musulmans de ce pays"),
        ("The off icer's hou se is on fi re", "the officer s house is on fire"),
        ("my wi-fe's pass-word", "my wife s password"),
        ("m.y w.i.f.e's p.a.s.s.w.o.r.d", "my wife s password"),
        ("t00manypeoplehatethem", "too many people hate them"),
        ("Ihatethesepeople.Theyareworthless.", "i hate these people they are worthless"),
        ("Sos1ckofbeingaroundthem", "so sick of being around them"),
        ("Mortàtousceuxquiviennentici", "mort a tous ceux qui viennent ici"),
        ("اناعاوزانهيحياةكلاللاجئين", "انا عاوز انهي حياه كل اللاجيين"),
        ("मुसलमानोंकोमारदेनाचाहिए", "मुसलमानों को मार देना चाहिए"),
        ("Les  h a n d i c a p és  comme vous", "les handicapes comme vous"),
        ("my s.t.u.d.e.n.t's p.h.o.n.e", "my student s phone"),
        ("Indíge nas são se res infer iores", "indigenas sao seres inferiores"),
        ("ليهبتكلمنيكدهقدامصحابي", "ليه تكلمني كده قدام صحابي"),
        ("inlogonkodeshsebaharnikaldenachahiye", "in logon ko desh se bahar nikal dena chahiye"),
        ("minha ir ma tra balha nu ma lo ja de rou pas", "minha irma trabalha numa loja de roupas"),
        ("mu jhe tum hari ba at bil kul pas and na hi aayi", "mujhe tumhari baat bilkul pasand nahi aayi"),
        ("Jedetetsetouscesgens", "je deteste tous ces gens"),
        ("eu não con sigo acre ditar nes sa men tira", "eu nao consigo acreditar nessa mentira"),
        ("eu 0d31o todos", "eu odeio todos"),
        ("no so por to a los inmi gran tes", "no soporto a los inmigrantes"),
        ("vo us ê tes to us des pa rasi tes", "vous etes tous des parasites"),
        ("lo en tre gamos ma nana por la ma nana", "lo entregamos manana por la manana"),
    ],
)
def test_a_text_without_its_spaces_or_with_too_many_is_read_as_meant(written: str, meant: str) -> None:
    assert read(written).folded == meant


@pytest.mark.parametrize(
    "text",
    [
        "scunthorpe and essex by train",
        "krankenversicherungskarte bitte mitbringen",
        "ghostblade5 says hello to everyone",
    ],
)
def test_names_and_long_words_among_others_hide_nothing(text: str) -> None:
    assert [hit for hit in screen(text) if hit.strength >= HIT] == []


@pytest.mark.parametrize("text", ["snow leo pard pe lt", "Casa de apue stas en li nea", "Buycheapcocainefromusnow"])
def test_what_they_hide_is_found(text: str) -> None:
    assert any(hit.group.startswith("E4") and hit.strength >= HIT for hit in screen(text))


@pytest.mark.parametrize(
    "text",
    [
        "how do i get my new pin at an atm",
        "is it ok if i go at six or so",
        "no se si me lo da o no",
        "eu so vi o sms as 10",
        "hi im in uk atm can u txt me",
        "tu es le roi du bal et moi je ne le suis pas",
        "mum and dad sat by the sea for a tea and a pie",
        "ti do la luz y tu me das tu voz",
    ],
)
def test_many_short_words_are_no_pieces(text: str) -> None:
    assert read(text).folded == text


def test_a_long_row_of_letters_takes_no_time() -> None:
    assert read("ab cd " * 3_000 + "qwrtzpsdfg" * 2_000).words


def test_sentences_end_where_they_ended_before_the_spaces_were_taken_out() -> None:
    written = "I am not surprised. It came from a woman after all."
    assert read(written.replace(" ", "")).text == written


def test_a_long_word_or_an_address_is_given_no_spaces() -> None:
    for text in ("desarrolladores", "https://shopforeverybody.example/newarrivals", "Donaudampfschifffahrt"):
        assert read(text).text == text


def test_a_small_word_and_a_name_stay_two_words() -> None:
    assert read("Has Ana Lima moved to Lisbon?").words[:3] == ("has", "ana", "lima")
