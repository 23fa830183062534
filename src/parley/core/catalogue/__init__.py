"""What a Client sells, as its catalogue lists it: read from the platform's forms, each item checked (E9, S8)."""

from parley.core.catalogue.item import Item, problem_with
from parley.core.catalogue.reading import Aside, UnreadableCatalogue, read_catalogue

__all__ = ["Aside", "Item", "UnreadableCatalogue", "problem_with", "read_catalogue"]
