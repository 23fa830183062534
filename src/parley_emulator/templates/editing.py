"""How often a template may be changed: an approved one once a day and ten times in 30 days (reference 6.3, 8.4)."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.state.records import Template

DAY = 86_400
A_DAY, A_MONTH = 1, 10
EDITABLE = frozenset({"APPROVED", "REJECTED", "PAUSED"})
IN_REVIEW, MADE_BY_PLATFORM = 2388039, 2388318


def demand_room(template: Template, category: str, now: float) -> None:
    """Raises Refusal where it may not be changed now."""
    if template.fields.get("source") == "AUTO_GENERATED":
        raise Refusal(100, "Templates that the platform made can not be edited.", subcode=MADE_BY_PLATFORM)
    if template.fields.get("locked"):
        raise Refusal(100, "The template is locked and can not be edited.", subcode=IN_REVIEW)
    if template.status not in EDITABLE:
        raise Refusal(100, f"A template with status {template.status} can not be edited.", subcode=IN_REVIEW)
    if template.status != "APPROVED":
        return
    if category != template.category:
        raise Refusal(100, "The category of an approved template can not be edited.", subcode=2388025)
    edits = [at for at in template.fields.get("edits", []) if at > now - 30 * DAY]
    if len([at for at in edits if at > now - DAY]) >= A_DAY or len(edits) >= A_MONTH:
        message = "An approved template can be edited once in 24 hours and ten times in 30 days."
        raise Refusal(100, message, subcode=2388003)


def note_edit(template: Template, now: float) -> None:
    """Counts only for approved ones."""
    if template.status == "APPROVED":
        edits = [at for at in template.fields.get("edits", []) if at > now - 30 * DAY]
        template.fields = {**template.fields, "edits": [*edits, now]}
