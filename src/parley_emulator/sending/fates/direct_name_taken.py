"""A Direct Send goes out as a template of the platform's own, which can not have the name of one of the business."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.direct import is_generated, named, template_name
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """132021 by webhook."""
    taken = named(send.platform.world, send.number.waba_id, template_name(send.body)) if send.direct else None
    if taken is None or is_generated(taken):
        return None
    return Refusal(132021, f"direct_send_config.template_name: {taken.name} is a template of the account.")
