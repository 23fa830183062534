import pytest

from parley.core.policy.complaints import LONGEST, complains

ACCUSES = (
    "Stop scamming me!",
    "I will report you",
    "I'm going to report this number to WhatsApp.",
    "you are a bunch of thieves",
    "This is spam",
    "this is illegal, you know",
    "Dejen de estafarme",
    "Esto es una estafa",
    "Los voy a denunciar",
    "Parem de me enganar",
    "Isso é golpe",
    "Vou denunciar vocês",
    "Arrêtez de m'arnaquer",
    "C'est une arnaque",
    "Je vais vous signaler",
    "أنتم نصابين",
    "هذا احتيال",
    "سأبلغ عنكم",
    "ठगना बंद करो",
    "यह धोखाधड़ी है",
    "मैं आपकी शिकायत करूंगा",
    "aap log fraud ho",
)
ORDINARY = (
    "My parcel is five days late, this is ridiculous!",
    "I will report back to you tomorrow.",
    "I want to report a lost card.",
    "Is this a scam? I got a text with your name.",
    "Somebody called me and said I won, this is a scam, no?",
    "This is a fraud transaction on my card, I did not make it.",
    "Your driver was rude and the food was cold.",
    "Your e-mail went to my spam folder.",
    "Mi pedido llega tarde, es una vergüenza.",
    "Quiero denunciar la pérdida de mi tarjeta.",
    "Meu pedido está atrasado, que vergonha.",
    "Ma commande est en retard, c'est inadmissible.",
    "Je voudrais signaler une carte perdue.",
    "طلبي متأخر جدا",
    "هل هذا احتيال؟",
    "मेरा पार्सल देर से आया",
    "क्या यह स्कैम है?",
    "",
)


@pytest.mark.parametrize("text", ACCUSES)
def test_an_accusation_of_the_business_is_heard(text: str) -> None:
    assert complains(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_complaint_and_help_against_others_are_none(text: str) -> None:
    assert not complains(text)


def test_a_long_letter_is_for_people_to_read() -> None:
    assert not complains("This is spam. " + "x" * LONGEST)
