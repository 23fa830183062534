"""The ChatBot: how long it takes to understand one message, how often rightly, and how long it is taught.

Through the code of ``parley bot evaluate``: BANKING77 whole where its file lies beside the project, else the demo's
examples and 500 test questions.
"""

from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figure, quantile
from benchmarks.place import MODELS, ROOT
from benchmarks.run import Run
from parley.commands.bot import _examples
from parley.commands.bot import measure as evaluate
from parley.core.chatbot.teaching import teach
from parley.core.chatbot.understander import Understander
from parley.demo.bank import examples, test_questions
from parley.workers.teaching import encoder_in

WHOLE = ROOT.parent / "shared" / "data" / "banking77" / "banking77.jsonl.gz"
BARE = "the sentence's embedding alone"
AIM_ACCURACY = 93.5


async def measure(run: Run) -> list[Figure]:
    """Taught once, then asked all questions."""
    folder = next((each for each in _folders() if all((each / name).exists() for name in MODELS)), None)
    encoder = encoder_in(folder, threads=2) if folder else None
    whole = WHOLE.exists() and not run.short
    taught = _examples(WHOLE, "train") if whole else examples()
    asked = _examples(WHOLE, "test") if whole else test_questions()
    started = perf_counter()
    understander = Understander(teach(taught, encoder), encoder)
    seconds = perf_counter() - started
    told = evaluate(understander, asked)
    bare = []
    for text, _ in asked[:200] if encoder else []:
        started = perf_counter()
        encoder.encode([text])  # type: ignore[union-attr]
        bare.append((perf_counter() - started) * 1000)
    p50, p99 = (quantile(bare, 0.5), quantile(bare, 0.99)) if bare else (None, None)
    detail = {"examples": len(taught), "questions": len(asked), "embeddings": encoder is not None}
    return [
        Figure("accuracy", told["accuracy"] * 100, "%", "more", AIM_ACCURACY, detail=detail),
        Figure("understanding, p50", told["guess_ms_p50"], "ms", bare=p50, bare_is=BARE),
        Figure("understanding, p99", told["guess_ms_p99"], "ms", "less", 8, p99, BARE),
        Figure("teaching", seconds, "s", "less", 20),
    ]


def _folders() -> list[Path]:
    return [ROOT / ".parley" / "models", ROOT / ".parley" / "demo" / "models"]
