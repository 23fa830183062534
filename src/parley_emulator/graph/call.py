"""One call of the Graph API, however its parameters were sent: JSON, form, multipart, or in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import UploadFile
from starlette.requests import Request

from parley_emulator.graph.refusal import Refusal
from parley_emulator.state.records import Number


@dataclass(frozen=True)
class Upload:
    """A file of a multipart body."""

    content: bytes
    filename: str
    mime_type: str


@dataclass
class Call:
    """``rest``: what follows the edge; ``body``: all parameters in one; ``numbers``: the numbers the token opens.

    ``version``: the one in the path, empty without.
    """

    method: str
    node: str
    edge: str
    token: str
    base_url: str
    body: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)
    numbers: list[Number] = field(default_factory=list)
    rest: str = ""
    headers: Sequence[tuple[bytes, bytes]] = ()
    raw: bytes = b""
    version: str = ""

    def header(self, name: str) -> str:
        """The HTTP header of that lower-case name, empty when it is absent; read only by the calls that need one."""
        wanted = name.encode("latin-1")
        return next((value.decode("latin-1") for key, value in self.headers if key == wanted), "")

    def param(self, name: str) -> str:
        """A parameter as text, empty when it is absent."""
        value = self.body.get(name)
        return "" if value is None else str(value)

    def value(self, name: str) -> Any:
        """A parameter as it was meant: JSON inside a text, as queries and forms have it, is read."""
        value = self.body.get(name)
        return _maybe_json(value.strip()) if isinstance(value, str) else value

    def flag(self, name: str) -> bool | None:
        """True or false, in any of the ways clients write them; None without it. Raises Refusal."""
        value = self.body.get(name)
        if value is None or isinstance(value, bool):
            return value
        written = str(value).strip().lower()
        if written not in {"true", "false", "1", "0"}:
            raise Refusal(100, f"Param {name} must be a boolean.")
        return written in {"true", "1"}


async def read_call(request: Request, node: str, edge: str) -> Call:
    """Raises Refusal for a body that cannot be read."""
    scope = request.scope
    written = scope["query_string"].decode("latin-1")
    query = dict(parse_qsl(written, keep_blank_values=True)) if written else {}
    body: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    token = query.pop("access_token", "")
    host = kind = ""
    for name, value in scope["headers"]:
        if name == b"authorization":
            token = bearer(value.decode("latin-1")) or token
        elif name == b"content-type":
            kind = value.decode("latin-1").lower()
        elif name == b"host":
            host = value.decode("latin-1")
    raw = b""
    if kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        body, files = await _form(request)
    else:
        raw = await _whole_body(request)
        if raw.strip() and _is_json(kind) and not node.startswith("upload:"):
            body = _object(raw)
    token = token or str(body.pop("access_token", ""))
    if scope["method"] == "POST":  # the address of a call may hold what its body would
        query = {name: _maybe_json(value) for name, value in query.items()}
    whole = {**query, **body}
    return Call(scope["method"], node, edge, token, f"http://{host}", whole, files, headers=scope["headers"], raw=raw)


async def _whole_body(request: Request) -> bytes:
    message = await request.receive()
    parts: list[bytes] = [message.get("body", b"")]
    while message.get("more_body"):
        message = await request.receive()
        parts.append(message.get("body", b""))
    return b"".join(parts)


def _is_json(kind: str) -> bool:
    """What calls itself otherwise, as text/plain, is not read: its parameters are missing. Without a type it is."""
    plain = kind.split(";", maxsplit=1)[0].strip()
    return plain in {"", "application/json"} or plain.endswith("+json")


def bearer(header: str) -> str:
    """The token of an ``Authorization`` header."""
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() in {"bearer", "oauth"} else ""


def _object(raw: bytes) -> dict[str, Any]:
    try:
        decoded = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        decoded = None
    if not isinstance(decoded, dict):
        raise Refusal(100, "The body is not a JSON object.")
    return decoded


async def _form(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    body: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    async with request.form(max_part_size=1 << 20) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = Upload(await value.read(), value.filename or "", value.content_type or "")
            else:
                _add(body, name, _maybe_json(value))
    return body, files


def _add(body: dict[str, Any], name: str, value: Any) -> None:
    """``x=1&x=2``, ``x[]=1`` and ``x[0]=1`` are ways to send a list."""
    plain, bracket, index = name.partition("[")
    if bracket and (index == "]" or index[:-1].isdigit()):
        body.setdefault(plain, [])
        body[plain] = [*body[plain], value] if isinstance(body[plain], list) else [body[plain], value]
    elif name in body:
        body[name] = [*body[name], value] if isinstance(body[name], list) else [body[name], value]
    else:
        body[name] = value


def _maybe_json(value: str) -> Any:
    """``-d 'text={"body":"hi"}'`` is an object, all else stays text."""
    if value[:1] in {"{", "["}:
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            return value
    return value
