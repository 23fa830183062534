"""Teaching a bot in a process of its own: it takes seconds and 70 MiB of libraries, which the worker does not keep."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from uuid import uuid4

from parley.core.chatbot.encoder import MiniLM
from parley.core.chatbot.understander import save

MODEL, VOCABULARY = "minilm-int8.onnx", "minilm-vocab.txt"


def encoder_in(models_dir: Path, threads: int = 1) -> MiniLM | None:
    """The embedding file's encoder, None where it has not been fetched."""
    model = models_dir / MODEL
    return MiniLM(model, models_dir / VOCABULARY, threads) if model.exists() else None


async def taught_apart(file: Path, examples: Sequence[tuple[str, str]], models_dir: Path | None) -> None:
    """Teach from (text, intent_id) and keep what was learned in the file.

    ``models_dir``: where the embedding file is, None to teach with words alone. Raises what teaching raises, and
    BrokenProcessPool where the process was killed.
    """
    apart = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        await asyncio.get_running_loop().run_in_executor(apart, _teach, file, list(examples), models_dir)
    finally:
        apart.shutdown(wait=False)


def _teach(file: Path, examples: list[tuple[str, str]], models_dir: Path | None) -> None:
    from parley.core.chatbot.teaching import teach  # noqa: PLC0415 - only here, where the process ends with it

    draft = file.with_name(f"{uuid4().hex}.draft.npz")  # another process may teach from the same examples
    save(teach(examples, encoder_in(models_dir) if models_dir else None), draft)
    draft.replace(file)
