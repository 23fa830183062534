"""``parley connect``: a real number, from its token to its first event, in checked steps."""

import asyncio
from typing import Annotated

import typer

from parley.clock import Clock
from parley.commands.evidence.client import client_named
from parley.settings import Settings, load_settings
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession, NumberAccess
from parley.workers.connecting import whole
from parley.workers.connecting.steps import Here, Needs, StepFailed, Wish, taken

STEPS = len(whole.STEPS)
# How the person gives it here.
AGAIN: dict[Needs, str] = {
    "": "",
    "code": " Run this again with --code and its six digits.",
    "pin": " Run this again with --pin.",
    "dialogue": "",
}


def run(
    client: Annotated[str, typer.Option(help="Short name of the business that the number is for.")],
    number_id: Annotated[str, typer.Option(help="Phone number id, from WhatsApp Manager.")],
    account_id: Annotated[str, typer.Option(help="WhatsApp Business Account id, from WhatsApp Manager.")],
    access_token: Annotated[
        str, typer.Option(envvar="PARLEY_ACCESS_TOKEN", prompt=True, hide_input=True, help="Best left out: asked for.")
    ],
    code: Annotated[str, typer.Option(help="The six digits that came by SMS or call.")] = "",
    pin: Annotated[str, typer.Option(envvar="PARLEY_PIN", help="Two-step PIN: six digits of your choice.")] = "",
    language: Annotated[str, typer.Option(help="Language in which the code comes.")] = "en_US",
    call: Annotated[bool, typer.Option("--call", help="The code comes by a call, not by SMS.")] = False,
) -> None:
    """Connect a number, step by step; run it again after a step that failed, what is done is passed over."""
    settings = load_settings()
    access = NumberAccess(number_id, access_token.strip(), account_id)
    raise typer.Exit(asyncio.run(connect(settings, client, access, code=code, pin=pin, language=language, call=call)))


async def connect(
    settings: Settings,
    client: str,
    access: NumberAccess,
    *,
    code: str = "",
    pin: str = "",
    language: str = "en_US",
    call: bool = False,
) -> int:
    """0 where all went well. What happens is printed, the token never."""
    database = await Database.open(settings)
    graph = await GraphSession.open(settings.graph_url, settings.graph_version, settings.app_secret)
    place = 0
    try:
        tenant_id = await client_named(database, client)
        here = Here(settings, database, tenant_id, Vault(settings.secret_key), Clock(settings.clock_file))
        wish = Wish(here, graph, access, code, pin, language, call)
        async for done in taken(wish, whole.STEPS):
            place = done.place
            _say(place, done.sentence)
    except StepFailed as error:
        _say(place + 1, f"stopped: {error.sentence}{AGAIN[error.needs]}")
        return 1
    finally:
        await graph.close()
        await database.close()
    return 0


def _say(place: int, sentence: str) -> None:
    typer.echo(f"{place}/{STEPS}  {sentence}")
