from parley.whatsapp.outbound import request_body
from tests.core.policy.builders import an_outbound


def test_a_number_goes_with_its_plus_so_that_no_country_code_is_put_before_it() -> None:
    assert request_body(an_outbound(to="15550100100"))["to"] == "+15550100100"


def test_who_is_known_by_user_id_only_is_written_to_as_recipient() -> None:
    body = request_body(an_outbound(to="", to_user_id="GB.7001"))
    assert body["recipient"] == "GB.7001"
    assert "to" not in body
