"""The provider's view: its Clients, what the gate decided for them, and what was set aside. No message texts."""

from fastapi import APIRouter

from parley.api.provider import accounts, clients, coverage, decisions, quarantine, rulebook

router = APIRouter(tags=["provider"])
for _module in (accounts, clients, coverage, decisions, quarantine, rulebook):
    router.include_router(_module.router)
