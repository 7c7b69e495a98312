"""Rows by the thousand."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Table, bindparam, func, insert, select, text
from sqlalchemy.orm import Session

from commerce.db.tables import Base, ShopRow

Rows = list[dict[str, Any]]

CHUNK = 8_000


def rows(shop_id: int, **columns: Iterable[Any]) -> Rows:
    """Return one row for each entry of the columns."""
    names = ("shop_id", *columns)
    return [
        dict(zip(names, values, strict=True))
        for values in zip(repeat(shop_id), *columns.values(), strict=False)
    ]


def write(session: Session, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of one table."""
    for chunk in _chunks(rows):
        session.execute(insert(_of(table)), chunk)


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


def _of(table: type[Base]) -> Table:
    found = table.__table__
    assert isinstance(found, Table)
    return found


def _chunks(rows: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(rows), CHUNK):
        yield list(rows[start : start + CHUNK])
