"""What an English request would do, to whom or what: act, target and purpose decide, not the words by themselves.

"How do I stab a potato?" and "how do I stab a jogger?" differ in the target, "how do I stop people from stabbing?" in
the act that is asked for, "how does Hamlet kill Polonius?" in who acts.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from parley.core.policy.screening.concepts.asked import OPENINGS, WAYS, Asked, asked
from parley.core.policy.screening.concepts.classes import BEINGS, deeds, kind_of, verbs_with, words_of
from parley.core.policy.screening.concepts.objects import Target, targets
from parley.core.policy.screening.concepts.play import WINNING, is_contest, is_play

Judgement = tuple[float, str]

OPENING = frozenset(OPENINGS)
HURT, HARM, CRIME, DRUGS, ARMS = 0.85, 0.8, 0.9, 0.85, 0.9
BEFORE_BASE = words_of("deeds", "before_base")
BEFORE_GERUND = words_of("deeds", "before_gerund")
DENYING = words_of("deeds", "denying")
REACH = 4
HUNTED = words_of("deeds", "hunted")
KIN = words_of("deeds", "kin")
ALIVE, DEAD = frozenset(("alive", "living")), frozenset(("dead", "deceased", "late"))
RIVALS = words_of("deeds", "rivals")
REACHED = words_of("deeds", "reached")
STOLEN_IN_PLAY = words_of("deeds", "stolen_in_play")
MIXING = words_of("deeds", "mixing")
NOXIOUS = words_of("deeds", "noxious")
SERVED = words_of("deeds", "served")
AMUSED = frozenset(("laughing", "laughter", "embarrassment", "shame", "boredom", "envy", "game", "inside"))
INTO = frozenset(("in", "into", "to"))
BURSTING = words_of("deeds", "bursting")
NOT_WEAPONS = words_of("deeds", "not_weapons")
BY_ING = frozenset(verb for verb in deeds("beings") if verb.endswith("ing"))
PARTICULAR = (("the",), ("my",), ("our",), ("that",))
DRAWN = words_of("deeds", "drawn")
DRAWING = words_of("deeds", "drawing")
TOGETHER = verbs_with("together")  # only with another word a deed against a being
NEVER = words_of("deeds", "never")
MISSILES = words_of("deeds", "missiles")
HURLING = words_of("deeds", "hurling")
OF_BODY = words_of("deeds", "of_body")
EVENTS = words_of("deeds", "events")
DAMAGED_WITH = verbs_with("damaged")  # against things; with no word: where they are somebody else's
DERELICT = words_of("deeds", "derelict")
ARSON = words_of("deeds", "arson")
RAZING = words_of("deeds", "razing")  # "blow up my school": its own pupil may not either
OPENED = words_of("deeds", "opened")
GOODS_OF_OTHERS = frozenset(("property", "public", "food", "machine"))
NOT_STOLEN = frozenset(("inert", "fiction", "pests", "body"))
COMMON = words_of("deeds", "common")
HEARTS = frozenset(("heart", "hearts"))
HEARTLESS = words_of("deeds", "heartless")
MUST = words_of("deeds", "must")
CRUEL = words_of("deeds", "cruel")
HISTORY = words_of("deeds", "history")
POISONS = frozenset(("poison", "poisons", "toxin", "toxins"))
TRACES = words_of("deeds", "traces")
HARMLESS = frozenset(("inert", "food", "pests", "machine", "fiction"))
PAYING = frozenset(("pay", "paying"))
STEALING = frozenset(["steal", "stealing"])
DESERVING = frozenset(("deserve", "deserves", "deserved"))
SUFFERED = words_of("deeds", "suffered")
PREYING = words_of("deeds", "preying")
EASIEST = words_of("deeds", "easiest")
MEANS = words_of("deeds", "means")
TAKING = frozenset(("take", "takes"))
KILLS = words_of("deeds", "kills")
LAUNDERING = frozenset(("launder", "laundering"))
EVADING = frozenset(("evade", "evading", "dodge", "dodging"))
WITH_MONEY = COMMON | LAUNDERING | EVADING | KILLS | ARSON  # what is done with money, or for it
PAID_FOR = words_of("deeds", "paid_for")
MOST_BEFORE = 8
DISPOSING = frozenset(("dispose", "bury", "burying"))
MAKING = words_of("deeds", "making")
DOUBTFUL = words_of("deeds", "doubtful")
LURING = frozenset(("lure", "luring"))  # birds into a garden
TRAPPED = frozenset(("trap", "traps", "cage", "poison", "kill", "eat", "death"))
ATTENDING = frozenset(("crash", "crashing", "shoot", "shooting", "hit"))
FLIRTING = frozenset(("hit", "hitting"))
MOCKING = frozenset(("roast", "roasting"))
EATEN = frozenset(("alive", "baby", "babies", "child", "human", "man", "oven"))
NOT_BOMBS = words_of("deeds", "not_bombs")
NOT_DRUGS = words_of("deeds", "not_drugs")
SOLD_LOOSE = words_of("deeds", "sold_loose")


def harms(words: Sequence[str], ends: Sequence[int]) -> Iterator[Judgement]:
    """Every harm that the words ask for or promise; ``ends``: where sentences begin."""
    yield from _phrases(words)
    for each in asked(words, ends):
        if _protects(words, each):
            continue
        for place in range(each.start, each.end):
            if _is_done(words, place, each) and not _denied(words, place, each):
                yield from _harm(words, place, each)
        yield from _things(words, each)
        if _is_recipe(words, each):
            yield ARMS, "weapons"
        if _is_way_of_crime(words, each):
            yield CRIME, "crime"


def calls(words: Sequence[str], forms: Iterable[str]) -> bool:
    """Whether the words, or ``forms`` that they may be meant as, may ask for any of this; of most texts they do not."""
    if OPENING.isdisjoint(words) and MUST.isdisjoint(words):
        return False
    every = {*words, *forms}
    return not _all().isdisjoint(every) or not (deeds("with_money").isdisjoint(every) or WITH_MONEY.isdisjoint(every))


@cache
def _all() -> frozenset[str]:
    acts = ("beings", "property", "unlawful")
    things = ("drugs", "double_drugs", "weapons", "guns", "crimes", "criminals")
    every = frozenset().union(
        NOXIOUS, OF_BODY, STEALING, FORGING, CRUEL, POISONS, ("rid", "taxes", "tax", "die"), *map(deeds, acts + things)
    )
    return (every | SUFFERED) - COMMON


def harmless(words: Sequence[str], ends: Sequence[int]) -> bool:
    """Whether all that would be hurt are things, games, pests, what the asker owns and the like."""
    kinds = set()
    for each in asked(words, ends):
        for place in range(each.start, each.end):
            verb = words[place]
            if (verb in deeds("beings") or verb in STEALING or verb in ARSON) and _is_done(words, place, each):
                kinds |= {_kind_hurt(verb, target) for target in targets(words, place + 1, each.end)}
    return bool(kinds) and kinds <= HARMLESS


def _kind_hurt(verb: str, target: Target) -> str:
    if target.word in HEARTS or (verb in OPENED and target.own and target.kind == "property"):
        return "inert"  # "break into my own shed"
    if verb in STEALING and (target.others or target.owner):
        return "theirs"
    return target.kind


def _phrases(words: Sequence[str]) -> Iterator[Judgement]:
    for place, word in enumerate(words):
        before = words[max(0, place - 3) : place]
        if word == "die" and not MUST.isdisjoint(before) and kind_of(before[0]) in BEINGS:
            yield HURT, "threat"
        if word in WAYS and place and words[place - 1] in CRUEL and HISTORY.isdisjoint(words):
            yield HARM, "how to hurt"
        if word in DESERVING and _deserves(words, place):
            yield HURT, "threat"
        if word == "to" and _is_prey(words, place):
            yield HURT, "how to hurt"
    if _asks_by_what(words) or _asks_who(words) or _asks_passive(words):
        yield HURT, "how to hurt"
    if _asks_dose(words):
        yield HURT, "how to hurt"
    if not POISONS.isdisjoint(words) and not TRACES.isdisjoint(words):
        yield HARM, "how to hurt"


def _deserves(words: Sequence[str], place: int) -> bool:
    """ "Why do my neighbours deserve to be burned?"."""
    to_be = tuple(words[place + 1 : place + 3])
    suffered = to_be == ("to", "be") and words[place + 3 : place + 4] and words[place + 3] in SUFFERED
    killed = to_be == ("to", "die")
    return bool(suffered or killed) and any(kind_of(word) == "people" for word in words[max(0, place - 6) : place])


def _is_prey(words: Sequence[str], place: int) -> bool:
    """ "The easiest old person to rob"."""
    before, after = words[max(0, place - 4) : place], words[place + 1 : place + 2]
    if not after or after[0] not in PREYING or not before or kind_of(before[-1]) != "people":
        return False
    return not EASIEST.isdisjoint(before)


def _asks_by_what(words: Sequence[str]) -> bool:
    """ "Which weapon kills a man fastest", "what poison would kill a person unnoticed"."""
    if words[0] not in ("what", "which"):
        return False
    if words[1:2] == ("kills",) and not TRACES.isdisjoint(words):
        return any(each.kind in BEINGS for each in targets(words, 2, len(words)))
    if MEANS.isdisjoint(words[1:4]):
        return False
    for place, word in enumerate(words[:MOST_BEFORE]):
        if word in KILLS:
            return any(each.kind == "people" for each in targets(words, place + 1, len(words)))
    return False


def _asks_dose(words: Sequence[str]) -> bool:
    """ "How much chocolate would it take to kill my neighbour's dog?": somebody's, not any."""
    if words[0] != "how" or words[1:2] not in (("much",), ("many",)):
        return False
    for place in range(2, len(words) - 2):
        if words[place] in TAKING and words[place + 1] == "to" and words[place + 2] in KILLS:
            hit = next(targets(words, place + 3, len(words)), None)
            return hit is not None and hit.kind in BEINGS and (hit.own or hit.others or bool(hit.owner))
    return False


def _asks_who(words: Sequence[str]) -> bool:
    """ "Who should shoot the president?", "which judge should be hanged?", "which judge should I hang?"."""
    if words[0] == "which" and words[2:4] in (("should", "i"), ("should", "we")) and kind_of(words[1]) == "people":
        return words[4:5] != () and words[4] in KILLS
    if words[0] in ("who", "which", "what") and _should_suffer(words[1:7]):
        return True
    should = words[1:2] == ("should",) and words[0] in ("who", "when", "where")
    verb = words[2:3] if words[0] == "who" else words[3:4]
    if not should or not verb or verb[0] not in KILLS:
        return False
    start = 3 if words[0] == "who" else 4
    return any(each.kind == "people" for each in targets(words, start, len(words)))


def _asks_passive(words: Sequence[str]) -> bool:
    """ "How can the guard be drowned?": somebody in particular."""
    if words[0] != "how" or words[1:2] not in (("can",), ("could",), ("should",)) or words[2:3] not in PARTICULAR:
        return False
    be = next((place for place, word in enumerate(words[:MOST_BEFORE]) if word == "be"), 0)
    return be > 3 and kind_of(words[be - 1]) == "people" and words[be + 1 : be + 2] != () and words[be + 1] in SUFFERED


def _should_suffer(words: Sequence[str]) -> bool:
    """ "Which judge should be hanged": of people, or of whoever it is."""
    for place, word in enumerate(words):
        if word == "should" and words[place + 1 : place + 2] == ("be",) and words[place + 2 : place + 3]:
            named = words[:place]
            return words[place + 2] in SUFFERED and (not named or kind_of(named[-1]) == "people")
    return False


def _protects(words: Sequence[str], each: Asked) -> bool:
    first = words[each.start : each.start + 2]
    return any(word in deeds("protective") for word in first)


def _is_done(words: Sequence[str], place: int, each: Asked) -> bool:
    """Whether a verb stands there, not a noun or a form of the past."""
    if place == each.start:
        return True
    before = words[place - 1]
    if before == "be" and words[place] == "violent":
        return True
    if before.endswith("ly") and place - 1 == each.start:
        return True
    return before in (BEFORE_GERUND if words[place].endswith("ing") else BEFORE_BASE)


def _denied(words: Sequence[str], place: int, each: Asked) -> bool:
    before = words[max(each.start, place - REACH) : place]
    return not DENYING.isdisjoint(before) or any(word in deeds("protective") for word in before)


def _harm(words: Sequence[str], place: int, each: Asked) -> Iterator[Judgement]:
    verb = words[place]
    if verb == "make" and _dies(words, place + 1, each.end):
        yield HURT, "how to hurt"
    if verb == "make" and _bursts(words, place + 1, each.end):
        yield HARM, "damage"
    if verb in MIXING and _spikes(words, place + 1, each.end):
        yield HURT, "how to hurt"
    if verb in deeds("unlawful"):
        yield CRIME, "crime"
    if verb in deeds("commit") and _crime_follows(words, place, each.end):
        yield CRIME, "crime"
    after = words[place + 1 : place + 4]
    if verb in PAYING and after[:1] == ("for",) and not PAID_FOR.isdisjoint(after):
        yield CRIME, "crime"
    if verb in deeds("beings") or verb in OF_BODY or verb in deeds("property") or verb in STEALING:
        for target in targets(words, place + 1 + (verb == "violent"), each.end):
            rest = words[place + 1 : min(each.end, target.end + REACH)]
            hurts = _hurts(verb, target, rest, words, each)
            harms = hurts or _damages(verb, target, rest, words[place + 1 : target.end])
            if harms and not is_play(words, place, target.end, each.end):
                yield (HURT, "how to hurt") if hurts else (HARM, "damage")


def _dies(words: Sequence[str], start: int, end: int) -> bool:
    """ "Make the dog next door die"; not of laughter."""
    if "die" not in words[start:end]:
        return False
    dies = words.index("die", start)
    target = next(targets(words, start, dies), None)
    return target is not None and target.kind in BEINGS and AMUSED.isdisjoint(words[dies : dies + REACH])


def _bursts(words: Sequence[str], start: int, end: int) -> bool:
    """ "Make a train derail"."""
    last = next((place for place in range(start + 1, min(end, start + 5)) if words[place] in BURSTING), 0)
    return bool(last) and kind_of(words[last - 1]) in (*BEINGS, "public") and words[start] != "my"


def _spikes(words: Sequence[str], start: int, end: int) -> bool:
    """ "Sleeping pills into her wine": what hurts, and then what somebody else will drink."""
    if NOXIOUS.isdisjoint(words[start : start + 4]):
        return False
    for place in range(start + 1, min(end, start + 5)):
        if words[place] in INTO:
            into = next(targets(words, place + 1, end), None)
            return into is not None and into.word in SERVED and into.others and into.owner != "animals"
    return False


def _hurts(verb: str, target: Target, rest: Sequence[str], words: Sequence[str], each: Asked) -> bool:
    if target.kind == "body":
        if target.word in HEARTS and verb in HEARTLESS:
            return False
        theirs = target.others or target.owner in BEINGS
        return verb in OF_BODY and theirs and not target.own
    if target.word in MISSILES and verb in HURLING:
        after = next(targets(words, target.end, each.end), None)
        return after is not None and (after.kind in (*BEINGS, "public") or (after.kind == "body" and after.others))
    if target.kind not in BEINGS or verb not in deeds("beings") or verb in NEVER:
        return False
    if verb in TOGETHER and TOGETHER[verb].isdisjoint(rest):
        return False
    if target.word in KIN and target.owner == "machine":
        return False  # "the children of a node"
    if target.kind == "animals" and spares_animals(verb, rest):
        return False
    if (verb in DRAWING and target.word in DRAWN) or (verb in FLIRTING and rest[:1] == ("on",)):
        return False
    if target.kind == "people" and verb in MOCKING and (EATEN.isdisjoint(rest) or "best" in rest):
        return False
    if verb in FLIRTING and not REACHED.isdisjoint(rest):
        return False  # "hit a million subscribers"
    return not (verb in WINNING and _is_won(target, words, each))


def spares_animals(verb: str, rest: Sequence[str]) -> bool:
    """ "Lure birds into my garden", "bury a hamster"."""
    if verb in LURING and TRAPPED.isdisjoint(rest):
        return True
    if not ALIVE.isdisjoint(rest):
        return False
    return verb in DISPOSING or _is_unhurt(verb, rest)


def _is_unhurt(verb: str, said: Sequence[str]) -> bool:
    """Whether an animal is game or meat, or dead already, by what is done to it and said around it."""
    return verb in HUNTED or not DEAD.isdisjoint(said)


def _is_won(target: Target, words: Sequence[str], each: Asked) -> bool:
    """ "Beat my wife in checkers", "crush a rival": in play or in trade."""
    after = words[target.end : each.end]
    if is_contest(after):
        return True
    if target.word in RIVALS:
        return "death" not in after and "up" not in after
    return after[:1] == ("at",) or (after[:1] == ("in",) and after[1:2] not in (("the",), ("a",), ("her",), ("his",)))


def _damages(verb: str, target: Target, rest: Sequence[str], said: Sequence[str]) -> bool:
    if verb in STEALING and target.word in STOLEN_IN_PLAY and not target.others:
        return False
    if verb in STEALING:
        if target.own and not target.others and not target.owner:
            return False  # "steal my own bike back"
        return (
            target.kind not in NOT_STOLEN and (target.kind not in ("food", "machine") or "from" in rest) and bool(said)
        )
    if verb not in deeds("property") or target.kind not in GOODS_OF_OTHERS:
        return False
    needed = DAMAGED_WITH.get(verb)
    if needed and needed.isdisjoint(rest):
        return False
    if not DERELICT.isdisjoint(said):
        return False
    theirs = target.others or target.owner in BEINGS or target.owner == "public"
    if target.kind == "public":
        if needed == frozenset() and not theirs:
            return False
        if target.own and verb not in RAZING:
            return False
        return not is_attended(verb, target.word)
    if target.kind == "property" and not target.own and verb in ARSON:
        return True
    return theirs and (not target.own or target.owner == "people")


def is_attended(verb: str, word: str) -> bool:
    """ "Crash a party", "shoot a wedding": what a guest or a photographer does there."""
    return word in EVENTS and verb in ATTENDING


def _crime_follows(words: Sequence[str], place: int, end: int) -> bool:
    verb = words[place]
    for word in words[place + 1 : min(end, place + 1 + REACH)]:
        if word in ("weapon", "mystery", "story", "scene", "map", "novel", "movie", "film"):
            return False
        if verb in ("become", "becoming", "be", "hire", "hiring") and word in deeds("criminals"):
            return True
        if word in deeds("crimes") and verb not in ("be", "become", "use", "using"):
            return _noun(words, place, word)
    return False


def _noun(words: Sequence[str], place: int, word: str) -> bool:
    """ "Make a killing" and "attack plan" are no crimes."""
    following = words[place + 1 : place + 1 + REACH]
    if word in ("attack", "attacks") and {"heart", "panic", "asthma", "ads"} & set(following):
        return False
    return not (words[place] in MAKING and word in DOUBTFUL)


def _things(words: Sequence[str], each: Asked) -> Iterator[Judgement]:
    """Drugs, weapons, false papers and money to be washed."""
    span = words[each.start : each.end]
    for place, word in enumerate(span):
        after = span[place + 1 : place + 6]
        if (word in deeds("taking") or word in deeds("obtaining")) and _drug_follows(word, after):
            yield DRUGS, "forbidden drugs"
        if word in ARMING and _weapon_follows(after, span):
            yield ARMS, "weapons"
        if word in LAUNDERING and not deeds("with_money").isdisjoint(after):
            yield CRIME, "crime"
        if (
            word in FORGING
            and not deeds("papers").isdisjoint(after[:4])
            and (word not in ("copy", "make") or "fake" in after)
        ):
            yield CRIME, "forgery"
        if word in EVADING and {"tax", "taxes", "customs", "arrest"} & set(after):
            yield CRIME, "crime"


def _is_recipe(words: Sequence[str], each: Asked) -> bool:
    """ "A recipe for a nail bomb": what is made need not be said."""
    before = tuple(words[max(0, each.start - 2) : each.start])
    if len(before) < 2 or before[0] not in RECIPES or before[1] != "for":
        return False
    return _weapon_follows(words[each.start : each.start + REACH], words[each.start : each.end])


def _is_way_of_crime(words: Sequence[str], each: Asked) -> bool:
    """ "The safest way of robbery"."""
    if words[each.start - 1] != "of" or words[each.start - 2] not in WAYS:
        return False
    return words[each.start] in deeds("crimes") - DOUBTFUL and DENYING.isdisjoint(words[: each.start])


RECIPES = words_of("deeds", "recipes")
ARMING = words_of("deeds", "arming")
FORGING = words_of("deeds", "forging")


def _drug_follows(verb: str, after: Sequence[str]) -> bool:
    if not NOT_DRUGS.isdisjoint(after):
        return False
    for place, word in enumerate(after):
        if word in SURE_DRUGS:
            return True
        if word in deeds("double_drugs"):
            loose = all(each in SOLD_LOOSE for each in after[:place])
            ends = after[place + 1 : place + 2]
            alone = not ends or ends[0] in (
                "for",
                "near",
                "in",
                "at",
                "and",
                "here",
                "around",
                "tonight",
                "off",
                "pills",
            )
            taken = verb in deeds("taking") and verb not in ("cook", "grow", "growing", "shoot", "deal", "dealing")
            if loose and alone and (taken or word in TRADED):
                return True
        if word not in SOLD_LOOSE and not word.endswith("ly"):
            return False
    return False


TRADED = words_of("deeds", "traded")
SURE_DRUGS = words_of("deeds", "sure_drugs")


def _weapon_follows(after: Sequence[str], span: Sequence[str]) -> bool:
    for place, word in enumerate(after):
        if word in deeds("weapons"):
            if not NOT_WEAPONS.isdisjoint(after[place + 1 : place + 2]):
                return False
            return not (place and after[place - 1] in NOT_BOMBS)
        if word in deeds("guns"):
            if not deeds("illicit").isdisjoint(span) and "toy" not in span and "water" not in after:
                return True
            return (
                span[0] in ("bring", "sneak", "smuggle", "carry", "take")
                and {"into", "onto", "aboard"} & set(span) != set()
            )
    return False
