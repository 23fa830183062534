"""All steps of connecting a number in their order: at the platform first, then here, then a look at all of it."""

from uuid import UUID

from msgspec import to_builtins
from psycopg.errors import UniqueViolation

from parley.core.policy.identity import identities_of
from parley.storage import barring, numbers, template_states
from parley.storage.database import Database
from parley.whatsapp.graph import accounts, people, templates
from parley.workers.connecting.keeping import keep_number
from parley.workers.connecting.number import number_is_well
from parley.workers.connecting.phone import ask_its_phone
from parley.workers.connecting.steps import (
    Step,
    StepFailed,
    Wish,
    account,
    protected,
    registered,
    subscribed,
    token,
    verified,
    webhook,
)

CLIENT = "SELECT name, status, provider_id FROM tenant WHERE tenant_id = %s"


async def allowed(wish: Wish) -> str:
    """The business is served, and neither it nor the number is barred (F4)."""
    display = (await wish.number()).display_phone_number
    database, tenant_id = wish.here.database, wish.here.tenant_id
    async with database.transaction(tenant_id) as db:
        row = await (await db.execute(CLIENT, [tenant_id])).fetchone()
    name, status, provider_id = row or ("", "gone", None)
    if status != "active":
        raise StepFailed(f"The service for {name or 'this business'} is {status}: no number is connected for it.")
    if provider_id is not None and await _is_barred(database, provider_id, display):
        raise StepFailed("The number belonged to a business that is barred: it is not connected again (F4).")
    return f"{name} may have it"


async def kept(wish: Wish) -> str:
    """Its row, its token sealed, its templates. Nothing leaves until a person has confirmed its profile (B2)."""
    here, access = wish.here, wish.access
    number, profile = await wish.number(), await people.profile(wish.graph, access)
    portfolio = (await accounts.account(wish.graph, access, access.account_id)).portfolio
    try:
        async with here.database.transaction(here.tenant_id) as db:
            await keep_number(db, here.tenant_id, here.vault, access, number, profile, here.clock.now())
            await numbers.owned_by(db, here.tenant_id, access.account_id, portfolio)
    except UniqueViolation:
        raise StepFailed("The number is connected for another business here. Disconnect it there first.") from None
    phone = await ask_its_phone(wish) if number.is_on_biz_app else ""
    return f"the number is kept here, its token sealed{phone}; {await _templates(wish)}"


async def _templates(wish: Wish) -> str:
    here, account_id = wish.here, wish.access.account_id
    listed = [to_builtins(each) for each in await templates.templates(wish.graph, wish.access, account_id)]
    async with here.database.transaction(here.tenant_id) as db:
        known = await template_states.replace_all(db, here.tenant_id, account_id, listed, here.clock.now())
    return f"{known} templates are known here" if known != 1 else "1 template is known here"


async def well(wish: Wish) -> str:
    """What the doctor says of it: what is broken stops, what should be mended is said."""
    found = await number_is_well(wish.graph, wish.access, wish.here.clock.wall())
    broken = [each for each in found if each.state == "FAIL"]
    if broken:
        raise StepFailed("; ".join(f"{each.sentence} {each.mend}".strip() for each in broken))
    warnings = [f"{each.link}: {each.sentence} {each.mend}".strip() for each in found if each.state == "WARN"]
    return "\n     ".join(["the number is ready", *warnings])


STEPS: tuple[Step, ...] = (
    token,
    account,
    allowed,
    verified,
    registered,
    protected,
    webhook,
    subscribed,
    kept,
    well,
)


async def _is_barred(database: Database, provider_id: UUID, display: str) -> bool:
    asked = identities_of(telephones=[display])
    async with database.transaction(provider_id) as db:
        return any(kind == "telephone" for kind, _ in await barring.barred(db, provider_id, asked))
