"""The screen for identifiers and secrets: all kinds, on one core, and on the longest text that may come."""

from collections.abc import Callable
from time import process_time

from stdnum import luhn

from benchmarks.figures import Figure, quantile
from benchmarks.run import Run
from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.identifiers.requests import asks_for
from parley.demo.bank import load_bank, test_questions

BARE = "a Luhn check of sixteen digits"
# One message in five has a number or a secret in it; of these, half are look-alikes.
WITH_NUMBERS = (
    "Your order 43068788 ships today, tracking number JD014600006228974218.",
    "Invoice 2026-004711 of 12/03/2026 for 1,250.00 EUR",
    "Please ring me on +44 20 7946 0958 after 5 pm",
    "my card is 4111 1111 1111 1111, can you check it",
    "Mi DNI es 12345678Z y mi pedido es el 99120",
    "Meu CPF é 529.982.247-25, obrigado",
    "My IBAN is GB82 WEST 1234 5698 7654 32",
    "मेरा आधार नंबर 2341 2341 2346 है",
    "الرقم السري ٤٨٢١",
    "my card number is four one one one, one one one one, one one one one, one one one one",
)
LONGEST = 65_536
HARD = (
    "1 2 ",
    "4111 ",
    "four one ",
    "my pin is 4 ",
    "gb12 abcd ",
    "ssn 123456789 ",
    "a1 ",
    "password: ",
    "card number ",
)


async def measure(run: Run) -> list[Figure]:
    """Messages as they come, one after the other, then texts made to be hard: processor time, as in ``screening``."""
    texts = _messages()
    rounds = 2 if run.short else 12
    for text in texts:  # the lists are read once
        find_identifiers(text)
        asks_for(text)
    spent, times = [], []
    for _ in range(rounds):
        started = process_time()
        for text in texts:
            find_identifiers(text)
        spent.append(len(texts) / (process_time() - started))
    for text in texts * rounds:
        began = process_time()
        find_identifiers(text)
        times.append((process_time() - began) * 1000)
    bare = _took(lambda: luhn.is_valid("4111111111111111"), 2000)
    hard = max(_took(lambda text=text: find_identifiers(text), 1) for text in _hard())  # type: ignore[misc]
    asked = max(_took(lambda text=text: asks_for(text), 1) for text in _hard())  # type: ignore[misc]
    detail = {"messages": len(texts), "p50_ms": round(quantile(times, 0.5), 4)}
    return [
        Figure("identifier screen", max(spent), "messages/s", "more", 20_000, detail=detail),
        Figure("identifier screen, p99", quantile(times, 0.99), "ms", "less", 0.3, bare, BARE),
        Figure("64 KiB made to be hard, longest", max(hard, asked), "ms", "less", 50),
    ]


def _messages() -> list[str]:
    answers = [answer.text for answer in load_bank().intents.values()]
    questions = [text for text, _ in test_questions()]
    plain = [*answers, *questions][:400]
    return [*plain, *WITH_NUMBERS * (len(plain) // 4 // len(WITH_NUMBERS))]


def _hard() -> list[str]:
    return [(piece * (LONGEST // len(piece) + 1))[:LONGEST] for piece in HARD]


def _took(work: Callable[[], object], times: int) -> float:
    """Milliseconds of one."""
    started = process_time()
    for _ in range(times):
        work()
    return (process_time() - started) * 1000 / times
