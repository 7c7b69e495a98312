"""Rows by the million: in columns, past the ORM, into tables without indexes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from sqlalchemy import JSON, Engine, Table, bindparam, func, select, text
from sqlalchemy.orm import Session

from commerce.db import begin_write, gather, triggers
from commerce.db.engine import MAPPED_BYTES
from commerce.db.tables import Base, ShopRow


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table, a list for each column."""

    columns: dict[str, list[Any]]

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]]) -> "Rows":
        """Return a few rows as columns."""
        return cls({name: [row[name] for row in rows] for name in (rows[0] if rows else ())})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def __add__(self, other: "Rows") -> "Rows":
        if not self.columns:
            return other
        return Rows({name: column + other.columns[name] for name, column in self.columns.items()})


def rows(shop_id: int, **columns: Iterable[Any]) -> Rows:
    """Return one row for each entry of the columns; moments as `clock.moments` writes them."""
    lists = {name: list(column) for name, column in columns.items()}
    count = len(next(iter(lists.values())))
    return Rows({"shop_id": list(repeat(shop_id, count)), **lists})


def write(session: Session, table: type[Base], rows: Rows) -> None:
    """Insert rows of one table."""
    if not len(rows):
        return
    target = _of(table)
    names = ", ".join(rows.columns)
    columns = [_as_stored(target, name, values) for name, values in rows.columns.items()]
    cursor: Any = session.connection().connection.cursor()
    if session.get_bind().dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        cursor.executemany(
            f"INSERT INTO {target.name} ({names}) VALUES ({marks})", zip(*columns, strict=True)
        )
        return
    with cursor.copy(f"COPY {target.name} ({names}) FROM STDIN") as copy:
        for row in zip(*columns, strict=True):
            copy.write_row(row)


@contextmanager
def loading(session: Session) -> Iterator[None]:
    """Let rows come into an empty database quickly: index them, and look at them, at the end.

    A database that has shops already keeps its indexes and triggers, for they are at work.
    """
    if session.get_bind().dialect.name == "sqlite":
        begin_write(session, 0)
    else:
        session.execute(text("SET LOCAL TIME ZONE 'UTC'"))
    connection = session.connection()
    is_empty = session.scalar(select(ShopRow.id).limit(1)) is None
    if not is_empty:
        yield
        return
    indexes = [index for table in Base.metadata.sorted_tables for index in table.indexes]
    triggers.drop(connection)
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)
    triggers.create(connection)
    triggers.fill_words(connection)
    gather(connection)


@contextmanager
def in_place(engine: Engine) -> Iterator[None]:
    """Let SQLite write new pages where they stay, not to its log first; and sort on the disk.

    Only where nobody else has the file open; what is in it stays safe either way.
    """
    if engine.dialect.name != "sqlite":
        yield
        return
    _set(engine, "temp_store=FILE", "journal_mode=DELETE", "mmap_size=0")
    try:
        yield
    finally:
        _set(engine, "temp_store=MEMORY", "journal_mode=WAL", f"mmap_size={MAPPED_BYTES}")


def first_free_id(session: Session) -> int:
    """Return an id above all of every shop's rows, 1 in an empty database."""
    highest = 0
    for shop_id in session.scalars(select(ShopRow.id)):
        for table in Base.metadata.sorted_tables:
            if "id" in table.c and "shop_id" in table.c and table.c.id.type.python_type is int:
                found = session.scalar(
                    select(func.max(table.c.id)).where(table.c.shop_id == shop_id)
                )
                highest = max(highest, found or 0)
    return highest + 1


def continue_after(session: Session, table: type[Base], last_id: int) -> None:
    """Let the database number further rows after ids that were given (PostgreSQL)."""
    if session.get_bind().dialect.name != "postgresql":
        return
    statement = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)").bindparams(
        bindparam("name", _of(table).name), bindparam("last", last_id)
    )
    session.execute(statement)


def _as_stored(table: Table, name: str, values: list[Any]) -> list[Any]:
    if isinstance(table.c[name].type, JSON):
        return [json.dumps(value) if value else _EMPTY[type(value)] for value in values]
    return values


_EMPTY: dict[type, str | None] = {list: "[]", dict: "{}", type(None): None}


def _set(engine: Engine, *pragmas: str) -> None:
    """Set pragmas of the one connection that is open."""
    raw = engine.raw_connection()
    try:
        for pragma in pragmas:
            # Where somebody else has the file open, its journal stays as it is.
            with suppress(sqlite3.OperationalError):
                raw.cursor().execute(f"PRAGMA {pragma}")
    finally:
        raw.close()


def _of(table: type[Base]) -> Table:
    found = table.__table__
    assert isinstance(found, Table)
    return found
