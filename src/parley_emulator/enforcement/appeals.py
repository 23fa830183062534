"""A business asks for a review of what was decided about it; the answer comes after a day."""

from functools import partial

from parley_emulator.enforcement.bans import reinstate
from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.ladder import lift
from parley_emulator.enforcement.restrictions import is_banned, restrictions_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

TAKES = 24 * 3_600


class NothingToReview(ValueError):
    """The account is neither restricted nor disabled, or a review is under way."""


def appeal(platform: Platform, account: Account, granted: bool = True) -> float:
    """When the answer will come. ``granted`` is what the tester wants it to be. Raises NothingToReview."""
    if account.fields.get("appeal") is not None:
        raise NothingToReview("A review is under way already.")
    if not is_banned(account) and not restrictions_of(account, platform.clock.now()):
        raise NothingToReview("The account is neither restricted nor disabled.")
    at = platform.clock.now() + TAKES
    set_account(platform, account, appeal={"at": at, "granted": granted})
    await_answer(platform, account)
    return at


def await_answer(platform: Platform, account: Account) -> None:
    """When a review is under way, its answer comes."""
    if (waiting := account.fields.get("appeal")) is not None:
        platform.diary.at(waiting["at"], partial(_answer, platform, account.id, waiting["at"]))


def _answer(platform: Platform, account_id: str, at: float) -> None:
    account = platform.world.accounts.get(account_id)
    waiting = account.fields.get("appeal") if account is not None else None
    if account is None or waiting is None or waiting["at"] != at:
        return
    set_account(platform, account, appeal=None)
    if not waiting["granted"]:
        return
    if is_banned(account):
        reinstate(platform, account)
    else:
        lift(platform, account)
