"""Teaches the text model of the screening and writes its file.

``--data FOLDER``: where the public sets lie; some of their honest talk teaches too. ``--check``: is the file as new as
our own sources? For that the sets need not be there.
"""

from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from parley.core.policy.screening.linear import Model
from parley.core.policy.screening.lures import CLAUSE as LURES
from parley.core.policy.screening.model import FILE, model
from scripts import teach_languages, teach_words
from scripts.asked import data_or_check
from scripts.folds import folds_of, unseen_sums
from scripts.public_samples import public_samples
from scripts.sample_features import matrix_of, numbered, small
from scripts.screen_samples import SCREENING, Sample, digest, samples

STRICTNESS = 4.0
LEAST = 30  # sentences of breach, or the clause is left to the lists
FALSE_ALARMS = 0.002  # of our honest sentences that may reach even odds
STRICTEST, MILDEST = 1.5, 0.5
# Measured: what a linear model says of these costs more false alarms than it finds; a bag of words does not know who
# is meant, who speaks, and what is denied.
LEFT = frozenset({"C2", "E2", "E3", "E6", "E7"}) | {LURES}  # and lures have a model of their own
RARE = 2  # a feature that fewer sentences have is not kept


def main() -> None:
    """See above."""
    data = data_or_check("teach_screens", "the text model", model(), digest())
    teach_words.main()
    teach_languages.main()
    written = teach([*samples(), *public_samples(data)]).to_bytes()
    (SCREENING / FILE).write_bytes(written)
    print(f"wrote {FILE}, {len(written):,} bytes")


def teach(taught_with: list[Sample]) -> Model:
    """One linear model a clause, its strengths set on sentences that it had not seen."""
    texts = [each.text for each in taught_with]
    matrix = matrix_of(map(numbered, texts), RARE)
    folds = folds_of(texts)
    labels = _labels(taught_with)
    columns, bias, middle = [], [], []
    for label in labels:
        chosen = np.array([place for place, each in enumerate(taught_with) if each.says(label)])
        truth = np.array([taught_with[i].clause == label and taught_with[i].breach for i in chosen])
        weight = np.array([taught_with[i].weight for i in chosen])
        rows = matrix[chosen]
        unseen = unseen_sums(_fit, rows, truth, weight, folds[chosen])
        half = _middle(unseen, truth, weight)
        fitted = _fit(rows, truth, weight)
        columns.append(fitted.coef_[0])
        bias.append(float(fitted.intercept_[0]))
        middle.append(half)
        print(_report(label, unseen, truth, half), flush=True)
    return small(labels, np.array(columns), bias, np.ones(len(labels)), middle, digest())


def _labels(taught_with: list[Sample]) -> list[str]:
    counts: dict[str, int] = {}
    for each in taught_with:
        counts[each.clause] = counts.get(each.clause, 0) + each.breach
    return sorted(label for label, count in counts.items() if count >= LEAST and label not in LEFT)


def _fit(rows: Any, truth: Any, weight: Any) -> LogisticRegression:
    balance = min((weight[~truth].sum() / weight[truth].sum()) ** 0.5, 8.0)
    model = LogisticRegression(C=STRICTNESS, solver="liblinear", tol=0.01, class_weight={False: 1.0, True: balance})
    return model.fit(rows, truth, sample_weight=weight)


def _middle(sums: Any, truth: Any, weight: Any) -> float:
    """The sum at which the odds are even: hardly any honest sentence reaches it."""
    return float(np.clip(np.quantile(sums[~truth & (weight == 1)], 1 - FALSE_ALARMS), MILDEST, STRICTEST))


def _report(label: str, sums: Any, truth: Any, half: float) -> str:
    found = (sums[truth] >= half).mean()
    false = (sums[~truth] >= half).mean()
    return f"{label:6} breach {truth.sum():5} honest {(~truth).sum():6} recall {found:.3f} false {false:.4f}"


if __name__ == "__main__":
    main()
