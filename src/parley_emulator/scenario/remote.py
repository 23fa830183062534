"""Starts a scenario on a running platform and tells how it goes, line by line."""

import http
import http.client
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec


class CannotPlay(Exception):
    """The sentence says why."""


def follow(platform: str, wanted: dict[str, Any], every: float = 2.0) -> Iterator[str]:
    """Progress, and at the end the counts. Stops the scenario when it is not read to the end."""
    shown = _call(platform, "POST", wanted)
    try:
        while shown["state"] in {"planning", "playing"}:
            time.sleep(every)
            shown = _call(platform, "GET")
            handled = shown["done"] + shown["left_out"]
            yield f"{handled} of {shown['planned']} events, {shown['webhooks_pending']} webhooks wait"
    except (KeyboardInterrupt, GeneratorExit):
        _call(platform, "DELETE")
        raise
    yield f"{shown['name']}: {shown['state']} after {shown['seconds']} seconds."
    for kind in sorted(shown["by_kind"].keys() | shown["left_out_by_kind"].keys()):
        left = shown["left_out_by_kind"].get(kind, 0)
        yield f"  {kind:12} {shown['by_kind'].get(kind, 0):7}" + (f"  ({left} left out)" if left else "")
    if shown["problem"]:
        raise CannotPlay(shown["problem"])


def _call(platform: str, method: str, body: Any = None) -> dict[str, Any]:
    address = urlsplit(platform)
    if address.scheme != "http" or not address.hostname:
        raise CannotPlay(f"{platform} is no address of a platform. Give one such as http://127.0.0.1:8701.")
    connection = http.client.HTTPConnection(address.hostname, address.port or 80, timeout=30)
    try:
        connection.request(method, "/control/scenario", None if body is None else msgspec.json.encode(body))
        answer = connection.getresponse()
        found = msgspec.json.decode(answer.read(), type=dict[str, Any])
    except (OSError, http.client.HTTPException, msgspec.DecodeError) as error:
        raise CannotPlay(f"No platform answers on {platform}. Start it with parley-emulator serve.") from error
    finally:
        connection.close()
    if answer.status != http.HTTPStatus.OK:
        raise CannotPlay(str(found.get("error")))
    return found
