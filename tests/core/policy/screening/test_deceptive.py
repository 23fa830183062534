"""B8: deceptive messages by what comes together in them, in six languages; honest ones with the same words pass."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening import read
from parley.core.policy.screening.detectors.deceptive import find
from parley.core.policy.screening.hits import HIT

DECEPTIVE = (
    "Well done! Your line was drawn for a 900 pound bonus prize. To claim ring 0906 555 1234, 150p/min, 18+",
    "FREE colour phone for our best users! Text PHONE to 83377 now, 1.50 per msg, PO Box 9 LS2",
    "Your account has been suspended. Verify your details within 24 hours: secure-verify.top/login",
    "Your parcel is waiting: pay the 1.49 customs fee at parcel-redelivery.xyz",
    "Hi mum, this is my new number, my phone is broken. Can you pay a bill for me today?",
    "Netflix: payment declined, update your card at netfiix-billing.com",
    "Log in at [www.mybank.com](http://collect.example.ru/x) to keep your card",
    "¡Enhorabuena! Ha ganado un premio de 2000 euros, llame ya al 806 455 123 para reclamarlo",
    "Su cuenta ha sido suspendida, verifique sus datos hoy en banco-seguro.info",
    "Hola mamá, este es mi nuevo número, necesito pagar una factura urgente",
    "Parabéns, você ganhou um prêmio de 5000 reais! Ligue agora e resgate em premio-resgate.top",
    "Oi mãe, celular quebrou, esse é meu número novo, faz um pix pra mim?",
    "Félicitations, vous avez gagné 1500 euros ! Appelez le 0899 12 34 56 pour recevoir votre prix",
    "Votre colis est retenu, payez 1,95 de frais sur colis-livraison.top",
    "مبروك لقد ربحت جائزة 100 ألف، اتصل الآن لاستلام جائزتك 0900 123 456",
    "شحنتك موقوفة، ادفع رسوم الجمارك هنا post-pay.top",
    "आपका खाता ब्लॉक हो गया है, तुरंत केवाईसी अपडेट करें: kyc-update.info",
    "mummy phone kharab ho gaya, ye mera naya number hai, paise bhej do",
)

HONEST = (
    "Your parcel is at the depot, bring your ID before Friday",
    "Mum, I got a new phone, call you tonight",
    "Reply STOP to 80082 to stop our newsletter",
    "Beware of texts that say you won a prize and must ring a premium number",
    "I got a message that my account is suspended, is this real?",
    "My policy number is 702824370 and my claim number is 519",
    "Call me when you are free, or text me",
    "Your invoice is ready: https://www.example.com/invoices/4711",
    "The shop number is 020 7946 0000, ask for Ruth",
    "Su paquete está en la oficina, recójalo con su DNI",
    "Cuidado con los mensajes de premios, son estafas",
    "Sua encomenda está na agência, retire com RG",
    "Votre colis est au bureau de poste, venez avec une pièce d'identité",
    "شحنتك في المكتب، استلمها بالهوية",
    "आपका पार्सल डाकघर में है, पहचान पत्र लाएं",
    "papa 8 baje lene aa jana",
    "Your order 4471 is ready for collection at our shop. Reply STOP to opt out.",
    "Your booking no. 60231 is confirmed. Text STOP to unsubscribe.",
    "Su pedido 4471 está listo. Responda BAJA para dejar de recibir avisos.",
    "Votre commande 4471 est prête. Répondez STOP pour ne plus recevoir de messages.",
    "Seu pedido nº 4471 está pronto. Responda SAIR para cancelar.",
)


def strength(text: str) -> float:
    return max((hit.strength for hit in find(read(text))), default=0.0)


@pytest.mark.parametrize("text", DECEPTIVE)
def test_a_deceptive_message_is_recognised(text: str) -> None:
    assert strength(text) >= HIT


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_message_with_the_same_words_passes(text: str) -> None:
    assert strength(text) < HIT


def test_a_link_that_shows_another_host_is_named_as_such() -> None:
    assert "link that is not what it shows" in {hit.what for hit in find(read("[www.shop.com](https://evil.ru/a)"))}


def test_a_link_to_the_host_that_it_shows_passes() -> None:
    assert strength("[www.shop.com](https://shop.com/basket) is our shop") < HIT


def test_a_prize_lure_is_a_fraudulent_business_too() -> None:
    groups = {hit.group for hit in find(read(DECEPTIVE[0]))}
    assert groups == {"B8", "E4.10"}


SCAMS: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "scams.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", SCAMS)
def test_nearly_all_scams_are_recognised(language: str) -> None:
    found = [strength(text) >= HIT for text in SCAMS[language]]
    assert sum(found) >= 0.75 * len(found)
