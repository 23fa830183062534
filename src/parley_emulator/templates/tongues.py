"""Whether a text is in the language that it is handed in for, as far as its script and its small words tell."""

import re
import unicodedata

VARIABLE = re.compile(r"\{\{.*?\}\}")
SCRIPTS = {
    "ARABIC": frozenset({"ar", "fa", "ur", "ps", "prs"}),
    "DEVANAGARI": frozenset({"hi", "mr"}),
    "CYRILLIC": frozenset({"ru", "uk", "bg", "mk", "sr", "kk", "ky"}),
    "GREEK": frozenset({"el"}),
    "HEBREW": frozenset({"he"}),
    "THAI": frozenset({"th"}),
    "HANGUL": frozenset({"ko"}),
    "CJK": frozenset({"zh", "ja"}),
    "HIRAGANA": frozenset({"ja"}),
    "KATAKANA": frozenset({"ja"}),
    "GEORGIAN": frozenset({"ka"}),
    "BENGALI": frozenset({"bn"}),
    "GURMUKHI": frozenset({"pa"}),
    "GUJARATI": frozenset({"gu"}),
    "TAMIL": frozenset({"ta"}),
    "TELUGU": frozenset({"te"}),
    "KANNADA": frozenset({"kn"}),
    "MALAYALAM": frozenset({"ml"}),
    "SINHALA": frozenset({"si"}),
    "LAO": frozenset({"lo"}),
}
OTHER_SCRIPT = frozenset().union(*SCRIPTS.values())
SMALL_WORDS = {
    "en": "the and your you is are we has have for with this will was our",
    "es": "el los las usted su sus y está para con que hemos una por tu",
    "pt": "o os as você seu sua e está para com que uma não por foi",
    "fr": "le les des vous votre vos et est pour avec que une nous dans sur",
    "de": "der die das und ist wir ihr ihre sie mit für ein eine nicht auf",
    "it": "il gli le e è per con che una suo sua del della non abbiamo",
}
SMALL = {tongue: frozenset(words.split()) for tongue, words in SMALL_WORDS.items()}
ENOUGH = 3


def is_in(text: str, language: str) -> bool:
    """True also where it can not be told."""
    tongue = language.split("_", maxsplit=1)[0]
    plain = VARIABLE.sub(" ", text)
    letters = [each for each in plain if each.isalpha()]
    own = sum(_may_write(each, tongue) for each in letters)
    if 2 * own < len(letters):
        return False
    if tongue not in SMALL:
        return True
    words = re.findall(r"\w+", plain.lower())
    counts = {each: sum(word in small for word in words) for each, small in SMALL.items()}
    return counts[tongue] > 0 or max(counts.values()) < ENOUGH


def _may_write(letter: str, tongue: str) -> bool:
    """Whether the language is written in the letter's script; Latin is everybody's but those who have another."""
    script = unicodedata.name(letter, "").split(" ", maxsplit=1)[0]
    if script in SCRIPTS:
        return tongue in SCRIPTS[script]
    return tongue not in OTHER_SCRIPT or tongue in {"sr"}
