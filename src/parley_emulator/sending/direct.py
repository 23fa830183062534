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
FIELDS = ("category", "ttl_seconds", "direct_send_config")


def is_direct(body: dict[str, Any]) -> bool:
    """Whether any of its fields is there."""
    return any(body.get(name) is not None for name in FIELDS)


def template_for(world: World, account_id: str, body: dict[str, Any], now: float) -> Template:
    """The approved one it names, else one that the platform makes by itself and keeps."""
    name = (body.get("direct_send_config") or {}).get("template_name", "")
    category = str(body["category"]).upper()
    if name:
        for (account, known, _), template in world.by_name.items():
            if (account, known) == (account_id, name) and template.status == "APPROVED":
                return template
    return _generated(world, account_id, category, str(body.get("type") or "text"), now)


def _generated(world: World, account_id: str, category: str, kind: str, now: float) -> Template:
    digest = hashlib.sha256(f"{account_id}:{category}:{kind}".encode()).hexdigest()[:12]
    name = f"auto_generated_{digest}"
    found = world.by_name.get((account_id, name, "en"))
    if found is None:
        body = [{"type": "BODY", "text": "{{1}}", "example": {"body_text": [["…"]]}}]
        found = Template(
            id=ids.digits(16),
            waba_id=account_id,
            name=name,
            language="en",
            category=category,
            components=body,
            fields={"source": "AUTO_GENERATED"},
            quality_score=unrated(now),
        )
        world.save_template(found)
    return found
