"""Words that only begin like those of the lists: gastronomy is no gastritis, a condominium no condom."""

import pytest

from parley.core.policy.screening import HIT, screen

FRAMES = {
    "en": ("Your {} is ready for you at the till.", "Thanks, we will talk about the {} tomorrow."),
    "es": ("Su {} está listo, puede pasar mañana.", "Gracias, mañana hablamos de la {} con usted."),
    "pt": ("Seu {} está pronto, pode passar amanhã.", "Obrigado, amanhã falamos da {} com você."),
    "fr": ("Votre {} est prêt, vous pouvez passer demain.", "Merci, nous parlerons de la {} demain avec vous."),
}
WORDS = {
    "en": """gastronomy gastropub splendid pretend pretty glockenspiel musketeer sextet sextant pipeline orthodox
        splinter monograph monogram monopoly condominium diplomatic secretary matches coral hatchback traceability""",
    "es": """gastronomía gastronómico esplendor embarazoso pretender mirador garantizar garantía secretaria diplomático
        sexteto ortografía hipódromo monograma trazabilidad divisado condominio referencias""",
    "pt": """gastronomia gastronômico esplendor infantaria formigas pretender mirante garantir garantia secretaria
        sexteto ortografia hipódromo monograma jabuticaba inseparável condomínio tabernáculo""",
    "fr": """gastronomie gastronomique splendide splendeur chroniqueur supplémentaire supplémentaires infanterie
        prétexte garantie garanties garantir diplomate sextant tabernacle orthographe compresseur hippodrome monogramme
        inséparables traçabilité pigeonnier gonfleur gonflable thalassothérapie""",
}
PLACED = [(language, word) for language, words in WORDS.items() for word in words.split()]
MEANT = (
    "Tengo gastritis desde enero.", "Ella está embarazada.", "Votre foie et votre rate : splénomégalie confirmée.",
    "Condoms, two packs for five pounds.", "We sell condoms.", "Compresses stériles, lot de dix.",
    "Sexting with our girls tonight.", "Vendo jabutis e iguanas.", "Lentilles de contact à moitié prix.",
)  # fmt: skip

SOUNDING = (
    "كرة القدم للنساء يوم السبت", "بكرة عندنا خصم لكل النساء", "زبادي كامل الدسم", "مقاس كبيرة متوفر",
    "المطلوب مني العنوان فقط", "À retirer à la ferme de Millau", "Su amarillo está listo, mañana hablamos",
    "Los vínculos del grupo y el maratón del domingo", "Su perro está listo, puede recogerlo",
    "El monto invertido está en su estado de cuenta", "60 saal se upar walon ko 15% chhoot",
    "Mega sale aaj se, saare joote 30% off", "Chuttiyan shuru, camp 5 May se",
    "Your trash collection is on Monday", "Your cow is in the lower field", "Hair salon appointments by phone",
    "लोकतांत्रिक सरकार पर पाठ कल होगा",
    "Weed the flower beds on Thursday, as agreed", "Sourdough with beer crust? Tomorrow from 8",
    "Pistola de silicona con diez barras", "Le baba au rhum est à 6 €",
)  # fmt: skip
MEANT_ALL_THE_SAME = (
    "بكره النساء", "Ferme ta gueule", "Teri choot dikha", "Saale kutte, nikal yahan se", "Malditos invertidos",
    "Vendo cuyos bebés", "Pistola 9mm con dos cargadores", "Amaryl 2 mg, 30 comprimidos",
)  # fmt: skip


@pytest.mark.parametrize(("language", "word"), PLACED)
def test_a_word_is_not_taken_for_what_it_begins_like(language: str, word: str) -> None:
    for frame in FRAMES[language]:
        assert [hit for hit in screen(frame.format(word)) if hit.strength >= HIT] == []


@pytest.mark.parametrize("text", SOUNDING)
def test_what_only_sounds_like_an_abuse_or_a_good_is_let_pass(text: str) -> None:
    assert [hit for hit in screen(text) if hit.strength >= HIT and hit.group != "C2"] == []


@pytest.mark.parametrize("text", [*MEANT, *MEANT_ALL_THE_SAME])
def test_what_the_words_of_the_lists_mean_is_still_found(text: str) -> None:
    assert [hit for hit in screen(text) if hit.strength >= HIT]
