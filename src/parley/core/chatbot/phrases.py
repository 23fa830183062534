"""The ChatBot's own sentences in each language; the answers are the Client's."""

import tomllib
from functools import cache
from importlib.resources import files


def phrase(name: str, language: str, **values: str) -> str:
    """The sentence, in English where the language has none."""
    known = _phrases()
    text = known.get(language, {}).get(name) or known["en"][name]
    return text.format(**values)


def is_said(name: str, text: str) -> bool:
    """Whether the whole text is one of the words of that kind ('greeting', 'thanks') in any language."""
    bare = text.casefold().strip(" .!,?¡¿؟।")
    return any(bare in words.get(f"{name}_words", ()) for words in _phrases().values())


def languages() -> tuple[str, ...]:
    """The languages that have sentences."""
    return tuple(_phrases())


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("parley.core.chatbot") / "phrases.toml").read_text(encoding="utf-8"))
