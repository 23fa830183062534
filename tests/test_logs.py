import json

import psycopg
import pytest
import structlog

from parley.logs import set_up_logs


def test_an_exception_is_logged_by_its_kind_and_place_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("info")
    try:
        raise psycopg.errors.UniqueViolation("Key (value)=(447700900101) already exists")
    except psycopg.Error as error:
        structlog.get_logger().error("inbox.event_failed", exc_info=error)
    finally:
        structlog.reset_defaults()
    said = capsys.readouterr().err
    line = json.loads(said.strip().splitlines()[-1])
    assert "447700900101" not in said
    assert (line["error"], line["sqlstate"]) == ("UniqueViolation", "23505")
    assert "test_an_exception_is_logged" in line["where"][0]
