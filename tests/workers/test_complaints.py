"""A customer who accuses the business in the chat is a case, one a conversation (A3, F1)."""

from tests.workers.conftest import Works

CASES = "SELECT kind, matter, clauses, author_kind, opened_by_kind, state, message_id IS NOT NULL FROM policy_case"


async def hear(works: Works, *texts: str) -> None:
    for text in texts:
        await works.receive(works.a_message(text))
    while await works.inbox.work(works.tenant):
        pass


async def test_an_accusation_opens_one_case_and_more_of_it_opens_none(works: Works) -> None:
    await hear(works, "This is a scam", "I will report you!", "You are thieves")
    assert await works.query(CASES) == [("report", "message", ["A3", "F1"], "customer", "customer", "open", True)]
    log = await works.query(
        "SELECT facts -> 'case' ->> 'kind' FROM gate_decision WHERE findings -> 0 ->> 'rule' = 'case_opened'"
    )
    assert log == [("report",)]


async def test_after_a_decision_another_one_is_another_case(works: Works) -> None:
    await hear(works, "This is a scam")
    await works.change("UPDATE policy_case SET state = 'decided', outcome = 'dismissed', closed_at = now()")
    await hear(works, "You are thieves")
    assert len(await works.query(CASES)) == 2


async def test_one_that_is_also_a_stop_is_both(works: Works) -> None:
    await hear(works, "This is spam, stop messaging me")
    assert len(await works.query(CASES)) == 1
    assert await works.query("SELECT action FROM consent") == [("opt_out",)]


async def test_an_ordinary_complaint_is_for_the_conversation_only(works: Works) -> None:
    await hear(works, "My parcel is five days late!")
    assert await works.query(CASES) == []
