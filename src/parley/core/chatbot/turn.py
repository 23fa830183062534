"""One turn of the ChatBot: what the customer said, what is known, and so what is answered or who takes over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.core.chatbot.guess import Guess
from parley.core.chatbot.language import language_of
from parley.core.chatbot.person import wants_person
from parley.core.chatbot.phrases import is_said, phrase
from parley.core.messages import (
    Button,
    Buttons,
    Content,
    ListMenu,
    Reaction,
    Reply,
    Row,
    Section,
    SystemNote,
    Text,
    plain_text,
)

FAILED_TURNS_ENOUGH = 2  # then the ways to a person are offered unasked (C7)


@dataclass(frozen=True)
class BotState:
    """What the bot remembers of one thread; never of another (D5)."""

    failed_turns: int = 0
    asked_back: bool = False
    language: str = ""


@dataclass(frozen=True)
class Answer:
    """What the Client says to one intent; ``skill`` is what a person needs to know about it."""

    title: str
    text: str
    skill: str = ""


@dataclass(frozen=True)
class Knowledge:
    """What the Client taught its bot. ``sure_from``: the confidence from which on an answer is worth giving.

    ``staffed``: whether people are there now; outside opening hours a hand-over says so.
    """

    answers: Mapping[str, Answer]
    paths: tuple[dict[str, Any], ...]
    greeting: str
    sure_from: float
    staffed: bool = True


@dataclass(frozen=True)
class HandOver:
    """A person takes it from here: the skill that the question needs, and why."""

    skill: str
    reason: str


@dataclass(frozen=True)
class Turn:
    """What the bot does: replies, what it remembers, whether it hands over, whether it is done; and why."""

    replies: tuple[Content, ...]
    state: BotState
    reason: str
    hand_over: HandOver | None = None
    solved: bool = False
    intent_id: str = ""


def take_turn(content: Content, state: BotState, knowledge: Knowledge, guesses: Sequence[Guess]) -> Turn:
    """Decide on one message of the customer. ``guesses`` are the understander's, best first; empty for taps."""
    match content:
        case Reply(id=tapped, source=source) if source != "template":
            return _tapped(tapped, state, knowledge)
        case Text(body=body) | Reply(title=body):  # a template's quick reply has the template's words, not our ids
            state = replace(state, language=language_of(body, state.language or "en"))
            return _said(body, state, knowledge, guesses)
        case Reaction():
            return Turn((), state, "a reaction needs no answer")
        case SystemNote():
            greeting = knowledge.greeting or phrase("other_words", state.language or "en")
            return Turn((Text(greeting),), state, "the chat was opened")
        case _:
            notice = Text(phrase("handing_over_media", state.language))
            return Turn((notice,), state, "a file", hand_over=HandOver("", "the customer sent a file or a place"))


def _tapped(tapped: str, state: BotState, knowledge: Knowledge) -> Turn:
    kind, _, value = tapped.partition(":")
    if tapped == "solved:yes":
        return Turn((Text(phrase("glad", state.language)),), BotState(language=state.language), "solved", solved=True)
    if kind == "path":
        return _path(value, state, knowledge)
    if kind == "intent" and value in knowledge.answers:
        return _answer(value, state, knowledge, "the customer chose the topic")
    return _failed(state, knowledge, "the customer said it did not help")


def _said(body: str, state: BotState, knowledge: Knowledge, guesses: Sequence[Guess]) -> Turn:
    if wants_person(body):
        likely = guesses[0] if guesses and guesses[0].confidence >= knowledge.sure_from else None
        return _to_person(likely.intent_id if likely else "", state, knowledge, "the customer asked for a person")
    if is_said("greeting", body):
        greeting = knowledge.greeting if state.language == "en" else phrase("other_words", state.language)
        return Turn((Text(greeting),), state, "a greeting")
    if is_said("thanks", body):
        return Turn((Text(phrase("glad", state.language)),), state, "thanks", solved=state.failed_turns == 0)
    known = [guess for guess in guesses if guess.intent_id in knowledge.answers]
    if known and known[0].confidence >= knowledge.sure_from:
        return _answer(known[0].intent_id, state, knowledge, f"understood, confidence {known[0].confidence:.2f}")
    if not state.asked_back and known:
        return _ask_back(known[:3], state, knowledge)
    return _failed(state, knowledge, "not understood")


def _answer(intent_id: str, state: BotState, knowledge: Knowledge, reason: str) -> Turn:
    language = state.language
    offered = (
        Button("solved:yes", phrase("solved_yes", language)),
        Button("solved:no", phrase("solved_no", language)),
        Button("path:in_chat", phrase("person", language)),
    )
    said = Buttons(knowledge.answers[intent_id].text, offered)
    return Turn((said,), replace(state, asked_back=False), reason, intent_id=intent_id)


def _ask_back(likely: Sequence[Guess], state: BotState, knowledge: Knowledge) -> Turn:
    language = state.language
    topics = tuple(Row(f"intent:{g.intent_id}", knowledge.answers[g.intent_id].title[:24]) for g in likely)
    others = (
        Row("intent:none", phrase("none_of_these", language)),
        Row("path:in_chat", phrase("person", language)),
    )
    asked = ListMenu(phrase("which", language), phrase("choose", language), (Section((*topics, *others)),))
    remembered = replace(state, asked_back=True, failed_turns=state.failed_turns + 1)
    return Turn((asked,), remembered, "not sure, asked back once")


def _failed(state: BotState, knowledge: Knowledge, reason: str) -> Turn:
    state = replace(state, failed_turns=state.failed_turns + 1)
    if state.failed_turns < FAILED_TURNS_ENOUGH:
        person = (Button("path:in_chat", phrase("person", state.language)),)
        return Turn((Buttons(phrase("other_words", state.language), person),), state, reason)
    rows = tuple(_path_row(path, state.language) for path in knowledge.paths)
    if not rows:
        return _to_person("", state, knowledge, "failed twice, and there is no other path")
    offered = ListMenu(phrase("paths", state.language), phrase("paths_button", state.language), (Section(rows),))
    return Turn((offered,), replace(state, asked_back=False), f"{reason}; the paths are offered")


def _path_row(path: dict[str, Any], language: str) -> Row:
    kind = str(path["kind"])
    more = phrase("in_chat_more", language) if kind == "in_chat" else path_details(path).replace("\n", ", ")
    return Row(f"path:{kind}", phrase(kind, language)[:24], more[:72])


def _path(kind: str, state: BotState, knowledge: Knowledge) -> Turn:
    if kind == "in_chat":
        return _to_person("", state, knowledge, "the customer chose a person in the chat")
    path = next((path for path in knowledge.paths if path["kind"] == kind), None)
    if path is None:
        return _failed(state, knowledge, f"the path {kind} is no longer there")
    person = (Button("path:in_chat", phrase("person", state.language)),)
    return Turn((Buttons(path_details(path), person),), state, f"told the path {kind}")


def path_details(path: dict[str, Any]) -> str:
    """What a customer needs to follow the path, a line for each fact."""
    facts = (str(path.get(name, "")) for name in ("name", "number", "address", "url", "hours"))
    return "\n".join(fact for fact in facts if fact)


def _to_person(intent_id: str, state: BotState, knowledge: Knowledge, reason: str) -> Turn:
    answer = knowledge.answers.get(intent_id)
    notice = Text(phrase("handing_over" if knowledge.staffed else "handing_over_closed", state.language))
    hand_over = HandOver(answer.skill if answer else "", reason)
    return Turn((notice,), state, reason, hand_over=hand_over, intent_id=intent_id)


def understandable(content: Content) -> str:
    """The text to be understood; '' for what is not words."""
    words = isinstance(content, Text) or (isinstance(content, Reply) and content.source == "template")
    return plain_text(content) if words else ""
