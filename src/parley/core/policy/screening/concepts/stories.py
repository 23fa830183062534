"""What a game or a story excuses: what happens in it, and nothing that can be used outside of it.

"How do I kill a creeper in Minecraft?" hurts nobody; "how do I make a pipe bomb in Minecraft?" asks for a pipe bomb,
and "how do I poison my wife, in Minecraft?" for poison. Arms and drugs that games have are play in one that is named.
"""

import re

from parley.core.policy.screening.concepts.asked import asked
from parley.core.policy.screening.concepts.classes import kind_of, words_of
from parley.core.policy.screening.concepts.marks import Mark
from parley.core.policy.screening.concepts.message import Message, distance

SHOWN = 400  # letters in which a title is looked for
NUMBERED = re.compile(r"\b(?:in|on|for) (?:the )?(?:[A-Z][\w'’]* ){0,4}[A-Z]?[\w'’]* ?(?:\d{1,2}|I{2,3}|IV)\b")
CAPITALS = re.compile(r"\b(?:in|In|of|from|on) ([A-Z][\w'’]*(?: [A-Z][\w'’]*)*)")
TITLES = words_of("request", "titles")
SPYING, SELF_HARM = "spying", "self-harm"
FORGERY = "forgery"  # nobody shows a paper in a game
HAD = ("crime", "weapons", "forbidden drugs", "forbidden trade")  # what may be of goods that games have as well
HURTING = ("how to hurt", "how to do a grave crime", "threat")
NEAR = 4  # words from a deed to whom it hits
TOGETHER = frozenset(("with", "con", "com", "avec", "مع", "saath", "साथ"))  # "kill the dragon with my wife"


def names_title(text: str) -> bool:
    """Whether something is called as games and films are: with a number, or a known title in capitals."""
    if text.isupper():
        return False
    if NUMBERED.search(text):
        return True
    return any(name.group(1).lower().replace(" ", "-") in TITLES for name in CAPITALS.finditer(text[:SHOWN]))


def is_staged(message: Message) -> bool:
    """Whether a game or a story is named, in any language."""
    return message.has("story", "game") or names_title(message.text)


def excuses(message: Message, what: str) -> bool:
    """Whether a game or story makes harmless what is asked for with it."""
    if what == FORGERY or _is_about_near(message, what):
        return False
    if not _asks(message):
        return True
    if what == SELF_HARM or message.has("usable"):
        return False
    if message.has("game") or names_title(message.text):
        return True
    if message.has("goods") and what in HAD:
        return False
    return what not in HURTING or not message.has("purpose") or _is_acted(message)


def _is_acted(message: Message) -> bool:
    """Whether people play it, or nobody real is hurt: whoever writes a novel asks what somebody in it does."""
    return message.has("acted") or any(kind_of(word) == "fiction" for word in message.words)


def _is_about_near(message: Message, what: str) -> bool:
    """Whether somebody of the asker's own life is to be hurt or found out about, not in play with each other."""
    near = message.of("near")
    if what == SPYING:
        return bool(near) or message.has("acquaintance")
    return not message.has("acted") and any(_is_hit(message, each) for each in near)


def _is_hit(message: Message, somebody: Mark) -> bool:
    """Whether something is done to somebody of the asker's own life, not together with them."""
    for deed in message.of("violence", "grave", "crime"):
        between = message.words[min(deed.end, somebody.end) : max(deed.start, somebody.start)]
        if distance(deed, somebody) < NEAR and TOGETHER.isdisjoint(between) and not message.parted(deed, somebody):
            return True
    return False


def _asks(message: Message) -> bool:
    """Whether somebody asks for the way to do it, not who did it."""
    return message.has("asking") or any(True for _ in asked(message.words, ()))
