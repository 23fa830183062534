"""Connect a number of a Client by WhatsApp's own dialogue (embedded sign-up)."""

from uuid import UUID

from fastapi import APIRouter, Request

from parley.actions import sign_up
from parley.actions.sign_up import Secrets
from parley.api.identity import Caller, ProviderCaller, TheClock, TheDatabase, TheSettings
from parley.api.models.sign_up import AttemptIn, CodeIn, DialogueOut, EndIn, SignUpBegun, SignUpOut, SignUps
from parley.api.provider.client import client_of
from parley.core.errors import Invalid
from parley.core.sign_up import HOW_MANY_STEPS, address, origins
from parley.settings import Settings
from parley.storage import accounts, provider, sign_ups
from parley.storage.database import Database
from parley.storage.secrets import Vault

router = APIRouter(prefix="/clients/{tenant_id}/sign-ups")
RETURN = "/signed-up"
NEWEST = 20


@router.get("")
async def index(tenant_id: UUID, caller: ProviderCaller, database: TheDatabase) -> SignUps:
    """The newest 20 of a Client, with what came of each."""
    client = await client_of(database, caller, tenant_id)
    async with database.transaction(client) as db:
        found = await sign_ups.newest(db, client, NEWEST)
    async with database.transaction(caller.tenant_id) as db:
        names = await accounts.names(db, caller.tenant_id, [each.begun_by for each in found])
    more = {"all": HOW_MANY_STEPS}
    return SignUps(
        items=[
            SignUpOut.model_validate({**vars(each), **more, "begun_by": names.get(each.begun_by, "")}) for each in found
        ]
    )


@router.post("", status_code=201)
async def create(
    tenant_id: UUID,
    body: SignUpBegun,
    request: Request,
    caller: ProviderCaller,
    database: TheDatabase,
    settings: TheSettings,
    clock: TheClock,
) -> DialogueOut:
    """Begin: the answer is where the dialogue is opened. Only for a Client that is served."""
    client = await _served(database, caller, tenant_id)
    _must_have_config(settings)
    back = f"{(settings.public_url or str(request.base_url)).rstrip('/')}{RETURN}"
    async with database.transaction(client) as db:
        begun = await sign_up.begin(
            db, client, in_app=body.in_app, redirect_uri=back, account_id=caller.account_id, now=clock.now()
        )
    where = address(
        settings.dialogue,
        settings.graph_version,
        app_id=settings.app_id,
        config=settings.signup_config,
        redirect_uri=back,
        state=str(begun),
        in_app=body.in_app,
    )
    return DialogueOut(sign_up_id=begun, address=where, origins=list(origins(settings.dialogue)))


@router.post("/{sign_up_id}/connection", status_code=202)
async def create_connection(
    tenant_id: UUID,
    sign_up_id: UUID,
    body: CodeIn,
    caller: ProviderCaller,
    database: TheDatabase,
    settings: TheSettings,
    clock: TheClock,
) -> None:
    """Hand over what the dialogue ended with: a worker takes the steps, and each is shown when it is done."""
    client = await _served(database, caller, tenant_id)
    vault, secrets = Vault(settings.secret_key), Secrets(code=body.code, pin=body.pin)
    async with database.transaction(client) as db:
        await sign_up.hand_over(
            db,
            client,
            sign_up_id,
            vault,
            secrets,
            account_id=body.account_id,
            number_id=body.number_id,
            now=clock.now(),
        )


@router.post("/{sign_up_id}/attempts", status_code=202)
async def create_attempt(
    tenant_id: UUID,
    sign_up_id: UUID,
    body: AttemptIn,
    caller: ProviderCaller,
    database: TheDatabase,
    settings: TheSettings,
    clock: TheClock,
) -> None:
    """Take the steps again with what was missing; what is done is passed over."""
    client = await _served(database, caller, tenant_id)
    vault = Vault(settings.secret_key)
    async with database.transaction(client) as db:
        await sign_up.try_again(db, client, sign_up_id, vault, pin=body.pin, sms=body.sms, now=clock.now())


@router.post("/{sign_up_id}/end", status_code=204)
async def create_end(
    tenant_id: UUID,
    sign_up_id: UUID,
    body: EndIn,
    caller: ProviderCaller,
    database: TheDatabase,
    clock: TheClock,
) -> None:
    """Say that the dialogue ended without a code, or told of an error; it is kept with what to do."""
    client = await client_of(database, caller, tenant_id)
    how = {"step": body.step, "message": body.message, "code": body.code}
    async with database.transaction(client) as db:
        await sign_up.end(db, client, sign_up_id, body.how, **how, now=clock.now())


async def _served(database: Database, caller: Caller, tenant_id: UUID) -> UUID:
    """The Client's tenant. Raises NotFound, and Invalid where it is suspended or gone."""
    async with database.transaction(caller.tenant_id) as db:
        client = await provider.client(db, caller.tenant_id, tenant_id)
    if client.status != "active":
        raise Invalid("status", f"status: the service for {client.name} is {client.status}. Take it up again first.")
    return client.tenant_id


def _must_have_config(settings: Settings) -> None:
    if "facebook.com" in settings.dialogue and not settings.signup_config:
        raise Invalid("signup_config", "PARLEY_SIGNUP_CONFIG is not set: Meta's dialogue needs its configuration id.")
