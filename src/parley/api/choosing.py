"""How choices are shown, to the Client and to its provider."""

from datetime import date
from uuid import UUID

from parley.api.models.versions import ChoiceOut, Choices
from parley.core.policy.versions import rulebook_for, versions
from parley.storage import choices
from parley.storage.choices import Choice
from parley.storage.database import Connection


async def choices_of(db: Connection, tenant_id: UUID, today: date) -> Choices:
    """All of the Client's, and what is in force for it."""
    listed = await choices.list_all(db, tenant_id)
    in_force = await choices.in_force(db, tenant_id, today)
    return Choices(rulebook=rulebook_for(in_force, today).version, items=[_shown(each, today) for each in listed])


def _shown(choice: Choice, today: date) -> ChoiceOut:
    text = versions().get(choice.version)
    title = text.title if text else choice.version
    return ChoiceOut.model_validate(vars(choice) | {"title": title, "state": choice.state(today)})
