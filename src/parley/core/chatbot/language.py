"""Which of the product's languages a text is in: by its script, else by the small words that only one language has."""

import re
from collections.abc import Mapping

WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
SCRIPTS = (("ar", re.compile(r"[\u0600-\u06ff]")), ("hi", re.compile(r"[\u0900-\u097f]")))
# The commonest words of each; one that two languages share counts for both, and so for neither.
COMMON: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        (
            "the is are my i you to of and for how do does can what when why it this that have has not with on "
            "in was please hello hi need want card money account"
        ).split()
    ),
    "es": frozenset(
        (
            "el la los las de que mi mis una un no por para con qué cómo cuándo dónde está es he hola quiero "
            "puedo tengo necesito tarjeta dinero cuenta gracias favor se me lo"
        ).split()
    ),
    "pt": frozenset(
        (
            "o a os as de que meu minha uma um não por para com quê como quando onde está é oi olá quero posso "
            "tenho preciso cartão dinheiro conta obrigado obrigada favor se me fazer eu você"
        ).split()
    ),
    "fr": frozenset(
        (
            "le la les de que mon ma mes une un ne pas pour avec quoi comment quand où est je bonjour veux puis "
            "ai besoin carte argent compte merci plaît se me sur vous j'ai"
        ).split()
    ),
    "hi": frozenset(
        (
            "hai hain mera meri mujhe kya kaise kab kahan nahi nahin karna karo chahiye paisa paise mein ka ki "
            "ko se aur kar raha rahi ho kyun namaste"
        ).split()
    ),
}


def language_of(text: str, otherwise: str = "en") -> str:
    """ISO 639-1 code: en, es, pt, fr, ar or hi; ``otherwise`` where the text does not say."""
    for language, script in SCRIPTS:
        if len(script.findall(text)) * 2 > sum(c.isalpha() for c in text):
            return language
    words = [word.casefold() for word in WORD.findall(text[:500])]
    counts = {language: sum(word in common for word in words) for language, common in COMMON.items()}
    best = max(counts, key=lambda language: (counts[language], language == otherwise, language == "en"))
    return best if counts[best] else otherwise
