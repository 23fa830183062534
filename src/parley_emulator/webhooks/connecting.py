"""How the platform connects to others: with a certificate of its own, for those who want to know who calls."""

import ssl

import aiohttp

from parley_emulator.settings import Outgoing


def connector(how: Outgoing) -> aiohttp.TCPConnector:
    """Any number of connections, kept for a while."""
    context = ssl.create_default_context()
    if how.authority is not None:
        context.load_verify_locations(how.authority)
    if how.certificate is not None:
        context.load_cert_chain(how.certificate)
    return aiohttp.TCPConnector(limit=0, keepalive_timeout=30, ssl=context)
