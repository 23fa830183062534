"""A business asks for a review of what was decided about it; the answer comes after a day."""

from functools import partial

from parley_emulator.enforcement.bans import reinstate
from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.ladder import lift
from parley_emulator.enforcement.restrictions import is_banned, restrictions_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

TAKES = 24 * 3_600
MOST_WORDS = 2_000
KEPT = 5
GRANTED = "We looked at this account again and found that it follows our policies. What was decided is taken back."
REFUSED = "We looked at this account again and found that it does not follow our policies. What was decided stays."


class NothingToReview(ValueError):
    """The account is neither restricted nor disabled, or a review is under way."""


def appeal(platform: Platform, account: Account, granted: bool = True, words: str = "") -> float:
    """When the answer will come. Raises NothingToReview.

    ``words``: what the business says for itself; ``granted`` is what the tester wants the answer to be.
    """
    if len(words) > MOST_WORDS:
        raise NothingToReview(f"words may have at most {MOST_WORDS} characters.")
    if account.fields.get("appeal") is not None:
        raise NothingToReview("A review is under way already.")
    if not is_banned(account) and not restrictions_of(account, platform.clock.now()):
        raise NothingToReview("The account is neither restricted nor disabled.")
    now = platform.clock.now()
    at = now + TAKES
    set_account(platform, account, appeal={"at": at, "granted": granted, "words": words, "asked_at": now})
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
    answered = {**waiting, "answer": GRANTED if waiting["granted"] else REFUSED}
    set_account(platform, account, appeal=None, appeals=[answered, *account.fields.get("appeals", [])][:KEPT])
    if not waiting["granted"]:
        return
    if is_banned(account):
        reinstate(platform, account)
    else:
        lift(platform, account)
