"""One call of the suite: made as it is written, its answer held against the description."""

import time
import tomllib
from dataclasses import dataclass
from typing import Any

import httpx

from tests.conformance.description import example_body, file_of, media_types, operations, path_names
from tests.emulator.running import Emulator

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
FLOW = b"""{"version": "5.0", "screens": [{"id": "START", "title": "Visit", "terminal": true, "layout":
{"type": "SingleColumnLayout", "children": [{"type": "TextHeading", "text": "Book"}, {"type": "Footer", "label": "Send",
"on-click-action": {"name": "complete", "payload": {}}}]}}]}"""
FILES = {"image/png": PNG, "application/json": FLOW}


@dataclass(frozen=True)
class Outcome:
    """``problem`` is empty for an answer of 200 that is valid; ``status`` is 0 where the call could not be made."""

    operation: str
    status: int
    problem: str


def calls() -> list[dict[str, Any]]:
    """All calls, in order."""
    listed: list[dict[str, Any]] = tomllib.loads(file_of("calls.toml").read_text())["call"]
    return listed


def make(call: dict[str, Any], emulator: Emulator, token: str, known: dict[str, str]) -> Outcome:
    """What an answer keeps is added to ``known``."""
    name = call["operation"]
    operation = operations()[name]
    time.sleep(call.get("wait", 0))
    names = {**known, **_filled(call.get("path", {}), known)}
    missing = [each for each in path_names(operation) if each not in names]
    if missing:
        return Outcome(name, 0, f"no {missing[0]}: an earlier call gave none")
    url = _address(operation.path, names, emulator)
    query = {"limit": "25", **_filled(call.get("query", {}), known)} if "query" in call else {}
    sent = _payload(call, operation, known)
    headers = {"Authorization": f"Bearer {token}"}
    answer = httpx.request(operation.method.upper(), url, params=query or None, headers=headers, timeout=10, **sent)
    problem = "" if answer.status_code == 200 else f"answered {answer.status_code}: {_reason(answer)}"
    problem = problem or _problem(operation, answer)
    if answer.status_code == 200:
        # Kept even where the answer deviates: later calls need it.
        missed = _keep(call.get("keep", {}), answer, known)
        problem = problem or missed
    return Outcome(name, answer.status_code, problem)


def _address(path: str, names: dict[str, str], emulator: Emulator) -> str:
    if path.endswith("/{Media-URL}"):
        return names["Media-URL"]
    for name, value in names.items():
        path = path.replace(f"{{{name}}}", value)
    return f"http://127.0.0.1:{emulator.port}{path}"


def _payload(call: dict[str, Any], operation: Any, known: dict[str, str]) -> dict[str, Any]:
    if "form" in call:
        form: dict[str, tuple[Any, ...]] = {key: (None, value) for key, value in _filled(call["form"], known).items()}
        if file := call.get("file"):
            form[file["field"]] = (file["name"], FILES[file["type"]], file["type"])
        return {"files": form}
    media_type, body = example_body(operation)
    body = _filled(call["body"], known) if "body" in call else body
    if not media_types(operation) or body is None:
        return {}
    if media_type == "application/x-www-form-urlencoded":
        return {"data": body}
    return {"json": body}


def _filled(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(each, known) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, known) for each in value]
    if isinstance(value, str):
        for name, known_value in known.items():
            value = value.replace(f"{{{name}}}", known_value)
    return value


def _problem(operation: Any, answer: httpx.Response) -> str:
    """What the description says against the answer."""
    answer.request.read()  # the library shows the request beside what it finds
    try:
        operation.validate_response(answer)
    except (Exception, BaseExceptionGroup) as failure:  # the library raises groups of its own failures
        told = getattr(failure, "exceptions", (failure,))
        return "; ".join(" ".join(str(each).split())[:300] for each in told)
    return ""


def _reason(answer: httpx.Response) -> str:
    try:
        error = answer.json()["error"]
        return f"({error['code']}) {error.get('error_data', {}).get('details') or error['message']}"[:200]
    except (ValueError, KeyError, TypeError, AttributeError):
        return answer.text[:100]


def _keep(wanted: dict[str, str], answer: httpx.Response, known: dict[str, str]) -> str:
    for name, path in wanted.items():
        value: Any = answer.json()
        for part in path.split("."):
            try:
                value = value[int(part)] if part.isdigit() else value[part]
            except (KeyError, IndexError, TypeError):
                return f"the answer has no {path}, so that {name} is not known"
        known[name] = str(value)
    return ""
