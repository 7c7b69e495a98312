"""Facts to add up: daily figures where they hold, and the rows themselves where they do not."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, select, union_all
from sqlalchemy.sql.selectable import Subquery

from commerce.context import Context
from commerce.db.tables import FigureBookRow, FigureStrikeRow
from commerce.errors import NotAllowed
from commerce.figures import days
from commerce.figures.days import Coverage
from commerce.figures.rollups import Part, Rollup

_BOOK = (
    select(FigureBookRow.through, FigureStrikeRow.day)
    .outerjoin(
        FigureStrikeRow,
        (FigureStrikeRow.shop_id == FigureBookRow.shop_id)
        & (FigureStrikeRow.day >= bindparam("first"))
        & (FigureStrikeRow.day <= bindparam("last")),
    )
    .where(FigureBookRow.shop_id == bindparam("shop"), FigureBookRow.zone == bindparam("zone"))
    .distinct()
)

_row_by_row: ContextVar[bool] = ContextVar("row_by_row", default=False)


@contextmanager
def row_by_row() -> Iterator[None]:
    """Read no daily figures while the block runs: what they are compared with."""
    token = _row_by_row.set(True)
    try:
        yield
    finally:
        _row_by_row.reset(token)


def facts(
    ctx: Context, rollup: Rollup, start: datetime, end: datetime, *, of: str = ""
) -> Subquery:
    """Return what a span is made of, as a table to select from: days, traits, and what each adds.

    Add the measures up under conditions on the traits; how many rows there are means nothing.

    Args:
        ctx: Who asks: of staff, for a shop has no figures that are one customer's.
        rollup: Which facts.
        start: Inclusive.
        end: Exclusive.
        of: The moment, where the rollup has several.
    """
    if ctx.actor.customer_id is not None:
        raise NotAllowed("error-not-allowed", role=ctx.actor.role.value)
    coverage = _coverage(ctx, start, end)
    part = rollup.part(of)
    selects = [_by_row(ctx, part, *span) for span in coverage.spans]
    if coverage.first is not None:
        selects.append(_by_day(ctx, rollup, part, coverage))
    return (union_all(*selects) if len(selects) > 1 else selects[0]).subquery("facts")


def _coverage(ctx: Context, start: datetime, end: datetime) -> Coverage:
    if _row_by_row.get():
        return days.whole(start, end)
    values = {
        "shop": ctx.actor.shop_id,
        "zone": ctx.zone.key,
        "first": start.astimezone(UTC).date() - timedelta(days=1),
        "last": end.astimezone(UTC).date() + timedelta(days=1),
    }
    found = ctx.session.execute(_BOOK, values).all()
    if not found:
        return days.whole(start, end)
    struck = [day for _, day in found if day is not None]
    return days.cover(start, end, zone=ctx.zone, through=found[0].through, struck=struck)


def _by_row(ctx: Context, part: Part, start: datetime, end: datetime) -> Select[Any]:
    dialect = ctx.session.get_bind().dialect
    day = days.local_day(part.moment(), ctx.zone, dialect, start)
    return part.rows(ctx.actor.shop_id, start, end, day)


def _by_day(ctx: Context, rollup: Rollup, part: Part, coverage: Coverage) -> Select[Any]:
    table: Any = rollup.table
    chosen = [table.shop_id == ctx.actor.shop_id]
    chosen += [getattr(table, name) == value for name, value in part.of]
    chosen.append(table.day.between(_known(coverage.first), coverage.last))
    if coverage.but:
        chosen.append(table.day.not_in(coverage.but))
    names = ("day", *rollup.keys, *rollup.measures)
    return select(*(getattr(table, name) for name in names)).where(*chosen)


def _known(day: date | None) -> date:
    assert day is not None
    return day
