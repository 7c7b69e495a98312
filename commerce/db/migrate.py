"""Bring a database to a version of the schema."""

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from commerce.db import triggers
from commerce.db.statistics import gather

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Migrate forward to `revision`; a database already there is left alone."""
    if revision == "head" and version_of(engine) == newest_version():
        return
    with engine.begin() as connection:
        migrate_over(connection, revision)


def rollback(engine: Engine, revision: str) -> None:
    """Migrate back to `revision` (`base` empties the database)."""
    with engine.begin() as connection:
        rollback_over(connection, revision)


def migrate_over(connection: Connection, revision: str) -> None:
    """Migrate forward to `revision` in the transaction under way."""
    from alembic import command

    triggers.drop(connection)
    command.upgrade(_config(connection), revision)
    triggers.create(connection)
    gather(connection)


def rollback_over(connection: Connection, revision: str) -> None:
    """Migrate back to `revision` in the transaction under way."""
    from alembic import command

    triggers.drop(connection)
    command.downgrade(_config(connection), revision)
    triggers.create(connection)


def version_of(engine: Engine) -> str | None:
    """Return the version a database is at, read without loading Alembic: every start asks."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return None if found is None else str(found)


def newest_version() -> str:
    """Return the newest version there is."""
    return known_versions()[-1]


def known_versions() -> list[str]:
    """Return every version there is, oldest first; a migration's file begins with its number."""
    names = (file.name for file in (files("commerce.db") / "migrations" / "versions").iterdir())
    return sorted(name.split("_")[0] for name in names if name[0].isdigit())


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("commerce.db") / "migrations"))
    config.attributes["connection"] = connection
    return config
