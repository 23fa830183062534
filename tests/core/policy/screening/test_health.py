"""Health, told and asked, in six languages; and the same words in everyday talk."""

import pytest

from parley.core.policy.screening import HIT, read, signs, strongest
from parley.core.policy.screening.detectors import health
from parley.core.policy.screening.detectors.health import is_term

HEALTH = (
    "My daughter has a fever and a cough since Friday.", "The biopsy came back clean.",
    "I take metformin in the morning.",
    "Which symptoms do you have?", "Please send us your blood test results.", "I think I am pregnant.",
    "She was diagnosed with bipolar disorder.", "Osteoporosis makes bones weak.", "Reminder: your dialysis is at nine.",
    "Tengo fiebre y me duele la cabeza.", "¿Qué síntomas tiene?", "Estoy embarazada de tres meses.",
    "Paciente de 40 años con dolor torácico.", "Me recetaron enalapril.", "Mi abuela tiene demencia.",
    "Estou com febre e dor de cabeça.", "Quais são os sintomas?", "Fui diagnosticada com depressão.",
    "O exame de sangue deu anemia.", "Tomo losartana todo dia.", "Minha menstruação atrasou.",
    "J'ai de la fièvre et mal à la tête.", "Quels sont vos symptômes ?", "Je suis enceinte de trois mois.",
    "Une femme de 40 ans consulte pour des douleurs.", "On m'a prescrit de l'oméprazole.", "Il a fait une dépression.",
    "عندي صداع وحرارة مرتفعة", "ما هي الأعراض؟", "أنا حامل في الشهر الثالث", "شُخص أبي بالسرطان", "أتناول دواء للضغط",
    "मुझे बुखार और सिर दर्द है", "आपके क्या लक्षण हैं?", "मैं तीन महीने की गर्भवती हूं", "पिताजी को मधुमेह है",
    "My knee locks when I climb stairs.", "He was born with a cleft lip.", "How do I get rid of a double chin?",
    "Minha gengiva sangra.", "عندي بواسير", "मेरे बाल झड़ रहे हैं",
    "You have diabetes; your kittens are fine.", "Su perro espera fuera; usted tiene diabetes.",
    "Seu gato está bem, e o exame deu HIV.", "Votre chien attend ; vous avez une tumeur.",
    "mujhe bukhar hai aur khansi", "periods late hai pregnant hoon kya", "pet me dard ho raha hai",
)  # fmt: skip
EVERYDAY = (
    "How can I reduce my monthly bill?", "Is there a problem with the card reader?", "How long do frozen peas keep?",
    "¿Es normal que tarde tanto el reembolso?", "Meu pedido está atrasado.", "طلبي متأخر أسبوعين", "कल से स्क्रीन लाल है",
    "We have an answer to your question on the new boiler. Write back and we go on.", "We will call back at noon.",
    "My phone died.", "My computer has a virus.", "What a heart-warming film!", "Your account is in good health.",
    "That is a sick design.", "Keep a healthy balance on your account.", "Stop my subscription.",
    "What time does the vitamin shop close?", "Will this hurt my credit score?", "My car battery is dead.",
    "Roll a ten sided die.", "How do you spell pneumonia?", "Tell me a doctor joke.", "Why was I charged twice?",
    "I lost my card, what should I do?", "Thank you for being patient.", "A cold drink, please.",
    "Se me murió el teléfono.", "Mi computadora tiene un virus.", "Con todo el corazón.",
    "¿Por qué me cobraron dos veces?",
    "Perdí mi tarjeta, ¿qué hago?", "Camiseta de cuello redondo", "El video se hizo viral.",
    "Meu celular morreu.", "O vídeo viralizou.", "De todo coração.", "Perdi meu cartão, o que faço?", "Saldo saudável",
    "Mon téléphone est mort.", "Mon ordinateur a un virus.", "De tout cœur.", "J'ai perdu ma carte, que faire ?",
    "مات هاتفي", "في حاسوبي فيروس", "من كل قلبي", "فقدت بطاقتي ماذا أفعل؟",
    "मेरा फोन बंद हो गया", "कंप्यूटर में वायरस है", "दिल से धन्यवाद", "mera card kho gaya kya karu", "dil se shukriya",
)  # fmt: skip


def found(text: str) -> bool:
    return any(hit.group == "D4" and hit.kind != "model" and hit.strength >= HIT for hit in signs(text))


@pytest.mark.parametrize("text", HEALTH)
def test_health_told_or_asked_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_talk_is_left_alone(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("term", ["tonsillectomy", "gastroenterite", "hipertensión", "amygdalectomie", "dermatite"])
def test_terms_of_medicine_are_known_by_their_parts(term: str) -> None:
    assert health.find(read(term))


@pytest.mark.parametrize("word", ["trombone", "correa", "politica", "websites", "geography", "nostalgia", "splendid"])
def test_words_that_only_look_so_are_none(word: str) -> None:
    assert not is_term(word)


def test_an_age_with_a_complaint_is_a_patient() -> None:
    assert health.find(read("mujer de 34 años que acude"))
    assert not health.find(read("vestido de mujer talla 34"))


@pytest.mark.parametrize(
    "text",
    [
        "What is amyloidosis?",
        "How many people are affected by polydactyly?",
        "Is albinism inherited?",
        "What are the treatments for scleroderma?",
        "Can rickets be cured?",
        "¿El raquitismo se cura?",
        "O albinismo é hereditário?",
        "Le scorbut existe encore ?",
        "ما هو عمى الألوان؟",
        "रतौंधी का इलाज क्या है?",
    ],
)
def test_rare_diseases_are_known_by_their_parts_or_names(text: str) -> None:
    assert strongest(text, "D4") is not None


@pytest.mark.parametrize("word", ["acalasia", "anosmie", "acantosis", "pneumoconiose", "whitlow", "tracoma"])
def test_words_that_only_medicine_has_are_known_as_each_language_spells_them(word: str) -> None:
    assert is_term(word)


@pytest.mark.parametrize(
    "text",
    [
        "Me duele pagar dos veces lo mismo.",
        "Docteur Serrure : dépannage jour et nuit.",
        "El brazo de la lámpara está roto y le falta un pie.",
        "أريد رأس ثوم وكيلو كبد غنم",
        "The surgery on our roof beams took a week.",
    ],
)
def test_purses_things_kitchens_and_roofs_have_no_health(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Me duele el brazo y pagué la consulta.",
        "Docteur, mon fils a de la fièvre.",
        "عندي ألم في الكبد",
        "My surgery is on Monday.",
    ],
)
def test_the_same_words_of_a_person_are_health(text: str) -> None:
    assert found(text)
