"""Teaches what the signs of a question in English weigh for harm, and says how sets that are left out are judged.

``--data FOLDER``: where the public sets lie, of which the half that may be read teaches too. ``--check``: is the file
as new as what it was taught with? For that the sets need not be there.
"""

import json
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from parley.commands.policy.evaluating.cases import Case
from parley.core.policy.screening.questions.signs import signs
from parley.core.policy.screening.questions.weighing import FILE, Weights, is_question, model
from parley.core.policy.screening.reading import read
from scripts.asked import data_or_check
from scripts.public_samples import public_samples
from scripts.screen_samples import SCREENING, samples
from scripts.steps import ROOT

# The sets of the tests that may be read. Those that are read as sums only (E2_held, E2_fresh, E2_unmet, E2_alike and
# E2_later) teach nothing, nor does E2_play: its games stand as often beside harm as beside play.
SENTENCES = ROOT / "tests" / "core" / "policy" / "screening" / "sentences"
SETS = (
    "E2_asked",
    "E2_kinds",
    "E2_questions",
    "E2_fresh_read",
    "E2_unmet_read",
    "E2_alike_read",
    "E2_later_read",
    "E2_sounding",
)
OWN = SCREENING / "questions" / "teaching.toml"
READ = (OWN, OWN.parent / "signs.py", OWN.parent / "words.toml", SCREENING / "requests.toml")
PUBLIC = "xstest/xstest_a.jsonl"
LANGUAGES = ("es", "pt", "fr", "ar", "hi")
ORDINARY, ORDINARY_WEIGHT = "ordinary", 0.25  # what people ask a business all day is harmless, and there is much of it
RARE = 2  # a sign that fewer questions have is not kept
STRENGTH = 40.0  # of what is learnt; more and less were no better on sets left out
FAINT = 0.004  # of the largest weight: what weighs less is not kept


class Question(NamedTuple):
    """``part``: the set that it is from."""

    text: str
    harm: bool
    part: str


def main() -> None:
    """See above."""
    data = data_or_check("teach_questions", "the signs of questions", model(), _digest())
    questions = [*_own(), *_public(data), *_ordinary(data)]
    counts = [signs(read(each.text).words) for each in questions]
    known = DictVectorizer()
    found = known.fit_transform(counts)
    kept = np.flatnonzero(np.diff(found.tocsc().indptr) >= RARE)
    sizes = np.array([count.total() for count in counts])
    rows = csr_matrix(diags(1 / np.sqrt(sizes)) @ found.tocsr()[:, kept])
    truth = np.array([each.harm for each in questions])
    weight = np.array([ORDINARY_WEIGHT if each.part == ORDINARY else 1.0 for each in questions])
    _say_left_out(questions, rows, truth, weight)
    fitted = _fit(rows, truth, weight)
    names = known.get_feature_names_out()[kept]
    least = FAINT * np.abs(fitted.coef_[0]).max()
    weights = {str(name): float(each) for name, each in zip(names, fitted.coef_[0], strict=True) if abs(each) >= least}
    taught = Weights(weights, float(fitted.intercept_[0]), _digest())
    (SCREENING / FILE).write_bytes(taught.to_bytes())
    print(f"wrote {FILE}: {len(weights):,} signs of {len(questions):,} questions")


def _own() -> Iterator[Question]:
    for file in (OWN, *(SENTENCES / f"{name}.toml" for name in SETS)):
        for name, kind in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if isinstance(kind, dict) and name not in LANGUAGES:
                for label in ("breach", "honest"):
                    listed = kind.get(label, ())
                    for text in listed.strip().splitlines() if isinstance(listed, str) else listed:
                        yield Question(text, label == "breach", file.stem)


def _public(data: Path) -> Iterator[Question]:
    for line in (data / PUBLIC).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if Case(row["text"], row["label"] == "unsafe").half == "seen":
            yield Question(row["text"], row["label"] == "unsafe", "public")


def _ordinary(data: Path) -> Iterator[Question]:
    """Of what customers ask in the public sets, too, only the half that may be read."""
    honest = {each.text for each in samples() if not each.clause and not each.breach}
    asked = {each.text for each in public_samples(data) if not each.breach}
    honest |= {text for text in asked if Case(text, False).half == "seen"}
    return (Question(text, False, ORDINARY) for text in sorted(honest) if is_question(read(text)))


def _fit(rows: Any, truth: Any, weight: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=2_000).fit(rows, truth, sample_weight=weight)


def _say_left_out(questions: list[Question], rows: Any, truth: Any, weight: Any) -> None:
    """By set what a model says of it that was taught with the others: recall, false alarms, share that is right."""
    parts = np.array([each.part for each in questions])
    for part in sorted(set(parts) - {ORDINARY}):
        left = parts == part
        found = _fit(rows[~left], truth[~left], weight[~left]).decision_function(rows[left]) > 0
        harm = truth[left]
        shares = found[harm].mean(), found[~harm].mean(), (found == harm).mean()
        print(f"{part}, left out: {' / '.join(f'{share:.1%}' for share in shares)}")


def _digest() -> str:
    made_from = sha256()
    for file in (*READ, *(SENTENCES / f"{name}.toml" for name in SETS)):
        made_from.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return made_from.hexdigest()


if __name__ == "__main__":
    main()
