"""A template has another status or quality from now on, and the business is told."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.webhooks.events import tell_template
from parley_emulator.webhooks.telling import tell


def become(platform: Platform, template: Template, status: str, told: dict[str, str] | None = None) -> None:
    """``told``: title and description of what happened."""
    template.status = status
    platform.world.save_template(template)
    tell_template(platform, template, status, other_info=told)


def unrated(now: float) -> dict[str, Any]:
    """The score of a template that nobody has judged yet, with its date (seconds since 1970), as a GET shows both."""
    return {"score": "UNKNOWN", "date": int(now)}


def rate(platform: Platform, template: Template, new: str) -> bool:
    """Whether the score is another one."""
    before = template.quality_score.get("score", "UNKNOWN")
    if new == before:
        return False
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
    return True
