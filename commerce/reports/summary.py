"""How the business did in a period, beside the span before it."""

from datetime import date, datetime, time, timedelta

from commerce import figures, periods
from commerce.access import Permission
from commerce.context import Context
from commerce.figures import Book
from commerce.money import Money
from commerce.periods import Period
from commerce.reports import metrics, queries
from commerce.reports.metrics import Counts
from commerce.reports.types import Figure, Point, Summary, Trend

SHORTEST_TREND_DAYS = 14
"""A single day says nothing about where things go, so its trend reaches further back."""
MOST_DAYS = 92
"""A trend of more days is drawn by months."""


def business_summary(ctx: Context, period: Period) -> Summary:
    """Return every figure of a period, with the span of as many days before it.

    A period that is not over is compared with as much of the span before as has passed of it: this
    morning with yesterday's morning.
    """
    ctx.require(Permission.REPORTS_READ)
    until = min(period.end, ctx.now)
    before = periods.previous(period, zone=ctx.zone)
    before_until = min(before.start + (until - period.start), before.end)
    book = figures.opened(ctx)
    now, then = (
        queries.counts(ctx, period.start, period.end, book),
        queries.counts(ctx, before.start, before_until, book),
    )
    open_share = now.open_share
    return Summary(
        period=period,
        previous=before,
        previous_until=before_until,
        counts=now,
        figures=tuple(_figure(definition, now, then) for definition in metrics.DEFINITIONS),
        is_final=open_share is None or open_share <= 1 - metrics.TERMINAL_SHARE,
        trend=_trend(ctx, period, book),
    )


def _figure(definition: metrics.Definition, now: Counts, then: Counts) -> Figure:
    above, below = metrics.parts(definition, now)
    return Figure(
        definition=definition,
        value=metrics.value(definition, now),
        previous=metrics.value(definition, then),
        numerator=above,
        denominator=below,
    )


def _trend(ctx: Context, period: Period, book: Book) -> Trend:
    last = min(period.last_day, ctx.today)
    first = period.first_day
    if period.days == 1:
        first = last - timedelta(days=SHORTEST_TREND_DAYS - 1)
    by_month = (last - first).days >= MOST_DAYS
    if by_month:
        first = max(first, _years_before(last, 3)).replace(day=1)
    found = queries.revenue_by(
        ctx,
        _midnight(ctx, first),
        _midnight(ctx, last + timedelta(days=1)),
        by_month=by_month,
        book=book,
    )
    days = _firsts_of_months(first, last) if by_month else _days(first, last)
    points = (Point(first_day=d, revenue=Money(found.get(d, 0), ctx.currency)) for d in days)
    return Trend(by_month=by_month, points=tuple(points))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _firsts_of_months(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, 1)


def _midnight(ctx: Context, day: date) -> datetime:
    return datetime.combine(day, time(), ctx.zone)
