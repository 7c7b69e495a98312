"""Empty, migrated PostgreSQL databases for tests, used again once they have been emptied.

Making a database costs far more than emptying the few tables that a test wrote to.
"""

from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from commerce.db.tables import Base

TEMPLATE = "template_shop"

_NOT_EMPTY = text(
    " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in Base.metadata.tables
    )
)
_ELSE = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_OTHERS = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
_OURS = {*Base.metadata.tables, "alembic_version"}
_PARKED = {"checkpoints", "checkpoint_blobs", "checkpoint_writes"}
"""Made when a run is first parked, by a dozen migrations; a test that finds them need not."""
_VERSION = text("SELECT version_num FROM alembic_version")


class Databases:
    """The databases of one server."""

    def __init__(self, server: str) -> None:
        """Take a server's URL; its database `TEMPLATE` is what every test begins with."""
        self._server = server
        self._admin = create_engine(server, isolation_level="AUTOCOMMIT")
        self._free: list[Engine] = []
        self._taken: dict[str, Engine] = {}
        template = create_engine(named(server, TEMPLATE))
        with template.connect() as connection:
            self._version = connection.scalar(_VERSION)
        template.dispose()

    def take(self) -> str:
        """Return the URL of an empty database that nobody else has."""
        engine = self._free.pop() if self._free else self._made()
        url = engine.url.render_as_string(hide_password=False)
        self._taken[url] = engine
        return url

    def give_back(self, url: str) -> None:
        """Empty a database for the next test; one whose schema was changed is dropped."""
        engine = self._taken.pop(url)
        try:
            with engine.connect() as connection:
                self._empty(connection)
            self._free.append(engine)
        except SQLAlchemyError:
            self._drop(engine)

    def close(self) -> None:
        """Let go of every connection."""
        for engine in (*self._free, *self._taken.values(), self._admin):
            engine.dispose()

    def _made(self) -> Engine:
        name = f"test_{uuid4().hex}"
        with self._admin.connect() as connection:
            # Copying files beats writing every block to the log, as nothing else writes here.
            connection.execute(
                text(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY")
            )
        return create_engine(named(self._server, name), isolation_level="AUTOCOMMIT")

    def _empty(self, connection: Connection) -> None:
        connection.execute(_ELSE)
        if connection.scalar(_VERSION) != self._version:
            raise SQLAlchemyError("The test migrated its database.")
        others = set(connection.scalars(_OTHERS)) - _OURS
        for parked in others & _PARKED:
            connection.execute(text(f"DELETE FROM {parked}"))
        if strange := others - _PARKED - {"checkpoint_migrations"}:
            connection.execute(text(f"DROP TABLE {', '.join(strange)} CASCADE"))
        written = connection.scalars(_NOT_EMPTY).all()
        if written:
            connection.execute(text(f"TRUNCATE {', '.join(written)} RESTART IDENTITY CASCADE"))

    def _drop(self, engine: Engine) -> None:
        engine.dispose()
        with self._admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {engine.url.database} WITH (FORCE)"))


def named(server: str, database: str) -> str:
    """Return a server's URL with another database."""
    return make_url(server).set(database=database).render_as_string(hide_password=False)
