"""A second reader that does not answer is noticed by whoever asks the doctor."""

from collections.abc import AsyncIterator

import pytest

from parley.commands.doctor.reader import readers_answer
from parley.settings import Settings
from tests.opinions.standing_in import KEY, StandIn, a_service


@pytest.fixture
async def service() -> AsyncIterator[StandIn]:
    async with a_service() as running:
        yield running


async def test_a_reader_that_answers_is_well_and_one_that_refuses_is_named_with_what_follows(service: StandIn) -> None:
    named = Settings(opinion_url=service.url, opinion_key=KEY, media_screening="classifier", _env_file=None)
    assert [(each.link, each.state) for each in await readers_answer(named)] == [
        ("second reader", "OK"),
        ("classifier", "OK"),
    ]
    service.status = 401
    text, file = await readers_answer(named)
    assert (text.state, file.state) == ("WARN", "WARN")
    assert "texts leave without it" in text.sentence and "waits for a person" in file.sentence
    assert KEY not in text.line() + file.line()


async def test_a_command_that_is_missing_is_named(service: StandIn) -> None:
    named = Settings(media_screening="classifier", media_classifier="/no/such/program", _env_file=None)
    (found,) = await readers_answer(named)
    assert (found.link, found.state) == ("classifier", "WARN")
    assert "PARLEY_MEDIA_CLASSIFIER" in found.mend


async def test_where_none_is_named_there_is_nothing_to_say() -> None:
    assert await readers_answer(Settings(_env_file=None)) == []
