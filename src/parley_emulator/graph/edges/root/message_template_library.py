"""Ready-made texts, to be found by words, topic, use, industry and language."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.platform import Platform
from parley_emulator.templates.library import LIBRARY

NODE = "root"
EDGE = "message_template_library"


async def get(platform: Platform, call: Call, _: str) -> dict[str, Any]:
    """In pages."""
    words = call.param("search").lower()
    items = [
        each
        for each in LIBRARY
        if words in f"{each['name']} {each['body']}".lower()
        and all(call.param(name).upper() in {"", each[name]} for name in ("topic", "usecase"))
        and (not call.param("industry") or call.param("industry").upper() in each["industry"])
        and call.param("language") in {"", each["language"]}
    ]
    return page(call, "message_template_library", items)
