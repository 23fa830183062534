"""A batch: up to fifty calls in one, side by side but for those that wait for others."""

import asyncio
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
import msgspec
from starlette.types import ASGIApp, Scope

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.several.inner import Answer, Asked, ask
from parley_emulator.graph.several.operation import Operation, operations_in
from parley_emulator.graph.several.references import filled
from parley_emulator.graph.versions import FORM as VERSION

Tasks = dict[str, "asyncio.Task[Answer | None]"]


class Batch:
    """Made for one request. ``app``: what answers each of its calls."""

    def __init__(self, app: ASGIApp, scope: Scope, call: Call) -> None:
        self._app = app
        self._scope = scope
        self._call = call
        self._host = [pair for pair in scope["headers"] if pair[0] == b"host"]

    async def answer(self) -> list[dict[str, Any] | None]:
        """In the order of the calls; None for what hung, what waited for a call that failed, and what is left out."""
        if not self._call.token:
            message = "A top-level access token is required to submit a batch request"
            raise Refusal(104, message=message, kind="GraphBatchException")
        operations = operations_in(self._call)
        named: Tasks = {}
        tasks = []
        for each in operations:
            before = {name: named[name] for name in each.needs}
            tasks.append(asyncio.create_task(self._run(each, before)))
            named[each.name] = tasks[-1]
        answers = await asyncio.gather(*tasks)
        needed = frozenset().union(*(each.needs for each in operations))
        return [self._shown(each, answer, needed) for each, answer in zip(operations, answers, strict=True)]

    async def _run(self, operation: Operation, before: Tasks) -> Answer | None:
        known = {name: await task for name, task in before.items()}
        if not all(answer is not None and answer.is_good for answer in known.values()):
            return None
        contents = {name: answer.content() for name, answer in known.items() if answer is not None}
        try:
            asked = await self._asked(operation, contents)
        except Refusal as refusal:  # the others are under way: this one alone is refused
            return Answer(refusal.status, [], msgspec.json.encode(refusal.envelope()))
        return await ask(self._app, self._scope, asked)

    async def _asked(self, operation: Operation, contents: dict[str, Any]) -> Asked:
        address = filled(operation.relative_url, contents).lstrip("/")
        if self._call.version and not VERSION.fullmatch(address.split("?")[0].split("/")[0]):
            address = f"{self._call.version}/{address}"
        headers, body = dict(operation.headers), filled(operation.body, contents).encode()
        if operation.files:
            headers["content-type"], body = await self._with_files(operation, body.decode())
        if not operation.has_token:
            headers["authorization"] = f"Bearer {self._call.token}"
        written = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        return Asked(operation.method, f"/{address}", [*self._host, *written], body)

    async def _with_files(self, operation: Operation, body: str) -> tuple[str, bytes]:
        """The parts of the batch that it names, and its own values beside them."""
        form = aiohttp.FormData(parse_qsl(body), default_to_multipart=True)
        for name in operation.files:
            if (file := self._call.files.get(name)) is None:
                raise Refusal(100, message=f"There is no attached file {name}", kind="GraphBatchException")
            form.add_field(name, file.content, filename=file.filename, content_type=file.mime_type or None)
        whole = form()
        return whole.headers["Content-Type"], await whole.as_bytes()

    def _shown(self, operation: Operation, answer: Answer | None, needed: frozenset[str]) -> dict[str, Any] | None:
        omits = operation.name in needed if operation.omits is None else operation.omits
        if answer is None or (omits and answer.is_good):
            return None
        shown: dict[str, Any] = {"code": answer.status}
        if self._call.flag("include_headers") is not False:
            shown["headers"] = [{"name": name, "value": value} for name, value in answer.headers]
        return {**shown, "body": answer.body.decode(errors="replace")}
