"""What a message's content must be: missing is 131008, of the wrong kind 100, a wrong value 131009."""

from typing import Any

from parley_emulator.graph.refusal import Refusal


def names_whatsapp(product: Any) -> bool:
    """``messaging_product``, in upper or lower case as all names out of a list are (reference 1.1)."""
    return isinstance(product, str) and product.lower() == "whatsapp"


def missing(name: str) -> Refusal:
    """Of a call itself, in the words of the platform's traffic; within a message it is 131008."""
    return Refusal(100, message=f"(#100) The parameter {name} is required.")


def object_in(parent: dict[str, Any], key: str, where: str = "") -> dict[str, Any]:
    """An object that must be there."""
    name = f"{where}.{key}" if where else key
    value = parent.get(key)
    if value is None:
        raise Refusal(131008, f"The parameter {name} is required.")
    if not isinstance(value, dict):
        raise Refusal(100, f"Param {name} must be a JSON object.")
    return value


def list_in(parent: dict[str, Any], key: str, where: str, least: int, most: int) -> list[dict[str, Any]]:
    """A list of objects, of a length between the two."""
    name = f"{where}.{key}" if where else key
    value = parent.get(key)
    if value is None:
        raise Refusal(131008, f"The parameter {name} is required.")
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise Refusal(100, f"Param {name} must be an array of objects.")
    if not least <= len(value) <= most:
        raise Refusal(131009, f"{name} must have {least} to {most} items, it has {len(value)}.")
    return value


def text_in(parent: dict[str, Any], key: str, where: str, most: int, required: bool = True) -> str:
    """A text up to that length."""
    name = f"{where}.{key}" if where else key
    value = parent.get(key)
    if value is None or value == "":
        if required:
            raise Refusal(131008, f"The parameter {name} is required.")
        return ""
    if not isinstance(value, str):
        raise Refusal(100, f"Param {name} must be a string.")
    if required and not value.strip():
        raise Refusal(131009, f"{name} must not be blank.")
    if len(value) > most:
        raise Refusal(131009, f"{name} is longer than {most} characters.")
    return value


def number_in(parent: dict[str, Any], key: str, where: str, least: float, most: float) -> float:
    """A number, or text that is one, between the two."""
    value = parent.get(key)
    if value is None or value == "":
        raise Refusal(131008, f"The parameter {where}.{key} is required.")
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise Refusal(100, f"Param {where}.{key} must be a number.") from error
    if isinstance(value, bool) or not least <= number <= most:
        raise Refusal(131009, f"{where}.{key} must be between {least:g} and {most:g}.")
    return number


def check_flag(parent: dict[str, Any], key: str, where: str) -> None:
    """True or false, where it is said, also as text (reference 1.1). Raises Refusal."""
    value = parent.get(key)
    if value is not None and str(value).lower() not in {"true", "false"}:
        raise Refusal(100, f"Param {where}.{key} must be a boolean.")


def is_true(value: Any) -> bool:
    """Said with true, or with the text of it."""
    return str(value).lower() == "true"


def link_in(parent: dict[str, Any], key: str, where: str, most: int = 2000) -> str:
    """An address with http or https."""
    value = text_in(parent, key, where, most)
    if not value.lower().startswith(("http://", "https://")):
        raise Refusal(131009, f"{where}.{key} must begin with http:// or https://.")
    return value
