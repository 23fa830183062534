from typing import Any

from parley.core.messages.rendering import Parameter, read_components

FULL: list[dict[str, Any]] = [
    {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["A-17"]}},
    {"type": "BODY", "text": "Hi {{1}}, it comes {{2}}. Bye {{1}}!", "example": {"body_text": [["Ann", "today"]]}},
    {"type": "FOOTER", "text": "Northbank"},
    {
        "type": "BUTTONS",
        "buttons": [
            {"type": "QUICK_REPLY", "text": "Stop"},
            {"type": "URL", "text": "Track", "url": "https://example.com/{{1}}", "example": ["abc"]},
        ],
    },
]


def test_the_places_of_each_part_are_counted_from_one_with_their_examples() -> None:
    assert read_components(FULL).parameters == (
        Parameter("header", 1, "A-17"),
        Parameter("body", 1, "Ann"),
        Parameter("body", 2, "today"),
        Parameter("button", 1, "abc", button=1),
    )


def test_a_filled_template_reads_as_the_customer_will_read_it() -> None:
    text = read_components(FULL).rendered(["B-1"], ["Carla", "on Monday"])
    assert text == "Order B-1\nHi Carla, it comes on Monday. Bye Carla!\nNorthbank"


def test_a_value_that_looks_like_a_place_is_not_filled_again() -> None:
    assert read_components(FULL).rendered(["{{2}}"], ["{{2}}", "x"]).startswith("Order {{2}}\nHi {{2}}, it comes x.")


def test_named_places_have_their_named_examples() -> None:
    example = {"body_text_named_params": [{"param_name": "first_name", "example": "Ann"}]}
    body: dict[str, Any] = {"type": "body", "text": "Hi {{first_name}}", "example": example}
    text = read_components([body])
    assert text.parameters == (Parameter("body", 1, "Ann", "first_name"),)
    assert text.names == ("first_name",)
    assert text.rendered([], ["Carla"]) == "Hi Carla"


def test_a_picture_as_header_and_missing_examples_are_no_trouble() -> None:
    text = read_components([{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "{{1}}"}])
    assert (text.header, text.parameters) == ("", (Parameter("body", 1, ""),))
    assert read_components([]).rendered([], []) == ""


def test_a_code_to_copy_is_a_place_at_its_button_and_the_head_has_a_kind() -> None:
    buttons = [{"type": "QUICK_REPLY", "text": "No"}, {"type": "COPY_CODE", "example": "SPRING25"}]
    text = read_components([{"type": "HEADER", "format": "Video"}, {"type": "BUTTONS", "buttons": buttons}])
    assert text.parameters == (Parameter("code", 1, "SPRING25", button=1),)
    assert text.header_kind == "video"
    assert read_components([{"type": "header", "text": "Hi"}]).header_kind == "text"
    assert read_components([{"type": "header", "format": "HOLOGRAM"}]).header_kind == ""


def test_numbered_places_take_their_values_by_number_wherever_they_stand() -> None:
    text = read_components([{"type": "BODY", "text": "By {{2}} from {{1}}.", "example": {"body_text": [["A", "B"]]}}])
    assert text.parameters == (Parameter("body", 1, "A"), Parameter("body", 2, "B"))
    assert text.rendered([], ["Leeds", "Friday"]) == "By Friday from Leeds."
