"""Connect a number on the page: open the dialogue, hand over what it ended with, try again, or say that it ended.

Nothing here reaches WhatsApp: a worker exchanges the code and takes the steps, and writes what came of each.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from parley.core.errors import Invalid
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision, Finding
from parley.core.sign_up import End, sentence_of
from parley.storage import decisions, sign_up_claims, sign_ups
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.secrets import Vault
from parley.storage.sign_ups import SignUp


class Secrets(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is sealed while a sign-up is under way: the dialogue's code, then its token; the digits of SMS and PIN."""

    code: str = ""
    token: str = ""
    sms: str = ""
    pin: str = ""

    def sealed(self, vault: Vault) -> bytes:
        """For the row."""
        return vault.seal(msgspec.json.encode(self).decode())

    @classmethod
    def opened(cls, vault: Vault, sealed: bytes | None) -> "Secrets":
        """Nothing, where nothing is kept. Raises ``cryptography.fernet.InvalidToken`` with another key."""
        return msgspec.json.decode(vault.open(sealed), type=cls) if sealed else cls()


async def begin(
    db: Connection, tenant_id: UUID, *, in_app: bool, redirect_uri: str, account_id: UUID, now: datetime
) -> UUID:
    """Its id is the dialogue's ``state``: who comes back without it was not sent. Who began it goes on record."""
    sign_up_id = uuid4()
    await sign_ups.insert(db, tenant_id, sign_up_id, in_app=in_app, by=account_id, redirect_uri=redirect_uri, now=now)
    await put_on_record(db, tenant_id, "A sign-up of a number was begun.", sign_up_id, account_id, now)
    return sign_up_id


async def hand_over(
    db: Connection,
    tenant_id: UUID,
    sign_up_id: UUID,
    vault: Vault,
    secrets: Secrets,
    *,
    account_id: str,
    number_id: str,
    now: datetime,
) -> None:
    """What the dialogue ended with; ids are believed only when the token opens them. Raises NotFound and Invalid."""
    known = await sign_ups.lock(db, tenant_id, sign_up_id)
    if known.state not in ("open", "cancelled") or known.sealed:
        raise Invalid("state", f"state: this sign-up is {known.state} already. Begin a new one.")
    told = replace(known, account_id=account_id, number_id=number_id, sealed=secrets.sealed(vault))
    await sign_ups.save(db, tenant_id, replace(told, state="waiting", trouble="", needs=""), now)


async def try_again(
    db: Connection, tenant_id: UUID, sign_up_id: UUID, vault: Vault, *, pin: str, sms: str, now: datetime
) -> None:
    """Take the steps again; what is done is passed over. Raises NotFound and Invalid."""
    known = await sign_ups.lock(db, tenant_id, sign_up_id)
    if known.state != "stopped" or not known.sealed:
        raise Invalid("state", f"state: this sign-up is {known.state}, so there is nothing to try again.")
    before = Secrets.opened(vault, known.sealed)
    after = msgspec.structs.replace(before, pin=pin or before.pin, sms=sms)
    again = replace(known, state="waiting", sealed=after.sealed(vault), trouble="", needs="")
    await sign_ups.save(db, tenant_id, again, now)


async def end(
    db: Connection,
    tenant_id: UUID,
    sign_up_id: UUID,
    how: End,
    *,
    step: str = "",
    message: str = "",
    code: str = "",
    now: datetime,
) -> None:
    """The dialogue ended without a code, or told of an error, after which it may go on. Raises NotFound."""
    known = await sign_ups.lock(db, tenant_id, sign_up_id)
    if known.state != "open":
        return  # the code came first: its end is what counts
    sentence = sentence_of(how, step=step, message=message, code=code)
    kept = how == "CLOSED" and known.trouble  # the window was closed after an error: that is why
    trouble = known.trouble if kept else sentence
    state = "open" if how == "ERROR" else "cancelled"
    needs = "" if state == "open" else "dialogue"
    await sign_ups.save(db, tenant_id, replace(known, state=state, trouble=trouble, needs=needs), now)


async def connected(db: Connection, tenant_id: UUID, done: SignUp, now: datetime) -> bool:
    """The last step is taken: nothing secret is kept with it, and who did it is on record.

    False where the worker's claim is over: then whoever has it now says so, once.
    """
    over = replace(done, state="connected", sealed=None, trouble="", needs="")
    if not await sign_up_claims.save(db, tenant_id, over, now):
        return False
    sentence = "A number was connected by WhatsApp's sign-up."
    await put_on_record(db, tenant_id, sentence, done.sign_up_id, done.begun_by, now, number_id=done.number_id)
    return True


async def put_on_record(
    db: Connection,
    tenant_id: UUID,
    sentence: str,
    sign_up_id: UUID,
    account_id: UUID,
    now: datetime,
    *,
    number_id: str = "",
) -> None:
    """In the Client's own log, which names no account of another tenant: only that it was the provider's."""
    facts = {"by_provider_account": str(account_id), "sign_up_id": str(sign_up_id)}
    finding = Finding("number_sign_up", "A2", "allow", sentence, facts=facts)
    decision = Decision("allow", (finding,), ("number_sign_up",), RULEBOOK_VERSION, now, facts)
    await tell_live(db, tenant_id, "decision")
    await decisions.record(db, tenant_id, [Decided(decision, "onboarding", "system", number_id=number_id)])
