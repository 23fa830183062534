"""The review, which says yes to everything that keeps the rules."""

from functools import partial

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.webhooks.events import tell_template


def approve(platform: Platform, template: Template) -> None:
    """Approved, and the business is told."""
    if platform.world.templates.get(template.id) is not template or template.status != "PENDING":
        return
    template.status = "APPROVED"
    platform.world.save_template(template)
    tell_template(platform, template, "APPROVED")


def resume_reviews(platform: Platform) -> None:
    """After a restart: go on with those in review."""
    for template in platform.world.templates.values():
        if template.status == "PENDING":
            platform.agenda.after(platform.settings.pace.approval, partial(approve, platform, template))
