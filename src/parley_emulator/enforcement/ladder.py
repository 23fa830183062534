"""What follows on a violation: each one on an account weighs more than the last, and grave ones end it at once."""

from parley_emulator.enforcement.bans import ban
from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.news import tell_update
from parley_emulator.enforcement.restrictions import ADDING, ANSWERS, STARTS, restrictions_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

DAY = 86_400
SHOWN = 20
GRAVE = frozenset({"SCAM", "DRUGS", "ILLEGAL_PRODUCTS"})
# Days without starting conversations, then days without sending at all; None is for ever, until an appeal.
STEPS: tuple[tuple[tuple[str, ...], int | None], ...] = (
    ((), 0),
    ((STARTS, ADDING), 1),
    ((STARTS, ADDING), 3),
    ((STARTS, ANSWERS, ADDING), 5),
    ((STARTS, ANSWERS, ADDING), 7),
    ((STARTS, ANSWERS, ADDING), 30),
    ((STARTS, ANSWERS, ADDING), None),
)
REMEDIATION = "Keep to the messaging and commerce policies. You can ask for a review in Business Support Home."


def violate(platform: Platform, account: Account, violation: str, grave: bool = False) -> str:
    """One more violation of that type. Answers what follows: WARNING, RESTRICTION or BAN."""
    before = int(account.fields.get("violations", 0))
    told = [{"type": violation, "at": int(platform.clock.now())}, *account.fields.get("newest_violations", [])]
    set_account(platform, account, violations=before + 1, newest_violations=told[:SHOWN])
    tell_update(platform, account, "ACCOUNT_VIOLATION", violation_info={"violation_type": violation})
    if grave or before >= len(STEPS):
        ban(platform, account)
        return "BAN"
    kinds, days = STEPS[before]
    if not kinds:
        return "WARNING"
    restrict(platform, account, kinds, None if days is None else days * DAY)
    return "RESTRICTION"


def restrict(
    platform: Platform, account: Account, kinds: tuple[str, ...], seconds: float | None, remediation: str = REMEDIATION
) -> None:
    """From now on, for so long; None is until it is lifted. The business is told."""
    now = platform.clock.now()
    fresh = [
        {
            "restriction_type": kind,
            **({"expiration": int(now + seconds)} if seconds is not None else {}),
            "remediation": remediation,
        }
        for kind in kinds
    ]
    others = [each for each in restrictions_of(account, now) if each["restriction_type"] not in kinds]
    set_account(platform, account, restrictions=[*others, *fresh])
    tell_update(platform, account, "ACCOUNT_RESTRICTION", restriction_info=fresh)


def lift(platform: Platform, account: Account) -> None:
    """All restrictions end now; the business is told with a list that is empty."""
    set_account(platform, account, restrictions=None)
    tell_update(platform, account, "ACCOUNT_RESTRICTION", restriction_info=[])
