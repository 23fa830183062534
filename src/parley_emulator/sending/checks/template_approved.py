"""The template exists in that language, and is approved."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 40
SAID_ELSEWHERE = frozenset({"APPROVED", "PAUSED", "DISABLED"})


def check(send: Send) -> Refusal | None:
    """Finds the template. No other language is taken in its place."""
    if send.type != "template":
        return None
    name, language = send.content["name"], send.content["language"]["code"]
    send.template = send.platform.world.by_name.get((send.number.waba_id, name, language))
    if send.template is None:
        return Refusal(132001, f"template name ({name}) does not exist in {language}")
    if send.template.status not in SAID_ELSEWHERE:
        return Refusal(132001, f"template name ({name}) is not approved in {language}: {send.template.status}")
    return None
