import random
from importlib.resources import files

import pytest

from parley.core.policy.sanctions import Kind, Subject, UnreadableList, WatchEntry, hits, keys_of, read_list
from parley.core.policy.sanctions.matching import likeness

SAMPLES = files("parley.demo.watch_lists")


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def listed(name: str, kind: Kind, aliases: bytes = b"") -> dict[str, WatchEntry]:
    return {entry.entry_id: entry for entry in read_list(sample(name), kind, aliases)}


def names(entry: WatchEntry) -> list[str]:
    return [name.text for name in entry.names]


def test_the_sdn_list_as_xml() -> None:
    entries = listed("sdn.xml", "ofac")
    person = entries["90001"]
    assert (person.sort, person.birth_years, person.programme) == ("person", (1961,), "MADEUP-TCO")
    assert names(person) == ["Vasiliy Arkadyevich TORGENSKY", "Vasily TORGENSKIY", "THE HARBOURMASTER"]
    assert [name.weak for name in person.names] == [False, False, True]
    assert entries["90002"].sort == "organisation"
    assert entries["90003"].sort == "other"


def test_the_sdn_list_as_csv_with_its_file_of_further_names() -> None:
    ends_as_published = sample("sdn.csv").replace(b"\n", b"\r\n") + b"\x1a"
    entries = {each.entry_id: each for each in read_list(ends_as_published, "ofac", sample("alt.csv"))}
    assert entries["90011"].birth_years == (1958, 1959, 1960, 1963)
    assert names(entries["90011"]) == ["Mirwais Qadir ZURABANI", "ABU MIRWAIS", "Merwais ZORABANI"]
    assert entries["90012"].sort == "organisation"


def test_the_list_of_the_united_nations() -> None:
    entries = listed("un.xml", "un")
    person = entries["XXi.901"]
    assert person.birth_years == (1970, 1971, 1972, 1973)
    assert "يوسف عبد الكريم المنظوري" in names(person)
    assert entries["XXe.902"].sort == "organisation"


@pytest.mark.parametrize(
    ("file", "person", "year", "organisation"),
    [("eu.xml", "EU.9901.1", 1979, "EU.9902.2"), ("eu.csv", "EU.9903.3", 1985, "EU.9904.4")],
)
def test_the_list_of_the_european_union(file: str, person: str, year: int, organisation: str) -> None:
    entries = listed(file, "eu")
    assert entries[person].birth_years == (year,)
    assert entries[organisation].sort == "organisation"
    assert all(entry.names for entry in entries.values())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name,surname\nAda,Okafor\n",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sdnList>&b;</sdnList>',
        b'<!DOCTYPE sdnList SYSTEM "file:///etc/hostname"><sdnList></sdnList>',
        b"<sdnList><sdnEntry>",
        b"<sdnList>" + b"<a>" * 500 + b"</a>" * 500 + b"</sdnList>",
        b"<sdnList></sdnList>",
        b'1,"A","individual"\n',
    ],
)
def test_what_is_no_list_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableList):
        read_list(content, "ofac")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Torgensky Vasiliy", "Vasiliy Arkadyevich TORGENSKY"),
        ("Василий Торгенский", "Vasily TORGENSKIY"),
        ("Youssef Abdelkarim Manzouri", "يوسف عبد الكريم المنظوري"),
        ("Yusuf Abdulkarim al-Manzoori", "يوسف عبد الكريم المنظوري"),
        ("Алексей Брунатов", "Alexei Brunatov"),
        ("The Black Heron Brigades Ltd.", "BLACK HERON BRIGADE"),
        ("Silver-Thistle Relief Fundation", "Silver Thistle Relief Foundation"),
        ("Mirwaiz Kadir Zurabani", "Mirwais Qadir ZURABANI"),
        ("Mohammed Al Rahim", "محمد الرحيم"),
    ],
)
def test_a_name_is_known_in_other_spellings_scripts_and_orders(ours: str, theirs: str) -> None:
    assert likeness(ours, theirs) >= 85
    assert set(keys_of(ours)) & set(keys_of(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ivan Petrov", "Igor Petrov"),
        ("John Smith", "Joan Smithers"),
        ("Green Heron Trading", "Black Heron Trading LLC"),
        ("Relief Foundation", "Silver Thistle Relief Foundation"),
        ("General Trading Company", "LANTERN OF COPPER GENERAL TRADING"),
        ("Ada Okafor", "Adaeze Nwosu"),
        ("Yusuf", "Youssef Abdelkarim Manzouri"),
    ],
)
def test_a_shared_first_name_or_a_common_word_is_not_enough(ours: str, theirs: str) -> None:
    assert likeness(ours, theirs) < 85


def test_a_date_of_birth_clears_a_namesake_and_confirms_the_other() -> None:
    entries = read_list(sample("sdn.xml"), "ofac")
    same = hits([Subject("Vasily Torgensky", True, 1961)], entries, "ofac")
    other = hits([Subject("Vasily Torgensky", True, 1990)], entries, "ofac")
    unknown = hits([Subject("Vasily Torgensky", True)], entries, "ofac")
    assert [hit.entry_id for hit in same] == ["90001"] == [hit.entry_id for hit in unknown]
    assert other == []
    assert same[0].score >= unknown[0].score


def test_a_nickname_that_the_list_calls_weak_is_not_enough_by_itself() -> None:
    entries = read_list(sample("sdn.xml"), "ofac")
    assert hits([Subject("Harbourmaster")], entries, "ofac") == []


GIVEN = [
         "mohammed",     "ahmed",     "hassan",     "ivan",     "sergei",     "maria",     "ana",     "john",
    "james",     "robert",     "fatima",     "aisha",     "omar",     "carlos",     "jose",     "luis",
    "pedro",     "wei",     "raj",
]  # fmt: skip
FAMILY = [
         "smith",     "jones",     "petrov",     "ivanov",     "garcia",     "lopez",     "silva",     "santos",
    "dubois",     "khan",     "hussain",     "haddad",     "okafor",     "singh",     "patel",     "wang",
    "novak",
]  # fmt: skip


def test_turned_names_with_a_slip_are_found_and_strangers_are_not() -> None:
    chance = random.Random(7)
    names = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(800)]
    found = sum(likeness(_with_a_slip(name, chance), name) >= 85 for name in names)
    pairs = [(chance.choice(names), chance.choice(names)) for _ in range(8000)]
    strangers = [(one, other) for one, other in pairs if one != other]
    alarms = sum(likeness(one, other) >= 85 for one, other in strangers)
    assert found / len(names) > 0.95
    assert alarms / len(strangers) < 0.002


def _with_a_slip(name: str, chance: random.Random) -> str:
    first, second = name.split()
    if len(second) > 4:
        place = chance.randrange(1, len(second) - 1)
        second = second[:place] + second[place + 1 :]
    return f"{second} {first}"
