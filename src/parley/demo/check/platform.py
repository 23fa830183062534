"""The local platform's side of the check: what customers send, and what reaches them."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import aiohttp

POLL_SECONDS = 0.1


@dataclass(frozen=True)
class Received:
    """A message that reached a customer's phone."""

    platform_id: str
    to: str
    callback_data: str
    type: str
    body: dict[str, Any]
    at: float


class Platform:
    """Plays the customers and watches what the business sends."""

    def __init__(self, http: aiohttp.ClientSession, url: str, number_id: str) -> None:
        self._http = http
        self._url = url
        self._number_id = number_id
        self._seen = 0
        self._inboxes: dict[str, asyncio.Queue[Received]] = defaultdict(asyncio.Queue)
        self.sends: list[Received] = []

    async def add_customer(self, wa_id: str, name: str) -> None:
        """A new person with a phone that is on."""
        await self._post("customers", {"wa_id": wa_id, "name": name, "auto_read": True, "phone_on": True})

    async def say(self, wa_id: str, message: dict[str, Any]) -> str:
        """The customer sends it; its id at the platform."""
        answer = await self._post(f"customers/{wa_id}/messages", {"phone_number_id": self._number_id, **message})
        return str(answer["id"])

    async def next_for(self, wa_id: str, seconds: float) -> Received:
        """The next message that reaches this customer. Raises TimeoutError."""
        return await asyncio.wait_for(self._inboxes[wa_id].get(), seconds)

    async def watch(self) -> None:
        """Hand what was sent to whom it is for. Ends when cancelled."""
        while True:
            await self.catch_up()
            await asyncio.sleep(POLL_SECONDS)

    async def catch_up(self) -> None:
        """Everything that was sent until now."""
        for send in await self._new_sends():
            self.sends.append(send)
            self._inboxes[send.to].put_nowait(send)

    async def thread(self, wa_id: str) -> list[dict[str, Any]]:
        """Both directions of a customer's chat, oldest first."""
        answer = await self._get(f"customers/{wa_id}/messages?phone_number_id={self._number_id}")
        return list(answer["items"])

    async def _new_sends(self) -> list[Received]:
        answer = await self._get(f"sends?after={self._seen}")
        self._seen = int(answer["next"])
        return [_received(each) for each in answer["items"]]

    async def _get(self, path: str) -> dict[str, Any]:
        async with self._http.get(f"{self._url}/control/{path}") as response:
            response.raise_for_status()
            return dict(await response.json())

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self._http.post(f"{self._url}/control/{path}", json=body) as response:
            response.raise_for_status()
            return dict(await response.json())


def _received(send: dict[str, Any]) -> Received:
    return Received(
        platform_id=send["wamid"],
        to=send["to"],
        callback_data=send["callback_data"] or "",
        type=send["type"],
        body={send["type"]: send["content"]},
        at=float(send["at"]),
    )
