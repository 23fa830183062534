"""Errors as answers: which class has which status, and the one form of the body."""

from collections.abc import Sequence
from typing import Any

import psycopg
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from parley.actions.log_in import BadLogin
from parley.api.models.decision import DecisionOut
from parley.core.errors import (
    AlreadyTaken,
    CaseClosed,
    Forbidden,
    IllegalMove,
    Invalid,
    NotFound,
    ParleyError,
    RefusedByPolicy,
    StaleOwner,
)

log = structlog.get_logger()


class NotLoggedIn(ParleyError):
    """There is no session, or it has ended."""

    code = "not_logged_in"
    next_step = "Log in."

    def __init__(self) -> None:
        super().__init__("You are not logged in, or your session has ended.")


class TooManyTries(ParleyError):
    """Too many wrong log-ins."""

    code = "too_many_tries"

    def __init__(self, seconds: int) -> None:
        super().__init__("Too many log-ins were tried.")
        self.seconds = seconds
        self.next_step = f"Wait {max(1, round(seconds / 60))} minutes, then try again."


class TooLarge(ParleyError):
    """The body is larger than this route takes."""

    code = "too_large"

    def __init__(self, most: int) -> None:
        amount = f"{most >> 20} MB" if most >= 1 << 20 else f"{most >> 10} kB"
        super().__init__(f"The request is too large: at most {amount} are taken here.")
        self.next_step = "Send less."


# A subclass without a line of its own has its parent's.
STATUS: dict[type[ParleyError], int] = {
    NotFound: 404,
    Invalid: 422,
    StaleOwner: 409,
    IllegalMove: 409,
    AlreadyTaken: 409,
    CaseClosed: 409,
    Forbidden: 403,
    RefusedByPolicy: 422,
    NotLoggedIn: 401,
    BadLogin: 401,
    TooManyTries: 429,
    TooLarge: 413,
}


class Problem(BaseModel):
    """What went wrong and what mends it. ``decision`` only where the gate refused."""

    code: str
    message: str
    field: str | None = None
    next_step: str = ""
    decision: DecisionOut | None = None


class ErrorBody(BaseModel):
    """The body of every answer that is not a success."""

    error: Problem


def answer(error: ParleyError) -> JSONResponse:
    """The error as a response."""
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 400)
    decision = DecisionOut.of(error.decision) if isinstance(error, RefusedByPolicy) else None
    problem = Problem(
        code=error.code, message=error.message, field=error.field, next_step=error.next_step, decision=decision
    )
    headers = {"retry-after": str(error.seconds)} if isinstance(error, TooManyTries) else None
    return _response(status, problem, headers)


def install(app: FastAPI) -> None:
    """Make every error of the application take this form."""

    @app.exception_handler(ParleyError)
    async def expected(request: Request, error: ParleyError) -> JSONResponse:
        return answer(error)

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, error: RequestValidationError) -> JSONResponse:
        return answer(invalid_from(error.errors()))

    @app.exception_handler(psycopg.DataError)
    @app.exception_handler(UnicodeEncodeError)
    async def not_storable(request: Request, error: Exception) -> JSONResponse:
        """A NUL, half a surrogate pair, a number beyond all bounds: nothing that a person writes."""
        return answer(Invalid("body", "A value has a character or a size that can not be kept."))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        return _response(error.status_code, _http_problem(error), dict(error.headers or {}))

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        log.error("request.failed", error=type(error).__name__, exc_info=error)
        problem = Problem(
            code="error",
            message="Something went wrong on our side.",
            next_step="Try again; if it stays, tell the person who runs parley.",
        )
        return _response(500, problem, None)


def invalid_from(errors: Sequence[Any]) -> Invalid:
    """The first field that breaks a limit, named as the caller wrote it."""
    first = errors[0]
    place = [str(part) for part in first["loc"] if part not in ("body", "query", "path")]
    field = ".".join(place) or "body"
    said = first["msg"].removeprefix("Value error, ")
    more = f" ({len(errors) - 1} more)" if len(errors) > 1 else ""
    return Invalid(field, f"{field}: {said[:1].lower()}{said[1:]}.{more}")


def _http_problem(error: HTTPException) -> Problem:
    known = {
        404: Problem(code="not_found", message="There is no such address.", next_step="Check the address."),
        405: Problem(
            code="method_not_allowed", message="This address does not take that.", next_step="Check the method."
        ),
    }
    code = "invalid" if error.status_code < 500 else "error"
    other = Problem(code=code, message=str(error.detail), next_step="Mend the request and send it again.")
    return known.get(error.status_code, other)


def _response(status: int, problem: Problem, headers: dict[str, str] | None) -> JSONResponse:
    return JSONResponse(ErrorBody(error=problem).model_dump(mode="json"), status, headers)
