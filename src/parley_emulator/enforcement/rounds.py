"""Every six hours of its clock the platform looks at all numbers and portfolios."""

from functools import partial

from parley_emulator.enforcement.appeals import await_answer
from parley_emulator.enforcement.bans import await_ban
from parley_emulator.enforcement.growth import grow
from parley_emulator.enforcement.misuse import await_end
from parley_emulator.enforcement.names import resume_reviews
from parley_emulator.enforcement.quality import weigh
from parley_emulator.enforcement.recall import recall
from parley_emulator.enforcement.throughput import await_upgrade, may_rise, start_upgrade
from parley_emulator.platform import Platform
from parley_emulator.templates.reception import weigh as weigh_template

EVERY = 6 * 3_600


def begin(platform: Platform) -> None:
    """At the start: remember what was, and go on with what was under way."""
    recall(platform)
    resume_reviews(platform)
    for account in platform.world.accounts.values():
        await_ban(platform, account)
        await_answer(platform, account)
        await_end(platform, account)
    for number in platform.world.numbers.values():
        await_upgrade(platform, number)
    plan(platform)


def plan(platform: Platform) -> None:
    """A round every six hours from now on."""
    platform.diary.every(EVERY, partial(go_round, platform))


def go_round(platform: Platform) -> None:
    """One look at everything."""
    for number in list(platform.world.numbers.values()):
        weigh(platform, number)
    for template in list(platform.world.templates.values()):
        weigh_template(platform, template)
    for business in dict.fromkeys(account.business_id for account in platform.world.accounts.values()):
        grow(platform, business)
    for number in list(platform.world.numbers.values()):
        if "maintenance_until" not in number.fields and may_rise(platform, number):
            start_upgrade(platform, number)
