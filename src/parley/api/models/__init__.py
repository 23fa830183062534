"""What goes in and out of the API, as types: the OpenAPI document is made from them."""
