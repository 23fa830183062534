"""The states that a template may be in, and the events of its life that are told and are none (reference 5.6, 8.4)."""

from datetime import UTC, datetime
from functools import partial

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.status import unrated
from parley_emulator.templates.tallying import begin_anew
from parley_emulator.webhooks.events import tell_template

STATES = frozenset(
    {"APPROVED", "REJECTED", "PENDING", "PAUSED", "DISABLED", "IN_APPEAL", "LIMIT_EXCEEDED", "PENDING_DELETION"}
)
EVENTS = frozenset({"FLAGGED", "REINSTATED", "LOCKED"})
REASONS = frozenset(
    {"ABUSIVE_CONTENT", "INCORRECT_CATEGORY", "INVALID_FORMAT", "NONE", "PROMOTIONAL", "SCAM", "TAG_CONTENT_MISMATCH"}
)
FLAGGED_FOR = 7 * 86_400  # how long the real platform waits is not told; it tells the day


def happen(platform: Platform, template: Template, event: str) -> None:
    """FLAGGED: disabled in a week unless it is REINSTATED, which also ends that; LOCKED: not edited any more."""
    if event == "FLAGGED":
        at = platform.clock.now() + FLAGGED_FOR
        _keep(platform, template, disable_at=at)
        day = datetime.fromtimestamp(at, UTC)
        tell_template(platform, template, event, disable_info={"disable_date": f"{day:%B} {day.day}, {day.year}"})
        platform.diary.at(at, partial(_due, platform, template.id, at))
    elif event == "LOCKED":
        _keep(platform, template, locked=True)
        tell_template(platform, template, event)
    else:
        if template.status == "DISABLED":
            template.status, template.quality_score = "APPROVED", unrated(platform.clock.now())
            begin_anew(platform, template)
        _keep(platform, template, disable_at=None, locked=None, pauses=0)
        tell_template(platform, template, event)


def resume_flags(platform: Platform) -> None:
    """After a restart: those that are flagged are disabled when their day comes."""
    for template in platform.world.templates.values():
        if (at := template.fields.get("disable_at")) is not None:
            platform.diary.at(at, partial(_due, platform, template.id, at))


def _due(platform: Platform, template_id: str, at: float) -> None:
    template = platform.world.templates.get(template_id)
    if template is not None and template.fields.get("disable_at") == at:
        template.status = "DISABLED"
        _keep(platform, template, disable_at=None)
        tell_template(platform, template, "DISABLED", other_info={"title": "DISABLED", "description": "As was told."})


def _keep(platform: Platform, template: Template, **fields: float | None) -> None:
    template.fields = {**template.fields, **fields}
    platform.world.save_template(template)
