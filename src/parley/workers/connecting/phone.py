"""A number that stays in the Business App: its phone is asked for its address book and for what was said before."""

from parley.whatsapp.client import GraphError
from parley.whatsapp.graph import numbers
from parley.workers.connecting.steps import Wish

KINDS = ("smb_app_state_sync", "history")
ASKED_ALREADY, TOO_LATE = 2593107, 2593108


async def ask_its_phone(wish: Wish) -> str:
    """What to say of it. It can be asked once, within a day of joining; a second run has nothing to ask."""
    for kind in KINDS:
        try:
            await numbers.ask_phone(wish.graph, wish.access, kind)
        except GraphError as error:
            if error.code == TOO_LATE:
                return "; its phone joined more than a day ago, so its history stays there"
            if error.code != ASKED_ALREADY:
                raise
    return "; its phone hands over its address book and its history"
