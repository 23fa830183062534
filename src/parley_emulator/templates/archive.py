"""Templates that nobody uses are put away, come back on request, and are deleted after 28 days (reference 8.4)."""

from functools import partial
from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Template
from parley_emulator.templates.status import become
from parley_emulator.webhooks.events import tell_template

KEPT = 28 * 86_400
MOST = 100
FROM = frozenset({"APPROVED", "PAUSED", "REJECTED"})


def archive(platform: Platform, template: Template) -> str:
    """Empty when it is done, else why not."""
    if template.status not in FROM:
        return f"A template with status {template.status} can not be archived."
    until = platform.clock.now() + KEPT
    template.fields = {**template.fields, "archived": {"before": template.status, "until": until}}
    become(platform, template, "ARCHIVED")
    platform.diary.at(until, partial(_due, platform, template, until))
    return ""


def unarchive(platform: Platform, template: Template) -> str:
    """Its status is what it was. Empty when it is done, else why not."""
    if template.status != "ARCHIVED":
        return "The template is not archived."
    before = template.fields["archived"]["before"]
    template.fields = {**template.fields, "archived": None}
    template.status = before
    platform.world.save_template(template)
    tell_template(platform, template, "UNARCHIVED")
    return ""


MOVES = {"archive": (archive, "archived_templates"), "unarchive": (unarchive, "unarchived_templates")}


def move(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """What ``/message_templates/archive`` and ``/unarchive`` answer. Raises Refusal."""
    act, done_name = MOVES[call.rest]
    asked = [each.strip() for each in call.param("hsm_ids").split(",") if each.strip()]
    if not 1 <= len(asked) <= MOST:
        raise Refusal(100, f"Param hsm_ids must name 1 to {MOST} templates, with commas between.")
    done, failed = [], {}
    for each in dict.fromkeys(asked):
        template = platform.world.templates.get(each)
        is_own = template is not None and template.waba_id == account.id
        problem = act(platform, template) if template and is_own else "There is no such template in this account."
        if problem:
            failed[each] = problem
        else:
            done.append(each)
    return {done_name: done, "failed_templates": failed}


def resume_archive(platform: Platform) -> None:
    """After a restart: those that are put away go when their time comes."""
    for template in platform.world.templates.values():
        if template.status == "ARCHIVED" and (kept := template.fields.get("archived")):
            platform.diary.at(kept["until"], partial(_due, platform, template, kept["until"]))


def _due(platform: Platform, template: Template, until: float) -> None:
    kept = template.fields.get("archived")
    if platform.world.templates.get(template.id) is template and kept and kept["until"] == until:
        platform.world.drop_template(template)
        tell_template(platform, template, "DELETED")
