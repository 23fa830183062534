"""A business asks to be served: the gate is asked, and what it doubts waits for people."""

from datetime import datetime
from uuid import UUID

from parley.actions.ask_about_application import ask_about
from parley.actions.open_case import About, hold
from parley.storage import applications, decisions
from parley.storage.applications import Application
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided


async def submit_application(db: Connection, provider_id: UUID, application: Application, now: datetime) -> Application:
    """Kept whatever is said of it, with the verdict on record; one that is held opens a case."""
    kept, decision = await ask_about(db, provider_id, application, now)
    await applications.insert(db, provider_id, kept)
    if kept.state == "held":
        about = About("application", str(kept.application_id), author_kind="provider", author_id=kept.submitted_by)
        _, decision = await hold(db, provider_id, about, decision, now=now)
    await tell_live(db, provider_id, "decision")
    await decisions.record(db, provider_id, [Decided(decision, "onboarding", "agent", kept.submitted_by)])
    return kept
