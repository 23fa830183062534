"""A template is found to be of another category: announced first and done later, or done at once (reference 8.3).

It is done on the first of the next month, a day from now at least; accounts that were warned for misuse get no notice.
"""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.webhooks.telling import tell

NOTICE = 86_400


def find(platform: Platform, template: Template, category: str) -> None:
    """As the platform's running check does it."""
    if platform.world.accounts[template.waba_id].fields.get("misuses"):
        change(platform, template, category)
    else:
        announce(platform, template, category)


def announce(platform: Platform, template: Template, category: str) -> None:
    """Told now, done then. Until then the template keeps its category, and shows the other as ``correct_category``."""
    at = _first_of_a_month(platform.clock.now() + NOTICE)
    template.fields = {**template.fields, "correct_category": category, "category_changes_at": at}
    platform.world.save_template(template)
    told = {"correct_category": category, "new_category": template.category, "category_update_timestamp": int(at)}
    _tell(platform, template, told)
    platform.diary.at(at, partial(_due, platform, template.id, at))


def change(platform: Platform, template: Template, category: str) -> None:
    """Now. What was announced is done with."""
    before, template.category = template.category, category
    over = {"correct_category": None, "category_changes_at": None}
    template.fields = {**template.fields, **over, "previous_category": before}
    platform.world.save_template(template)
    _tell(platform, template, {"previous_category": before, "new_category": category})


def resume_categories(platform: Platform) -> None:
    """After a restart: what was announced is done when its day comes."""
    for template in platform.world.templates.values():
        if (at := template.fields.get("category_changes_at")) is not None:
            platform.diary.at(at, partial(_due, platform, template.id, at))


def _due(platform: Platform, template_id: str, at: float) -> None:
    template = platform.world.templates.get(template_id)
    if template is not None and template.fields.get("category_changes_at") == at:
        change(platform, template, template.fields["correct_category"])


def _first_of_a_month(earliest: float) -> float:
    """The first one that begins then or later, in UTC."""
    day = datetime.fromtimestamp(earliest, UTC)
    start = day.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return (start if start >= day else start.replace(year=year, month=month)).timestamp()


def _tell(platform: Platform, template: Template, told: dict[str, Any]) -> None:
    """With ``correct_category`` a change is announced, with ``previous_category`` it is done."""
    value = {
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
        **told,
    }
    now = int(platform.clock.now())
    tell(platform, f"template:{template.id}", template.waba_id, "template_category_update", value, at=now)
