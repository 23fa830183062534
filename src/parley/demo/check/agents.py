"""A scripted agent at the desk's own API: takes what is offered, answers, closes; slips now and then."""

import asyncio
from typing import Any

import aiohttp

POLL_SECONDS = 0.25
RETRY_SECONDS = 0.5
SLIP_EVERY = 5  # each time the agent first pastes a full card number, which the gate must not let out
SLIP = "Your card 4111 1111 1111 1111 is on its way."


class Agent:
    """One person; goes on through a restart of the application, as a person at a desk would."""

    def __init__(self, url: str, email: str, password: str) -> None:
        self._url = url
        self._email = email
        self._password = password
        self._http: aiohttp.ClientSession | None = None
        self._name = ""
        self._handled: set[str] = set()
        self.answered = 0
        self.refused = 0

    async def work(self) -> None:
        """Until cancelled."""
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
            self._http = http
            while True:
                try:
                    await self._log_in()
                    await self._shift()
                except (aiohttp.ClientError, TimeoutError, ConnectionError):
                    await asyncio.sleep(RETRY_SECONDS)

    async def _log_in(self) -> None:
        me = await self._call("POST", "/session", {"email": self._email, "password": self._password})
        self._name = str(me["name"])
        await self._call("PUT", "/presence", {"presence": "online"})

    async def _shift(self) -> None:
        while True:
            for offer in (await self._call("GET", "/offers"))["items"]:
                await self._accept(offer["offer_id"])
            mine = (await self._call("GET", "/conversations?view=mine"))["items"]
            for conversation in mine:
                if conversation["state"] == "active":
                    await self._handle(conversation["conversation_id"])
                elif (
                    conversation["state"] in ("waiting", "wrap_up") and conversation["conversation_id"] in self._handled
                ):
                    await self._call("POST", f"/conversations/{conversation['conversation_id']}/closure", {})
            await asyncio.sleep(POLL_SECONDS)

    async def _accept(self, offer_id: str) -> None:
        """An offer may have run out, or have been taken by an attempt whose answer was lost: both are seen next."""
        await self._try("POST", f"/offers/{offer_id}/acceptance", {})

    async def _handle(self, conversation_id: str) -> None:
        conversation = await self._call("GET", f"/conversations/{conversation_id}")
        if conversation["state"] != "active" or "send" not in conversation["moves"]:
            return
        version = conversation["owner_version"]
        if self.answered % SLIP_EVERY == 1 and conversation_id not in self._handled:
            slipped = await self._say(conversation_id, SLIP, version)
            self.refused += (slipped.get("error") or {}).get("code") == "refused_by_policy"
        self._handled.add(conversation_id)
        text = f"{self._name} of Northbank here. I have read your question and will see to it today."
        if not (await self._say(conversation_id, text, version)).get("error"):
            self.answered += 1
            await self._try("POST", f"/conversations/{conversation_id}/closure", {})

    async def _say(self, conversation_id: str, text: str, version: int) -> dict[str, Any]:
        """The key is made from what is said and when it was true, so that a repeated attempt says it once."""
        key = f"{conversation_id}:{version}:{hash(text)}"
        body = {"content": {"type": "text", "body": text}, "owner_version": version, "idempotency_key": key}
        return await self._try("POST", f"/conversations/{conversation_id}/messages", body)

    async def _call(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        answer = await self._try(method, path, body)
        if answer.get("error"):
            raise aiohttp.ClientError(f"{method} {path}: {answer['error'].get('code')}")
        return answer

    async def _try(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        if self._http is None:
            raise RuntimeError("the agent does not work yet")
        timeout = aiohttp.ClientTimeout(total=15)
        async with self._http.request(method, f"{self._url}/api{path}", json=body, timeout=timeout) as response:
            if response.status == 204:
                return {}
            answer = await response.json(content_type=None)
            if response.status >= 500 or not isinstance(answer, dict):
                raise aiohttp.ClientError(f"{method} {path}: HTTP {response.status}")
            return answer
