"""The request says that it is for WhatsApp."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import missing, names_whatsapp
from parley_emulator.sending.send import Send

STAGE = 10


def check(send: Send) -> Refusal | None:
    """``messaging_product`` is whatsapp."""
    product = send.body.get("messaging_product")
    if product is None:
        return missing("messaging_product")
    if not names_whatsapp(product):
        return Refusal(131009, "messaging_product must be whatsapp.")
    return None
