"""A template for one-time codes in many languages at once: new, or changed."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Account, Template
from parley_emulator.templates.authentication import asked_in, components
from parley_emulator.templates.status import unrated

NODE = "account"
EDGE = "upsert_message_templates"


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Approved at once: the texts are the platform's own."""
    name, languages = text_in(call.body, "name", "", 512), call.value("languages")
    if call.param("category").upper() != "AUTHENTICATION":
        raise Refusal(100, "Param category must be AUTHENTICATION.")
    if not isinstance(languages, list) or not languages:
        raise Refusal(100, "Param languages must be an array of languages.")
    parts = asked_in(call.value("components") or [])
    done = []
    for language in map(str, languages):
        known = platform.world.by_name.get((account.id, name, language))
        template = known or Template(
            id=ids.digits(15),
            waba_id=account.id,
            name=name,
            language=language,
            category="AUTHENTICATION",
            components=[],
            quality_score=unrated(platform.clock.now()),
        )
        template.components = components(language, *parts)
        template.status = "APPROVED"
        platform.world.save_template(template)
        done.append({"id": template.id, "status": template.status, "language": language})
    await platform.store.committed()
    return {"data": done}
