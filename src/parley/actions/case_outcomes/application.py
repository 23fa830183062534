"""People have looked at an application: what they found to be no matter is no matter any more."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from parley.actions import case_record
from parley.actions.ask_about_application import ask_about
from parley.actions.open_case import About, hold
from parley.core.policy.cases import Case, Outcome
from parley.storage import applications, decisions
from parley.storage.applications import Application
from parley.storage.database import Connection

LAPSED = "Nobody decided in time."
REFUSED = "People looked at it and refused."


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Released: the hits they saw are cleared and the gate is asked again; what else it finds is asked anew."""
    application = await applications.lock(db, case.tenant_id, UUID(case.subject))
    if application.state != "held":
        return
    if outcome != "released":
        note = LAPSED if lapsed else REFUSED
        await applications.save(db, case.tenant_id, replace(application, state="rejected", note=note, decided_at=now))
        return
    asked, decision = await ask_about(db, case.tenant_id, _looked_at(application, case), now)
    await applications.save(db, case.tenant_id, asked)
    if asked.state == "held":
        about = About("application", case.subject, author_kind=case.author_kind, author_id=case.author_id)
        new, _ = await hold(db, case.tenant_id, about, decision, now=now)
        await decisions.record(db, case.tenant_id, [case_record.of_opening(new, now)])


def _looked_at(application: Application, case: Case) -> Application:
    """A hit is cleared by itself, so that a new one is seen; other rules' holds are lifted by their names."""
    cleared = [str(hit["key"]) for hit in application.watch_hits]
    rules = [rule for rule in case.holding_rules if rule != "nobody_on_a_watch_list"]
    return replace(
        application,
        cleared_hits=sorted({*application.cleared_hits, *cleared}),
        released=sorted({*application.released, *rules}),
    )
