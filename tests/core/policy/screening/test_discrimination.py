"""Offers that leave people out for what they are, against offers that do not."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening.detectors import discrimination
from parley.core.policy.screening.hits import HIT
from parley.core.policy.screening.reading import read

BREACHES = [
    "Apartment for rent, no families",
    "Women need not apply for this driver position",
    "This club is only for under 30s",
    "Waiter wanted, Christians preferred",
    "Two rooms to let, no children, no foreigners",
    "We do not rent to Muslims",
    "Looking for a young woman as receptionist",
    "Loans for citizens only, immigrants not accepted",
    "Sorry, we don't serve gay couples",
    "Job: must be under 35 and unmarried",
    "We don't hire pregnant women",
    "Male candidates only for the sales position",
    "Whites only",
    "Higher interest rates for foreigners",
    "The flat is not suitable for wheelchair users or old people, please do not apply",
    "Vegetarian Hindu family preferred for this flat",
    "Se alquila piso, abstenerse extranjeros",
    "No se admiten niños ni familias en el departamento",
    "Se busca camarera, menor de 30 años, buena presencia",
    "No alquilamos a gitanos",
    "Solo contratamos hombres",
    "Préstamos: inmigrantes no aceptados",
    "Aluga-se quarto, não aceitamos gays",
    "Vaga só para homens",
    "Não contratamos mulheres grávidas",
    "Procura-se secretária até 30 anos, boa aparência",
    "Recherche serveuse, moins de 30 ans, femmes enceintes s'abstenir",
    "Nous ne louons pas aux familles",
    "Poste réservé aux hommes",
    "شقة للايجار للمسلمين فقط",
    "وظيفة شاغرة، لا نقبل النساء",
    "لا نؤجر للاجانب",
    "مطلوب موظفة غير محجبة",
    "flat kiraye par, sirf hindu parivar",
    "muslim sampark na kare, flat kiraye ke liye",
    "naukri ke liye sirf ladke apply kare",
    "किराये का मकान, सिर्फ हिंदू परिवार",
    "नौकरी: विकलांग आवेदन न करें",
    "Appartement à louer, pas d'étrangers",
    "Welcome to our hostel. We do not rent to Muslims",
    "Ask for the menu and the discount. Sorry, no foreigners",
    "Bienvenidos al club. No se admiten gitanos",
]
LOOK_ALIKES = [
    "Women's shoes, sizes 36 to 42",
    "Seniors get a discount of 10 %",
    "The entrance has a ramp for wheelchair users",
    "We welcome everyone: families, women, men, people of any faith",
    "Children under 5 eat free",
    "No children under 18 may buy alcohol",
    "You must be over 18 to rent a car",
    "This flat is great for families",
    "Are kids allowed at the restaurant?",
    "Family room available from Friday",
    "Our women's football team is looking for players",
    "We do not discriminate by race, religion or age",
    "No pets, no smoking in the apartment",
    "Only adults may sign the contract",
    "The room is only for two guests",
    "Student discount on all courses",
    "Sorry, no rooms are left for the weekend",
    "Do you have a job for a driver?",
    "There is no delivery for the women's boots yet",
    "Zapatos de mujer en oferta",
    "Descuento para jubilados",
    "Todos son bienvenidos: familias, niños, mayores",
    "No se admiten mascotas",
    "Apartamento ideal para familias",
    "Sapatos femininos com desconto",
    "Apartamento perto da escola para sua família",
    "Chaussures pour femmes",
    "Chambre familiale disponible",
    "Pas d'animaux dans l'appartement",
    "احذية نسائية بخصم",
    "غرفة عائلية متاحة",
    "mahilaon ke joote",
    "parivar ke liye kamra chahiye",
    "औरतों के जूते",
    "I have a family of four, which room fits?",
    "My kids are hungry, when does the delivery arrive?",
    "The waiter was rude to women, I want to complain",
    "Men and women can apply for the position",
    "No, the women's jacket is not in stock",
    "I am looking for a gift for women over 40",
    "Only my husband can pick up the order",
    "La mujer que trabaja en la tienda no me ayudó",
    "Sem crianças hoje, só duas pessoas para a reserva",
    "Two adults and no children, one room please",
    "The job is open to all genders",
]


SIGNS = tomllib.loads((Path(__file__).parent / "sentences" / "E6_signs.toml").read_text(encoding="utf-8"))


def signs(kind: str) -> list[str]:
    return [line for part in SIGNS.values() if isinstance(part, dict) for line in part[kind].strip().splitlines()]


def strength(text: str) -> float:
    return max((hit.strength for hit in discrimination.find(read(text))), default=0.0)


@pytest.mark.parametrize("text", [*BREACHES, *signs("breach")])
def test_an_offer_that_leaves_people_out_is_found(text: str) -> None:
    assert strength(text) >= HIT


@pytest.mark.parametrize("text", [*LOOK_ALIKES, *signs("honest")])
def test_an_offer_that_leaves_nobody_out_passes(text: str) -> None:
    assert strength(text) < HIT
