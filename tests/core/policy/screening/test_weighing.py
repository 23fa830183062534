"""Both models at once say exactly what each says alone."""

import pytest

from parley.core.policy.screening import language, model, read
from parley.core.policy.screening.weighing import weighed

TEXTS = (
    "",
    "4021",
    "Where is my order? It was due yesterday.",
    "Vendemos pistolas y munición, envíos a todo el país",
    "متى يصل طلبي؟",
    "mera order kab aayega bhai",
    "We sell cocaine and heroin. " * 40,
)


@pytest.mark.parametrize("text", TEXTS)
def test_both_models_at_once_say_what_each_says_alone(text: str) -> None:
    reading = read(text)
    languages, clauses = language.model(), model.model()
    assert languages is not None and clauses is not None
    said = weighed(reading.features)
    assert said.languages == dict(zip(languages.labels, languages.sums(reading.features).tolist(), strict=True))
    assert said.odds == dict(zip(clauses.labels, clauses.odds(reading.features).tolist(), strict=True))
    assert said.odds == reading.odds


def test_the_screen_goes_by_the_odds_of_the_model() -> None:
    for text in TEXTS:
        reading = read(text)
        kept = {clause: odds for clause, odds in reading.odds.items() if clause not in model.LEFT_TO_RECOGNISERS}
        assert model.odds(reading) == (kept if reading.words else {})
