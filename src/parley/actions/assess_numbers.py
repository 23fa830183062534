"""Look at how every number of a Client stands, and slow it down or stop it before the platform does (F1)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import msgspec

from parley.core.policy.gate import decide
from parley.core.policy.matters import ClientFacts, NumberStanding
from parley.core.policy.verdicts import Decision
from parley.storage import decisions, standing
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.standing import Counts

LOOKED_BACK = timedelta(days=7)
Standing = Literal["good", "slow", "stopped"]


async def assess_numbers(
    db: Connection,
    tenant_id: UUID,
    now: datetime,
    *,
    drift: Mapping[str, tuple[str, ...]] | None = None,
    settings: dict[str, Any] | None = None,
) -> dict[str, Standing]:
    """Each number's standing now. What changes is put on record.

    ``drift``: by number, the fields in which WhatsApp shows its profile otherwise.
    """
    client = ClientFacts(settings=settings or {})
    found, changed = dict[str, Standing](), []
    for counts in await standing.counts(db, tenant_id, now - LOOKED_BACK, now):
        decision = decide(_matter(counts, client, (drift or {}).get(counts.number_id, ()), now))
        found[counts.number_id] = stands = _standing(decision)
        findings = msgspec.to_builtins(decision.findings)
        await standing.set_standing(db, tenant_id, counts.number_id, stands, findings, now)
        if stands != counts.standing:
            changed.append(Decided(decision, "platform", "system", number_id=counts.number_id))
    if changed:
        await tell_live(db, tenant_id, "conversation")
        await decisions.record(db, tenant_id, changed)
    return found


def _standing(decision: Decision) -> Standing:
    """A profile that must be looked at again slows nobody down: only what people complained of does."""
    grave = [finding for finding in decision.findings if finding.clause in ("F1", "A3", "F2")]
    if any(finding.verdict in ("block", "hold") for finding in grave):
        return "stopped"
    return "slow" if grave else "good"


def _matter(counts: Counts, client: ClientFacts, drift: tuple[str, ...], now: datetime) -> NumberStanding:
    return NumberStanding(
        client=client,
        now=now,
        number_id=counts.number_id,
        quality=counts.quality_now,
        delivered=counts.delivered,
        blocks=counts.blocks,
        reports=counts.reports,
        opt_outs=counts.opt_outs,
        restriction=counts.limited,
        open_reports=counts.open_reports,
        profile_drift=drift,
        profile_confirmed_at=counts.profile_confirmed_at,
    )
