"""One operation of a batch, as it is written there."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal

MOST = 50
METHODS = ("GET", "POST", "PUT", "DELETE")
NAMED = re.compile(r"\{result=([^:}]+):(\$[^}]*)\}")
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass(frozen=True)
class Operation:
    """``needs``: the names of those that it waits for. ``omits``: no answer where it went well; None: not said."""

    method: str
    relative_url: str
    body: str
    headers: dict[str, str]
    files: tuple[str, ...]
    name: str
    needs: frozenset[str]
    omits: bool | None

    @property
    def has_token(self) -> bool:
        """Whether it brings one of its own."""
        return "access_token" in parse_qs(urlsplit(self.relative_url).query) | parse_qs(self.body)


def operations_in(call: Call) -> list[Operation]:
    """Raises Refusal for what is no batch, or one that is too large."""
    written = call.value("batch")
    if not isinstance(written, list) or not all(isinstance(each, dict) for each in written):
        raise _refusal("batch parameter must be a JSON array")
    if len(written) > MOST:
        raise _refusal(f"Too many requests in batch message. Maximum batch size is {MOST}")
    operations = [_operation(each, index) for index, each in enumerate(written)]
    _check_needs(operations)
    return operations


def _refusal(message: str) -> Refusal:
    return Refusal(100, message=message, kind="GraphBatchException")


def _operation(written: dict[str, Any], index: int) -> Operation:
    method, address = str(written.get("method") or "").upper(), written.get("relative_url")
    if method not in METHODS:
        raise _refusal(f"batch[{index}].method must be one of {', '.join(METHODS)}")
    if not isinstance(address, str):
        raise _refusal(f"batch[{index}].relative_url is required")
    headers = _headers(written.get("headers") or ())
    body = written.get("body") or ""
    if not isinstance(body, str):
        body = msgspec.json.encode(body).decode()
        headers.setdefault("content-type", JSON)
    headers.setdefault("content-type", FORM)
    omits = written.get("omit_response_on_success")
    return Operation(
        method,
        address,
        body,
        headers,
        tuple(_names(written.get("attached_files"))),
        str(written.get("name") or ""),
        frozenset({*_names(written.get("depends_on")), *(name for name, _ in NAMED.findall(f"{address} {body}"))}),
        omits if isinstance(omits, bool) else None,
    )


def _headers(lines: Any) -> dict[str, str]:
    """``["Content-Type: text/plain"]``."""
    pairs = (str(line).partition(":") for line in lines if isinstance(lines, list))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _names(written: Any) -> list[str]:
    """A list, or a text with commas."""
    listed = written if isinstance(written, list) else str(written or "").split(",")
    return [name for each in listed if (name := str(each).strip())]


def _check_needs(operations: list[Operation]) -> None:
    """Only what stands before an operation can be waited for."""
    before: set[str] = set()
    for index, each in enumerate(operations):
        if missing := sorted(each.needs - before):
            raise _refusal(f"batch[{index}] depends on {missing[0]}, which is the name of no operation before it")
        before.add(each.name)
