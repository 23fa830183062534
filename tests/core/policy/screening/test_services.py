"""Services that no word gives away, known by their parts, and what honest businesses say with the same words."""

import pytest

from parley.core.policy.screening import read
from parley.core.policy.screening.detectors import schemes

BREACHES = {
    "E4.0": (
        "We pay your wage early for a small fee", "A loan for people refused by the bank", "Bondsman near the jail",
        "Our collection department: pay or we go to court", "Préstamos sin buró", "Empréstimo para negativado",
        "Prêt pour interdits bancaires", "قرض بدون كفيل", "बिना सिबिल लोन",
    ),
    "E4.8": ("We buy gift cards for cash", "PayPal balance for sale"),
    "E4.10": (
        "A degree without any exam", "Doctor's note, any date", "Payslips made to order", "Put in 5, take out 9 today",
        "5 percent a day, deposit now", "Watch videos from home and earn", "Guaranteed visa for Dubai",
        "Reviews for your hotel, pack of 20", "See her messages without her knowing", "Lose 8 kilos in a week",
        "Pay now or we publish your photos", "IPTV subscription", "Financial freedom: join our course",
        "Diploma sin clases", "Perca 5 quilos em sete dias", "Diplôme sans examen", "شهادة بدون دراسة",
        "बिना परीक्षा डिग्री",
    ),
    "E4.11": ("Do you take bets?", "Rifa de la moto", "Pronostics sûrs", "सट्टा नंबर"),
    "E4.12": (
        "Girls for your hotel room, per hour", "Subscribe to see all of me, link in bio", "Worn socks, sealed bag",
        "Swingers club for couples", "Chicas a domicilio", "Modelos, fotos reais", "Jouets coquins", "بنات للفندق",
    ),
    "E4.13": ("Our marriage bureau", "Singles cruise", "Agencia matrimonial", "Site de rencontres", "موقع زواج"),
    "E4.14": (
        "Commission on everyone who joins under you", "Infinity bonus for each rank", "Gifting circle",
        "Gana por cada afiliado", "Ganhe por cada indicado", "Gagnez sur chaque filleul", "लोग जोड़ो, कमाई करो",
    ),
}  # fmt: skip
HONEST = (
    "Your wages are paid on the last day of the month", "The bank answers on your loan by Friday",
    "We do not collect debts.", "The old jail is a museum now, ten a ticket", "Your invoice is overdue, please pay",
    "Wine glasses, we deliver in two days", "Your gift card balance is 12.40", "A certificate for each who attends",
    "The exam for the degree is in June", "Please send your sick note to the office", "Your payslip is online",
    "Put in the code and take out your parcel today", "Rates rise by 2 percent a year", "We work from home on Fridays",
    "The visa takes ten days", "Thank you for your review!", "I can not see the messages in the app",
    "I lost my keys and 5 pounds", "Pay now or at the counter", "Our course starts on Monday",
    "We sold all tickets for the match", "Girls' shoes, size 30, 12 a pair", "Socks for students, bag of five",
    "Marriage certificate, certified copy", "Bring a friend to the yoga class: 10 off your next",
    "La nómina llega el viernes", "Sorteio grátis para clientes", "Le permis de construire est accordé",
    "بنات: ملابس مدرسية جديدة", "लड़कियों के जूते",
)  # fmt: skip


def clauses(text: str) -> set[str]:
    return {hit.group for hit in schemes.find(read(text))}


@pytest.mark.parametrize(("clause", "text"), [(clause, text) for clause, texts in BREACHES.items() for text in texts])
def test_a_service_is_known_by_its_parts(clause: str, text: str) -> None:
    assert clause in clauses(text)


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_service_is_left_alone(text: str) -> None:
    assert not clauses(text)
