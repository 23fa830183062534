"""E3 and E4: unlawful goods, lending, weapons, alcohol, hazards, currency, deceit, gambling, recruiting schemes."""

import pytest

from parley.core.policy.screening import lexicon, read
from parley.core.policy.screening.detectors import deceptive, substances
from parley.core.policy.screening.hits import HIT

BREACHES = {
    "E3": (
        "Hire a hacker to get into any account",
        "Replica Rolex with box, AAA quality",
        "Fake passports and driving licences delivered in a week",
        "Vendemos relojes de imitación y bolsos falsos",
        "Documentos falsos: RG, CNH e passaporte",
        "Faux papiers et fausses fiches de paie",
        "جوازات سفر مزورة للبيع",
        "नकली आधार और पैन कार्ड बनवाएं",
    ),
    "E4.0": (
        "Payday loans in ten minutes",
        "Debt collection agency for landlords",
        "24 hour bail bonds",
        "Peer-to-peer lending: earn 11% on other people's loans",
        "Préstamos rápidos sin buró",
        "Empréstimo na hora para negativado",
        "Crédit rapide sans justificatif",
        "قروض فورية بدون كفيل",
        "तुरंत लोन बिना सिबिल",
        "salary advance aur turant loan",
    ),
    "E4.1": (
        "Beretta 92FS 9mm with two magazines",
        "Hunting rifle .308 Win, scope included",
        "Box of 50 shotgun shells 12 gauge",
        "Stun gun and pepper spray for sale",
        "Tienda de armas",
        "Loja de armas e munições",
        "Armurerie du centre",
        "متجر أسلحة وذخيرة",
        "बिना लाइसेंस पिस्तौल और कारतूस",
        "desi katta sasta milega",
    ),
    "E4.2": (
        "Imperial stout aged in bourbon barrels",
        "Case of Pinot Noir",
        "Cuban cigars, box of ten",
        "Disposable vape with 20 mg nicotine",
        "Cerveza artesanal y tequila a domicilio",
        "Cachaça de alambique e charutos",
        "Caviste : vins et spiritueux",
        "معسل تفاحتين وسجائر",
        "शराब की दुकान",
        "daru aur cigarette ki delivery",
    ),
    "E4.7": (
        "Corrosive liquid, acidic, n.o.s.",
        "Ethyltrichlorosilane",
        "Rat poison and weed killer",
        "Fireworks assortment, 200 shots",
        "Fuegos artificiales y petardos",
        "Veneno para ratos e agrotóxicos",
        "Feux d'artifice et pétards",
        "ألعاب نارية ومفرقعات",
        "पटाखे और आतिशबाजी",
        "clorato de potasio 25 kg",
    ),
    "E4.8": (
        "Bitcoin wallet: buy and sell crypto",
        "Bureau de change",
        "Binary options signals",
        "Undetectable counterfeit banknotes",
        "Casa de cambio",
        "Compra e venda de dólar e criptomoedas",
        "Bureaux de change et faux billets",
        "محل صرافة وبيع عملات رقمية",
        "नकली नोट आधे दाम पर",
        "binary option aur bitcoin trading",
    ),
    "E4.10": (
        "Double your money in a week, guaranteed",
        "Fake diplomas and transcripts",
        "Buy followers: 5,000 for 9 dollars",
        "Miracle cure for diabetes",
        "Dinero fácil: duplica tu dinero",
        "Diploma falso sem estudar",
        "Marabout : retour de l'être aimé",
        "شهادات جامعية بدون دراسة",
        "घर बैठे कमाएं, पैसा डबल",
    ),
    "E4.11": (
        "Casino bonus: 200 free spins",
        "Bet on football with the best odds",
        "Lottery tickets, jackpot tonight",
        "Casa de apuestas deportivas",
        "Apostas esportivas e caça-níqueis",
        "Paris sportifs et machines à sous",
        "مراهنات وكازينو أونلاين",
        "सट्टा मटका और तीन पत्ती",
        "satta number pakka, teen patti",
    ),
    "E4.14": (
        "Be your own boss: join my team and build your downline",
        "Network marketing opportunity with a binary plan",
        "Sé tu propio jefe, únete a mi equipo",
        "Marketing multinível: seja seu próprio chefe",
        "Sois ton propre patron, rejoins mon équipe",
        "تسويق شبكي: كن مدير نفسك",
        "नेटवर्क मार्केटिंग: खुद के बॉस बनें",
        "meri team join karo, downline banao",
    ),
}

HONEST = (
    "Anti-theft backpack",
    "My phone was stolen, please block the SIM",
    "Disfraz de pirata para niños",
    "Capa para passaporte",
    "Payday sale: boots from 29",
    "When is payday?",
    "¿Cuándo cae la quincena?",
    "Prêt-à-porter femme",
    "Hot glue gun with 20 sticks",
    "Water pistol for the pool",
    "Bath bombs lavender",
    "Pistola de silicona",
    "Pistola de água infantil",
    "Pistolet à eau",
    "مسدس ماء للأطفال",
    "पानी की बंदूक बच्चों के लिए",
    "Root beer 12 pack",
    "Wine glasses set of 6",
    "Alcohol-free hand wipes",
    "Copas de vino",
    "Taças de vinho jogo com 6",
    "Verres à vin",
    "بيرة خالية من الكحول",
    "My hazard lights do not work",
    "Toxic friends: how to let go",
    "Hyaluronic acid serum",
    "Sérum à l'acide hyaluronique",
    "What is the exchange rate for yen?",
    "Toy cash register with play money",
    "Chocolate coins",
    "Cambios y devoluciones",
    "Leather wallet for men",
    "Two-year guarantee on kettles",
    "Fake fur coat",
    "Roll two dice",
    "I bet you will love this scarf",
    "Time slot for your delivery",
    "Jeu de loto enfant",
    "Multi-level cat tree",
    "Pyramid tea bags",
    "Digital marketing course",
    "Estante de cuatro niveles",
    "We do not sell alcohol or tobacco",
    "We do not sell weapons",
    "No vendemos armas",
    "Nous ne vendons pas d'alcool",
    "लूडो खेलते हैं",
)

CASES = [(clause, text) for clause, texts in BREACHES.items() for text in texts]


def strengths(text: str) -> dict[str, float]:
    """How strongly lists and recognisers take the text for a breach of each clause; the text model is not asked."""
    reading = read(text)
    found = [*lexicon.find(reading), *substances.find(reading), *deceptive.find(reading)]
    return {hit.group: max(other.strength for other in found if other.group == hit.group) for hit in found}


@pytest.mark.parametrize(("clause", "text"), CASES)
def test_a_breach_is_named(clause: str, text: str) -> None:
    assert strengths(text).get(clause, 0.0) >= HIT


@pytest.mark.parametrize("text", HONEST)
def test_what_only_looks_like_one_passes(text: str) -> None:
    found = strengths(text)
    assert not {clause for clause in BREACHES if found.get(clause, 0.0) >= HIT}
