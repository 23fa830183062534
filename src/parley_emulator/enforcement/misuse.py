"""Promotions sent as utility: a warning, a cap, and then no utility at all for a while (reference 8.7)."""

from dataclasses import dataclass
from functools import partial

from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.ladder import restrict
from parley_emulator.enforcement.news import tell_update
from parley_emulator.enforcement.portfolio import accounts_of
from parley_emulator.enforcement.restrictions import UTILITY, UTILITY_RATE
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account
from parley_emulator.templates.categories import change

DAY = 86_400
WORD = "UTILITY_TEMPLATE_ABUSE"


@dataclass(frozen=True)
class Step:
    """``kind``: what is restricted, empty for a warning; ``over``: what is told when that ends."""

    told: str
    kind: str = ""
    days: int = 0
    over: str = ""
    of_all: bool = False


STEPS = (
    Step(WORD),
    Step(f"{WORD}_RATE_LIMIT", UTILITY_RATE, 7, f"{WORD}_RATE_LIMIT_RECOVERY"),
    Step(WORD, UTILITY, 7, f"{WORD}_UNBAN"),
    Step(WORD, UTILITY, 30, f"{WORD}_UNBAN"),
    Step(WORD, UTILITY, 30, f"{WORD}_UNBAN", of_all=True),
)
REMEDIATION = "Use utility templates only for what the customer asked for or ordered."


def misuse(platform: Platform, account: Account) -> str:
    """Once more. Answers what is restricted now, empty for a warning; the last step is taken again and again."""
    count = int(account.fields.get("misuses", 0))
    set_account(platform, account, misuses=count + 1)
    step = STEPS[min(count, len(STEPS) - 1)]
    accounts = accounts_of(platform.world, account.business_id) if step.of_all else [account]
    for each in accounts:
        _take(platform, each, step)
    return step.kind


def _take(platform: Platform, account: Account, step: Step) -> None:
    tell_update(platform, account, "ACCOUNT_VIOLATION", violation_info={"violation_type": step.told})
    if not step.kind:
        return
    seconds = step.days * DAY
    restrict(platform, account, (step.kind,), seconds, REMEDIATION)
    set_account(platform, account, misuse_ends={"at": platform.clock.now() + seconds, "told": step.over})
    await_end(platform, account)
    if step.kind == UTILITY:
        _make_marketing(platform, account)


def await_end(platform: Platform, account: Account) -> None:
    """When utility is restricted, that ends; also after a restart."""
    if ends := account.fields.get("misuse_ends"):
        platform.diary.at(ends["at"], partial(_end, platform, account.id, ends["at"]))


def _end(platform: Platform, account_id: str, at: float) -> None:
    account = platform.world.accounts.get(account_id)
    ends = account.fields.get("misuse_ends") if account else None
    if account is None or not ends or ends["at"] != at:
        return
    set_account(platform, account, misuse_ends=None)
    tell_update(platform, account, "ACCOUNT_VIOLATION", violation_info={"violation_type": ends["told"]})


def _make_marketing(platform: Platform, account: Account) -> None:
    for template in list(platform.world.templates.values()):
        if (template.waba_id, template.category) == (account.id, "UTILITY"):
            change(platform, template, "MARKETING")
