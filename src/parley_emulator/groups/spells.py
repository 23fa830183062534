"""From when to when somebody was in a group: nobody sees what was said while they were not."""

from parley_emulator.state.records import Thing


def begin(group: Thing, wa_id: str, now: float) -> None:
    """They come in; kept with the group."""
    if not is_in(group, wa_id):
        group.fields["participants"] = [*group.fields["participants"], wa_id]
        group.fields.setdefault("spells", {}).setdefault(wa_id, []).append([now, None])


def end(group: Thing, wa_id: str, now: float) -> None:
    """They go, whoever wanted it."""
    if not is_in(group, wa_id):
        return
    group.fields["participants"] = [each for each in group.fields["participants"] if each != wa_id]
    spells = group.fields.setdefault("spells", {}).setdefault(wa_id, [[0.0, None]])
    spells[-1][1] = now


def is_in(group: Thing, wa_id: str) -> bool:
    """Now."""
    return wa_id in group.fields["participants"]


def was_in(group: Thing, wa_id: str, at: float) -> bool:
    """At that moment, in seconds; the moment of coming and the one of going belong to it."""
    spells = group.fields.get("spells", {}).get(wa_id)
    if spells is None:
        return is_in(group, wa_id)
    return any(start <= at and (until is None or at <= until) for start, until in spells)


def has_been_in(group: Thing, wa_id: str) -> bool:
    """Now or before: the group stays on the phone of who left it."""
    return is_in(group, wa_id) or wa_id in group.fields.get("spells", {})
