"""The second readers, where any is named: a wrong key would be noticed by nobody, since messages go on."""

from parley.core.policy.opinions import Failure, Opinion
from parley.opinions.readers import Readers
from parley.settings import Settings
from parley.workers.connecting.findings import Finding

LINKS = {"text": "second reader", "file": "classifier"}
WHY: dict[Failure, str] = {
    "timeout": "It does not answer in time",
    "unreachable": "It can not be reached",
    "refused": "It refuses the question",
    "nonsense": "Its answer is of another form",
}


async def readers_answer(settings: Settings) -> list[Finding]:
    """Each is shown a greeting, or an empty picture. Nothing where none is named."""
    readers = Readers.open(settings)
    if readers is None:
        return []
    try:
        return [_finding(opinion, settings) for opinion in await readers.tried()]
    finally:
        await readers.close()


def _finding(opinion: Opinion, settings: Settings) -> Finding:
    link = LINKS[opinion.of]
    if not opinion.failed:
        return Finding(link, "OK", f"It answers ({opinion.model or opinion.reader}).")
    waits = opinion.of == "file" or settings.opinion_if_silent == "hold"
    then = "what it should look at waits for a person" if waits else "texts leave without it"
    where = "PARLEY_OPINION_URL, _KEY, _FORM and _MODEL" if opinion.reader != "command" else "PARLEY_MEDIA_CLASSIFIER"
    sentence = f"{WHY.get(opinion.failed, 'It gives no answer')}, so {then}."
    return Finding(link, "WARN", sentence, f"Check {where}.")
