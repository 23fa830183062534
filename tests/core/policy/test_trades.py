"""A business is judged by what it says it is, whatever sector it chose."""

from dataclasses import replace

import pytest

from parley.core.policy.examples import CLIENT, an_application
from parley.core.policy.gate import decide

FORBIDDEN = [
    "Licensed pharmacy",
    "Online casino with a licence",
    "Wine merchant since 1920",
    "Payday loans in ten minutes",
    "Debt collection agency",
    "Gun shop",
    "Tobacconist",
    "Dating agency",
    "Pet shop",
    "Currency exchange office",
    "Bail bondsman",
    "Hearing aid centre",
    "Medical supplies wholesaler",
    "Escort agency",
    "Fireworks store",
    "Network marketing company",
    "Cannabis dispensary",
    "Fur trader, exotic skins",
    "Liquor store",
    "Farmacia autorizada",
    "Casino en línea",
    "Licorería",
    "Estanco",
    "Agencia de cobro de deudas",
    "Casa de cambio",
    "Tienda de mascotas",
    "Armería",
    "Agencia matrimonial y de citas",
    "Farmácia licenciada",
    "Cassino online",
    "Loja de vinhos",
    "Tabacaria",
    "Empresa de cobrança de dívidas",
    "Casa de câmbio",
    "Loja de animais",
    "Pharmacie agréée",
    "Casino en ligne",
    "Caviste",
    "Bureau de tabac",
    "Société de recouvrement",
    "Bureau de change",
    "Animalerie",
    "Armurerie",
    "صيدلية مرخصة",
    "كازينو على الإنترنت",
    "متجر خمور",
    "محل تبغ وشيشة",
    "مكتب صرافة",
    "محل حيوانات أليفة",
    "شركة تحصيل ديون",
    "लाइसेंसी दवाखाना और मेडिकल स्टोर",
    "ऑनलाइन कैसीनो",
    "शराब की दुकान",
    "पान तंबाकू की दुकान",
    "मुद्रा विनिमय कार्यालय",
    "पालतू जानवरों की दुकान",
    "मेडिकल स्टोर",
    "For 20 years a pharmacy in Leeds",
    "For you: licensed pharmacy",
    "For pharmacies, we are a pharmacy",
    "No frills pharmacy",
    "In Leeds, pharmacy since 1900",
]
HONEST = [
    "A bakery in Leeds",
    "Software for pharmacies",
    "We build shop fittings for pharmacies and bars",
    "Dental clinic, appointments only",
    "A hotel with a bar",
    "Insurance broker",
    "Veterinary practice",
    "Dog groomer",
    "Pet food and toys",
    "Bank with a currency account",
    "Accountants",
    "Toy shop",
    "Law firm: debt advice",
    "Furniture for pet owners",
    "Panadería",
    "Software para farmacias",
    "Hotel con bar",
    "Abogados",
    "Padaria",
    "Software para farmácias",
    "Hotel com bar",
    "Boulangerie",
    "Logiciels pour pharmacies",
    "Hôtel avec bar",
    "مخبز",
    "برنامج لإدارة الصيدليات",
    "فندق",
    "बेकरी",
    "फार्मेसी के लिए सॉफ्टवेयर",
    "होटल",
    "Lottery of the schools for new roofs, registered charity",
    "Museum of money",
    "Cinema",
    "Language school",
    "Car repair",
    "The old pharmacy, now a café",
    "Shelves for pharmacies and drugstores",
    "We deliver to pharmacies",
]
NAMES = [
    "City Pharmacy",
    "Farmacia del Sol",
    "Pharmacie Centrale",
    "صيدلية النور",
    "Lucky Casino",
    "Apollo Medical Store",
]


def refused(description: str, name: str = "Hill & Sons", sector: str = "other") -> set[str]:
    client = replace(CLIENT, name=name, legal_name=f"{name} Ltd", sector=sector)
    decision = decide(an_application(client=client, display_names=(name,), description=description))
    return {found.verdict for found in decision.findings if found.verdict in ("block", "hold")}


@pytest.mark.parametrize("description", FORBIDDEN)
def test_a_trade_that_the_policy_forbids_is_known_by_its_description(description: str) -> None:
    assert refused(description)


@pytest.mark.parametrize("description", HONEST)
def test_another_business_is_not(description: str) -> None:
    assert not refused(description)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_alone_is_looked_at(name: str) -> None:
    assert refused("We serve the neighbourhood.", name)


def test_a_sector_that_is_chosen_is_read_too() -> None:
    assert "block" in refused("We serve the neighbourhood.", sector="pharmacy")
