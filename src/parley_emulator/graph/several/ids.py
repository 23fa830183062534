"""``GET /?ids=a,b``: the same question to several nodes, or with an edge's name in the path to that edge of each."""

import asyncio
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Scope

from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.several.inner import Answer, Asked, ask

MOST = 50
UNKNOWN_OBJECT = 33


async def answer_each(app: ASGIApp, scope: Scope, version: str, edge: str) -> dict[str, Any] | Answer:
    """By their ids; the first refusal stands for all. Raises Refusal."""
    query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    named = list(dict.fromkeys(each.strip() for each in query.pop("ids").split(",") if each.strip()))
    if not named:
        raise Refusal(100, message="Cannot specify an empty identifier")
    if len(named) > MOST:
        raise Refusal(100, message=f"Too many IDs. Maximum: {MOST}. Provided: {len(named)}.")
    paths = {node: "/".join(filter(None, ("", version, node, edge))) for node in named}
    asked = [Asked("GET", f"/{path}?{urlencode(query)}", scope["headers"]) for path in paths.values()]
    answers = await asyncio.gather(*(ask(app, scope, each) for each in asked))
    for node, answer in zip(named, answers, strict=True):
        if answer is None:
            raise Refusal(2, "One of the nodes did not answer.")
        if not answer.is_good:
            return _refused(node, answer)
    return {node: answer.content() for node, answer in zip(named, answers, strict=True) if answer is not None}


def _refused(node: str, answer: Answer) -> Answer:
    content = answer.content()
    error = content.get("error", {}) if isinstance(content, dict) else {}
    if error.get("error_subcode") == UNKNOWN_OBJECT:
        raise Refusal(803, message=f"(#803) Some of the aliases you requested do not exist: {node}")
    return answer
