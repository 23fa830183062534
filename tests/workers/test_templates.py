from parley.storage import template_states
from parley.workers.templates import Templates
from tests.workers.conftest import ACCOUNT, Works

BROKEN = """
INSERT INTO number SELECT tenant_id, '099', '099', display_phone_number, display_name, 'broken', profile,
       profile_confirmed_at, rate_per_second, status, created_at FROM number
"""
OURS = """
INSERT INTO template (tenant_id, account_id, name, language, category, status, components, updated_at)
SELECT tenant_id, %s, 'gone', 'en', 'utility', 'APPROVED', '[]', now() FROM number WHERE number_id = '100'
"""


async def test_an_account_whose_token_can_not_be_opened_does_not_stop_the_others(works: Works) -> None:
    await works.change(BROKEN)
    await works.change(OURS, ACCOUNT)
    templates = Templates(works.database, works.clock, works.graph, works.vault)
    assert not await templates.work(works.tenant)
    assert await works.query("SELECT status FROM template WHERE name = 'gone'") == [("DELETED",)]


async def test_the_quality_of_a_template_comes_with_the_list(works: Works) -> None:
    body = [{"type": "BODY", "text": "Ten percent for you."}]
    template = {"name": "offer", "language": "en", "category": "MARKETING", "components": body}
    await works.platform.post(
        "templates", {"waba_id": ACCOUNT, "templates": [template | {"quality_score": {"score": "RED"}}]}
    )
    await Templates(works.database, works.clock, works.graph, works.vault).work(works.tenant)
    assert await works.query("SELECT name, category, quality FROM template") == [("offer", "marketing", "RED")]


async def test_a_list_without_a_quality_leaves_what_was_told(works: Works) -> None:
    listed = [{"name": "offer", "language": "en", "category": "MARKETING", "status": "APPROVED"}]
    async with works.database.transaction(works.tenant) as db:
        await template_states.replace_all(db, works.tenant, ACCOUNT, listed, works.clock.now())
        await template_states.change(
            db, works.tenant, ACCOUNT, name="offer", language="en", status="", category="", quality="RED",
            now=works.clock.now(),
        )  # fmt: skip
        await template_states.replace_all(db, works.tenant, ACCOUNT, listed, works.clock.now())
    assert await works.query("SELECT quality, status FROM template") == [("RED", "APPROVED")]
