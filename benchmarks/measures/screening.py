"""The screens of texts: identifiers alone, all content screens, and the whole rulebook, each on texts of its own."""

from collections.abc import Callable, Sequence
from time import process_time
from typing import Any

from benchmarks.figures import Figure, quantile
from benchmarks.forgetting import forget
from benchmarks.measures.decision import _outbound
from benchmarks.run import Run
from parley.core.messages import Text
from parley.core.policy.gate import decide, decide_all
from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.screening import screen
from parley.demo.bank import test_questions

BARE = "putting the text into lower case and taking its words"


async def measure(run: Run) -> list[Figure]:
    """Texts that were not asked before, on one core: processor time, so that others on the machine do not count."""
    texts = _texts(1_500 if run.short else 3_000)
    messages = [_outbound(Text(f"{text} Thank you.")) for text in texts]
    for warm in texts[:20]:
        screen(f"{warm} {warm}")
        decide(_outbound(Text(f"{warm} {warm}")))
    bare = _times(lambda text: text.casefold().split(), texts)
    alone = _times(find_identifiers, texts)
    all_screens = _times(screen, texts)
    whole = _times(decide, messages)
    forget()
    together = process_time()
    decide_all(messages)
    together = process_time() - together
    return [
        _rate("identifier screen", alone, 20_000, bare),
        _rate("all content screens", all_screens, None, bare),
        _rate("the whole rulebook, one by one", whole, None, bare),
        Figure(
            "the whole rulebook, in a batch", len(messages) / together, "/s", "more", 2_000, _per_second(bare), BARE
        ),
        Figure("identifier screen, p99", quantile(alone, 0.99), "ms", "less", 0.3),
        Figure("all content screens, p99", quantile(all_screens, 0.99), "ms"),
        Figure("the whole rulebook, p99", quantile(whole, 0.99), "ms", "less", 5),
    ]


def _rate(what: str, times: Sequence[float], aim: float | None, bare: Sequence[float]) -> Figure:
    return Figure(what, _per_second(times), "/s", "more", aim, _per_second(bare), BARE)


def _per_second(times: Sequence[float]) -> float:
    return 1000 * len(times) / max(sum(times), 1e-9)


def _times(ask: Callable[[Any], object], asked: Sequence[Any]) -> list[float]:
    times = []
    for each in asked:
        started = process_time()
        ask(each)
        times.append((process_time() - started) * 1000)
    return times


def _texts(count: int) -> list[str]:
    """Customers' questions, each with an order number of its own: no answer that is remembered helps."""
    questions = [text for text, _ in test_questions()]
    return [f"{questions[i % len(questions)]} Order {10_000 + i * 37}." for i in range(count)]
