import json

from typer.testing import CliRunner

from parley.commands.policy import app


def test_two_versions_are_compared() -> None:
    answer = json.loads(CliRunner().invoke(app, ["diff", "R0", "R1", "--json"]).stdout)
    found = {each["field"]: each for each in answer["differences"]}
    assert found["opt_in"]["direction"] == "loosens" and found["opt_in"]["effective"] == "2024-11-01"
    assert found["general_assistants"]["rules"] == ["bot_serves_the_business"]
    assert "stop-signal" in CliRunner().invoke(app, ["diff", "R0", "R0+stop-signal"]).stdout


def test_a_version_that_is_not_there_is_named() -> None:
    result = CliRunner().invoke(app, ["diff", "R0", "R7"])
    assert result.exit_code == 2
    assert "R7 is not a version" in result.stderr
