"""What the gate decided."""

from parley.api.models.base import Model, Sentence
from parley.core.policy.verdicts import Decision, NextStep, Verdict


class FindingOut(Model):
    """One rule's word, in plain words, with the lawful way on."""

    rule: str
    clause: str
    verdict: Verdict
    sentence: Sentence
    next_step: NextStep | str = "none"
    next_sentence: Sentence = ""


class DecisionOut(Model):
    """The gravest finding wins; all are listed."""

    verdict: Verdict
    clauses: list[str]
    findings: list[FindingOut]
    rulebook_version: str

    @classmethod
    def of(cls, decision: Decision) -> "DecisionOut":
        """From the gate's own value."""
        return cls(
            verdict=decision.verdict,
            clauses=list(decision.clauses),
            findings=[FindingOut.model_validate(finding) for finding in decision.findings],
            rulebook_version=decision.rulebook_version,
        )
