"""Payments that another application asked for: a note in the person's thread, and nothing else follows."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.ingest.test_ways import ANA, Ways, said, ways

__all__ = ["ways"]
WAMID = "wamid.of-another-application"


def a_payment(status: str, attempt: str = "t1", **changed: Any) -> dict[str, Any]:
    amount = {"value": 21000, "offset": 100}
    payment = {"reference_id": "A-17", "amount": amount, "currency": "INR", "transaction": {"id": attempt}}
    at = str(int(datetime.now(UTC).timestamp()))
    whole = {"id": WAMID, "status": status, "timestamp": at, "type": "payment", "recipient_id": ANA}
    return {**whole, "payment": payment, **changed}


async def notes(ways: Ways) -> list[str]:
    rows = await ways.query("SELECT content ->> 'body' FROM message WHERE type = 'system' ORDER BY position")
    return [row[0] for row in rows]


async def test_each_state_of_a_payment_is_noted_once_and_asks_nothing(ways: Ways) -> None:
    await ways.report("messages", statuses=[a_payment("pending"), a_payment("failed")])
    await ways.report("messages", statuses=[a_payment("pending", "t2"), a_payment("captured", "t2")])
    await ways.report("messages", statuses=[a_payment("captured", "t2", timestamp="1790000001")])
    assert await notes(ways) == [
        "A payment of INR 210.00 for A-17 is on its way",
        "A payment of INR 210.00 for A-17 failed",
        "A payment of INR 210.00 for A-17 is on its way",
        "A payment of INR 210.00 for A-17 was made",
    ]
    assert await ways.query("SELECT state, owner_kind, window_expires_at, unread FROM conversation") == [
        ("closed", "nobody", None, 0)
    ]
    assert await ways.query("SELECT 1 FROM outbox") == []
    assert await ways.query("SELECT DISTINCT state FROM inbox_event") == [("done",)]


async def test_an_attempt_that_failed_and_a_refund_are_told_though_the_payment_stays_as_it_was(ways: Ways) -> None:
    def told(status: str, transaction: dict[str, Any], *refunds: dict[str, Any]) -> dict[str, Any]:
        whole = a_payment(status)
        whole["payment"] |= {"transaction": {"id": "t1", **transaction}, "refunds": [*refunds]}
        return whole

    part: dict[str, Any] = {"id": "r1", "amount": {"value": 500, "offset": 100}}
    await ways.report("messages", statuses=[told("pending", {"status": "pending"})])
    await ways.report("messages", statuses=[told("pending", {"status": "failed"})])
    await ways.report("messages", statuses=[told("captured", {"id": "t2", "status": "success"})])
    paid: dict[str, Any] = {"id": "t2", "status": "success"}
    await ways.report("messages", statuses=[told("captured", paid, {**part, "status": "success"})])
    await ways.report("messages", statuses=[told("captured", paid, part, {**part, "id": "r2", "status": "failed"})])
    assert await notes(ways) == [
        "A payment of INR 210.00 for A-17 is on its way",
        "A payment of INR 210.00 for A-17 failed",
        "A payment of INR 210.00 for A-17 was made",
        "A payment of INR 5.00 for A-17 was given back",
        "A payment of INR 5.00 for A-17 could not be given back",
    ]


async def test_it_is_noted_where_the_person_already_writes(ways: Ways) -> None:
    await ways.report("messages", messages=[said("wamid.1")], contacts=[{"wa_id": ANA}])
    before = await ways.query("SELECT state, window_expires_at, unread FROM conversation")
    await ways.report("messages", statuses=[a_payment("captured")])
    assert await notes(ways) == ["A payment of INR 210.00 for A-17 was made"]
    assert await ways.query("SELECT state, window_expires_at, unread FROM conversation") == before


@pytest.mark.parametrize(
    ("changed", "note"),
    [
        ({"payment": {"reference_id": "B"}}, "A payment for B was made"),
        ({"payment": {"amount": {"value": "9", "offset": 0}}}, "A payment was made"),
        ({"payment": None}, "A payment was made"),
        ({"status": "authorised"}, "A payment of INR 210.00 for A-17 is authorised"),
    ],
)
async def test_what_it_does_not_say_is_left_out(ways: Ways, changed: dict[str, Any], note: str) -> None:
    await ways.report("messages", statuses=[a_payment("captured") | changed])
    assert await notes(ways) == [note]


async def test_one_of_nobody_is_kept_aside(ways: Ways) -> None:
    await ways.report("messages", statuses=[a_payment("captured", recipient_id="")])
    assert await notes(ways) == []
    assert await ways.query("SELECT state FROM inbox_event") == [("quarantined",)]
