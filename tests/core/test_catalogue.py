import pytest

from parley.core.catalogue import UnreadableCatalogue, read_catalogue

FEED = (
    b"\xef\xbb\xbfid,title,description,price,link,image_link,brand,availability,google_product_category\n"
    b'chair-7,Garden chair,"Oak, folds",49.90 EUR,https://shop.example/chair,,Lund,in stock,Home > Garden\n'
    b"lamp-9,Reading lamp,,cheap,https://shop.example/lamp,,,in stock,\n"
    b",No number,,,,,,,\n"
    b"chair-7,Garden chair again,,,,,,,\n"
    b"vase-1,Vase,,12 USD,shop,,,,\n"
)
GRAPH = (
    b'{"data": [{"retailer_id": "chair-7", "name": "Garden chair", "price": "49.90", "currency": "EUR", '
    b'"availability": "in_stock"}, 5, {"retailer_id": "x"}]}'
)
BATCH = b'{"requests": [{"method": "UPDATE", "retailer_id": "cup-2", "data": {"title": "Cup", "link": "https://s.example/c"}}]}'


def test_a_data_feed_is_read_and_bad_rows_are_named_with_the_remedy() -> None:
    taken, aside = read_catalogue(FEED)
    assert [(row, item.retailer_id, item.title, item.description) for row, item in taken] == [
        (1, "chair-7", "Garden chair", "Oak, folds")
    ]
    assert taken[0][1].category == "Home > Garden"
    assert [(each.row, each.retailer_id, each.field) for each in aside] == [
        (2, "lamp-9", "price"),
        (3, "", "retailer_id"),
        (4, "chair-7", "retailer_id"),
        (5, "vase-1", "url"),
    ]
    assert "write 9.90 EUR" in aside[0].reason


@pytest.mark.parametrize("separator", [b"\t", b";"])
def test_other_separators_are_recognised(separator: bytes) -> None:
    lines = [b"id", b"title"], [b"cup-2", b"Cup"]
    content = b"\n".join(separator.join(line) for line in lines)
    assert [item.title for _, item in read_catalogue(content)[0]] == ["Cup"]


def test_json_of_the_api_and_of_its_batches() -> None:
    taken, aside = read_catalogue(GRAPH)
    assert [(item.retailer_id, item.title, item.price) for _, item in taken] == [
        ("chair-7", "Garden chair", "49.90 EUR")
    ]
    assert [(each.row, each.field) for each in aside] == [(2, "retailer_id"), (3, "title")]
    assert [item.title for _, item in read_catalogue(BATCH)[0]] == ["Cup"]


@pytest.mark.parametrize("content", [b"", b"hello", b"name,colour\nx,y\n", b"{", b'{"a": 1}', b"[" * 9000, b"[]"])
def test_what_is_no_catalogue_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableCatalogue):
        read_catalogue(content)
