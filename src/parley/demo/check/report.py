"""What the check found, as a table for people or as values for machines."""

from typing import Any

from rich.table import Table

from parley.demo.check.ledger import Result, percentile


def as_values(result: Result) -> dict[str, Any]:
    """The figures."""
    stories = result.stories
    by_bot = [s for s in stories if s.answered_intent]
    return {
        "questions": len(stories),
        "received": result.received,
        "answered_by_bot": len(by_bot),
        "answered_rightly": sum(s.answered_intent == s.label for s in by_bot),
        "asked_back": sum(s.asked_back for s in stories),
        "connected_to_agent": sum(s.with_person for s in stories),
        "waited_seconds_p50": round(percentile(result.waits, 50), 2),
        "waited_seconds_p99": round(percentile(result.waits, 99), 2),
        "still_waiting": result.still_waiting,
        "refused_by_gate": result.refused,
        "reply_seconds_p50": round(percentile(result.reply_times, 50), 3),
        "reply_seconds_p99": round(percentile(result.reply_times, 99), 3),
        "lost": len(result.lost),
        "doubled": len(result.doubled),
        "without_answer_or_owner": result.left_alone,
        "problems": result.problems[:20],
    }


def as_table(result: Result) -> Table:
    """One line a figure."""
    found = as_values(result)
    rightly, by_bot = found["answered_rightly"], found["answered_by_bot"]
    refused = ", ".join(f"{count} under {clause}" for clause, count in sorted(result.refused.items())) or "none"
    table = Table("what", "how many", title=f"{found['questions']} customers' questions")
    rows = [
        ("messages received from customers", found["received"]),
        ("answered by the ChatBot", f"{by_bot}, {rightly} rightly ({rightly / max(by_bot, 1):.1%})"),
        ("asked back once", found["asked_back"]),
        ("connected to an agent", found["connected_to_agent"]),
        ("waited for an agent (p50 / p99)", f"{found['waited_seconds_p50']} s / {found['waited_seconds_p99']} s"),
        ("still waiting", found["still_waiting"]),
        ("refused by the gate", refused),
        ("from webhook to reply (p50 / p99)", f"{found['reply_seconds_p50']} s / {found['reply_seconds_p99']} s"),
        ("lost", found["lost"]),
        ("doubled", found["doubled"]),
        ("without an answer or an owner", found["without_answer_or_owner"]),
    ]
    for what, value in rows:
        table.add_row(what, str(value))
    return table
