"""Brings a database to the newest schema: plain SQL files, applied once each, in order, by the owner."""

import hashlib
import hmac
import logging
import warnings
from importlib.resources import as_file, files
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

LOCK = 7_027_539  # an advisory lock: two processes that start at once migrate one after the other

CREATE_ROLES = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'parley_app') THEN
        CREATE ROLE parley_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'parley_directory') THEN
        CREATE ROLE parley_directory NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
    EXECUTE format('GRANT parley_directory TO %I', current_user);
END $$
"""


def migrate(owner_url: str, secret_key: str) -> list[str]:
    """Create the roles, apply what is missing, and answer the names of the migrations applied.

    ``owner_url`` is a role that may create roles and owns the schema. The application's role gets a password made
    from ``secret_key``, so that it needs no setting of its own.
    """
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        owner.execute(CREATE_ROLES)
        password = sql.Literal(app_password(secret_key))
        owner.execute(sql.SQL("ALTER ROLE parley_app PASSWORD {}").format(password))
        return _apply(owner_url)


def app_password(secret_key: str) -> str:
    """The password of ``parley_app``."""
    return hmac.new(secret_key.encode(), b"parley_app", hashlib.sha256).hexdigest()


def app_url(owner_url: str, secret_key: str) -> str:
    """The same database as the role that owns nothing and can not bypass row-level security."""
    parts = urlsplit(owner_url)
    address = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"parley_app:{app_password(secret_key)}@{address}"))


def _apply(owner_url: str) -> list[str]:
    from yoyo import get_backend, read_migrations  # noqa: PLC0415 - only needed at start

    logging.getLogger("yoyo").setLevel(logging.WARNING)
    parts = urlsplit(owner_url)
    address = urlunsplit(parts._replace(scheme="postgresql+psycopg"))
    with as_file(files("parley.storage") / "migrations") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        backend = get_backend(address)
        try:
            missing = backend.to_apply(read_migrations(str(folder)))
            backend.apply_migrations(missing)
            return [migration.id for migration in missing]
        finally:
            backend.connection.close()
