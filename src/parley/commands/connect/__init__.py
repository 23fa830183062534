"""``parley connect``: a real number, from its token to its first event, in nine checked steps."""

import asyncio
from typing import Annotated

import aiohttp
import typer

from parley.clock import Clock
from parley.commands.connect.keeping import keep_number
from parley.commands.connect.phone import ask_its_phone
from parley.commands.connect.steps import BEFORE, StepFailed, Wish
from parley.commands.doctor.findings import unanswered
from parley.commands.doctor.number import number_is_well
from parley.commands.evidence.client import client_named
from parley.settings import Settings, load_settings
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph import people

STEPS = len(BEFORE) + 2


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
    wish = Wish(settings, graph, access, code, pin, language, call)
    place = 1
    try:
        for place, step in enumerate(BEFORE, start=1):
            _say(place, await step(wish))
        place = STEPS - 1
        _say(place, await _kept(database, client, wish))
        place = STEPS
        _say(place, await _well(wish))
    except StepFailed as error:
        return _failed(place, str(error))
    except (GraphError, aiohttp.ClientError, TimeoutError) as error:
        finding = unanswered("", error)
        return _failed(place, f"{finding.sentence} {finding.mend}")
    finally:
        await graph.close()
        await database.close()
    return 0


def _say(place: int, sentence: str) -> None:
    typer.echo(f"{place}/{STEPS}  {sentence}")


def _failed(place: int, sentence: str) -> int:
    _say(place, f"stopped: {sentence.strip()}")
    return 1


async def _kept(database: Database, client: str, wish: Wish) -> str:
    tenant_id = await client_named(database, client)
    number, profile = await wish.number(), await people.profile(wish.graph, wish.access)
    vault = Vault(wish.settings.secret_key)
    async with database.transaction(tenant_id) as db:
        await keep_number(db, tenant_id, vault, wish.access, number, profile, Clock(wish.settings.clock_file).now())
    phone = await ask_its_phone(wish) if number.is_on_biz_app else ""
    return f"the number is kept here, its token sealed{phone}"


async def _well(wish: Wish) -> str:
    """What the doctor says of it: what is broken stops, what should be mended is said."""
    found = await number_is_well(wish.graph, wish.access)
    broken = [each for each in found if each.state == "FAIL"]
    if broken:
        raise StepFailed("; ".join(f"{each.sentence} {each.mend}".strip() for each in broken))
    warnings = [f"{each.link}: {each.sentence} {each.mend}".strip() for each in found if each.state == "WARN"]
    return "\n     ".join(["the number is ready", *warnings])
