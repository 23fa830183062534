"""What our messages in a row make together: a number or a question that none of them holds alone."""

import pytest

from parley.core.messages import Button, Buttons, Content, ListMenu, Row, Section, TemplateUse
from parley.core.policy.conduct import Conduct
from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import TemplateFacts
from parley.core.policy.gate import decide
from parley.core.policy.identifiers.recognisers.card import is_card

LONG = "Thank you for waiting so patiently while I looked at all of your papers. " * 20


def clauses(content: Content | str, *before: str) -> tuple[str, ...]:
    return decide(an_outbound(content, lately=before, conduct=Conduct(unanswered=len(before)))).clauses


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (["4111 1111"], "1111 1111"),
        (["4111", "1111", "1111"], "1111"),
        (["Part 1 of 2: 4111 1111"], "Part 2 of 2: 1111 1111"),
        (["first 4111", "hold on", "then 1111", "again 1111"], "last: 1111"),
        (["four one one one", "one one one one"], "one one one one one one one one"),
        (["٤١١١ ١١١١"], "1111\u200b 1111"),
        ([f"{LONG}4111 1111"], f"1111 1111 {LONG}"),
        (["41", "11", "11", "11", "11", "11", "11"], "11"),
        (["Pay to GB82 WEST 1234"], "5698 7654 32"),
        (["Please send me your"], "full card number"),
        (["Could you tell me"], "your PIN"),
        (["Envíame el número"], "de tu tarjeta"),
        (["Pouvez-vous m'envoyer votre"], "numéro de carte"),
        (["Hello Ana", "Could you give me", "the full number"], "of your card?"),
    ],
)
def test_what_is_cut_up_is_read_as_one(before: list[str], text: str) -> None:
    assert clauses(text, *before) == ("D3",)
    assert all(clauses(each) == () for each in (*before, text)), "none is refused alone"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (["Your order 4471 is ready."], "Your table is booked for 1930."),
        (["Call us at 0800 123 4567"], "or at 0800 765 4321"),
        (["Your card ending in 1111 is blocked."], "The new one ends in 4242."),
        (["Your card ends in 1111."], "Could you tell me your name?"),
        (["We will never ask for your PIN."], "Please send me the photo."),
        (["You can change your PIN in the app."], "Thank you!"),
        (["¿Cuál es su número de pedido?"], "Gracias."),
    ],
)
def test_two_honest_messages_are_two(before: list[str], text: str) -> None:
    assert clauses(text, *before) == ()


@pytest.mark.parametrize(
    "content",
    [
        Buttons("1111 1111", (Button("a", "Thanks"),), header="4111 1111"),
        Buttons("4111 1111", (Button("a", "Thanks"),), footer="1111 1111"),
        Buttons("it begins with 4111 1111", (Button("a", "Thanks"),), footer="and ends with 1111 1111"),
        Buttons("Hello", (Button("a", "4111 1111"), Button("b", "1111 1111"))),
    ],
)
def test_the_parts_of_one_message_are_read_as_one(content: Content) -> None:
    assert clauses(content) == ("D3",)


def order_number() -> str:
    """Of eight digits, that twice in a row would be a card's."""
    return next(str(each) for each in range(41_000_000, 42_000_000) if is_card(str(each) * 2))


def test_a_number_that_is_said_again_is_no_half_of_a_card() -> None:
    number = order_number()
    assert clauses(f"About order {number}: it is here.", f"Order {number} is on its way.") == ()
    said = f"Order {number} is on its way."
    use = TemplateUse("on_its_way", "en", "utility", body=(number,), rendered=said)
    facts = {"template": TemplateFacts("on_its_way", "en", "utility", "APPROVED")}
    assert decide(an_outbound(use, **facts)).clauses == ()


def test_rows_of_a_list_are_things_of_their_own() -> None:
    rows = tuple(Row(str(number), f"Order {4111 + number}") for number in range(10))
    assert clauses(ListMenu("Which one?", "Choose", (Section(rows, "Orders"),))) == ()
