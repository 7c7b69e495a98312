"""Facts to add up: daily figures where they hold, and the rows themselves where they do not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    cast,
    func,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy import Date as SqlDate
from sqlalchemy.sql.selectable import Subquery

from commerce.context import Context
from commerce.db.tables import FigureBookRow, FigureStrikeRow, UtcDateTime
from commerce.errors import NotAllowed
from commerce.figures import days
from commerce.figures.days import Coverage
from commerce.figures.rollups import ROLLUPS, Part, Rollup

_BOOK = (
    select(FigureBookRow.through, FigureStrikeRow.day)
    .outerjoin(FigureStrikeRow, FigureStrikeRow.shop_id == FigureBookRow.shop_id)
    .where(FigureBookRow.shop_id == bindparam("shop"), FigureBookRow.zone == bindparam("zone"))
    .distinct()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Which days of a shop were added up, and which of them were written to since.

    It holds for the transaction it was opened in, as long as nothing is written there.
    """

    through: date | None = None
    """The last day, inclusive; `None` where none is."""
    struck: frozenset[date] = frozenset()
    """Days in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a statement over facts looks like, whatever the values: built once, it is kept."""

    rollup: int
    of: str
    dialect: str
    months: int
    days: int
    spans: int
    names: frozenset[str] | None = None
    """The columns that are asked for, the others are empty; `None` is all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a span of a shop is made of."""

    shape: Shape
    values: dict[str, Any] = field(repr=False)
    """Parameters of a statement that selects from `table`."""

    @property
    def table(self) -> Subquery:
        """A table to select from: `day`, traits, and what each row adds to each measure.

        Add the measures up under conditions on the traits; how many rows there are means nothing.
        Facts of one shape share the table, so that a statement over it can be built once
        (`functools.cache` by shape).
        """
        return table_of(self.shape)


_row_by_row: ContextVar[bool] = ContextVar("row_by_row", default=False)


@contextmanager
def row_by_row() -> Iterator[None]:
    """Read no daily figures while the block runs: what they are compared with."""
    token = _row_by_row.set(True)
    try:
        yield
    finally:
        _row_by_row.reset(token)


def opened(ctx: Context) -> Book:
    """Return the actor's shop's book, to read several facts by."""
    if _row_by_row.get():
        return Book()
    found = ctx.session.execute(_BOOK, {"shop": ctx.actor.shop_id, "zone": ctx.zone.key}).all()
    if not found:
        return Book()
    struck = frozenset(day for _, day in found if day is not None)
    return Book(through=found[0].through, struck=struck)


def facts(
    ctx: Context,
    rollup: Rollup,
    start: datetime,
    end: datetime,
    *,
    of: str = "",
    by_day: bool = True,
    book: Book | None = None,
    of_shop: bool = False,
) -> Facts:
    """Return what a span is made of.

    Args:
        ctx: Who asks: of staff, for a shop has no figures that are one customer's.
        rollup: Which facts.
        start: Inclusive.
        end: Exclusive.
        of: The moment, where the rollup has several.
        by_day: Whether `day` must be the day; else it may be the first of the day's month.
        book: The shop's, where it is open.
        of_shop: What is asked is nobody's secret, such as which cities there are.
    """
    if ctx.actor.customer_id is not None and not of_shop:
        raise NotAllowed("error-not-allowed", role=ctx.actor.role.value)
    book = opened(ctx) if book is None else book
    covered = Coverage(spans=((start, end),))
    if book.through is not None:
        covered = days.cover(
            start, end, zone=ctx.zone, through=book.through, struck=book.struck,
            by_month=not by_day,
        )  # fmt: skip
    shape = Shape(
        rollup=ROLLUPS.index(rollup), of=of, dialect=ctx.session.get_bind().dialect.name,
        months=len(covered.months), days=len(covered.days), spans=len(covered.spans),
    )  # fmt: skip
    values = {"fact_shop": ctx.actor.shop_id, "fact_zone": zone_value(ctx.zone, shape.dialect, end)}
    for kind, pairs in (("month", covered.months), ("day", covered.days), ("span", covered.spans)):
        for n, (first, last) in enumerate(pairs):
            values |= {f"fact_{kind}{n}_first": first, f"fact_{kind}{n}_last": last}
    return Facts(shape=shape, values=values)


@lru_cache(maxsize=512)
def table_of(shape: Shape) -> Subquery:
    """Return the table of facts of a shape."""
    rollup = ROLLUPS[shape.rollup]
    parts = rollup.parts_of(shape.of)
    selects = [_by_row(shape, part, n) for n in range(shape.spans) for part in parts]
    for grain, number in (("month", shape.months), ("day", shape.days)):
        selects += [_added_up(rollup, parts[0], grain, n, shape.names) for n in range(number)]
    if len(selects) > 1:
        return union_all(*selects).subquery("facts")
    if shape.spans and shape.dialect == "sqlite":
        # So SQLite takes each row's traits once, not once for every sum that asks for them.
        return selects[0].limit(literal_column("-1")).subquery("facts")
    return selects[0].subquery("facts")


def over(shape: Shape, build: Callable[[Subquery], Select[Any]]) -> Select[Any]:
    """Return a statement over facts that takes no more of each row than it asks for.

    A database makes every column of a union, asked for or not, and some of ours look something up.

    Args:
        shape: Of the facts.
        build: Makes the statement from their table.
    """
    return build(table_of(replace(shape, names=_asked(build(table_of(shape)), table_of(shape)))))


def _asked(statement: Select[Any], table: Subquery) -> frozenset[str]:
    """Return the columns of a table that a statement names anywhere."""
    asked, todo = set(), [statement]
    while todo:
        part: Any = todo.pop()
        if getattr(part, "table", None) is table:
            asked.add(part.name)
        elif part is not table:
            todo += part.get_children()
    return frozenset(asked)


def local_day(
    moment: ColumnElement[Any], dialect: str, zone: ColumnElement[Any]
) -> ColumnElement[date]:
    """Return the day in the shop's zone on which a moment lies; `zone` as `zone_value` says it."""
    if dialect == "sqlite":
        return type_coerce(func.strftime("%Y-%m-%d", moment, zone), SqlDate)
    return cast(func.timezone(zone, type_coerce(moment, UtcDateTime)), SqlDate)


def zone_value(zone: ZoneInfo, dialect: str, near: datetime) -> str:
    """Return how a database is told a zone.

    SQLite knows none: the offset at `near` serves all moments. None of the countries served changes
    its clocks in summer.
    """
    if dialect != "sqlite":
        return zone.key
    offset = near.astimezone(zone).utcoffset() or timedelta()
    return f"{offset // timedelta(minutes=1):+d} minutes"


def _by_row(shape: Shape, part: Part, n: int) -> Select[Any]:
    day = local_day(part.moment.expression, shape.dialect, bindparam("fact_zone"))
    start, end = (
        bindparam(f"fact_span{n}_{side}", type_=UtcDateTime) for side in ("first", "last")
    )
    return part.rows(bindparam("fact_shop"), start, end, day, shape.names)


def _added_up(
    rollup: Rollup, part: Part, grain: str, n: int, wanted: frozenset[str] | None
) -> Select[Any]:
    table: Any = rollup.table
    first, last = (
        bindparam(f"fact_{grain}{n}_{side}", type_=SqlDate) for side in ("first", "last")
    )
    names = ("day", *rollup.keys, *rollup.measures)
    return select(
        *(
            getattr(table, name) if wanted is None or name in wanted else null().label(name)
            for name in names
        )
    ).where(
        table.shop_id == bindparam("fact_shop"),
        table.grain == grain,
        *(getattr(table, name) == value for name, value in part.of),
        table.day.between(first, last),
    )
