"""The first message of a process waits for no list or model to be read."""

import subprocess
import sys

from stdnum import numdb

from parley.core.policy.gate import warm_up

# In a process of its own: in this one everything has long been read.
FIRST_MESSAGES = """
import sys

from parley.core.policy.gate import decide, warm_up
from parley.core.policy.facts import Outbound
from parley.core.policy.rulebook import RULES
from parley.core.policy.examples import an_outbound
from parley.core.policy.wishes import WISHES, wish

warm_up()


def read_once():
    modules = [module for name, module in sys.modules.items() if name.startswith("parley.core.policy")]
    functions = {each for module in modules for each in vars(module).values() if hasattr(each, "cache_info")}
    return {
        f"{each.__module__}.{each.__qualname__}"
        for each in functions
        if each.__wrapped__.__code__.co_argcount == 0 and each.cache_info().currsize
    }


before, wishes = read_once(), wish.cache_info().misses
examples = [each for rule in RULES for each in (*rule.breaches(), *rule.look_alikes())]
texts = ["Vendo depistolas baratas", "M y d o c t o r says no", "4111 1111 1111 1111", "¿Cuándo llega mi tarjeta?"]
for matter in [each for each in examples if isinstance(each, Outbound)] + [an_outbound(text) for text in texts]:
    decide(matter)
for each in WISHES:
    wish(each)
print(*sorted(read_once() - before), *["wishes"] * (wish.cache_info().misses - wishes))
"""


def test_the_first_messages_read_no_list() -> None:
    told = subprocess.run([sys.executable, "-c", FIRST_MESSAGES], capture_output=True, text=True, check=False)
    assert told.stderr == ""
    assert told.stdout.split() == []


def test_tables_that_checkers_read_when_first_asked_are_read_before() -> None:
    warm_up()
    assert {"cn/loc", "id/loc", "my/bp", "nz/banks"} <= numdb._open_databases.keys()
