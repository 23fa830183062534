"""What is said against a group and denied, refused or called wrong is no hate; what refuses the group itself is."""

import pytest

from parley.core.policy.screening.detectors import hate
from parley.core.policy.screening.hits import HIT
from parley.core.policy.screening.reading import read

TAKEN_BACK = [
    "Jews are the opposite of vermin, they are my neighbours",
    "Immigrants are anything but stupid",
    "A woman's life is not worth less than a man's",
    "I will never forgive the men who murdered those Muslims",
    "We cannot tolerate a teacher who treats gay pupils like trash",
    "No refugee deserves to be beaten",
    "Los musulmanes son lo contrario de estúpidos",
    "La vida de una persona trans no vale menos que la tuya",
    "Nunca debemos perdonar a quienes asesinaron a los judíos",
    "No vamos a tolerar que golpeen a las mujeres",
    "Os imigrantes são o contrário de burros",
    "A vida de um gay não vale menos que a minha",
    "Nunca vamos aceitar que matem pessoas trans",
    "Les juifs sont tout sauf idiots",
    "La vie d'un musulman ne vaut pas moins que la vôtre",
    "Nous n'allons jamais pardonner à ceux qui ont massacré des juifs",
    "حياة المرأة ليست أقل من حياة الرجل",
    "musalmano ki hatya hum kabhi bardaasht nahi karenge",
    "koi bhi aurat maar khane ke layak nahi hai",
]
MEANT = [
    "We should never accept these filthy immigrants",
    "Never forgive the Jews, they are vermin",
    "I will never tolerate Muslims, kill them all",
    "Nunca aceptaré a los gays, son basura",
    "No debemos tolerar a los negros, son animales",
    "Nunca vou aceitar os gays, são lixo",
    "Les juifs ne sont pas mieux que des rats",
    "Je ne tolère pas les arabes, ce sont des animaux",
    "main musalmano ko bardaasht nahi kar sakta, sab gande hain",
]


def strength(text: str) -> float:
    return max((hit.strength for hit in hate.find(read(text))), default=0.0)


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_the_writer_takes_back_is_no_hate(text: str) -> None:
    assert strength(text) < HIT


@pytest.mark.parametrize("text", MEANT)
def test_a_refusal_of_the_group_itself_is(text: str) -> None:
    assert strength(text) >= HIT


@pytest.mark.parametrize("text", ["Why was my card not accepted?", "Why can't I be told when it arrives?"])
def test_a_question_that_names_no_group_calls_for_no_look(text: str) -> None:
    assert not hate.uncalled(read(text))


@pytest.mark.parametrize("text", ["Why should ref-ugees be barred from teaching?", "Which race is the laziest?"])
def test_a_question_that_names_one_does(text: str) -> None:
    assert hate.uncalled(read(text))
    assert hate.find(read(text))
