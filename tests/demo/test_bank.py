from parley.core.messages import Button, Buttons
from parley.core.policy.gate import decide
from parley.core.policy.rules.bot_needs_an_escalation_path import works
from parley.core.policy.rules.profile_has_support_contact import missing_from
from parley.demo import bank
from tests.core.policy.builders import an_outbound


def test_there_is_an_answer_for_each_of_the_77_intents_that_the_gate_lets_pass() -> None:
    intents = bank.load_bank().intents
    assert len(intents) == 77
    for answer in intents.values():
        assert len(answer.title) <= 24
        said = Buttons(answer.text, (Button("solved:yes", "Yes"),))
        assert decide(an_outbound(said, author_kind="bot")).findings == (), answer.title


def test_the_bank_has_two_teams_six_agents_six_paths_and_a_template_of_each_category() -> None:
    known = bank.load_bank()
    assert (len(known.teams), len(known.agents)) == (2, 6)
    assert {path["kind"] for path in known.paths} == {"in_chat", "telephone", "email", "web", "store", "form"}
    assert all(works(path) for path in known.paths)
    assert {t["category"] for t in known.templates} == {"marketing", "utility", "authentication"}
    assert missing_from(known.profile) == []


def test_every_skill_of_an_answer_is_a_skill_of_somebody() -> None:
    known = bank.load_bank()
    assert {a.skill for a in known.intents.values()} <= {skill for agent in known.agents for skill in agent["skills"]}


def test_no_test_question_is_an_example() -> None:
    assert len(bank.test_questions()) == 500
    assert not {text for text, _ in bank.test_questions()} & {text for text, _ in bank.examples()}
    assert {intent for _, intent in bank.examples()} == set(bank.load_bank().intents)
