"""Ends a pause."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.quality import resume

NODE = "template"
EDGE = "unpause"


async def post(platform: Platform, call: Call, template: Template) -> dict[str, Any]:
    """Answers with the reason where it is not paused."""
    done = resume(platform, template)
    await platform.store.committed()
    return {"success": True} if done else {"success": False, "reason": "The template is not paused."}
