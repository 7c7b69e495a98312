"""Bring a database to a version of the schema."""

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Migrate forward to `revision`; a database already there is left alone."""
    from alembic import command

    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def rollback(engine: Engine, revision: str) -> None:
    """Migrate back to `revision` (`base` empties the database)."""
    from alembic import command

    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("commerce.db") / "migrations"))
    return config
