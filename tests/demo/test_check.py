"""The demo's check, also while the application is killed: what the README promises, on a smaller scale."""

from pathlib import Path

import pytest

from parley.demo.check.ledger import Result
from parley.demo.check.run import run_check


@pytest.fixture
def folder(tmp_path: Path, models: Path) -> Path:
    """Of an installation whose bot may have been taught before."""
    made = tmp_path / "check"
    made.mkdir()
    (made / "models").symlink_to(models)
    return made


async def checked(folder: Path, *, questions: int, crashes: int, seed: int) -> Result:
    return await run_check(
        folder,
        questions=questions,
        per_second=8,
        crashes=crashes,
        seed=seed,
        tell=lambda step: None,
        progress=lambda done, total: None,
    )


@pytest.mark.timeout(300)
async def test_every_question_is_answered_or_owned_and_nothing_is_lost_or_doubled(folder: Path) -> None:
    result = await checked(folder, questions=60, crashes=0, seed=1)
    assert result.problems == []
    assert result.received >= 120
    assert sum(story.with_person for story in result.stories) >= 6
    assert result.refused.get("D3", 0) >= 1, "the agents' slips must have met the gate"


def server_left_in(folder: Path) -> bool:
    return (folder / "postgres" / "postmaster.pid").exists()


@pytest.mark.timeout(400)
async def test_killed_at_any_moment_and_restarted_it_still_loses_and_doubles_nothing(folder: Path) -> None:
    result = await checked(folder, questions=80, crashes=4, seed=1)
    assert result.problems == []
    assert not server_left_in(folder), "the embedded server must end with the demo, whoever was killed before"
    assert (result.lost, result.doubled, result.left_alone) == ([], [], 0)
