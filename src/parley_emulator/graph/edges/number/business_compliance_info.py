"""Who stands behind the number, as Indian law wants it told."""

import re
from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "business_compliance_info"
TYPES = frozenset(
    {
        "LIMITED_LIABILITY_PARTNERSHIP",
        "SOLE_PROPRIETORSHIP",
        "PARTNERSHIP",
        "PUBLIC_COMPANY",
        "PRIVATE_COMPANY",
        "OTHER",
    }
)
PHONE = re.compile(r"\+[1-9]\d{1,14}")
FIELDS = (
    "whatsapp_business_account_id",
    "messaging_product",
    "entity_name",
    "entity_type",
    "entity_type_custom",
    "is_registered",
    "grievance_officer_details",
    "customer_care_details",
)
SHAPE = Shape("WhatsAppBusinessComplianceInfo", FIELDS)


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """In a list of one, empty before it was told."""
    told = number.fields.get("compliance")
    if not told:
        return {"data": []}
    whole = {"whatsapp_business_account_id": number.waba_id, "messaging_product": "whatsapp", **told}
    return {"data": [pick(call.param("fields"), whole, FIELDS)]}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """All of it at once."""
    body = {name: call.value(name) for name in call.body}
    kind = str(body.get("entity_type") or "").upper()
    if kind not in TYPES:
        raise Refusal(100, f"Param entity_type must be one of {', '.join(sorted(TYPES))}.")
    told: dict[str, Any] = {"entity_name": text_in(body, "entity_name", "", 128), "entity_type": kind}
    if kind == "OTHER":
        told["entity_type_custom"] = text_in(body, "entity_type_custom", "", 1024)
    if (registered := call.flag("is_registered")) is not None:
        told["is_registered"] = registered
    for name in ("grievance_officer_details", "customer_care_details"):
        told[name] = _contact(object_in(body, name), name)
    set_field(platform, number, "compliance", told)
    await platform.store.committed()
    return {"success": True}


def _contact(given: dict[str, Any], where: str) -> dict[str, str]:
    contact = {"email": text_in(given, "email", where, 128)}
    if "@" not in contact["email"]:
        raise Refusal(131009, f"{where}.email must be an e-mail address.")
    if where == "grievance_officer_details":
        contact["name"] = text_in(given, "name", where, 128)
    for key in ("mobile_number", "landline_number"):
        if phone := text_in(given, key, where, 20, required=False):
            if not PHONE.fullmatch(phone):
                raise Refusal(131009, f"{where}.{key} must be a phone number with a plus.")
            contact[key] = phone
    return contact
