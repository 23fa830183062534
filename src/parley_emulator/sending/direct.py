"""Direct Send: a plain message with a category, which opens a conversation and costs as a template does."""

import hashlib
from typing import Any

from parley_emulator import ids
from parley_emulator.state.records import Template
from parley_emulator.state.world import World
from parley_emulator.templates.status import unrated

CATEGORIES = frozenset({"utility", "authentication"})
# Seconds: the least, the most, and what holds without one.
TTL = {"utility": (30, 43_200, 30 * 86_400), "authentication": (30, 900, 600)}
GENERATED, SERVICE = "AUTO_GENERATED", "service"
FIELDS = ("category", "ttl_seconds", "direct_send_config")


def is_direct(body: dict[str, Any]) -> bool:
    """Whether any of its fields is there; ``service`` is the category of every other message."""
    given = [body[name] for name in FIELDS if name in body]
    return any(each is not None and str(each).lower() != SERVICE for each in given)


def template_name(body: dict[str, Any]) -> str:
    """The name that the send wants for the template it goes out as; empty where the platform chooses."""
    return str((body.get("direct_send_config") or {}).get("template_name") or "")


def named(world: World, account_id: str, name: str) -> Template | None:
    """The account's template of that name, in whichever language."""
    found = ((key, template) for key, template in world.by_name.items() if key[:2] == (account_id, name))
    return next((template for _, template in found), None) if name else None


def is_generated(template: Template) -> bool:
    """Made by the platform for Direct Sends, and by nobody else."""
    return template.fields.get("source") == GENERATED


def template_for(world: World, account_id: str, body: dict[str, Any], now: float) -> Template:
    """One that the platform makes by itself and keeps: under the name that the send gives, else one for its kind."""
    category, kind = str(body["category"]).upper(), str(body.get("type") or "text")
    digest = hashlib.sha256(f"{account_id}:{category}:{kind}".encode()).hexdigest()[:12]
    name = template_name(body) or f"auto_generated_{digest}"
    found = named(world, account_id, name)
    if found is None:
        found = Template(
            id=ids.digits(16),
            waba_id=account_id,
            name=name,
            language="en",
            category=category,
            components=[{"type": "BODY", "text": "{{1}}", "example": {"body_text": [["…"]]}}],
            fields={"source": GENERATED},
            quality_score=unrated(now),
        )
        world.save_template(found)
    return found
