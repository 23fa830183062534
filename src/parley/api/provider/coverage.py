"""Which control holds which clause of the policy, and how far that goes."""

from fastapi import APIRouter

from parley.api.identity import ProviderCaller
from parley.api.models.coverage import ClauseOut, Coverage, Section
from parley.core.policy.clauses import sections
from parley.core.policy.coverage import MEANS, Covered, counts, coverage
from parley.core.policy.rulebook import RULEBOOK_VERSION

router = APIRouter(prefix="/coverage")


@router.get("")
async def show(caller: ProviderCaller) -> Coverage:
    """Every clause with its controls, their tests and its honest status."""
    covered = coverage()
    return Coverage(
        version=RULEBOOK_VERSION,
        counts=dict(counts(covered)),
        means=dict(MEANS),
        sections=[Section(letter=letter, about=about) for letter, about in sections().items()],
        clauses=[_shown(each) for each in covered],
    )


def _shown(each: Covered) -> ClauseOut:
    rest = {"section": each.clause.section, "status": each.status, "in_part": each.in_part, "unheld": each.unheld}
    return ClauseOut.model_validate(vars(each.clause) | rest | {"controls": each.controls})
