"""What the dialogue asks for becomes a portfolio, an account and a number, and a code for their token."""

import secrets
from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.coexistence.joining import join
from parley_emulator.enforcement.news import tell_update
from parley_emulator.enforcement.portfolio import KIND, name_of
from parley_emulator.graph.refusal import Refusal
from parley_emulator.ids import APP_ID
from parley_emulator.numbers.adding import make_number, read_phone
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.codes import CODE
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number, Thing

BEGINNERS_LIMIT = "TIER_250"


class Choices(msgspec.Struct, kw_only=True):
    """What the person chose. An empty id: make a new one of that name.

    ``in_app``: the number is used in the Business App already and stays there; ``shares_history``: and what was said
    on it may be handed over.
    """

    business_id: str = ""
    business_name: str = ""
    waba_id: str = ""
    waba_name: str = ""
    phone_number: str
    display_name: str
    code: str
    in_app: bool = False
    shares_history: bool = True


async def connect(platform: Platform, chosen: Choices) -> dict[str, Any]:
    """The three ids and a code that is exchanged once. Raises Refusal, and then nothing was made."""
    if chosen.code != CODE:
        raise Refusal(136025, "The code is wrong.")
    phone = read_phone(chosen.phone_number)
    account = _account(platform, chosen)
    number = make_number(platform, account, phone, chosen.display_name, _token(platform, account))
    platform.world.save_account(account)
    set_field(platform, number, "code_verification_status", "VERIFIED")
    if chosen.in_app:
        number.status, number.registered = "CONNECTED", True
        join(platform, number, shares_history=chosen.shares_history)
    _name_portfolio(platform, account.business_id, chosen.business_name)
    shared = {"waba_id": account.id, "owner_business_id": account.business_id}
    tell_update(platform, account, "PARTNER_ADDED", waba_info=shared)
    platform.live.tell_all("clock")
    code = make_code(platform, number)
    await platform.store.committed()
    told = {"phone_number_id": number.id, "waba_id": account.id, "business_id": account.business_id}
    return {"code": code, "data": told}


def make_code(platform: Platform, number: Number) -> str:
    """It can be exchanged once for the number's token."""
    made = f"AQ{ids.digits(40)}"
    fields = {"access_token": number.access_token}
    platform.world.save_thing(Thing(id=f"code:{made}", kind="code", owner=APP_ID, fields=fields))
    return made


def offered(platform: Platform) -> list[dict[str, Any]]:
    """The portfolios there are, with their accounts."""
    accounts = list(platform.world.accounts.values())
    return [
        {
            "business_id": business_id,
            "name": name_of(platform.world, business_id),
            "accounts": [
                {"waba_id": each.id, "name": str(each.fields.get("name") or "Business account")}
                for each in accounts
                if each.business_id == business_id
            ],
        }
        for business_id in dict.fromkeys(each.business_id for each in accounts)
    ]


def _account(platform: Platform, chosen: Choices) -> Account:
    """The one that was chosen, or a new one that nobody knows of yet."""
    if chosen.waba_id:
        known = platform.world.accounts.get(chosen.waba_id)
        if known is None or known.business_id != chosen.business_id:
            raise Refusal(100, "Param waba_id is not an account of that portfolio.")
        return known
    owners = {each.business_id for each in platform.world.accounts.values()}
    if chosen.business_id and chosen.business_id not in owners:
        raise Refusal(100, "Param business_id is not a portfolio.")
    if not chosen.business_id and not chosen.business_name.strip():
        raise Refusal(100, "Param business_name is required for a new portfolio.")
    name = chosen.waba_name.strip() or chosen.display_name.strip()
    return Account(id=ids.digits(15), business_id=chosen.business_id or ids.digits(15), fields={"name": name})


def _token(platform: Platform, account: Account) -> str:
    """That of the account's numbers; a new account has a new one."""
    own = (each.access_token for each in platform.world.numbers.values() if each.waba_id == account.id)
    return next(own, "") or f"EAA{secrets.token_hex(32)}"


def _name_portfolio(platform: Platform, business_id: str, name: str) -> None:
    node = f"{KIND}:{business_id}"
    if name.strip() and node not in platform.world.things:
        fields = {"limit": BEGINNERS_LIMIT, "verified": False, "name": name.strip()}
        platform.world.save_thing(Thing(id=node, kind=KIND, owner=business_id, fields=fields))
