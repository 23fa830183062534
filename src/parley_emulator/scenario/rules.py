"""What the platform is told to do in a scenario; it stays so afterwards."""

from parley_emulator.enforcement.caps import KIND, Plan
from parley_emulator.enforcement.changes import set_account
from parley_emulator.platform import Platform
from parley_emulator.scenario.scene import Scene


def set_rules(platform: Platform, number_id: str, scene: Scene) -> None:
    """For the account of that number, and for marketing to anybody."""
    number, rules = platform.world.numbers.get(number_id), scene.platform
    if rules.pacing is not None and number is not None:
        plan = {"first": rules.pacing.first, "seconds": rules.pacing.seconds}
        set_account(platform, platform.world.accounts[number.waba_id], pacing=plan)
    if rules.marketing is not None:
        platform.caps.plan = Plan(scene.seed, rules.marketing.most, rules.marketing.experiment)
        platform.store.set_record(KIND, "plan", platform.caps.plan)
