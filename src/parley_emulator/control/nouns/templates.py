"""Templates that are there without a review."""

from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.control.asked import Asked
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.archive import archive
from parley_emulator.templates.categories import change as recategorise_now
from parley_emulator.templates.categories import find
from parley_emulator.templates.causes import Rejection
from parley_emulator.templates.quality import SCORES, score
from parley_emulator.templates.review import reject
from parley_emulator.templates.states import EVENTS, REASONS, STATES, happen
from parley_emulator.templates.status import unrated
from parley_emulator.webhooks.events import tell_template

CATEGORIES = ("AUTHENTICATION", "MARKETING", "UTILITY")
BY_HAND = ("Somebody found its form wrong.", "Look at the rules of templates, and hand in another version.")


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
    """``{name, language?, waba_id?, status, reason?}``: paused, rejected … by the platform; the business is told.

    FLAGGED, REINSTATED and LOCKED are events: told as well, and no status.
    """
    body = asked.body()
    status, reason = str(body.get("status", "")).upper(), str(body.get("reason") or "NONE").upper()
    if status not in STATES | EVENTS or reason not in REASONS:
        known = ", ".join(sorted(STATES | EVENTS))
        raise NotPossible(f"status must be one of {known}, and reason one of {', '.join(sorted(REASONS))}.")
    found = [template for template in list(platform.world.templates.values()) if _is_meant(template, body)]
    for template in found:
        if status in EVENTS:
            happen(platform, template, status)
        elif status == "REJECTED":
            reject(platform, template, Rejection(reason, *(BY_HAND if reason == "INVALID_FORMAT" else ())))
        else:
            template.status, template.rejected_reason = status, "NONE"
            platform.world.save_template(template)
            tell_template(platform, template, status)
    await platform.store.committed()
    return {"changed": [each.id for each in found]}


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
    """``{name, language?, waba_id?, category, at_once?}``: the platform finds that it is of another category.

    Announced, and done on the first of the next month; at once for who was warned for misuse, or where that is said.
    """
    body = asked.body()
    new = str(body.get("category", "")).upper()
    if new not in CATEGORIES:
        raise NotPossible(f"category must be one of {', '.join(CATEGORIES)}.")
    found = [each for each in list(platform.world.templates.values()) if _is_meant(each, body) and each.category != new]
    for template in found:
        (recategorise_now if body.get("at_once") else find)(platform, template, new)
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
