"""Thousands of customers from a file."""

import asyncio
from typing import Any

from parley_emulator.control.asked import Asked, NotFound, the_number
from parley_emulator.platform import Platform
from parley_emulator.scenario.player import Play
from parley_emulator.scenario.reading import read_scene

# One play at a time, since there is one clock.
_under_way: dict[int, tuple[Play, "asyncio.Task[None]"]] = {}


async def start(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id, text, seed?, play_seconds?}``: the text of a scenario file."""
    body = asked.body()
    number = the_number(platform, str(body.get("phone_number_id", "")))
    scene = read_scene(str(body.get("text") or ""))
    if body.get("seed") is not None:
        scene.seed = int(body["seed"])
    if body.get("play_seconds") is not None:
        scene.play_seconds = min(max(float(body["play_seconds"]), 0.0), 3600.0)
    known = _under_way.get(id(platform))
    if known and not known[1].done():
        raise ValueError("A scenario is being played. Stop it with DELETE /control/scenario, or wait.")
    play = Play(platform, number.id, scene)
    _under_way[id(platform)] = (play, asyncio.get_running_loop().create_task(play.run()))
    return play.shown()


async def progress(platform: Platform, asked: Asked) -> dict[str, Any]:
    """How far it is."""
    return _known(platform)[0].shown()


async def stop(platform: Platform, asked: Asked) -> dict[str, Any]:
    """What happened so far stays."""
    play, task = _known(platform)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return play.shown()


def _known(platform: Platform) -> tuple[Play, "asyncio.Task[None]"]:
    known = _under_way.get(id(platform))
    if known is None:
        raise NotFound("No scenario was played.")
    return known


ROUTES = [("POST", "/scenario", start), ("GET", "/scenario", progress), ("DELETE", "/scenario", stop)]
