from collections.abc import AsyncIterator

import pytest

from tests.opinions.standing_in import StandIn, a_service


@pytest.fixture
async def service() -> AsyncIterator[StandIn]:
    async with a_service() as running:
        yield running
