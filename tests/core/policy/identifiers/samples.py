"""Numbers made for the tests, none of a person: digits drawn at random until the check digits fit."""

import random
from functools import cache
from string import ascii_uppercase

from parley.core.policy.identifiers.table import Row

# Too rare to be drawn: the examples of the module that checks them.
RARE = {
    "it_cf": "RCCMNL83S18D969H",
    "mx_curp": "BOXW310820HNERXN09",
    "mx_rfc": "GODE561231GR8",
    "pt_cc": "00000000 0 ZZ4",
    "mu_nid": "C1103830029009",
    "cn_ric": "360426199101010071",
}
DRAWS = 60_000


@cache
def sample(row: Row) -> str:
    """A number of this row, written without separators; one that its module accepts, if it has one."""
    if row.id in RARE:
        return RARE[row.id]
    draw = random.Random(row.id)
    shapes = sorted(row.shapes, key=len)
    for _ in range(DRAWS):
        number = _drawn(draw, draw.choice(shapes), row.id)
        if row.module is None or row.is_valid(number):
            return number
    raise LookupError(row.id)


def _drawn(draw: random.Random, shape: str, name: str) -> str:
    letters = {"es_nie": "XYZ"}.get(name, ascii_uppercase)
    first = next((place for place, each in enumerate(shape) if each == "a"), -1)
    made = [draw.choice("0123456789") if each == "9" else draw.choice(ascii_uppercase) for each in shape]
    if first >= 0:
        made[first] = draw.choice(letters)
    return "".join(made)
