"""Webhooks: where they go, how they fare, and what may happen to them."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound
from parley_emulator.control.nouns.state import webhooks
from parley_emulator.platform import Platform
from parley_emulator.webhooks.mishaps import Mishaps
from parley_emulator.webhooks.target import Target


class Wanted(Mishaps):
    """With a seed the same chances come again."""

    seed: int | None = None


async def counts(platform: Platform, asked: Asked) -> dict[str, Any]:
    """Pending, delivered, failed …"""
    return webhooks(platform)


async def set_mishaps(platform: Platform, asked: Asked) -> dict[str, Any]:
    """All at once: what is not named is off."""
    wanted = asked.typed(Wanted)
    mishaps = Mishaps(wanted.drop, wanted.delay_seconds, wanted.repeat, wanted.reorder, wanted.hold)
    platform.outgoing.set_mishaps(mishaps, wanted.seed)
    return webhooks(platform)


async def set_target(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{url, app_secret, verify_token, handshake?}``. A handshake that fails is tried again by itself."""
    problem = await platform.outgoing.set_target(asked.typed(Target))
    await platform.store.committed()
    return {"verified": not problem, "problem": problem or None}


async def posts(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The last ones, the newest first."""
    return {"posts": [each.shown() for each in platform.outgoing.posts.newest()]}


async def again(platform: Platform, asked: Asked) -> dict[str, Any]:
    """What that POST told is told once more."""
    post = platform.outgoing.posts.find(int(asked.path["number"]))
    if post is None or not post.updates:
        raise NotFound("That POST is not kept any more.")
    platform.outgoing.again(post)
    await platform.store.committed()
    return {"updates": len(post.updates)}


ROUTES = [
    ("GET", "/webhooks/posts", posts),
    ("POST", "/webhooks/posts/{number:int}/again", again),
    ("GET", "/webhooks", counts),
    ("POST", "/webhooks", set_mishaps),
    ("POST", "/webhook-target", set_target),
]
