from parley.storage import media
from parley.workers.files import Files
from tests.workers.conftest import NUMBER, Works


async def test_a_file_whose_token_can_not_be_opened_is_given_up_and_lets_the_others_pass(works: Works) -> None:
    ana = await works.a_conversation()
    await works.change("UPDATE number SET access_token = 'broken'")
    async with works.database.transaction(works.tenant) as db:
        await media.expect(
            db, works.tenant, number_id=NUMBER, contact_id=ana.contact_id, platform_id="m1", mime_type="image/png",
            filename="a.png", now=works.clock.now(),
        )  # fmt: skip
    files = Files(works.database, works.clock, works.graph, works.vault)
    assert await files.work(works.tenant)
    assert not await files.work(works.tenant), "it is tried again later, and others are next"
    ((attempts, reason),) = await works.query("SELECT attempts, reason FROM media")
    assert (attempts, reason) == (1, "it could not be fetched (InvalidToken)")
