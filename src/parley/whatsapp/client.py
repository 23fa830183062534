"""The platform's Graph API: one pool of connections, tokens never shown, answers as values."""

from dataclasses import dataclass, field
from typing import Any

import aiohttp

TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)
FILE_TIMEOUT = aiohttp.ClientTimeout(total=120, connect=5)
LARGEST_FILE = 100 << 20
USER_AGENT = "parley/0.1"


@dataclass(frozen=True)
class NumberAccess:
    """A number and the token that may use it."""

    number_id: str
    access_token: str = field(repr=False)


class GraphError(Exception):
    """The platform refused; ``code`` as documented, 0 where the answer had none."""

    def __init__(self, status: int, code: int, message: str, detail: str = "") -> None:
        super().__init__(f"{status} ({code}) {message}")
        self.status = status
        self.code = code
        self.message = message
        self.detail = detail


class GraphSession:
    """One for each process."""

    def __init__(self, http: aiohttp.ClientSession, base: str) -> None:
        self.http = http
        self._base = base

    @classmethod
    async def open(cls, graph_url: str, version: str) -> "GraphSession":
        """Make the pool; no connection is made yet."""
        connector = aiohttp.TCPConnector(limit=200, keepalive_timeout=30)
        http = aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, headers={"User-Agent": USER_AGENT})
        return cls(http, f"{graph_url.rstrip('/')}/{version}")

    async def close(self) -> None:
        """Close all connections."""
        await self.http.close()

    def url(self, path: str) -> str:
        """The address of a path of the API."""
        return f"{self._base}/{path}"

    async def call(self, method: str, path: str, access: NumberAccess, **request: Any) -> dict[str, Any]:
        """One call. Raises GraphError for a refusal, ``aiohttp.ClientError`` or TimeoutError without an answer."""
        headers = {"Authorization": f"Bearer {access.access_token}"}
        async with self.http.request(method, self.url(path), headers=headers, **request) as response:
            return await answer_of(response)


async def answer_of(response: aiohttp.ClientResponse) -> dict[str, Any]:
    """The answer's JSON object. Raises GraphError for any refusal."""
    try:
        answer = await response.json(content_type=None)
    except ValueError:
        answer = None
    if response.status < 400 and isinstance(answer, dict):
        return answer
    error = answer.get("error") if isinstance(answer, dict) else None
    error = error if isinstance(error, dict) else {}
    data = error.get("error_data")
    detail = str(data.get("details") or "") if isinstance(data, dict) else ""
    raise GraphError(response.status, int(error.get("code") or 0), str(error.get("message") or "no JSON"), detail)


async def mark_read(session: GraphSession, access: NumberAccess, platform_id: str, typing: bool = False) -> None:
    """Show the customer blue ticks up to that message, and that somebody is writing."""
    body: dict[str, Any] = {"messaging_product": "whatsapp", "status": "read", "message_id": platform_id}
    if typing:
        body["typing_indicator"] = {"type": "text"}
    await session.call("POST", f"{access.number_id}/messages", access, json=body)


async def upload_media(
    session: GraphSession, access: NumberAccess, content: bytes, mime_type: str, filename: str
) -> str:
    """The platform's id of the file, valid for 30 days."""
    form = aiohttp.FormData()
    form.add_field("messaging_product", "whatsapp")
    form.add_field("type", mime_type)
    form.add_field("file", content, filename=filename or "file", content_type=mime_type)
    answer = await session.call("POST", f"{access.number_id}/media", access, data=form, timeout=FILE_TIMEOUT)
    return str(answer["id"])


async def download_media(session: GraphSession, access: NumberAccess, media_id: str) -> tuple[bytes, str]:
    """(content, mime type). The address it is fetched from is valid for five minutes. Raises GraphError."""
    described = await session.call("GET", media_id, access)
    headers = {"Authorization": f"Bearer {access.access_token}"}
    async with session.http.get(str(described["url"]), headers=headers, timeout=FILE_TIMEOUT) as response:
        if response.status >= 400:
            raise GraphError(response.status, 131052, "the file could not be fetched")
        content = bytearray()
        async for chunk in response.content.iter_chunked(1 << 16):
            content += chunk
            if len(content) > LARGEST_FILE:
                raise GraphError(413, 131052, f"the file is larger than {LARGEST_FILE} bytes")
    return bytes(content), str(described.get("mime_type") or "application/octet-stream")


async def fetch_templates(session: GraphSession, access: NumberAccess, account_id: str) -> list[dict[str, Any]]:
    """All templates of the business account, page by page."""
    found: list[dict[str, Any]] = []
    params = {"limit": "100"}
    for _ in range(100):
        answer = await session.call("GET", f"{account_id}/message_templates", access, params=params)
        found += [each for each in answer.get("data", []) if isinstance(each, dict)]
        paging = answer.get("paging", {})
        if not paging.get("next"):
            break
        params = {"limit": "100", "after": str(paging["cursors"]["after"])}
    return found


async def fetch_profile(session: GraphSession, access: NumberAccess) -> dict[str, Any]:
    """What customers see of the business behind the number."""
    params = {"fields": "about,address,description,email,websites,vertical"}
    answer = await session.call("GET", f"{access.number_id}/whatsapp_business_profile", access, params=params)
    listed = answer.get("data")
    first = listed[0] if isinstance(listed, list) and listed else {}
    return first if isinstance(first, dict) else {}
