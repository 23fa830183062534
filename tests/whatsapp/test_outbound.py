from parley.core.messages import Product, ProductList, ProductSection
from parley.whatsapp.outbound import request_body
from tests.core.policy.builders import an_outbound


def test_a_number_goes_with_its_plus_so_that_no_country_code_is_put_before_it() -> None:
    assert request_body(an_outbound(to="15550100100"))["to"] == "+15550100100"


def test_who_is_known_by_user_id_only_is_written_to_as_recipient() -> None:
    body = request_body(an_outbound(to="", to_user_id="GB.7001"))
    assert body["recipient"] == "GB.7001"
    assert "to" not in body


def test_one_item_of_a_catalogue() -> None:
    body = request_body(an_outbound(Product("cat-1", "chair-7", "This one?")))
    assert body["interactive"] == {
        "type": "product",
        "body": {"text": "This one?"},
        "action": {"catalog_id": "cat-1", "product_retailer_id": "chair-7"},
    }


def test_several_items_in_sections() -> None:
    several = ProductList(
        "cat-1", "Garden", "Look.", (ProductSection(("chair-7", "lamp-9"), "New"),), "Prices with VAT"
    )
    shown = request_body(an_outbound(several))["interactive"]
    assert (shown["type"], shown["header"], shown["footer"]) == (
        "product_list",
        {"type": "text", "text": "Garden"},
        {"text": "Prices with VAT"},
    )
    items = [{"product_retailer_id": "chair-7"}, {"product_retailer_id": "lamp-9"}]
    assert shown["action"] == {"catalog_id": "cat-1", "sections": [{"product_items": items, "title": "New"}]}
