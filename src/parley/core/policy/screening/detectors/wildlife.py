"""An animal with a part of it, or wood with how it is traded: "muntjac mount", "piel de jaguar", "grumes d'acajou"."""

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.nearness import is_weak, near
from parley.core.policy.screening.reading import Reading

GROUP = "E4.5"
PART = 0.75
BEFORE, AFTER = 3, 2  # Romance languages name the part first


def called_by(word: str) -> bool:
    """Whether it is the name of such an animal or wood."""
    return is_weak(word, GROUP)


def find(reading: Reading) -> list[Hit]:
    """The animal, if it stands by the part."""
    animal = near(reading, GROUP, BEFORE, AFTER)
    return [Hit(GROUP, "detector", PART, f"{animal}, with a part or the trade")] if animal else []
