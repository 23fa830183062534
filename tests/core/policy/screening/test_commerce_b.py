"""Drugs, health goods, animals, bodies, adult goods and dating: what is sold, and what only shares a word.

By the lists and recognisers alone, so that nothing here depends on how the text model was last taught.
"""

import pytest

from parley.core.policy.screening import HIT, read, signs
from parley.core.policy.screening.detectors import cannabis, live_animals, medicines, wildlife
from parley.core.policy.screening.medicines import is_medicine

BREACHES = {
    "E4.3": (
        "Amoxicillin 500 mg, strip of 10", "Tin of sleeping pills, no prescription", "Two grams of cocaine",
        "Orange Fritter - Live Resin", "Glass bong, 25 cm", "Naproxeno 550 mg caja con 12", "Setas alucinógenas secas",
        "CAPTOPRIL 25 MG/CP", "Sementes de maconha", "Somnifères sans ordonnance", "Résine de cannabis 5 g",
        "حبوب منومة بدون وصفة", "حشيش ٢٠ غرام", "नींद की गोलियां बिना पर्चे", "ganja milega kya",
    ),
    "E4.4": (
        "Blood pressure monitor for the wrist", "Folding wheelchair, used", "Vitamin B complex, 90 capsules",
        "Silla de ruedas eléctrica", "Medias de compresión para várices", "Aparelho auditivo digital",
        "Luvas cirúrgicas caixa com 100", "Tensiomètre au poignet", "Lentilles de contact journalières",
        "جهاز قياس السكر مع شرائط", "كرسي متحرك كهربائي", "बीपी मशीन डिजिटल", "wheelchair chahiye kiraye pe",
    ),
    "E4.5": (
        "Antique ivory carving of a fisherman", "Kudu horns, pair", "Lynx pelt", "Testudo hermanni, two of them",
        "Colmillos de jaguar", "Piel de ocelote", "Pele de jaguatirica", "Casco de tartaruga marinha",
        "Peau de lynx", "Ivoire sculpté ancien", "ناب فيل", "جلد نمر حقيقي", "बाघ के नाखून", "hathi dant ka haar",
    ),
    "E4.6": (
        "Cocker spaniel, male, 9 weeks old", "Three kittens left", "Hand tame budgies", "Cachorros pastor alemán",
        "Hámsters rusos", "Filhotes de lhasa apso", "Calopsita mansa", "Chiots teckel vaccinés", "Perruches à vendre",
        "قطط شيرازي للبيع", "ببغاء متكلم", "पग पपी दो महीने का", "persian billi ke bachche",
    ),
    "E4.9": (
        "Human skull from an old school", "Frozen breast milk, 20 bags", "I want to sell my kidney",
        "Vendo mi riñón, tipo O", "Leche materna congelada", "Barriga de aluguel, valores", "Cabelo humano cortado",
        "Je vends mon rein", "Crâne humain", "أبيع كليتي", "شعر بشري", "किडनी बेचनी है", "insani khopdi",
    ),
    "E4.12": (
        "Rechargeable vibrator", "Escorts in the city centre", "See my XXX videos", "Juguetes eróticos para parejas",
        "Chicas desnudas en vivo", "Acompanhantes de luxo", "Brinquedos eróticos", "Massages érotiques à domicile",
        "Jouets sexuels", "ألعاب جنسية", "صور عارية", "कॉल गर्ल सर्विस", "sexy ladki video call",
    ),
    "E4.13": (
        "Speed dating on Friday", "Meet local singles tonight", "A secret admirer wants to meet you",
        "Citas a ciegas para solteros", "Encuentra el amor de tu vida", "Site de namoro", "Conheça solteiros perto",
        "Site de rencontres sérieuses", "Célibataires de votre région", "تطبيق مواعدة", "زواج مسيار",
        "डेटिंग ऐप", "ladkiyon se dosti karo",
    ),
}  # fmt: skip
HONEST = {
    "E4.3": (
        "Weed killer for the garden", "Crystal vase", "Tablet computer with pen", "We do not sell medicines.",
        "Police found cocaine in a truck", "Scented candle wax, 2 kg", "HP 305 - Cartridge", "Macetas y plantas",
        "No vendemos medicamentos.", "Cápsulas de café intenso", "Taças de cristal", "Não vendemos remédios.",
        "Nous ne vendons pas de médicaments.", "Verres en cristal", "كبسولات قهوة", "لا نبيع الأدوية",
        "कॉफी कैप्सूल", "हम दवाइयां नहीं बेचते",
    ),
    "E4.4": (
        "Doctor costume for boys", "Toy first aid kit", "Thank you for being patient", "Meat thermometer",
        "Balón medicinal", "Gafas de sol", "Fantasia de médico", "Óculos de sol", "Déguisement d'infirmière",
        "Lunettes de soleil", "نظارات شمسية", "لعبة طبيب", "धूप का चश्मा", "डॉक्टर सेट खिलौना",
    ),
    "E4.5": (
        "Leopard print scarf", "Plush tiger", "Jaguar XF, one owner", "Adopt a panda", "Ivory satin blouse",
        "Learn Python", "Peluche de tigre", "Estampado de leopardo", "Tênis Puma", "Camiseta estampa de onça",
        "Peluche éléphant", "Imprimé léopard", "دمية نمر", "حديقة الحيوان مفتوحة", "टेडी बियर", "चिड़ियाघर के टिकट",
    ),
    "E4.6": (
        "Puppy food, 3 kg", "Cat litter tray", "Hot dog rolls", "Dairy cows for sale", "My dog is called Rex",
        "Boxer shorts, 3 pack", "Vacas lecheras", "Alimento para cachorros", "Ração para cães", "Galinhas poedeiras",
        "Croquettes pour chien", "Poules pondeuses", "طعام قطط", "أغنام للبيع", "कुत्ते का खाना", "दुधारू गाय",
    ),
    "E4.9": (
        "Blood orange jam", "Hearts of palm", "Bone china mug", "Kidney beans", "Blood donation on Saturday",
        "Human hair wig", "Jornada de donación de sangre", "Peluca de cabello humano", "Doação de sangue",
        "Palmito em conserva", "Don du sang", "Perruque en cheveux humains", "حملة تبرع بالدم", "كلية الطب",
        "रक्तदान शिविर", "राजमा एक किलो",
    ),
    "E4.12": (
        "Adult education centre", "Adult helmet, large", "Toy shop", "T-shirt size XXL", "Nude lipstick",
        "Lace lingerie", "We do not allow adult content.", "Educación para adultos", "Juguetería", "Loja de brinquedos",
        "Batom nude", "Formation pour adultes", "Magasin de jouets", "تعليم الكبار", "محل ألعاب", "वयस्क शिक्षा",
        "खिलौने की दुकान",
    ),
    "E4.13": (
        "Delivery date", "Fresh dates, 1 kg", "Up to date software", "Blind date with a book", "Single bed",
        "Fecha de entrega", "Cama individual", "Data de entrega", "Cama de solteiro", "Date de livraison",
        "Rencontre parents-professeurs", "موعد التسليم", "سرير مفرد", "सिंगल बेड", "डिलीवरी की तारीख",
    ),
}  # fmt: skip


def found(text: str, clause: str) -> bool:
    return any(hit.group == clause and hit.kind != "model" and hit.strength >= HIT for hit in signs(text))


@pytest.mark.parametrize(("clause", "text"), [(clause, text) for clause, texts in BREACHES.items() for text in texts])
def test_what_the_clause_names_is_found(clause: str, text: str) -> None:
    assert found(text, clause)


@pytest.mark.parametrize(("clause", "text"), [(clause, text) for clause, texts in HONEST.items() for text in texts])
def test_what_only_shares_a_word_is_left_alone(clause: str, text: str) -> None:
    assert not found(text, clause)


@pytest.mark.parametrize("name", ["Amoxicillin", "amoxicilina", "amoxicilline", "Losartana", "losartan", "varfarina"])
def test_a_medicine_is_known_in_every_spelling(name: str) -> None:
    assert is_medicine(name.lower())


def test_a_medicine_that_no_list_has_is_known_by_its_family() -> None:
    assert is_medicine("zorbisartan")
    assert is_medicine("brelimumab")


@pytest.mark.parametrize("word", ["allegro", "concerto", "prochain", "socorro", "cholesterol", "philanthropy", "april"])
def test_words_that_sound_like_medicines_are_none(word: str) -> None:
    assert not is_medicine(word)


def test_a_packet_is_known_by_its_strength() -> None:
    assert medicines.find(read("BRIZANEL 20 MG / CP"))
    assert not medicines.find(read("Energy drink, caffeine 80 mg per can"))


def test_cannabis_is_known_by_how_it_is_listed() -> None:
    assert cannabis.find(read("Velvet Mango - Shatter"))
    assert not cannabis.find(read("Car polish - Wax"))


def test_an_animal_counts_beside_a_part_of_it_only() -> None:
    assert wildlife.find(read("gazelle horns"))
    assert not wildlife.find(read("We saw a gazelle on our tour"))
    assert not wildlife.find(read("Zebra hide print, polyester"))


def test_an_animal_counts_as_breeders_list_it() -> None:
    assert live_animals.find(read("Pointer female, 2 years old"))
    assert not live_animals.find(read("Laser pointer, red"))
