"""The command ``parley-emulator``."""

import asyncio
import socket
from pathlib import Path
from typing import Annotated

import typer

from parley_emulator.pricing.cards import BadCard, Cards
from parley_emulator.scenario.remote import CannotPlay, follow
from parley_emulator.scenario.shipped import names, text_of
from parley_emulator.server import PortTaken, listen, serve
from parley_emulator.settings import Outgoing, Pace, Settings

cli = typer.Typer(
    help="WhatsApp's Cloud API on this machine, with customers whose phones you hold. No message leaves it.",
    no_args_is_help=True,
    add_completion=False,
)
ENV = "PARLEY_EMULATOR_"


@cli.callback()
def main() -> None:
    """WhatsApp's Cloud API on this machine, with customers whose phones you hold. No message leaves it."""


@cli.command("serve")
def serve_command(
    host: Annotated[str, typer.Option(envvar=ENV + "HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar=ENV + "PORT", help="Port to listen on; 0 takes any free one.")] = 8701,
    data_dir: Annotated[
        Path, typer.Option(envvar=ENV + "DATA_DIR", help="Folder for the database and the files of messages.")
    ] = Path(".parley/emulator"),
    webhook_url: Annotated[
        str, typer.Option(envvar=ENV + "WEBHOOK_URL", help="Where the application takes webhooks.")
    ] = "",
    app_secret: Annotated[str, typer.Option(envvar=ENV + "APP_SECRET", help="Signs the webhooks.")] = "",
    verify_token: Annotated[
        str, typer.Option(envvar=ENV + "VERIFY_TOKEN", help="The application knows the platform by it.")
    ] = "",
    clock_file: Annotated[
        Path | None,
        typer.Option(envvar=ENV + "CLOCK_FILE", help="File in which applications read how far the time was moved."),
    ] = None,
    rate_cards: Annotated[
        Path | None,
        typer.Option(envvar=ENV + "RATE_CARDS", help="Folder with rate cards (CSV) beside the examples."),
    ] = None,
    delivered_after: Annotated[
        float, typer.Option(envvar=ENV + "DELIVERED_AFTER", help="Seconds until a message is on the phone.")
    ] = 0.2,
    read_after: Annotated[
        float, typer.Option(envvar=ENV + "READ_AFTER", help="Seconds until customers who read by themselves have read.")
    ] = 0.3,
    approved_after: Annotated[
        float, typer.Option(envvar=ENV + "APPROVED_AFTER", help="Seconds of its clock that a review takes.")
    ] = 1.0,
    webhook_batch: Annotated[
        int, typer.Option(envvar=ENV + "WEBHOOK_BATCH", min=1, max=1000, help="Most updates in one webhook.")
    ] = 100,
    webhook_parallel: Annotated[
        int, typer.Option(envvar=ENV + "WEBHOOK_PARALLEL", min=1, max=64, help="Most webhooks under way at once.")
    ] = 8,
    webhook_gather: Annotated[
        float,
        typer.Option(envvar=ENV + "WEBHOOK_GATHER", min=0, help="Seconds that updates wait for others to go with."),
    ] = 0.0,
    webhook_timeout: Annotated[
        float, typer.Option(envvar=ENV + "WEBHOOK_TIMEOUT", help="Seconds until a webhook without an answer failed.")
    ] = 10.0,
    webhook_gap: Annotated[
        float,
        typer.Option(
            envvar=ENV + "WEBHOOK_GAP",
            min=0.5,
            help="Longest gap between two tries, in seconds of the platform's clock.",
        ),
    ] = 3600.0,
    webhook_certificate: Annotated[
        Path | None,
        typer.Option(
            envvar=ENV + "WEBHOOK_CERTIFICATE", help="PEM file with the certificate and key it shows (mutual TLS)."
        ),
    ] = None,
    webhook_authority: Annotated[
        Path | None,
        typer.Option(envvar=ENV + "WEBHOOK_AUTHORITY", help="PEM file with one more authority that it trusts."),
    ] = None,
) -> None:
    """Run the platform until it is stopped. The phone is at /phone/, what a tester can do under /control/."""
    settings = Settings(host, port, data_dir, webhook_url, app_secret, verify_token, clock_file, rate_cards)
    settings.pace = Pace(delivered_after, read_after, approved_after)
    settings.outgoing = Outgoing(
        batch=webhook_batch,
        parallel=webhook_parallel,
        gather=webhook_gather,
        timeout=webhook_timeout,
        longest_gap=webhook_gap,
        certificate=webhook_certificate,
        authority=webhook_authority,
    )
    try:
        if rate_cards is not None:
            Cards((rate_cards,))
        listening = listen(settings)
    except (PortTaken, BadCard) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        typer.echo(f"Cannot listen on {host}:{port}: {error.strerror}.", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"The platform answers on {settings.base_url}, the phone is at {settings.base_url}/phone/.")
    _run(settings, listening)


@cli.command("scenario")
def scenario_command(
    file: Annotated[str, typer.Argument(help="A scenario file, or the name of one that comes along.")] = "",
    platform: Annotated[str, typer.Option(help="Address of the running platform.")] = "http://127.0.0.1:8701",
    number: Annotated[str, typer.Option(help="Id of the number that the customers write to.")] = "",
    seed: Annotated[int | None, typer.Option(help="Another seed than the file's.")] = None,
    seconds: Annotated[float | None, typer.Option(help="Least real time it takes, instead of the file's.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Name the files that come along.")] = False,
) -> None:
    """Play thousands of customers from a file on a running platform, its clock moved from event to event."""
    if listed:
        typer.echo("\n".join(names()))
        return
    try:
        text = Path(file).read_text(encoding="utf-8") if Path(file).is_file() else text_of(file)
        if text is None:
            raise CannotPlay(f"There is no file {file or '(none was named)'}. Name one, or see --list.")
        for line in follow(platform, {"phone_number_id": number, "text": text, "seed": seed, "play_seconds": seconds}):
            typer.echo(line)
    except (CannotPlay, OSError, UnicodeDecodeError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _run(settings: Settings, listening: socket.socket) -> None:
    try:
        import uvloop  # noqa: PLC0415 (not there on Windows)
    except ImportError:
        asyncio.run(serve(settings, listening))
    else:
        uvloop.run(serve(settings, listening))


if __name__ == "__main__":
    cli()
