"""Rows of the database as columns: of one order in a few microseconds, of a million in pieces."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    String,
    Subquery,
    Text,
    any_,
    bindparam,
    cast,
    extract,
    func,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute

from commerce.context import Context
from commerce.scoring.history import Moments

AT_ONCE: Final = 50_000
"""Rows that PostgreSQL hands over at once."""
_SOON_GONE: Final = 8_192
"""Rows that SQLite hands over at once: few enough that none of them lives long enough for the
collector of garbage to walk through it again and again, which took half of the time."""
SQLITE: Final = "sqlite"
Raw = dict[str, NDArray[Any]]
Column = InstrumentedAttribute[Any] | ColumnElement[Any]


def dialect_of(ctx: Context) -> str:
    """Return the name of the database's kind."""
    return str(ctx.session.get_bind().dialect.name)


def moment(column: Column, dialect: str) -> ColumnElement[Any]:
    """Return a moment as the database can tell it without making objects of a million."""
    if dialect == SQLITE:
        return type_coerce(column, String)
    return cast(extract("epoch", column) * 1_000_000, BigInteger)


def among(column: Column, name: str, dialect: str, *, text: bool = False) -> ColumnElement[bool]:
    """Return the condition that a column has one of many values, given as one parameter.

    A parameter each would be written into the statement anew for every number of them, and no
    database takes a hundred thousand.

    Args:
        column: Which.
        name: Of the parameter; its value is made by `listed`.
        dialect: As `dialect_of` tells it.
        text: Whether the values are text rather than numbers.
    """
    if dialect == SQLITE:
        values = func.json_each(bindparam(name, type_=String)).table_valued("value")
        return column.in_(select(values.c.value))
    kind = ARRAY(Text) if text else ARRAY(BigInteger)
    return column == any_(bindparam(name, type_=kind))


def listed(values: Collection[Any], dialect: str) -> Any:
    """Return values as the parameter of `among` takes them."""
    return json.dumps(list(values)) if dialect == SQLITE else list(values)


def paired(name: str, dialect: str) -> Subquery:
    """Return pairs of texts, given as parameters by `pairs`, as a table of `first` and `second`."""
    if dialect == SQLITE:
        each = func.json_each(bindparam(name, type_=String)).table_valued("value").alias()
        return select(
            func.json_extract(each.c.value, "$[0]").label("first"),
            func.json_extract(each.c.value, "$[1]").label("second"),
        ).subquery()
    lists = [bindparam(f"{name}_{one}", type_=ARRAY(Text)) for one in ("first", "second")]
    each = func.unnest(*lists).table_valued("first", "second").render_derived()
    return select(each.c.first, each.c.second).subquery()


def pairs(values: Collection[tuple[str, str]], name: str, dialect: str) -> dict[str, Any]:
    """Return pairs of texts as the parameters that `paired` takes."""
    if dialect == SQLITE:
        return {name: json.dumps(list(values))}
    told = list(values)
    return {f"{name}_first": [a for a, _ in told], f"{name}_second": [b for _, b in told]}


def read(
    ctx: Context, asked: Any, names: Sequence[str], given: Mapping[str, Any],
    moments: Sequence[str] = (),
) -> Raw:  # fmt: skip
    """Run a query and return it as columns; text as objects, "" for nothing.

    Args:
        ctx: Who asks.
        asked: What; its columns are plain numbers and text, or made by `moment`.
        names: Of its columns, in order.
        given: Its parameters.
        moments: Which columns are moments.
    """
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in names}
    for rows in _pieces(ctx, asked, given):
        for name, values in zip(names, zip(*rows, strict=True), strict=True):
            parts[name].append(_moments(values) if name in moments else _plain(values))
    return {
        name: blocks[0] if len(blocks) == 1 else _together(blocks, is_moment=name in moments)
        for name, blocks in parts.items()
    }


def rows(ctx: Context, asked: Any, given: Mapping[str, Any]) -> Sequence[Any]:
    """Run a query and return its rows as the driver has them."""
    return [row for some in _pieces(ctx, asked, given) for row in some]


def _pieces(ctx: Context, asked: Any, given: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
    # What was added and not written yet would be missed: a connection knows nothing of it.
    ctx.session.flush()
    connection = ctx.session.connection()
    sqlite = connection.dialect.name == SQLITE
    if len(given) == 1 and not sqlite:
        # All of a shop: the driver hands it over in pieces.
        options = {"yield_per": AT_ONCE}
        yield from connection.execute(asked, dict(given), execution_options=options).partitions()
        return
    result = connection.execute(asked, dict(given))
    # The driver's own rows: no type of these columns changes a value.
    cursor, more = result.cursor, True
    while cursor is not None and more:
        found = cursor.fetchmany(_SOON_GONE) if sqlite else cursor.fetchall()
        more = sqlite and len(found) == _SOON_GONE
        if found:
            yield found
    result.close()


def _plain(values: Sequence[Any]) -> NDArray[Any]:
    first = next((value for value in values if value is not None), "")
    gaps = None in values
    if isinstance(first, str):
        return np.array([value or "" for value in values] if gaps else values, dtype=object)
    return np.array([value or 0 for value in values] if gaps else values, dtype=np.int64)


def _moments(values: Sequence[Any]) -> Moments:
    first = next((value for value in values if value is not None), None)
    gaps = None in values
    if isinstance(first, str):
        known = ["NaT" if value is None else value for value in values] if gaps else values
        return np.array(known, dtype="datetime64[us]")
    nothing = np.iinfo(np.int64).min
    told = [nothing if value is None else value for value in values] if gaps else values
    return np.array(told, dtype=np.int64).astype("datetime64[us]")


def _together(blocks: Sequence[NDArray[Any]], *, is_moment: bool) -> NDArray[Any]:
    if blocks:
        return np.concatenate(blocks)
    return np.array([], dtype="datetime64[us]" if is_moment else np.int64)
