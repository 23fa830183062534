from dataclasses import replace

import pytest

from parley.core.chatbot import Answer, BotState, Guess, Knowledge, take_turn
from parley.core.chatbot.language import language_of
from parley.core.chatbot.person import wants_person
from parley.core.chatbot.phrases import languages, phrase
from parley.core.messages import Buttons, ListMenu, Media, Reply, Text
from parley.core.policy.consent import wording_states

PATHS = ({"kind": "in_chat"}, {"kind": "telephone", "number": "+442079460958", "hours": "Mon-Fri 8-20"})
KNOWN = Knowledge(
    answers={
        "card_arrival": Answer("Card on its way", "Cards arrive within five working days.", "cards"),
        "lost_card": Answer("Lost card", "Freeze it in the app.", "cards"),
    },
    paths=PATHS,
    greeting="Welcome to Northbank.",
    sure_from=0.6,
)
SURE = [Guess("card_arrival", 0.9), Guess("lost_card", 0.05)]
UNSURE = [Guess("card_arrival", 0.3), Guess("lost_card", 0.25)]


def test_a_sure_guess_is_answered_and_the_customer_can_reach_a_person_from_there() -> None:
    turn = take_turn(Text("Where is my card?"), BotState(), KNOWN, SURE)
    assert isinstance(turn.replies[0], Buttons)
    assert turn.replies[0].body == "Cards arrive within five working days."
    assert "path:in_chat" in {button.id for button in turn.replies[0].buttons}


def test_an_unsure_guess_is_asked_back_once_and_then_the_paths_are_offered() -> None:
    first = take_turn(Text("it does not come"), BotState(), KNOWN, UNSURE)
    assert isinstance(first.replies[0], ListMenu)
    assert "intent:card_arrival" in {row.id for row in first.replies[0].sections[0].rows}
    second = take_turn(Text("still not"), first.state, KNOWN, UNSURE)
    assert isinstance(second.replies[0], ListMenu)
    assert {row.id for row in second.replies[0].sections[0].rows} == {"path:in_chat", "path:telephone"}


def test_two_answers_that_did_not_help_offer_the_paths() -> None:
    first = take_turn(Reply("solved:no", "No"), BotState(), KNOWN, [])
    second = take_turn(Reply("solved:no", "No"), first.state, KNOWN, [])
    assert "the paths are offered" in second.reason


def test_choosing_a_topic_answers_it() -> None:
    assert take_turn(Reply("intent:lost_card", "Lost card"), BotState(), KNOWN, []).intent_id == "lost_card"


def test_choosing_a_path_tells_it() -> None:
    turn = take_turn(Reply("path:telephone", "By telephone"), BotState(), KNOWN, [])
    assert isinstance(turn.replies[0], Buttons)
    assert "+442079460958" in turn.replies[0].body


def test_who_asks_for_a_person_is_handed_over_at_once_with_the_skill_of_the_question() -> None:
    turn = take_turn(Text("I want to talk to a person about my card"), BotState(), KNOWN, SURE)
    assert turn.hand_over is not None
    assert turn.hand_over.skill == "cards"


def test_a_file_goes_to_a_person() -> None:
    assert take_turn(Media("image", "m", "image/png"), BotState(), KNOWN, []).hand_over is not None


def test_a_solved_question_ends_politely() -> None:
    assert take_turn(Reply("solved:yes", "Yes"), BotState(), KNOWN, []).solved


@pytest.mark.parametrize("language", languages())
def test_all_replies_keep_the_platforms_limits_in_every_language(language: str) -> None:
    state = BotState(language=language)
    turns = [
        take_turn(Reply("intent:card_arrival", ""), state, KNOWN, []),
        take_turn(Reply("solved:no", ""), state, KNOWN, []),
        take_turn(Reply("solved:no", ""), BotState(1, False, language), KNOWN, []),
        take_turn(Reply("path:telephone", ""), state, KNOWN, []),
        take_turn(Reply("path:in_chat", ""), state, KNOWN, []),
    ]
    assert [reply.breaches() for turn in turns for reply in turn.replies] == [()] * 5
    for name in ("resumed", "redacted", "handing_over_media", "handing_over_closed", "none_of_these"):
        assert phrase(name, language)


@pytest.mark.parametrize("language", languages())
def test_whoever_answers_start_to_the_confirmation_of_a_stop_has_read_whom_they_agree_to(language: str) -> None:
    assert wording_states("Northbank", phrase("stopped", language, business="Northbank"))


def test_outside_opening_hours_a_hand_over_says_so() -> None:
    closed = replace(KNOWN, staffed=False)
    turn = take_turn(Text("a person, please"), BotState(language="en"), closed, [])
    assert turn.hand_over is not None
    assert isinstance(turn.replies[0], Text) and "closed at the moment" in turn.replies[0].body


ASKS = [
    "I want to talk to a person",
    "a person, please",
    "Can I speak to someone?",
    "connect me with an agent",
    "HUMAN",
    "I don't want to talk to a bot",
    "can you put me through to a representative please",
    "Quiero hablar con una persona",
    "pásame con un agente por favor",
    "necesito hablar con alguien",
    "Quero falar com uma pessoa",
    "me transfere, quero falar com um atendente",
    "Je voudrais parler à un conseiller",
    "je veux parler à quelqu'un",
    "une personne, s'il vous plaît",
    "أريد التحدث مع موظف",
    "أريد أن أتكلم مع شخص حقيقي",
    "شخص من فضلك",
    "मुझे किसी व्यक्ति से बात करनी है",
    "क्या मैं किसी इंसान से बात कर सकता हूँ",
    "मुझे एजेंट चाहिए",
    "kisi insaan se baat karni hai",
    "mujhe agent chahiye",
]
ASKS_NOT = [
    "someone stole my card",
    "I need a personal loan",
    "can another person use my card?",
    "can I send money to a person abroad",
    "who is the account manager app for",
    "Mi tarjeta personal no llega",
    "una persona usó mi tarjeta",
    "uma pessoa usou meu cartão",
    "une personne a utilisé ma carte",
    "شخص سرق بطاقتي",
    "किसी ने मेरा कार्ड चुरा लिया",
    "I would like a card for my partner",
    "how do I get my money back from a seller",
]


@pytest.mark.parametrize("text", ASKS)
def test_a_wish_for_a_person_is_understood(text: str) -> None:
    assert wants_person(text)


@pytest.mark.parametrize("text", ASKS_NOT)
def test_a_question_that_mentions_people_is_not_a_wish_for_one(text: str) -> None:
    assert not wants_person(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is my card?", "en"),
        ("¿Dónde está mi tarjeta?", "es"),
        ("Onde está o meu cartão?", "pt"),
        ("Où est ma carte ?", "fr"),
        ("أين بطاقتي؟", "ar"),
        ("मेरा कार्ड कहाँ है?", "hi"),
        ("mera card kahan hai", "hi"),
        ("1234", "en"),
    ],
)
def test_the_language_of_a_question(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("title", ["Talk to a person", "Una persona, por favor", "Parler à quelqu'un"])
def test_a_quick_reply_of_a_template_that_asks_for_a_person_is_heard(title: str) -> None:
    turn = take_turn(Reply("whatever-the-template-says", title, "template"), BotState(), KNOWN, ())
    assert turn.hand_over is not None
