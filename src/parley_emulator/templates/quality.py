"""The quality of a template, and the ladder down from it: paused for 3 hours, for 6 hours, disabled (reference 8.6)."""

from functools import partial

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.webhooks.events import tell_template
from parley_emulator.webhooks.telling import tell

SCORES = ("GREEN", "YELLOW", "RED", "UNKNOWN")
HOUR = 3_600
LADDER = (("FIRST_PAUSE", 3 * HOUR), ("SECOND_PAUSE", 6 * HOUR))


def score(platform: Platform, template: Template, new: str) -> None:
    """The business is told; RED pauses, and the third time disables."""
    before = template.quality_score.get("score", "UNKNOWN")
    if new == before:
        return
    template.quality_score = {"score": new, "date": int(platform.clock.now())}
    platform.world.save_template(template)
    value = {
        "previous_quality_score": before,
        "new_quality_score": new,
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
    }
    now = int(platform.clock.now())
    tell(platform, f"template:{template.id}", template.waba_id, "message_template_quality_update", value, at=now)
    if new == "RED" and template.status == "APPROVED":
        _pause(platform, template)


def _pause(platform: Platform, template: Template) -> None:
    pauses = int(template.fields.get("pauses", 0))
    template.fields = {**template.fields, "pauses": pauses + 1}
    if pauses >= len(LADDER):
        _become(platform, template, "DISABLED", {"title": "DISABLED", "description": "Disabled for low quality."})
        return
    title, seconds = LADDER[pauses]
    until = platform.clock.now() + seconds
    template.fields["paused_until"] = until
    told = {"title": title, "description": f"Paused for {seconds // HOUR} hours."}
    _become(platform, template, "PAUSED", told)
    platform.diary.at(until, partial(_end_pause, platform, template, until))


def _end_pause(platform: Platform, template: Template, until: float) -> None:
    if platform.world.templates.get(template.id) is template and template.fields.get("paused_until") == until:
        resume(platform, template)


def resume(platform: Platform, template: Template) -> bool:
    """In use again, with a quality that is not known yet; False for one that is not paused."""
    if template.status != "PAUSED":
        return False
    template.fields = {**template.fields, "paused_until": None}
    template.quality_score = {"score": "UNKNOWN"}
    _become(platform, template, "APPROVED", {"title": "UNPAUSE", "description": "The pause is over."})
    return True


def resume_pauses(platform: Platform) -> None:
    """After a restart: those that are paused go on until their time."""
    for template in platform.world.templates.values():
        if template.status == "PAUSED" and (until := template.fields.get("paused_until")):
            platform.diary.at(until, partial(_end_pause, platform, template, until))


def _become(platform: Platform, template: Template, status: str, told: dict[str, str]) -> None:
    template.status = status
    platform.world.save_template(template)
    tell_template(platform, template, status, other_info=told)
