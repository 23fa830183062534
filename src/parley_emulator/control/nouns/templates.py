"""Templates that are there without a review."""

from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.control.asked import Asked
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.archive import archive
from parley_emulator.templates.quality import SCORES, score
from parley_emulator.templates.review import tell_category
from parley_emulator.templates.status import unrated
from parley_emulator.webhooks.events import tell_template

CATEGORIES = ("AUTHENTICATION", "MARKETING", "UTILITY")


async def save(platform: Platform, asked: Asked) -> dict[str, Any]:
    """New or changed by name and language, approved unless it says otherwise."""
    body = asked.body()
    account = str(body.get("waba_id", ""))
    saved, fresh = [], unrated(platform.clock.now())
    for given in body.get("templates", []):
        known = platform.world.by_name.get((account, given.get("name", ""), given.get("language", "")))
        base = msgspec.to_builtins(known) if known else {"id": ids.digits(15), "quality_score": fresh}
        template = msgspec.convert({**base, **given, "id": base["id"], "waba_id": account}, Template)
        template.category = template.category.upper()
        template.parameter_format = template.parameter_format.upper()
        platform.world.save_template(template)
        saved.append({"id": template.id, "name": template.name, "language": template.language})
    await platform.store.committed()
    return {"templates": saved}


async def change(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{name, language?, waba_id?, status, reason?}``: paused, rejected … by the platform; the business is told."""
    body = asked.body()
    status, reason = str(body.get("status", "")).upper(), str(body.get("reason") or "NONE")
    changed = []
    for template in list(platform.world.templates.values()):
        if _is_meant(template, body):
            template.status, template.rejected_reason = status, reason if status == "REJECTED" else "NONE"
            platform.world.save_template(template)
            tell_template(platform, template, status, reason)
            changed.append(template.id)
    await platform.store.committed()
    return {"changed": changed}


async def put_away(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{waba_id, name, language?}``: nobody used it for long, and the platform archives it."""
    body = asked.body()
    body["waba_id"] = str(body.get("waba_id"))  # never of all accounts
    found = [template for template in list(platform.world.templates.values()) if _is_meant(template, body)]
    problems = {template.id: archive(platform, template) for template in found}
    await platform.store.committed()
    failed = {each: problem for each, problem in problems.items() if problem}
    return {"archived": [each for each in problems if each not in failed], "failed": failed}


async def rate(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{name, language?, waba_id?, score}``: GREEN, YELLOW, RED; RED pauses, and the third time disables."""
    body = asked.body()
    new = str(body.get("score", "")).upper()
    if new not in SCORES:
        raise NotPossible(f"score must be one of {', '.join(SCORES)}.")
    found = [template for template in list(platform.world.templates.values()) if _is_meant(template, body)]
    for template in found:
        score(platform, template, new)
    await platform.store.committed()
    return {"templates": [{"id": each.id, "status": each.status, "quality": new} for each in found]}


async def recategorise(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{name, language?, waba_id?, category}``: the platform finds that it is of another category."""
    body = asked.body()
    new = str(body.get("category", "")).upper()
    if new not in CATEGORIES:
        raise NotPossible(f"category must be one of {', '.join(CATEGORIES)}.")
    found = [each for each in list(platform.world.templates.values()) if _is_meant(each, body) and each.category != new]
    for template in found:
        before, template.category = template.category, new
        template.fields = {**template.fields, "previous_category": before}
        platform.world.save_template(template)
        tell_category(platform, template, {"previous_category": before, "new_category": new})
    await platform.store.committed()
    return {"changed": [each.id for each in found]}


def _is_meant(template: Template, body: dict[str, Any]) -> bool:
    wanted = (body.get("language"), template.language), (body.get("waba_id"), template.waba_id)
    return template.name == body.get("name") and all(asked in {None, own} for asked, own in wanted)


ROUTES = [
    ("POST", "/templates", save),
    ("POST", "/templates/status", change),
    ("POST", "/templates/quality", rate),
    ("POST", "/templates/category", recategorise),
    ("POST", "/templates/archive", put_away),
]
