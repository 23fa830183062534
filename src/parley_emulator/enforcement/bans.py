"""An account is disabled, at once or on a day that is told before, and perhaps reinstated."""

from datetime import UTC, datetime
from functools import partial

from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.news import tell_update
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number

BANNED = "BANNED"


def ban(platform: Platform, account: Account) -> None:
    """Nothing can be sent any more."""
    set_account(platform, account, ban_state="DISABLE", ban_at=None)
    for number in _numbers(platform, account):
        _set_status(platform, number, BANNED)
    _tell(platform, account, "DISABLE", platform.clock.now())


def schedule_ban(platform: Platform, account: Account, at: float) -> None:
    """Told now, done then."""
    set_account(platform, account, ban_state="SCHEDULE_FOR_DISABLE", ban_at=at)
    _tell(platform, account, "SCHEDULE_FOR_DISABLE", at)
    await_ban(platform, account)


def await_ban(platform: Platform, account: Account) -> None:
    """When a ban is scheduled, it comes."""
    if (at := account.fields.get("ban_at")) is not None:
        platform.diary.at(at, partial(_due, platform, account.id, at))


def reinstate(platform: Platform, account: Account) -> None:
    """As if nothing had been; restrictions end as well, the count of violations stays."""
    set_account(platform, account, ban_state=None, ban_at=None, restrictions=None)
    for number in _numbers(platform, account):
        if number.status == BANNED:
            _set_status(platform, number, "CONNECTED")
    _tell(platform, account, "REINSTATE", platform.clock.now())


def _due(platform: Platform, account_id: str, at: float) -> None:
    account = platform.world.accounts.get(account_id)
    if account is not None and account.fields.get("ban_at") == at:
        ban(platform, account)


def _numbers(platform: Platform, account: Account) -> list[Number]:
    return [number for number in platform.world.numbers.values() if number.waba_id == account.id]


def _set_status(platform: Platform, number: Number, status: str) -> None:
    number.status = status
    platform.world.save_number(number)


def _tell(platform: Platform, account: Account, state: str, at: float) -> None:
    day = datetime.fromtimestamp(at, UTC)
    told = {"waba_ban_state": state, "waba_ban_date": f"{day:%B} {day.day}, {day.year}"}
    tell_update(platform, account, "DISABLED_UPDATE", ban_info=told)
