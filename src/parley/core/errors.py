"""What can go wrong, each with a code that callers match on, its facts, and the step that mends it.

::

    ParleyError
    ├── NotFound          there is no such thing (or it is another tenant's, which is the same to the caller)
    ├── Invalid           a field breaks a limit
    ├── StaleOwner        the conversation moved on since the caller looked
    ├── IllegalMove       the conversation can not do that in its present state
    ├── AlreadyTaken      somebody else has it
    ├── Forbidden         the caller may not do that
    │   └── NotYoursToDecide  a case is for others: four eyes, or another role
    ├── CaseClosed        the case has its outcome already, or its time is over
    └── RefusedByPolicy   the gate refused the message
"""

from parley.core.policy.verdicts import Decision


class ParleyError(Exception):
    """The base of all errors that a caller may see."""

    code = "error"
    field: str | None = None
    next_step: str = ""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(ParleyError):
    """There is no such thing for this tenant."""

    code = "not_found"
    next_step = "Check the id, or reload the list."

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no such {what}.")
        self.what = what


class Invalid(ParleyError):
    """A field breaks a limit."""

    code = "invalid"
    next_step = "Mend the field and send it again."

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class StaleOwner(ParleyError):
    """The conversation changed hands, or a newer message came, since the caller looked."""

    code = "stale_owner"
    next_step = "Read what is new, then send again if it still fits."

    def __init__(self, seen: int, now_is: int) -> None:
        super().__init__("The conversation moved on while you were writing.")
        self.seen = seen
        self.now_is = now_is


class IllegalMove(ParleyError):
    """The conversation can not do that in its present state."""

    code = "illegal_move"
    next_step = "Reload the conversation: it shows the moves that are possible."

    def __init__(self, move: str, state: str) -> None:
        super().__init__(f"A conversation that is {state.replace('_', ' ')} can not {move.replace('_', ' ')}.")
        self.move = move
        self.state = state


class AlreadyTaken(ParleyError):
    """Somebody else has the conversation."""

    code = "already_taken"
    next_step = "Take another one from the queue."

    def __init__(self, by: str) -> None:
        super().__init__(f"{by} has this conversation." if by else "Somebody else has this conversation.")
        self.by = by


class Forbidden(ParleyError):
    """The caller's role does not allow it."""

    code = "forbidden"
    next_step = "Ask a supervisor."


class NotYoursToDecide(Forbidden):
    """The case is for others to decide; the sentence says why."""

    code = "not_yours_to_decide"
    next_step = "Ask somebody who was not involved."


class CaseClosed(ParleyError):
    """The case has its outcome already, or the time to decide is over."""

    code = "case_closed"
    next_step = "Reload the list of cases."


class RefusedByPolicy(ParleyError):
    """The gate refused the message; the decision says under which clause and what is lawful instead."""

    code = "refused_by_policy"

    def __init__(self, decision: Decision) -> None:
        finding = decision.gravest
        super().__init__(finding.sentence if finding else "The policy gate refused the message.")
        self.decision = decision
        self.next_step = finding.next_sentence if finding else ""
