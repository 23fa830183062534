"""The rules that the gate asks."""

from fastapi import APIRouter

from parley.api.identity import ProviderCaller
from parley.api.models.provider import Rulebook, RuleOut
from parley.core.policy.rulebook import RULEBOOK_VERSION, RULES

router = APIRouter(prefix="/rulebook")


@router.get("")
async def show(caller: ProviderCaller) -> Rulebook:
    """All rules with their reasons, by clause."""
    rules = sorted(RULES, key=lambda rule: (rule.clause, rule.name))
    return Rulebook(version=RULEBOOK_VERSION, rules=[RuleOut.model_validate(rule) for rule in rules])
