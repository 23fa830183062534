from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from parley.core.chatbot.encoder import WordPiece
from parley.core.chatbot.features import ANALYZERS, Features
from parley.core.chatbot.teaching import KINDS, teach
from parley.core.chatbot.understander import Understander, save

EXAMPLES = [
    *(
        (f"{start} lost my card {n}", "lost")
        for n, start in enumerate(["I", "we", "help, I", "yesterday I", "oh I", "I have"])
    ),
    *(
        (f"{start} exchange rate {n}", "rate")
        for n, start in enumerate(["what is the", "today's", "which", "euro", "a", "my"])
    ),
    *(
        (f"{start} top up {n}", "top_up")
        for n, start in enumerate(["how to", "can I", "my", "automatic", "failed", "cheque"])
    ),
]


class Letters:
    """An encoder of known behaviour: counts of letters, as unit vectors."""

    def encode(self, texts):  # type: ignore[no-untyped-def]
        counts = np.array([[text.count(chr(97 + i)) + 0.01 for i in range(26)] for text in texts], dtype=np.float32)
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


ODD = ("", "?", "a", "my  card\tis GONE, gone: Café №1 été", "I lost I lost my card my card", "éclair straße İ x_y 1.5")


@pytest.mark.parametrize("text", [*ODD, *(text for text, _ in EXAMPLES[:3])])
def test_a_text_has_the_numbers_that_the_vectorizers_give_it(text: str) -> None:
    learned = teach(EXAMPLES, None)
    first, rows = 0, dict[int, float]()
    for how in KINDS.values():
        vectorizer = TfidfVectorizer(**how).fit([each for each, _ in EXAMPLES])
        row = vectorizer.transform([text])
        rows |= {first + int(place): value for place, value in zip(row.indices, row.data, strict=True)}
        first += len(vectorizer.vocabulary_)
    places, values = Features.from_arrays(learned).of(text)
    assert dict(zip(places.tolist(), values.tolist(), strict=True)) == pytest.approx(rows, rel=1e-5)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("kind", list(KINDS))
def test_a_text_has_the_terms_that_the_vectorizers_find(kind: str, text: str) -> None:
    assert sorted(ANALYZERS[kind](text)) == sorted(TfidfVectorizer(**KINDS[kind]).build_analyzer()(text))


@pytest.mark.parametrize("encoder", [None, Letters()])
def test_what_was_taught_is_understood_and_survives_being_kept(tmp_path: Path, encoder: Letters | None) -> None:
    arrays = teach(EXAMPLES, encoder)
    taught = Understander(arrays, encoder)
    assert taught.guess("lost card")[0].intent_id == "lost"
    save(arrays, tmp_path / "bot.npz")
    again = Understander.load(tmp_path / "bot.npz", encoder)
    for text in ("lost card", "exchange rate of the euro", "zzz"):
        assert again.guess(text) == pytest.approx(taught.guess(text)) or [
            (g.intent_id, round(g.confidence, 5)) for g in again.guess(text)
        ] == [(g.intent_id, round(g.confidence, 5)) for g in taught.guess(text)]


def test_a_model_taught_with_embeddings_asks_for_them(tmp_path: Path) -> None:
    save(teach(EXAMPLES, Letters()), tmp_path / "bot.npz")
    with pytest.raises(ValueError, match="fetch-embeddings"):
        Understander.load(tmp_path / "bot.npz", None)


def test_two_intents_are_enough_and_one_is_not() -> None:
    two = [each for each in EXAMPLES if each[1] != "top_up"]
    assert Understander(teach(two, None), None).guess("exchange rate")[0].intent_id == "rate"
    with pytest.raises(ValueError, match="at least two"):
        teach(two[:3], None)


def test_a_word_is_split_into_the_longest_known_pieces() -> None:
    tokenizer = WordPiece(["[CLS]", "[SEP]", "[UNK]", "card", "un", "##freeze", "##s", "!", "café", "cafe"])
    assert tokenizer.ids("Unfreeze cards! Café") == [0, 4, 5, 3, 6, 7, 9, 1]
    assert tokenizer.ids("dog") == [0, 2, 1]
