"""Which figures an account is shown: what it cost is hidden where a partner's line of credit pays (reference 4.10)."""

from collections.abc import Sequence

from parley_emulator.analytics.asked import Asked
from parley_emulator.state.records import Account

PARTNER_PAYS = "partner_pays"


def metrics_in(account: Account, asked: Asked, allowed: Sequence[str]) -> list[str]:
    """Those of ``metric_types``, all of them where none is named. Raises Refusal."""
    wanted = asked.listed("metric_types", allowed) or list(allowed)
    return [each for each in wanted if each != "COST" or not account.fields.get(PARTNER_PAYS)]
