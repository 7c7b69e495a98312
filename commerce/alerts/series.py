"""Counts of days, read by what was added up of them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from commerce.alerts import queries
from commerce.alerts.rules import HISTORY_DAYS
from commerce.context import Context
from commerce.figures import Book
from commerce.periods import Period, resolve
from commerce.reports import MEASURES, WHOLE_ORDERS, Dimension, ReportMetric, Sum
from commerce.reports.cube import Keys, Question, add_up

YEAR_DAYS = 400
RECENT_DAYS = 3
"""Shares are of so many days together, the last that are over."""
_USUAL_DAYS = 28
Days = Mapping[date, float]
Shares = Sequence[tuple[date, int, int]]
"""Day, how many failed, of how many."""


def days_back(ctx: Context, days: int, until: date | None = None) -> Period:
    """Return whole days before today, or up to and with `until`."""
    last = until or ctx.today - timedelta(days=1)
    return resolve(
        f"{(last - timedelta(days=days - 1)).isoformat()}/{last.isoformat()}",
        now=ctx.now, zone=ctx.zone,
    )  # fmt: skip


def counts(
    ctx: Context, metric: ReportMetric, dimension: Dimension | None, days: int, book: Book
) -> dict[str, dict[date, float]]:
    """Return value → day → count, today included so far; without a dimension under `""`."""
    span = days_back(ctx, days + 1, ctx.today)
    dimensions = (Dimension.DAY,) if dimension is None else (dimension, Dimension.DAY)
    found: dict[str, dict[date, float]] = {}
    for keys, total in _read(ctx, metric, dimensions, span, book).items():
        value = "" if dimension is None else keys[0]
        if value != WHOLE_ORDERS and (dimension is None or value):
            found.setdefault(value, {})[date.fromisoformat(keys[-1])] = float(total.above)
    return {value: _without_gaps(one, span.last_day) for value, one in found.items()}


def fails(
    ctx: Context, dimensions: tuple[Dimension, ...], book: Book, days: int = HISTORY_DAYS
) -> dict[Keys, list[tuple[date, int, int]]]:
    """Return values → by day, first attempts that failed and all that ended."""
    span = days_back(ctx, days)
    found: dict[Keys, list[tuple[date, int, int]]] = {}
    metric = ReportMetric.FIRST_ATTEMPT_RATE
    for keys, total in _read(ctx, metric, (*dimensions, Dimension.DAY), span, book).items():
        if all(keys):
            day = date.fromisoformat(keys[-1])
            found.setdefault(keys[:-1], []).append((day, total.below - total.above, total.below))
    return found


def cases_by_reason(ctx: Context, book: Book) -> dict[Keys, list[tuple[date, int, int]]]:
    """Return reason → by day, cases opened for it and first attempts that ended."""
    of = {day: all_ for day, _, all_ in fails(ctx, (), book).get((), [])}
    found = counts(ctx, ReportMetric.NDR_CASES, Dimension.NDR_REASON, HISTORY_DAYS, book)
    return {
        (reason,): [(day, min(int(n.get(day, 0)), all_), all_) for day, all_ in of.items()]
        for reason, n in found.items()
    }


def part_of_day(ctx: Context) -> float:
    """Return what share of a day's orders has usually come by this hour, from 0 to 1."""
    span = days_back(ctx, _USUAL_DAYS // 2)
    question = Question(
        measure=MEASURES[ReportMetric.ORDERS], dimensions=(Dimension.HOUR,), start=span.start,
        end=span.end,
    )  # fmt: skip
    by_hour = {int(keys[0]): total.above for keys, total in add_up(ctx, question).items()}
    local = ctx.local(ctx.now)
    so_far: float = sum(count for hour, count in by_hour.items() if hour < local.hour)
    so_far += by_hour.get(local.hour, 0) * local.minute / 60
    return so_far / max(sum(by_hour.values()), 1)


def order_value(ctx: Context, book: Book) -> float:
    """Return what an order comes to lately, in minor units."""
    span = days_back(ctx, _USUAL_DAYS)
    found = _read(ctx, ReportMetric.AOV, (), span, book).get((), Sum())
    return found.above / found.below if found.below else 0.0


def special_days(ctx: Context) -> dict[date, str]:
    """Return the days of the shop's festivals and sales, by name."""
    first = ctx.today - timedelta(days=YEAR_DAYS)
    found: dict[date, str] = {}
    for name, begin, end in queries.events(ctx, first, ctx.today):
        for offset in range(min((end - begin).days, 31) + 1):
            found.setdefault(begin + timedelta(days=offset), name)
    return found


def _read(
    ctx: Context, metric: ReportMetric, dimensions: tuple[Dimension, ...], span: Period, book: Book
) -> dict[Keys, Sum]:
    until = min(span.end, ctx.now)
    question = Question(
        measure=MEASURES[metric], dimensions=dimensions, start=span.start, end=until
    )
    return add_up(ctx, question, book)


def _without_gaps(found: Days, last: date) -> dict[date, float]:
    """Fill days without a row with nothing, from the first that has one."""
    first = min(found)
    all_ = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return {day: found.get(day, 0.0) for day in all_}
