"""Rows of any table as lines of JSON, and back, the same on every database."""

import base64
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from app.backup.archive import Column, Kind, Table
from commerce.db.tables import UtcDateTime

_AT_ONCE = 2_000
"""Rows held in memory."""

_TYPES: dict[Kind, Any] = {
    "plain": sa.types.NULLTYPE,
    "moment": UtcDateTime(),
    "day": sa.Date(),
    "json": sa.JSON(none_as_null=True),
    "bytes": sa.LargeBinary(),
}


def columns_of(table: sa.Table) -> tuple[Column, ...]:
    """Return what a backup says of a table's columns."""
    return tuple(Column(name=column.name, kind=_kind(column.type)) for column in table.columns)


def lines_of(connection: Connection, table: sa.Table) -> Iterator[str]:
    """Give a table's rows, by their key, a few at a time."""
    found = connection.execution_options(yield_per=_AT_ONCE).execute(
        sa.select(table).order_by(*table.primary_key.columns)
    )
    for row in found:
        yield json.dumps([_plain(value) for value in row], ensure_ascii=False, allow_nan=False)


def fill(connection: Connection, table: Table, lines: Iterator[str]) -> int:
    """Write the lines of a backup into a table; return how many there were."""
    target = sa.table(table.name, *(sa.column(c.name, _TYPES[c.kind]) for c in table.columns))
    written = 0
    for some in _batches(lines):
        connection.execute(sa.insert(target), [_row(table.columns, line) for line in some])
        written += len(some)
    return written


def _batches(lines: Iterator[str]) -> Iterator[Sequence[str]]:
    while some := list(islice(lines, _AT_ONCE)):
        yield some


def _row(columns: Sequence[Column], line: str) -> dict[str, Any]:
    values = json.loads(line)
    return {
        column.name: _read(column.kind, value)
        for column, value in zip(columns, values, strict=True)
    }


def _read(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    match kind:
        case "moment":
            return datetime.fromisoformat(value)
        case "day":
            return date.fromisoformat(value)
        case "bytes":
            return base64.b64decode(value, validate=True)
        case _:
            return value


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def _kind(of: Any) -> Kind:
    match of:
        case UtcDateTime():
            return "moment"
        case sa.Date():
            return "day"
        case sa.JSON():
            return "json"
        case sa.LargeBinary():
            return "bytes"
        case sa.String() | sa.Integer() | sa.Boolean() | sa.Float():
            return "plain"
    raise TypeError(f"A backup does not know columns of {of!r} yet.")
