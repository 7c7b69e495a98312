"""Adding days up, again where they were written to since, and proving that what stands is true."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Date as SqlDate
from sqlalchemy import (
    cast,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    text,
    type_coerce,
    union_all,
    update,
)
from sqlalchemy.orm import Session, sessionmaker

from commerce.db import begin_write
from commerce.db.tables import FigureBookRow, FigureStrikeRow, ShopRow
from commerce.db.triggers import FIGURES_LOCK
from commerce.figures import days
from commerce.figures.reading import local_day, zone_value
from commerce.figures.rollups import ROLLUPS, Rollup

DAYS_AT_A_TIME = 10
"""Added up in one transaction while the shop is at work; writers wait for no more than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A day whose figures do not say what its rows say."""

    table: str
    day: date


def freshen(sessions: sessionmaker[Session], now: datetime) -> int:
    """Add up every shop's days that were written to or have passed since; return how many.

    A shop that is being written to at this moment is left for the next time.
    """
    with sessions() as session:
        shops = session.scalars(select(ShopRow.id)).all()
    done = 0
    for shop_id in shops:
        while added := _some_days(sessions, shop_id, now):
            done += added
            if added < DAYS_AT_A_TIME:
                break
    return done


def rebuild(session: Session, shop_id: int, now: datetime) -> None:
    """Add up all days of a shop before today, in the caller's transaction."""
    zone = _zone(session, shop_id)
    yesterday = _yesterday(now, zone)
    for rollup in ROLLUPS:
        _forget(session, rollup, shop_id, None, yesterday)
        _add_up(session, rollup, shop_id, zone, None, yesterday)
        _add_months_up(session, rollup, shop_id, None, yesterday)
    session.execute(delete(FigureStrikeRow).where(FigureStrikeRow.shop_id == shop_id))
    _set_through(session, shop_id, zone, yesterday)


def differences(session: Session, shop_id: int) -> list[Difference]:
    """Return the days that stand added up but do not agree with the rows; none, if all is well."""
    book = _book(session, shop_id)
    if book is None:
        return []
    zone = ZoneInfo(book.zone)
    struck = days.local_days(_struck(session, shop_id), zone)
    found = []
    for rollup in ROLLUPS:
        names = ("day", *rollup.keys, *rollup.measures)
        table: Any = rollup.table
        kept = select(*(getattr(table, name) for name in names)).where(
            table.shop_id == shop_id, table.grain == "day", table.day <= book.through
        )
        true = _truth(session, rollup, shop_id, zone, None, book.through)
        both = {tuple(row) for row in session.execute(kept)} ^ {
            tuple(_plain(row)) for row in session.execute(true)
        }
        wrong = {row[0] for row in both} - struck
        wrong |= _wrong_months(session, rollup, shop_id, struck, book.through)
        found += [Difference(table=table.__tablename__, day=day) for day in sorted(wrong)]
    return found


def _some_days(sessions: sessionmaker[Session], shop_id: int, now: datetime) -> int:
    with sessions() as session:
        if not _is_behind(session, shop_id, now):
            return 0
    with sessions() as session:
        if not alone(session, shop_id):
            return 0
        added = _catch_up(session, shop_id, now)
        session.commit()
        return added


def alone(session: Session, shop_id: int) -> bool:
    """Take the lock that writers to the shop's figures share, if none of them is at work."""
    if session.get_bind().dialect.name == "sqlite":
        begin_write(session, shop_id)
        return True
    lock = text("SELECT pg_try_advisory_xact_lock(:kind, :shop)")
    return bool(session.scalar(lock, {"kind": FIGURES_LOCK, "shop": shop_id}))


def _is_behind(session: Session, shop_id: int, now: datetime) -> bool:
    book, zone = _book(session, shop_id), _zone(session, shop_id)
    if book is None or book.zone != zone.key or book.through < _yesterday(now, zone):
        return True
    stale = days.local_days(_struck(session, shop_id), zone)
    return any(day <= book.through for day in stale)


def _catch_up(session: Session, shop_id: int, now: datetime) -> int:
    book, zone = _book(session, shop_id), _zone(session, shop_id)
    yesterday = _yesterday(now, zone)
    if book is None or book.zone != zone.key:
        rebuild(session, shop_id, now)
        return 1
    struck = sorted(_struck(session, shop_id))[:DAYS_AT_A_TIME]
    stale = {day for day in days.local_days(struck, zone) if day <= book.through}
    through = min(yesterday, book.through + days.DAY * DAYS_AT_A_TIME)
    stale |= {book.through + days.DAY * n for n in range(1, (through - book.through).days + 1)}
    for first, last in days.runs(stale):
        for rollup in ROLLUPS:
            _forget(session, rollup, shop_id, first, last)
            _add_up(session, rollup, shop_id, zone, first, last)
            _add_months_up(session, rollup, shop_id, (first, last), through)
    # A strike whose day is not over needs no keeping: that day is added up once it is.
    session.execute(
        delete(FigureStrikeRow).where(
            FigureStrikeRow.shop_id == shop_id, FigureStrikeRow.day.in_(struck)
        )
    )
    _set_through(session, shop_id, zone, max(through, book.through))
    return len(stale)


def _add_up(
    session: Session, rollup: Rollup, shop_id: int, zone: ZoneInfo, first: date | None, last: date
) -> None:
    truth = _truth(session, rollup, shop_id, zone, first, last).subquery()
    names = ["shop_id", "grain", "day", *rollup.keys, *rollup.measures]
    # In the order of the table's key, which SQLite then writes from front to back.
    ordered = select(literal(shop_id), literal("day"), *truth.c).order_by(
        *(truth.c[name] for name in _key_order(rollup))
    )
    session.execute(insert(rollup.table).from_select(names, ordered))


def _add_months_up(
    session: Session, rollup: Rollup, shop_id: int, run: days.Run | None, through: date
) -> None:
    """Add the months of some days up from those days; only months that are over."""
    begin = days.month_of(run[0])[0] if run else date.min
    end = days.month_of(run[1])[1] if run else through
    end = min(end, (through + days.DAY).replace(day=1) - days.DAY)
    table: Any = rollup.table
    session.execute(
        delete(table)
        .where(table.shop_id == shop_id, table.grain == "month", table.day.between(begin, end))
        .execution_options(synchronize_session=False)
    )
    summed = _of_months(session, rollup, shop_id, begin, end)
    names = ["shop_id", "grain", "day", *rollup.keys, *rollup.measures]
    ordered = select(literal(shop_id), literal("month"), *summed.c)
    session.execute(insert(table).from_select(names, ordered))


def _of_months(session: Session, rollup: Rollup, shop_id: int, begin: date, end: date) -> Any:
    table: Any = rollup.table
    if session.get_bind().dialect.name == "sqlite":
        first: Any = type_coerce(func.strftime("%Y-%m-01", table.day), SqlDate)
    else:
        first = cast(func.date_trunc("month", table.day), SqlDate)
    traits = [first.label("day"), *(getattr(table, name) for name in rollup.keys)]
    sums = [func.sum(getattr(table, name)).label(name) for name in rollup.measures]
    return (
        select(*traits, *sums)
        .where(table.shop_id == shop_id, table.grain == "day", table.day.between(begin, end))
        .group_by(literal_column("1"), *(getattr(table, name) for name in rollup.keys))
        .subquery()
    )


def _wrong_months(
    session: Session, rollup: Rollup, shop_id: int, struck: set[date], through: date
) -> set[date]:
    """Return the months that do not come to what their days do."""
    end = (through + days.DAY).replace(day=1) - days.DAY
    summed = _of_months(session, rollup, shop_id, date.min, end)
    table: Any = rollup.table
    names = ("day", *rollup.keys, *rollup.measures)
    kept = select(*(getattr(table, name) for name in names)).where(
        table.shop_id == shop_id, table.grain == "month"
    )
    both = {tuple(row) for row in session.execute(kept)} ^ {
        tuple(_plain(row)) for row in session.execute(select(*summed.c))
    }
    return {row[0] for row in both} - {days.month_of(day)[0] for day in struck}


def _truth(
    session: Session, rollup: Rollup, shop_id: int, zone: ZoneInfo, first: date | None, last: date
) -> Any:
    """Return the select of what the figures of some days are, from the rows."""
    start = days.midnight(first, zone) if first is not None else None
    end = days.midnight(last + days.DAY, zone)
    dialect = session.get_bind().dialect.name
    told = literal(zone_value(zone, dialect, end))
    found = []
    for of in dict.fromkeys(part.of for part in rollup.parts):
        parts = [
            part.rows(shop_id, start, end, local_day(part.moment.expression, dialect, told))
            for part in rollup.parts
            if part.of == of
        ]
        rows = (union_all(*parts) if len(parts) > 1 else parts[0]).subquery()
        found.append(_grouped(rollup, rows))
    return union_all(*found) if len(found) > 1 else found[0]


def _grouped(rollup: Rollup, rows: Any) -> Any:
    traits = [rows.c[name] for name in ("day", *rollup.keys)]
    sums = [func.sum(rows.c[name]).label(name) for name in rollup.measures]
    return select(*traits, *sums).group_by(*traits)


def _key_order(rollup: Rollup) -> list[str]:
    return [column.name for column in rollup.table.__table__.primary_key][2:]


def _forget(session: Session, rollup: Rollup, shop_id: int, first: date | None, last: date) -> None:
    table: Any = rollup.table
    chosen = [table.shop_id == shop_id]
    if first is not None:
        chosen += [table.grain == "day", table.day >= first, table.day <= last]
    session.execute(delete(table).where(*chosen).execution_options(synchronize_session=False))


def _set_through(session: Session, shop_id: int, zone: ZoneInfo, through: date) -> None:
    changed = session.execute(
        update(FigureBookRow)
        .where(FigureBookRow.shop_id == shop_id)
        .values(zone=zone.key, through=through)
        .returning(FigureBookRow.shop_id)
        .execution_options(synchronize_session=False)
    )
    if changed.one_or_none() is None:
        session.execute(
            insert(FigureBookRow),
            [{"shop_id": shop_id, "zone": zone.key, "through": through, "has_customers": False}],
        )


def _book(session: Session, shop_id: int) -> Any:
    return session.execute(
        select(FigureBookRow.zone, FigureBookRow.through).where(FigureBookRow.shop_id == shop_id)
    ).one_or_none()


def _struck(session: Session, shop_id: int) -> set[date]:
    return set(
        session.scalars(
            select(FigureStrikeRow.day).where(FigureStrikeRow.shop_id == shop_id).distinct()
        )
    )


def _zone(session: Session, shop_id: int) -> ZoneInfo:
    return ZoneInfo(session.scalars(select(ShopRow.zone).where(ShopRow.id == shop_id)).one())


def _yesterday(now: datetime, zone: ZoneInfo) -> date:
    return now.astimezone(zone).date() - days.DAY


def _plain(row: Any) -> Any:
    """Return sums as whole numbers, which PostgreSQL gives as decimals."""
    return (
        int(v) if hasattr(v, "as_integer_ratio") and not isinstance(v, bool) else v for v in row
    )
