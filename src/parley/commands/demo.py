"""``parley demo``: the whole product on this machine, with a bank to play with."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.panel import Panel
from rich.progress import Progress

from parley.demo.bank import load_bank
from parley.demo.check.report import as_table, as_values
from parley.demo.check.run import run_check
from parley.demo.installation import Installation, Layout, empty
from parley.demo.processes import DidNotStart
from parley.demo.seed import PASSWORD

console = Console(stderr=True)


def run(
    check: Annotated[
        bool, typer.Option("--check", help="Replay real questions without a screen, and account.")
    ] = False,
    reset: Annotated[bool, typer.Option("--reset", help="Begin anew: what the demo kept is deleted.")] = False,
    port: Annotated[int, typer.Option(help="The desk's port; the platform takes the next one.")] = 8700,
    folder: Annotated[Path, typer.Option(help="Where the demo keeps its data.")] = Path(".parley/demo"),
    questions: Annotated[int, typer.Option(help="With --check: how many questions.", min=1, max=500)] = 500,
    per_second: Annotated[float, typer.Option(help="With --check: customers a second.", min=0.1)] = 10,
    crashes: Annotated[int, typer.Option(help="With --check: kill the application so often.", min=0)] = 0,
    seed: Annotated[int, typer.Option(help="With --check: decides when the crashes come.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="With --check: the figures as JSON.")] = False,
) -> None:
    """Start everything, fill in a demo bank, and print where to go; Ctrl-C stops it, the data stay."""
    if reset and not check:
        empty(folder)
    _prepare_models(folder)
    try:
        if check:
            _check(folder.with_name("check"), folder / "models", questions, per_second, crashes, seed, as_json)
        else:
            asyncio.run(_demo(Layout(folder, port, port + 1)))
    except DidNotStart as error:
        console.print(f"[red]{error}[/red]")
        raise typer.Exit(1) from None


async def _demo(layout: Layout) -> None:
    installation = Installation(layout)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stopped.set)
    starting = asyncio.create_task(installation.start(lambda step: console.print(f"[dim]•[/dim] {step}")))
    try:
        await _either(starting, stopped)
        if not stopped.is_set():
            console.print(_addresses(layout))
            _open_where_there_is_a_display(layout)
            await _until_stopped(installation, stopped)
    finally:
        console.print("[dim]•[/dim] Stopping")
        await installation.stop()


async def _either(starting: "asyncio.Task[None]", stopped: asyncio.Event) -> None:
    """Started, failed, or told to stop before it was started."""
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait([starting, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if starting.done():
        await starting
    else:
        starting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await starting


async def _until_stopped(installation: Installation, stopped: asyncio.Event) -> None:
    """A process that ends by itself ends the demo, with its last words."""
    watched = {asyncio.create_task(each.wait()): each for each in installation.processes}
    waiting = asyncio.create_task(stopped.wait())
    done, rest = await asyncio.wait([waiting, *watched], return_when=asyncio.FIRST_COMPLETED)
    for task in rest:
        task.cancel()
    if waiting not in done:
        ended = next(watched[task] for task in done if task in watched)
        raise DidNotStart(f"{ended.name} ended. {ended.last_words()}")


def _addresses(layout: Layout) -> Panel:
    bank = load_bank()
    agents = ", ".join(agent["email"] for agent in bank.agents[:3])
    lines = [
        f"[bold]The phone[/bold]            {layout.platform_url}/phone/",
        f"                     be one of {len(bank.customers)} customers of {bank.business['name']}; no log-in",
        f"[bold]WhatsApp Manager[/bold]     {layout.platform_url}/manager",
        "                     decide as WhatsApp would: templates, quality, restrictions, appeals; no log-in",
        f"[bold]The desk[/bold]             {layout.desk_url}/",
        f"                     {agents}, …",
        f"[bold]The provider's page[/bold]  {layout.desk_url}/provider",
        f"                     {bank.provider['email']}",
        "",
        f"Password for all of them: [bold]{PASSWORD}[/bold]",
        "Ctrl-C stops everything; the data stay. Begin anew with: make demo RESET=1",
    ]
    return Panel("\n".join(lines), title="parley is running", expand=False)


def _open_where_there_is_a_display(layout: Layout) -> None:
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        for url in (f"{layout.platform_url}/phone/", f"{layout.desk_url}/", f"{layout.desk_url}/provider"):
            webbrowser.open_new_tab(url)


def _check(
    folder: Path, models: Path, questions: int, per_second: float, crashes: int, seed: int, as_json: bool
) -> None:
    shutil.copytree(models, folder / "models", dirs_exist_ok=True)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("questions", total=questions, visible=False)
        result = asyncio.run(
            run_check(
                folder,
                questions=questions,
                per_second=per_second,
                crashes=crashes,
                seed=seed,
                tell=lambda step: bar.console.print(f"[dim]•[/dim] {step}"),
                progress=lambda done, _: bar.update(task, completed=done, visible=True),
            )
        )
    if as_json:
        typer.echo(json.dumps(as_values(result)))
    else:
        Console().print(as_table(result))
    for problem in result.problems:
        console.print(f"[red]{problem}[/red]")
    if result.problems:
        raise typer.Exit(1)


def _prepare_models(folder: Path) -> None:
    """Once. Where it can not be had, the command says so itself; the bot works without it, less well.

    In a process of its own: its libraries cost 100 MB, and this one stays for as long as the demo does.
    """
    shared, ours = folder.parent / "models", folder / "models"
    if not any(shared.glob("*.onnx")):
        command = [sys.executable, "-m", "parley.main", "bot", "fetch-embeddings", "--data-dir", str(folder.parent)]
        subprocess.run(command, check=False)
    ours.mkdir(parents=True, exist_ok=True)
    for file in (*shared.glob("*.onnx"), *shared.glob("*-vocab.txt")):
        if not (ours / file.name).exists():
            shutil.copy(file, ours)
