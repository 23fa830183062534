"""Templates, approved or on their way to it."""

from datetime import datetime
from uuid import UUID

from parley.actions.standing_kinds.standing import Standing
from parley.core.messages.rendering import read_components
from parley.core.policy.matters import ClientFacts, TemplateDraft
from parley.storage import standing_things
from parley.storage.database import Connection
from parley.storage.standing_things import StandingTemplate

KIND = "template"


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Each as it would be drafted today."""
    return [
        Standing(
            f"{each.account_id}/{each.name}/{each.language}",
            f"{each.name} ({each.language})",
            _draft(each, client, now),
        )
        for each in await standing_things.templates(db, tenant_id)
    ]


def _draft(template: StandingTemplate, client: ClientFacts, now: datetime) -> TemplateDraft:
    text = read_components(template.components)
    return TemplateDraft(
        client=client,
        now=now,
        name=template.name,
        language=template.language,
        category=template.category,
        body=text.body,
        header=text.header,
        footer=text.footer,
        buttons=tuple(button.text for button in text.buttons),
        examples=tuple(parameter.example for parameter in text.parameters if parameter.example),
    )
