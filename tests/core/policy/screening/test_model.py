import io

import numpy as np

from parley.core.policy.screening import combining, model
from parley.core.policy.screening.features import BUCKETS, features
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.linear import Model, share
from parley.core.policy.screening.reading import read


def a_model(*labels: str) -> Model:
    weights = np.zeros((BUCKETS, len(labels)), dtype=np.int8)
    weights[features(["casino"])[0], 0] = 100
    scale, bias, slope, middle = (np.full(len(labels), value, dtype=np.float32) for value in (0.1, -1.0, 1.0, 0.5))
    return Model(labels, weights, scale, bias, slope, middle, digest="of its sources")


def test_a_model_is_kept_as_it_was() -> None:
    taught = a_model("E4.11", "E4.1")
    with np.load(io.BytesIO(taught.to_bytes())) as kept:
        again = Model.from_arrays(kept)
    assert again.labels == taught.labels
    assert again.digest == taught.digest
    assert np.array_equal(again.weights, taught.weights)
    assert np.allclose(again.odds(features(["casino"])), taught.odds(features(["casino"])))


def test_what_was_learnt_speaks_for_its_label_only() -> None:
    odds = a_model("E4.11", "E4.1").odds(features(["casino"]))
    assert odds[0] > 0 > odds[1]


def test_length_alone_speaks_for_nothing() -> None:
    assert share(100, 100) == 0.1
    assert 400 * share(400, 100) == 100 * share(100, 100)


def test_a_weak_word_counts_where_the_sentence_sounds_like_a_breach() -> None:
    weak, strong = Hit("E4.1", "lexicon", 0.3, "barrel"), Hit("E4.1", "lexicon", 0.9, "pistol")
    assert combining.combined([weak], {"E4.1": 1.0})[0].strength > 0.5
    assert combining.combined([weak], {"E4.1": -3.0})[0].strength < 0.5
    assert combining.combined([strong], {"E4.1": -3.0})[0].strength > 0.5
    assert combining.combined([strong], {"E4.1": -9.0})[0].strength < 0.5
    assert combining.combined([strong], {}) == (strong,)


def test_of_a_name_or_a_number_the_model_says_nothing_by_itself() -> None:
    assert combining.combined([], {"E4.1": 2.0})[0].kind == "model"
    assert combining.combined([], {"E4.1": 2.0}, talks=False) == ()
    strong = Hit("E4.1", "lexicon", 0.9, "pistol")
    assert combining.combined([strong], {"E4.1": 2.0}, talks=False)[0].strength > 0.9


def test_alone_the_model_must_be_sure_and_of_a_number_says_nothing_at_all() -> None:
    assert combining.combined([], {"E4.1": 0.1})[0].strength < 0.5
    said = Hit("B8", "model", 0.9, "text model")
    assert combining.combined([said], {}) == (said,)
    assert combining.combined([said], {}, talks=False) == ()


def test_the_model_of_the_package_knows_commerce_and_leaves_who_is_meant_to_the_recognisers() -> None:
    taught = model.model()
    assert taught is not None
    assert {f"E4.{number}" for number in range(15)} <= set(taught.labels)
    assert "E6" not in taught.labels
    assert model.odds(read("")) == {}
