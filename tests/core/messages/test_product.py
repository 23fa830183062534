import pytest

from parley.core.messages import Product, ProductList, ProductSection, content_from, plain_text, to_builtins


def a_list(*sections: ProductSection, header: str = "Garden", body: str = "Look.") -> ProductList:
    return ProductList("cat-1", header, body, sections or (ProductSection(("chair-7",)),))


@pytest.mark.parametrize(
    ("message", "names"),
    [
        (Product("", "chair-7"), "catalogue_id"),
        (Product("cat-1", ""), "retailer_id"),
        (Product("cat-1", "chair-7", "x" * 1025), "body"),
        (Product("cat-1", "chair-7", footer="x" * 61), "footer"),
        (a_list(header=""), "header"),
        (a_list(body=""), "body"),
        (a_list(*(ProductSection((str(i),), str(i)) for i in range(11))), "sections"),
        (a_list(ProductSection(tuple(str(i) for i in range(31)))), "items"),
        (a_list(ProductSection(("a",)), ProductSection(("b",))), "sections.title"),
        (a_list(ProductSection(("a",), "x" * 25)), "sections.1.title"),
        (a_list(ProductSection(("a", "a"))), "items"),
        (a_list(ProductSection(())), "items"),
    ],
)
def test_a_broken_limit_is_named(message: Product | ProductList, names: str) -> None:
    assert any(sentence.startswith(names) for sentence in message.breaches())


def test_what_keeps_the_limits_is_left_in_peace() -> None:
    full = [ProductSection(tuple(f"{s}-{i}" for i in range(3)), "x" * 24) for s in range(10)]
    assert a_list(*full).breaches() == ()
    assert Product("cat-1", "x" * 100, "x" * 1024, "x" * 60).breaches() == ()


def test_it_is_kept_and_read_again_and_has_a_line_for_lists() -> None:
    for message in (Product("cat-1", "chair-7"), a_list(ProductSection(("a",), "New"))):
        assert content_from(to_builtins(message)) == message
        assert plain_text(message)
    assert a_list(ProductSection(("a",), "New")).texts() == ("Garden", "Look.", "New")
