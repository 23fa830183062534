"""An opt-in goes on record with what shows that it was given.

Why: the business answers for the method and for the law; years later it must be able to show when, where, how and to
which words a person agreed, and who wrote it down.

Allowed: a form with the number of its submission; a call with the number of the recording; any opt-out, at once.
Denied: an opt-in “by telephone” with nothing to show for it; one without the words that were shown.
"""

import tomllib
from functools import cache
from importlib.resources import files

from parley.core.policy.examples import AGREED, CLIENT, NOW
from parley.core.policy.matters import ConsentGiven
from parley.core.policy.verdicts import Finding

CLAUSE = "B6"
MOMENTS = ("opt-in", "data")


def check(consent: ConsentGiven) -> Finding | None:
    """Block an opt-in with nothing to show for it. Nobody has to prove that they want to be left alone."""
    if consent.action == "opt_out":
        return None
    proofs = accepted(consent.method)
    missing = []
    if not (consent.wording.strip() or consent.wording_version.strip()):
        missing.append("the words that were shown")
    if not consent.recorded_by:
        missing.append("who recorded it")
    if not any(consent.evidence.get(name) for name in proofs):
        missing.append(f"a proof, such as: {', '.join(name.replace('_', ' ') for name in proofs[:3])}")
    if consent.given_at is not None and consent.given_at > consent.now:
        missing.append("a time that has passed")
    if not missing:
        return None
    return Finding(
        rule="consent_has_its_evidence",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The opt-in lacks {'; '.join(missing)}.",
        next_step="ask_opt_in",
        next_sentence="Add it, or ask the person again in a way that leaves a trace.",
        facts={"method": consent.method, "evidence": sorted(consent.evidence)},
    )


def accepted(method: str) -> list[str]:
    """What shows an opt-in of that kind; one is enough."""
    table = _table()
    return table.get(method.strip().casefold().replace(" ", "_"), table["other"])


@cache
def _table() -> dict[str, list[str]]:
    source = files("parley.core.policy") / "consent_proof.toml"
    table: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))["proof"]
    return table


def _given(method: str = "telephone", **parts: object) -> ConsentGiven:
    known: dict[str, object] = {"wording": AGREED, "recorded_by": "agent:7", "given_at": NOW}
    return ConsentGiven(CLIENT, NOW, method=method, **(known | parts))  # type: ignore[arg-type]


def breaches() -> tuple[ConsentGiven, ...]:
    """What it refuses."""
    return (
        _given(),
        _given("form", evidence={"form": "  ".strip()}),
        _given("form", evidence={"submission_id": "s-9"}, wording=""),
        _given("api", evidence={"note": "trust me"}),
    )


def look_alikes() -> tuple[ConsentGiven, ...]:
    """What it leaves in peace."""
    return (
        _given(evidence={"call": "c-17"}),
        _given("form", evidence={"submission_id": "s-9"}, wording="", wording_version="account-form-3"),
        _given("telephone", action="opt_out", wording=""),
    )
