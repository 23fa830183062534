"""Fields by which people may not be selected or left out (E6), whatever they are called (data: ``fields.toml``)."""

from parley.core.policy.characteristics.fields import characteristic_in, characteristic_of
from parley.core.policy.characteristics.table import Characteristic

__all__ = ["Characteristic", "characteristic_in", "characteristic_of"]
