"""Fields by which people may not be selected or left out (E6), whatever they are called (data: ``fields.toml``)."""

from parley.core.policy.characteristics.fields import Characteristic, characteristic_of

__all__ = ["Characteristic", "characteristic_of"]
