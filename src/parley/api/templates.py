"""Templates to choose from, with what must be filled in."""

from typing import Annotated

from fastapi import APIRouter, Query

from parley.api.identity import DeskCaller, Transaction
from parley.api.models.desk import TemplateOut, Templates
from parley.core.messages.rendering import read_components
from parley.storage import templates
from parley.storage.templates import Template

SHOWN = ("header", "body", "footer", "buttons", "parameters", "header_kind", "cards", "offer")

router = APIRouter(prefix="/templates", tags=["templates"])


@router.get("")
async def index(
    caller: DeskCaller, db: Transaction, number_id: Annotated[str | None, Query(max_length=64)] = None
) -> Templates:
    """Those that this number can send, or all; the status says whether they may be sent now."""
    found = await templates.list_all(db, caller.tenant_id, number_id)
    return Templates(items=[_shown(template) for template in found if template.status != "DELETED"])


def _shown(template: Template) -> TemplateOut:
    text = read_components(template.components)
    return TemplateOut.model_validate(
        {
            **{name: getattr(template, name) for name in ("name", "language", "category", "status")},
            **{name: getattr(text, name) for name in SHOWN},
        }
    )
