"""Log-in, and who is logged in."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.storage.accounts import Account

Presence = Literal["online", "away", "offline"]


class LogIn(Body):
    """E-mail address and password."""

    email: str = Field(max_length=320)
    password: str = Field(max_length=1024)


class PresenceIn(Body):
    """Whether one can be given conversations."""

    presence: Presence


class TenantOut(Model):
    """The business somebody belongs to."""

    tenant_id: UUID
    name: str
    kind: Literal["client", "provider"]


class TeamOut(Model):
    """A team."""

    team_id: UUID
    name: str


class Me(Model):
    """Who is logged in."""

    account_id: UUID
    name: str
    email: str
    role: Literal["agent", "supervisor", "admin", "provider"]
    tenant: TenantOut
    team: TeamOut | None
    skills: list[str]
    languages: list[str]
    capacity: int
    presence: Presence

    @classmethod
    def of(cls, account: Account) -> "Me":
        """From the account."""
        return cls.model_validate(
            {
                **{name: getattr(account, name) for name in ME_FIELDS},
                "tenant": {
                    "tenant_id": account.tenant_id,
                    "name": account.tenant_name,
                    "kind": account.tenant_kind,
                },
                "team": {"team_id": account.team_id, "name": account.team_name} if account.team_id else None,
            }
        )


ME_FIELDS = ("account_id", "name", "email", "role", "skills", "languages", "capacity", "presence")


class Now(Model):
    """The service's time."""

    now: Time
