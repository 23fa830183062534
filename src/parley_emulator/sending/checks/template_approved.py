"""The template exists in that language, and is approved."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.parts import parts_of
from parley_emulator.sending.send import Send

STAGE = 40
SAID_ELSEWHERE = frozenset({"APPROVED", "PAUSED", "DISABLED"})


def check(send: Send) -> Refusal | None:
    """Finds the template and its cards. No other language is taken in its place."""
    if send.type != "template":
        return None
    name, language = send.content["name"], send.content["language"]["code"]
    send.template = send.platform.world.by_name.get((send.number.waba_id, name, language))
    if send.template is None:
        return Refusal(132001, f"template name ({name}) does not exist in {language}")
    if send.template.status not in SAID_ELSEWHERE:
        return Refusal(132001, f"template name ({name}) is not approved in {language}: {send.template.status}")
    send.parts = parts_of(send.template, send.content)
    return None
