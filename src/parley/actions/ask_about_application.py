"""What the gate says of an application now: with today's lists, and whom the provider has barred."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import msgspec

from parley.actions.screen_names import as_facts, screen_names, subjects_of
from parley.core.policy.gate import decide
from parley.core.policy.identity import Identity, identities_of
from parley.core.policy.matters import ClientApplication, ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import barring
from parley.storage.applications import Application
from parley.storage.database import Connection


async def ask_about(
    db: Connection, provider_id: UUID, application: Application, now: datetime
) -> tuple[Application, Decision]:
    """The application with what was found and its state by the verdict, and the decision."""
    found = [as_facts(hit) for hit in await screen_names(db, provider_id, subjects_of(application))]
    screened = replace(application, watch_hits=found)
    decision = decide(await matter_of(db, provider_id, screened, now))
    state = "cleared" if decision.lets_pass else "held" if decision.verdict == "hold" else "refused"
    findings = msgspec.to_builtins(decision.findings)
    kept = replace(screened, state=state, findings=findings, rulebook_version=decision.rulebook_version)
    return kept, replace(decision, facts=decision.facts | {"application_id": str(application.application_id)})


def identities(application: Application) -> frozenset[Identity]:
    """All by which the business is known."""
    profile = application.profile
    return identities_of(
        legal_names=[application.legal_name],
        registration_numbers=[application.registration_number],
        telephones=[*application.telephones, str(profile.get("telephone", ""))],
        websites=[*application.websites, *profile.get("websites", [])],
        emails=[*application.emails, str(profile.get("email", ""))],
    )


async def matter_of(db: Connection, provider_id: UUID, application: Application, now: datetime) -> ClientApplication:
    """The application as the gate is asked about it: as it is kept, and who is barred now."""
    client = ClientFacts(
        application.name, application.legal_name, tuple(application.countries), application.sector.strip().casefold()
    )
    return ClientApplication(
        client=client,
        now=now,
        display_names=tuple(application.display_names),
        description=application.description,
        websites=tuple(application.websites),
        emails=tuple(application.emails),
        telephones=tuple(application.telephones),
        registration_number=application.registration_number,
        privacy_url=application.privacy_url,
        profile=application.profile,
        people=tuple(each.name for each in application.persons),
        licences=tuple(application.licences),
        news_registration=application.news_registration,
        barred=await barring.barred(db, provider_id, identities(application)),
        watch_hits=tuple(application.watch_hits),
        cleared_hits=tuple(application.cleared_hits),
        released=frozenset(application.released),
    )
