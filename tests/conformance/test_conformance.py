"""The local platform answers as Meta's own description of the real one says, or the difference is written down."""

from pathlib import Path

from tests.conformance.calling import calls
from tests.conformance.description import WEBHOOK, operations
from tests.conformance.suite import run

LEAST = 113


def test_the_platform_answers_what_metas_description_names(tmp_path: Path) -> None:
    report = run(tmp_path)
    assert len(operations()) == 113
    assert len(report.answered) >= LEAST, report.open
    assert not report.idle_deviations


def test_every_operation_is_called() -> None:
    assert {call["operation"] for call in calls()} | {WEBHOOK} >= {name for name in operations() if name != WEBHOOK}
