"""Reports built to order: any measure by any dimension that it has."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from commerce import periods
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Refused
from commerce.figures import Book
from commerce.periods import Period
from commerce.reports import cube, measures, queries
from commerce.reports.built import Report, ReportKey, ReportRow, ReportSort, figure
from commerce.reports.cube import Filters, Question, Sum
from commerce.reports.measures import (
    DIMENSIONS,
    MEASURES,
    TIMES,
    Dimension,
    Measure,
    ReportMetric,
    Source,
)
from commerce.reports.metrics import TERMINAL_SHARE
from commerce.reports.rules import ENOUGH

MOST_COLUMNS = 6
"""Of a second dimension: more than this nobody compares. Times may be more."""
MOST_TIMES = 400
"""Rows of a report by time: a year of days."""
MOST_TIME_COLUMNS = 31


def run_report(
    ctx: Context,
    metric: ReportMetric,
    dimensions: tuple[Dimension, ...],
    period: Period,
    *,
    filters: Filters | None = None,
    sort: ReportSort | None = None,
    limit: int = 10,
    compare: bool = False,
) -> Report:
    """Return a measure of a period by one or two dimensions, or as one figure by none.

    Without `sort`, times stand in their order and everything else by size. Rows beyond `limit` are
    added up as others; times are all shown. With `compare`, each row has its figure of the span
    before, up to as far into it as now is into the period.

    Raises:
        Refused: The measure cannot be split so, or into so many days.
    """
    ctx.require(Permission.REPORTS_READ)
    measure = MEASURES[metric]
    _check(measure, dimensions)
    check_filters(measure, filters or Filters())
    until = min(period.end, ctx.now) if measure.source is not Source.STOCK else ctx.now
    question = Question(
        measure=measure, dimensions=dimensions, start=period.start, end=period.end,
        filters=filters or Filters(),
    )  # fmt: skip
    report = _filled(ctx, question, period, until, sort, limit)
    if compare and measure.source is not Source.STOCK:
        report = _compared(ctx, report, question)
    return _with_names(ctx, _told_open(ctx, report))


def whole(ctx: Context, question: Question, book: Book | None = None) -> Sum:
    """Return the sum of everything a question asks about; by the shop's book, where open."""
    return cube.add_up(ctx, replace(question, dimensions=()), book).get((), Sum())


def spans(ctx: Context, period: Period) -> tuple[datetime, Period, datetime]:
    """Return where a period ends by now, the span before it, and where that ends to compare."""
    until = min(period.end, ctx.now)
    before = periods.previous(period, zone=ctx.zone)
    return until, before, min(before.start + (until - period.start), before.end)


def _check(measure: Measure, dimensions: tuple[Dimension, ...]) -> None:
    if measure.source is Source.COHORTS:
        raise Refused("error-report-retention")
    if len(set(dimensions)) < len(dimensions):
        raise Refused("error-report-same-dimension", dimension=dimensions[0].value)
    for dimension in dimensions:
        if not measures.fits(measure, dimension):
            known = ", ".join(d.value for d in Dimension if d in DIMENSIONS[measure.source])
            raise Refused(
                "error-report-dimension", metric=measure.name.value, dimension=dimension.value,
                known=known,
            )  # fmt: skip


_FILTERED_BY: Mapping[str, Dimension] = {
    "channel": Dimension.CHANNEL,
    "payment": Dimension.PAYMENT,
    "courier": Dimension.COURIER,
    "place": Dimension.CITY,
    "product": Dimension.PRODUCT,
    "category": Dimension.CATEGORY,
    "warehouse_id": Dimension.WAREHOUSE,
    "reason": Dimension.NDR_REASON,
}
"""What a row must have to be chosen by each filter."""


def check_filters(measure: Measure, filters: Filters) -> None:
    """Refuse to narrow a measure down by what its rows do not have: stock has no courier.

    Raises:
        Refused: They do not have it.
    """
    for name, dimension in _FILTERED_BY.items():
        if getattr(filters, name) is not None and not measures.fits(measure, dimension):
            known = ", ".join(d.value for d in Dimension if d in DIMENSIONS[measure.source])
            raise Refused(
                "error-report-filter", metric=measure.name.value, dimension=dimension.value,
                known=known,
            )  # fmt: skip


def _filled(
    ctx: Context,
    question: Question,
    period: Period,
    until: datetime,
    sort: ReportSort | None,
    limit: int,
) -> Report:
    measure, dimensions = question.measure, question.dimensions
    cells = cube.add_up(ctx, question)
    overlaps = any(measures.overlaps(measure, d) for d in dimensions)
    # Where the parts add up to the whole, nobody need be asked for it again.
    adds_up = measure.adds_up and not overlaps
    total = _sum(cells.values()) if adds_up or not dimensions else whole(ctx, question)
    report = Report(
        measure=measure, dimensions=dimensions, period=period, until=until, rows=(), total=total,
        overlaps=overlaps,
    )  # fmt: skip
    if not dimensions:
        return replace(report, rows=(ReportRow(key=ReportKey(value=""), total=total),))
    by_row = _rows_of(ctx, question, cells, adds_up=adds_up)
    keys, few = _in_order(ctx, report, by_row, sort)
    shown, hidden = (keys, []) if dimensions[0] in TIMES else (keys[:limit], keys[limit:])
    columns = _columns(ctx, report, cells)

    table = _table(cells, columns)

    def row(key: str, of: Collection[str]) -> ReportRow:
        parts = [table.get(k, {}) for k in of]
        return ReportRow(
            key=ReportKey(value=key),
            total=_sum(by_row.get(k, Sum()) for k in of),
            cells=tuple(_sum(part.get(column, Sum()) for part in parts) for column in columns),
        )

    return replace(
        report,
        rows=tuple(row(key, [key]) for key in shown),
        columns=tuple(ReportKey(value=column) for column in columns),
        others=row("", hidden) if hidden and measure.adds_up and not report.overlaps else None,
        rows_left_out=len(hidden),
        few_below=few,
    )


def _rows_of(
    ctx: Context, question: Question, cells: Mapping[cube.Keys, Sum], *, adds_up: bool
) -> dict[str, Sum]:
    """Return the sum of each value of the first dimension."""
    if adds_up or len(question.dimensions) == 1:
        found: dict[str, Sum] = {}
        for keys, part in cells.items():
            found[keys[0]] = found.get(keys[0], Sum()) + part
        return found
    first = replace(question, dimensions=question.dimensions[:1])
    return {keys[0]: part for keys, part in cube.add_up(ctx, first).items()}


def _in_order(
    ctx: Context, report: Report, rows: Mapping[str, Sum], sort: ReportSort | None
) -> tuple[list[str], int]:
    """Return the rows as they stand, and from how few on a share counts less (0: none does)."""
    dimension, measure = report.dimensions[0], report.measure
    keys = list(rows)
    if dimension in TIMES:
        keys = _all_times(ctx, report, dimension, keys)
    if sort is None:
        sort = ReportSort.IN_ORDER if dimension in TIMES else ReportSort.LARGEST
    if sort is ReportSort.IN_ORDER:
        return (keys, 0) if dimension in TIMES else (sorted(keys), 0)
    sign = 1 if sort is ReportSort.SMALLEST else -1
    enough = ENOUGH if measure.below is not None and report.total.below >= 5 * ENOUGH else 0

    def place(key: str) -> tuple[bool, bool, float, int, str]:
        found = rows.get(key, Sum())
        value = figure(measure, found)
        return found.below < enough, value is None, sign * (value or 0), -found.below, key

    keys.sort(key=place)
    has_few = any(rows.get(key, Sum()).below < enough for key in keys)
    return keys, enough if has_few else 0


def _columns(ctx: Context, report: Report, cells: Mapping[cube.Keys, Sum]) -> list[str]:
    """Return the values of the second dimension that get a column; the rest share one."""
    if len(report.dimensions) < 2:
        return []
    dimension, sizes = report.dimensions[1], dict[str, Sum]()
    for (_, column), found in cells.items():
        sizes[column] = sizes.get(column, Sum()) + found
    if dimension in TIMES:
        times = _all_times(ctx, report, dimension, sizes)
        if len(times) > MOST_TIME_COLUMNS:
            raise Refused("error-report-columns", dimension=dimension.value)
        return times
    is_share = report.measure.below is not None
    columns = sorted(sizes, key=lambda k: (-(sizes[k].below if is_share else sizes[k].above), k))
    return columns if len(columns) <= MOST_COLUMNS + 1 else [*columns[:MOST_COLUMNS], OTHERS]


OTHERS = "\x00others"
"""The key of a column of all that has none."""


def _table(cells: Mapping[cube.Keys, Sum], columns: Collection[str]) -> dict[str, dict[str, Sum]]:
    """Return row → column → sum, with all that has no column of its own under `OTHERS`."""
    table: dict[str, dict[str, Sum]] = {}
    if columns:
        for (row, column), found in cells.items():
            place = column if column in columns else OTHERS
            of_row = table.setdefault(row, {})
            of_row[place] = of_row.get(place, Sum()) + found
    return table


def _sum(parts: Iterable[Sum]) -> Sum:
    return sum(parts, start=Sum())


def _all_times(
    ctx: Context, report: Report, dimension: Dimension, found: Iterable[str]
) -> list[str]:
    """Return the times of a period without gaps, as far as it is over; the first has a row."""
    present = sorted(key for key in found if key)
    if dimension is Dimension.HOUR:
        return [f"{hour:02d}" for hour in range(24)]
    if dimension is Dimension.WEEKDAY:
        return ["1", "2", "3", "4", "5", "6", "0"]
    if not present:
        return []
    last = min(report.period.last_day, ctx.local(report.until).date())
    first = max(report.period.first_day, date.fromisoformat(present[0]))
    times = _starts(first, max(last, date.fromisoformat(present[-1])), dimension)
    if len(times) > MOST_TIMES:
        raise Refused("error-report-too-many", dimension=dimension.value, count=len(times))
    return times


def _starts(first: date, last: date, dimension: Dimension) -> list[str]:
    days = ((first + timedelta(days=n)) for n in range((last - first).days + 1))
    match dimension:
        case Dimension.WEEK:
            starts = (day - timedelta(days=day.weekday()) for day in days)
        case Dimension.MONTH:
            starts = (day.replace(day=1) for day in days)
        case _:
            starts = days
    return list(dict.fromkeys(day.isoformat() for day in starts))


def _compared(ctx: Context, report: Report, question: Question) -> Report:
    """Put beside each row what it was in the span before; by time there is no such row."""
    _, before, before_until = spans(ctx, report.period)
    earlier = replace(question, start=before.start, end=before_until)
    report = replace(
        report, compared_with=before, compared_until=before_until,
        total_before=whole(ctx, earlier),
    )  # fmt: skip
    first = question.dimensions[:1]
    if not first or first[0] in (Dimension.DAY, Dimension.WEEK, Dimension.MONTH):
        return report
    then = {k[0]: f for k, f in cube.add_up(ctx, replace(earlier, dimensions=first)).items()}
    rows = tuple(replace(row, before=then.pop(row.key.value, Sum())) for row in report.rows)
    others = report.others and replace(report.others, before=sum(then.values(), start=Sum()))
    return replace(report, rows=rows, others=others)


def _told_open(ctx: Context, report: Report) -> Report:
    """Add the share still on the way, where a measure is only final without it."""
    if not report.measure.is_cohort:
        return report
    share = queries.counts(ctx, report.period.start, report.period.end).open_share
    is_final = share is None or share <= 1 - TERMINAL_SHARE
    return report if is_final else replace(report, open_share=share)


def _with_names(ctx: Context, report: Report) -> Report:
    for place, dimension in enumerate(report.dimensions[:2]):
        keys = [row.key for row in report.rows] if place == 0 else list(report.columns)
        called = cube.names(ctx, dimension, [key.value for key in keys])

        def named(key: ReportKey, called: Mapping[str, str] = called) -> ReportKey:
            return replace(key, name=called.get(key.value, ""))

        if place == 0:
            rows = tuple(replace(row, key=named(row.key)) for row in report.rows)
            report = replace(report, rows=rows)
        else:
            report = replace(report, columns=tuple(named(column) for column in report.columns))
    return report
