"""What the tester asks for."""

from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request

from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Customer, Number

T = TypeVar("T")


class NotFound(LookupError):
    """The sentence names what is not there."""


@dataclass(frozen=True)
class Asked:
    """One request to the control API."""

    path: dict[str, str]
    query: dict[str, str]
    raw: bytes
    headers: dict[str, str]

    @classmethod
    async def read(cls, request: Request) -> "Asked":
        """All of it."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        return cls(dict(request.path_params), dict(request.query_params), await request.body(), headers)

    def body(self) -> dict[str, Any]:
        """The JSON object of the body, empty without one."""
        return msgspec.json.decode(self.raw, type=dict[str, Any]) if self.raw.strip() else {}

    def typed(self, kind: type[T]) -> T:
        """The body as that, wrong fields refused."""
        return msgspec.json.decode(self.raw or b"{}", type=kind)


def the_number(platform: Platform, number_id: str) -> Number:
    """The number, or NotFound."""
    number = platform.world.numbers.get(number_id)
    if number is None:
        raise NotFound(f"There is no number {number_id or '(phone_number_id is missing)'}.")
    return number


def the_account(platform: Platform, asked: Asked) -> Account:
    """The account of the path, or NotFound."""
    account = platform.world.accounts.get(asked.path["waba_id"])
    if account is None:
        raise NotFound(f"There is no account {asked.path['waba_id']}.")
    return account


def the_customer(platform: Platform, wa_id: str) -> Customer:
    """The customer, or NotFound."""
    customer = platform.world.customers.get(wa_id)
    if customer is None:
        raise NotFound(f"There is no customer {wa_id}.")
    return customer
