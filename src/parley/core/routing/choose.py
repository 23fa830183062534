"""Which person takes a conversation: need, skill, language, load, longest idle; with the reason."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from parley.core.routing.languages import language_name
from parley.core.routing.need import Agent, Hold, Need, Offer

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def choose(need: Need, agents: Sequence[Agent], now: datetime) -> Offer | Hold:
    """The person who fits best. Fewer people fitting is never a reason to make the customer wait for ever.

    Who is away or full is never asked. Then, in this order: knows the skill, speaks the language, belongs to the
    team, has not passed on it yet; among equals the least loaded by share of capacity, then the longest without a
    new conversation. Skill, language and team are wishes, presence and capacity are conditions: where nobody has the
    skill, a person who can at least read the customer is better than nobody.
    """
    free = [a for a in agents if a.presence == "online" and a.open_conversations < a.capacity]
    record = {"need": _need_record(need), "waited_seconds": round((now - need.queued_at).total_seconds(), 1)}
    if not free:
        return Hold(_why_nobody(agents), record)
    fresh = [a for a in free if a.account_id not in need.declined_by]
    if not fresh:
        return Hold("everybody who is free has passed on it", record)
    ranked = sorted(fresh, key=lambda agent: _rank(need, agent))
    best = ranked[0]
    record["candidates"] = [_candidate(need, agent) for agent in ranked[:5]]
    return Offer(best.account_id, _reason(need, best), record)


def _rank(need: Need, agent: Agent) -> tuple[Any, ...]:
    return (
        bool(need.skill) and need.skill not in agent.skills,
        bool(need.language) and need.language not in agent.languages,
        need.team_id is not None and need.team_id != agent.team_id,
        agent.open_conversations / max(agent.capacity, 1),
        agent.last_assigned_at or NEVER,
        str(agent.account_id),
    )


def _why_nobody(agents: Sequence[Agent]) -> str:
    online = [a for a in agents if a.presence == "online"]
    if not online:
        return "nobody is online"
    return f"all {len(online)} people online are at their capacity"


def _reason(need: Need, agent: Agent) -> str:
    points = []
    if need.skill:
        knows = "knows" if need.skill in agent.skills else "is free, though without the skill"
        points.append(f"{knows} {need.skill}")
    if need.language:
        speaks = "speaks" if need.language in agent.languages else "does not speak"
        points.append(f"{speaks} {language_name(need.language)}")
    points.append(f"has {agent.open_conversations} of {agent.capacity} open")
    sentence = ", ".join(points)
    return sentence[0].upper() + sentence[1:]


def _need_record(need: Need) -> dict[str, Any]:
    return {"skill": need.skill, "language": need.language, "team_id": str(need.team_id) if need.team_id else None}


def _candidate(need: Need, agent: Agent) -> dict[str, Any]:
    return {
        "account_id": str(agent.account_id),
        "skill": not need.skill or need.skill in agent.skills,
        "language": not need.language or need.language in agent.languages,
        "open": agent.open_conversations,
        "capacity": agent.capacity,
    }
