"""The quality of a template, and the ladder down from it: paused for 3 hours, for 6 hours, disabled (reference 8.6)."""

from functools import partial

from parley_emulator.enforcement.changes import set_account
from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.pacing import AFTER_A_PAUSE, decide, forget, is_holding
from parley_emulator.templates.status import become, rate, unrated
from parley_emulator.templates.tallying import begin_anew

SCORES = ("GREEN", "YELLOW", "RED", "UNKNOWN")
HOUR = 3_600
LADDER = (("FIRST_PAUSE", 3 * HOUR), ("SECOND_PAUSE", 6 * HOUR))


def score(platform: Platform, template: Template, new: str) -> None:
    """The business is told; RED pauses, and the third time disables. What is held for a look at it is dropped."""
    if not rate(platform, template, new):
        return
    if new == "RED" and is_holding(template):
        decide(platform, template, is_well_taken=False)
    elif new == "RED" and template.status == "APPROVED":
        _pause(platform, template)
    elif new == "YELLOW":
        forget(platform, template)


def _pause(platform: Platform, template: Template) -> None:
    pauses = int(template.fields.get("pauses", 0))
    template.fields = {**template.fields, "pauses": pauses + 1}
    if template.category == "UTILITY":
        account = platform.world.accounts[template.waba_id]
        set_account(platform, account, utility_paced_until=platform.clock.now() + AFTER_A_PAUSE)
    if pauses >= len(LADDER):
        become(platform, template, "DISABLED", {"title": "DISABLED", "description": "Disabled for low quality."})
        return
    title, seconds = LADDER[pauses]
    until = platform.clock.now() + seconds
    template.fields["paused_until"] = until
    told = {"title": title, "description": f"Paused for {seconds // HOUR} hours."}
    become(platform, template, "PAUSED", told)
    platform.diary.at(until, partial(_end_pause, platform, template, until))


def _end_pause(platform: Platform, template: Template, until: float) -> None:
    if platform.world.templates.get(template.id) is template and template.fields.get("paused_until") == until:
        resume(platform, template)


def resume(platform: Platform, template: Template) -> bool:
    """In use again, with a quality that is not known yet; False for one that is not paused."""
    if template.status != "PAUSED":
        return False
    template.fields = {**template.fields, "paused_until": None, "pacing": None}
    template.quality_score = unrated(platform.clock.now())
    begin_anew(platform, template)
    become(platform, template, "APPROVED", {"title": "UNPAUSE", "description": "The pause is over."})
    return True


def resume_pauses(platform: Platform) -> None:
    """After a restart: those that are paused go on until their time."""
    for template in platform.world.templates.values():
        if template.status == "PAUSED" and (until := template.fields.get("paused_until")):
            platform.diary.at(until, partial(_end_pause, platform, template, until))
