"""Opening the database: SQLite in WAL mode by default, PostgreSQL by URL."""

from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session, sessionmaker

from commerce.db.turns import WriteTurns

BUSY_MILLISECONDS = 15_000
"""How long a writer waits for another before it gives up (SQLite)."""

MAPPED_BYTES = 2 << 30
"""How much of a SQLite file is read in place, rather than copied page by page (SQLite's most).

The pages are the system's and given back when it needs room.
"""


def open_engine(url: str) -> Engine:
    """Return an engine for `sqlite:///file.db` or `postgresql+psycopg://…`.

    SQLite writers take their lock when they begin (`BEGIN IMMEDIATE` on the first write would
    otherwise fail at once when two readers both turn writers), and readers never wait. What stands
    in a statement (names, phone numbers) is not part of its errors, which are logged.
    """
    if not url.startswith("sqlite"):
        engine = create_engine(
            url, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True
        )
        event.listen(engine, "connect", _prepare_postgres)
        return engine
    engine = create_engine(
        url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    WriteTurns(engine, BUSY_MILLISECONDS / 1000)
    return engine


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Return what makes sessions; rows stay readable after the edge commits."""
    return sessionmaker(engine, expire_on_commit=False)


def begin_write(session: Session, shop_id: int) -> None:
    """Begin a transaction in which nobody else writes to the shop between our read and write.

    SQLite takes its one write lock now rather than at the first change, where the session has not
    written yet; PostgreSQL takes a lock of the shop's own, held until the transaction ends.
    """
    if session.get_bind().dialect.name == "sqlite":
        # It begins a transaction of its own at the first write, and at none before.
        driver: Any = session.connection().connection.driver_connection
        if not driver.in_transaction:
            session.execute(text("BEGIN IMMEDIATE"))
    else:
        session.execute(text("SELECT pg_advisory_xact_lock(:shop)"), {"shop": shop_id})


def _prepare_sqlite(connection: SqliteConnection, _record: Any) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "cache_size=-65536",
        "temp_store=MEMORY",
        f"mmap_size={MAPPED_BYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgres(connection: Any, _record: Any) -> None:
    """Tell PostgreSQL to compile nothing, and that pages lie on no turning disk.

    To compile a statement takes longer than any of ours runs.
    """
    connection.autocommit = True
    connection.execute("SET jit = off")
    connection.execute("SET random_page_cost = 1.1")
    connection.autocommit = False
