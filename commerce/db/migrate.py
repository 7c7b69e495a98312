"""Bring a database to a version of the schema."""

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

from commerce.db import triggers

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Migrate forward to `revision`; a database already there is left alone."""
    if revision == "head" and _version(engine) == _newest():
        return
    from alembic import command

    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        triggers.drop(connection)
        command.upgrade(config, revision)
        triggers.create(connection)


def rollback(engine: Engine, revision: str) -> None:
    """Migrate back to `revision` (`base` empties the database)."""
    from alembic import command

    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        triggers.drop(connection)
        command.downgrade(config, revision)
        triggers.create(connection)


def _version(engine: Engine) -> str | None:
    """Return the version a database is at, read without loading Alembic: every start asks."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return None if found is None else str(found)


def _newest() -> str:
    """Return the newest version there is; a migration's file begins with its number."""
    names = (file.name for file in (files("commerce.db") / "migrations" / "versions").iterdir())
    return max(name.split("_")[0] for name in names if name[0].isdigit())


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("commerce.db") / "migrations"))
    return config
