"""What is counted of a template: who got and read it, and who complained of it; by day, as for numbers."""

from parley_emulator.enforcement.tallies import DAY
from parley_emulator.platform import Platform
from parley_emulator.state.records import Message, Template
from parley_emulator.templates.named import template_of


def key_of(template: Template) -> str:
    """Under which its tallies are kept."""
    return f"template:{template.id}"


def note_arrival(platform: Platform, message: Message, step: str, at: float) -> None:
    """A message was ``delivered`` or ``read``; it counts where it was sent with a template."""
    if message.type == "template" and (template := template_of(platform.world, message)):
        tally = platform.tallies.at(key_of(template), at)
        setattr(tally, step, getattr(tally, step) + 1)


def begin_anew(platform: Platform, template: Template) -> None:
    """After a pause it begins anew."""
    platform.tallies.forget(key_of(template))
    template.fields = {**template.fields, "signals": None, "weighed_since": platform.clock.now()}


def recall(platform: Platform, message: Message, step: str) -> None:
    """After a restart: what arrived before."""
    if message.type != "template":
        return
    template, at = template_of(platform.world, message), message.times[step]
    if template is not None and at >= template.fields.get("weighed_since", 0.0):
        tally = platform.tallies.at(key_of(template), at)
        setattr(tally, step, getattr(tally, step) + 1)


def recall_complaints(platform: Platform) -> None:
    """After a restart: who complained before."""
    for template in platform.world.templates.values():
        for day, (blocks, reports) in (template.fields.get("signals") or {}).items():
            tally = platform.tallies.at(key_of(template), int(day) * DAY)
            tally.blocks, tally.reports = blocks, reports
