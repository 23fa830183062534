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
