"""How people take a template: its quality, from the blocks and reports of those who got it (reference 8.6).

How the real platform weighs them is not told. Here it is as for numbers: a report weighs as much as two blocks, reading
makes both weigh half, and seven days count.
"""

from parley_emulator.enforcement.quality import weight_of
from parley_emulator.enforcement.tallies import Tally
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Template
from parley_emulator.templates.named import template_of
from parley_emulator.templates.quality import score
from parley_emulator.templates.tallying import key_of

DAY = 86_400
WEEK = 7 * DAY
# (score, least weight, least share of what arrived)
STEPS = (("RED", 5.0, 0.05), ("YELLOW", 3.0, 0.02))
ENOUGH = 100  # so many have to arrive in a week before a template without complaints is green


def note_complaint(platform: Platform, chat: Chat, blocked: bool, reported: bool) -> None:
    """A person blocked or reported the business: the template that came last is to blame, for seven days."""
    now = platform.clock.now()
    template = _last_in(platform, chat, now - WEEK)
    if template is None:
        return
    tally = platform.tallies.at(key_of(template), now)
    tally.blocks += blocked
    tally.reports += reported
    signals = {**(template.fields.get("signals") or {}), str(int(now // DAY)): [tally.blocks, tally.reports]}
    recent = dict(sorted(signals.items(), key=lambda item: int(item[0]))[-7:])
    template.fields = {**template.fields, "signals": recent}
    platform.world.save_template(template)
    weigh(platform, template)


def weigh(platform: Platform, template: Template) -> None:
    """Score it anew. A score that a tester gave stays while nobody complains."""
    if template.status != "APPROVED":
        return
    week = platform.tallies.of_week(key_of(template), platform.clock.now())
    known = template.quality_score.get("score", "UNKNOWN")
    if template.fields.get("signals") or known == "UNKNOWN":
        score(platform, template, _score_of(week, known))


def _score_of(week: Tally, known: str) -> str:
    weight = weight_of(week)
    share = weight / max(week.delivered, 1)
    for found, least, part in STEPS:
        if weight >= least and share > part:
            return found
    return "GREEN" if week.delivered >= ENOUGH or known != "UNKNOWN" else "UNKNOWN"


def _last_in(platform: Platform, chat: Chat, since: float) -> Template | None:
    for message in reversed(chat.messages):
        if message.at < since:
            return None
        if message.type == "template" and "delivered" in message.times:
            return template_of(platform.world, message)
    return None
