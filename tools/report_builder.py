"""Reports built to order in chat: any figure by anything, and why a figure changed."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from commerce import inventory, parcels, reports
from commerce.access import Permission
from commerce.context import Context
from commerce.orders import PaymentKind
from commerce.periods import PERIOD_PATTERN
from commerce.periods import Period as Span
from commerce.reports import (
    MEASURES,
    Contribution,
    Dimension,
    Explanation,
    Filters,
    Measure,
    OrderRows,
    ParcelRows,
    Report,
    ReportMetric,
    ReportRow,
    ReportSort,
    Retention,
    Split,
    Sum,
    Unit,
    figure,
)
from commerce.vocabulary import NdrReason, SalesChannel
from tools import facts, figures
from tools.arguments import Courier, Limit, Period, Place, Product, Warehouse
from tools.base import Arguments, ToolResult, tool
from tools.cards import Button, ChartCard, Column, Series, TableCard, Tap

_MOST_SLICES = 7
_TOLD_SPLITS = 3
_CLOCK = (Dimension.HOUR, Dimension.WEEKDAY)
_TIMES = (Dimension.DAY, Dimension.WEEK, Dimension.MONTH, Dimension.HOUR, Dimension.WEEKDAY)


class ChartShape(StrEnum):
    """How a report is drawn."""

    LINE = "line"
    BAR = "bar"
    STACKED_BAR = "stacked_bar"
    AREA = "area"
    PIE = "pie"
    HEATMAP = "heatmap"
    NONE = "none"
    """As a table alone."""


class RunReport(Arguments):
    """What to show, by what, of which rows."""

    metric: ReportMetric = ReportMetric.REVENUE
    dimension: Annotated[Dimension | None, Field(description="By what; left out, by time.")] = None
    then_by: Annotated[Dimension | None, Field(description="A second dimension, as columns.")] = (
        None
    )
    period: Period | None = None
    channel: SalesChannel | None = None
    payment: PaymentKind | None = None
    courier: Courier | None = None
    place: Place | None = None
    product: Product | None = None
    warehouse: Warehouse | None = None
    reason: NdrReason | None = None
    sort: ReportSort | None = None
    limit: Limit = 10
    chart: ChartShape | None = None
    compare: Annotated[bool, Field(description="Put the span before beside each row.")] = False


@tool(Permission.REPORTS_READ)
def run_report(ctx: Context, args: RunReport) -> ToolResult:
    """Split one figure by day, week, month, hour, weekday, channel, payment, courier, product, ...

    For "sales by channel this month", "RTO rate courier wise", "top 10 cities by revenue", "orders
    by hour", "NDR reasons", "margin by category", "stock value by warehouse", "which customers
    come back" (metric retention): a table, a chart and a total. With then_by a table of two
    dimensions (RTO rate by courier and payment). compare=true puts the span before beside it.
    Period: the last 30 days by default. For all figures of one period at once prefer
    business_summary; for why a figure moved explain_change; for single orders or parcels
    find_orders or list_parcels.
    """
    if args.metric is ReportMetric.RETENTION:
        return _retained(ctx, args)
    period = facts.resolved(ctx, args.period or "last_30_days")
    assert period is not None, "there is a default"
    then_by = args.then_by if args.then_by is not args.dimension else None
    first = args.dimension or then_by or _by_time(args.metric, period)
    dimensions = (first, then_by) if then_by and then_by is not first else (first,)
    report = reports.run_report(
        ctx, args.metric, dimensions, period,
        filters=_filters(ctx, args), sort=args.sort, limit=args.limit, compare=args.compare,
    )  # fmt: skip
    chart = _chart(ctx, report, args)
    table = _table(ctx, report, args)
    return ToolResult(
        facts=_report_facts(ctx, report, args),
        says=_says(ctx, report, args),
        cards=(chart, table) if chart else (table,),
    )


class ExplainChange(Arguments):
    """Which figure changed, when, against when, and by what to take it apart."""

    metric: ReportMetric = ReportMetric.REVENUE
    period: Period = "last_7_days"
    compared_with: Annotated[
        str | None,
        StringConstraints(pattern=PERIOD_PATTERN),
        Field(description="A period like `period`; left out, the span just before."),
    ] = None
    dimension: Annotated[
        Dimension | None, Field(description="By what; left out, by everything that adds up.")
    ] = None
    channel: SalesChannel | None = None
    payment: PaymentKind | None = None
    courier: Courier | None = None
    place: Place | None = None
    product: Product | None = None


@tool(Permission.REPORTS_READ)
def explain_change(ctx: Context, args: ExplainChange) -> ToolResult:
    """Tell why a figure rose or fell: how much of the change came from which channel, courier, ...

    For "why did sales drop last week", "RTO kyun badha", "what changed in NDR rate this month":
    takes the difference between two spans apart by channel, payment, product, courier, state or
    what was asked, so that the parts add up to the change exactly. For the figures themselves
    prefer business_summary or run_report.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None, "the argument has a default"
    found = reports.explain_change(
        ctx, args.metric, period,
        compared_with=facts.resolved(ctx, args.compared_with),
        dimensions=(args.dimension,) if args.dimension else (),
        filters=_filters(ctx, args),
    )  # fmt: skip
    tables = tuple(_split_table(ctx, found, split) for split in found.splits[:_TOLD_SPLITS])
    chart = _split_chart(ctx, found)
    return ToolResult(
        facts=_explanation_facts(ctx, found, args),
        says=_why(ctx, found),
        cards=(chart, *tables) if chart else tables,
    )


def _by_time(metric: ReportMetric, period: Span) -> Dimension:
    if metric in (ReportMetric.STOCK_UNITS, ReportMetric.STOCK_VALUE):
        return Dimension.CATEGORY
    if period.days > 120:
        return Dimension.MONTH
    return Dimension.DAY if period.days <= 31 else Dimension.WEEK


def _filters(ctx: Context, args: RunReport | ExplainChange) -> Filters:
    warehouse = args.warehouse if isinstance(args, RunReport) else None
    return Filters(
        channel=args.channel,
        payment=args.payment,
        courier=parcels.find_courier(args.courier) if args.courier else None,
        place=args.place,
        product=args.product,
        warehouse_id=inventory.find_warehouse(ctx, warehouse).id if warehouse else None,
        reason=args.reason if isinstance(args, RunReport) else None,
    )


def _filter_facts(args: RunReport | ExplainChange) -> dict[str, Any]:
    named = {"channel", "payment", "courier", "place", "product", "warehouse", "reason"}
    return args.model_dump(mode="json", include=named, exclude_none=True)


def _of_what(ctx: Context, args: RunReport | ExplainChange) -> str:
    """Return what the rows were narrowed to, in words; `none` for nothing."""
    reason = args.reason if isinstance(args, RunReport) else None
    warehouse = args.warehouse if isinstance(args, RunReport) else None
    said = [
        ctx.say(f"sales-channel-{args.channel}") if args.channel else "",
        ctx.say(f"payment-kind-{args.payment}") if args.payment else "",
        ctx.say(f"courier-type-{parcels.find_courier(args.courier)}") if args.courier else "",
        ctx.say(f"ndr-reason-{reason}") if reason else "",
        args.place or "", args.product or "", warehouse or "",
    ]  # fmt: skip
    return ", ".join(part for part in said if part) or "none"


# What a report says.


def _title(ctx: Context, report: Report, args: RunReport) -> str:
    return ctx.say(
        "reports-report-title",
        metric=ctx.say(f"reports-metric-{report.measure.name}"),
        dimension=ctx.say(f"reports-by-{report.dimensions[0]}"),
        second=ctx.say(f"reports-by-{report.dimensions[1]}")
        if len(report.dimensions) > 1
        else "none",
        what=_of_what(ctx, args),
    )


def _says(ctx: Context, report: Report, args: RunReport) -> str:
    measure = report.measure
    told = [row for row in report.rows if figure(measure, row.total) is not None]
    if not told or not (report.total.above or report.total.below):
        return ctx.say(
            "reports-report-empty", title=_title(ctx, report, args), days=_days(ctx, report)
        )
    most = max(told, key=lambda row: (_enough(report, row), figure(measure, row.total) or 0))
    least = min(told, key=lambda row: (not _enough(report, row), figure(measure, row.total) or 0))
    is_sum = measure.below is None
    share = most.total.above / report.total.above if is_sum and report.total.above else None
    return ctx.say(
        "reports-report",
        title=_title(ctx, report, args),
        days=_days(ctx, report),
        total=figures.figure_written(ctx, measure, report.total),
        change=_change(ctx, report) or "none",
        kind="sum" if is_sum else "share",
        most=_key(ctx, report, most),
        most_value=figures.figure_written(ctx, measure, most.total),
        share=figures.written(ctx, Unit.SHARE, share)
        if share is not None and not report.overlaps
        else "none",
        # The least of the rows that are shown is not the least of all.
        least="none" if least is most or report.rows_left_out else _key(ctx, report, least),
        least_value=figures.figure_written(ctx, measure, least.total),
        open="none"
        if report.open_share is None
        else figures.written(ctx, Unit.SHARE, report.open_share),
    )


def _enough(report: Report, row: ReportRow) -> bool:
    return row.total.below >= report.few_below


def _days(ctx: Context, report: Report) -> str:
    if report.measure.source.value == "stock":
        return ctx.say("reports-now")
    return figures.days_in_words(ctx, report.period)


def _change(ctx: Context, report: Report) -> str:
    if report.total_before is None:
        return ""
    measure = report.measure
    now, before = figure(measure, report.total), figure(measure, report.total_before)
    return figures.change(ctx, measure.unit, now, before)


def _key(ctx: Context, report: Report, row: ReportRow) -> str:
    return figures.key_written(ctx, report.measure, report.dimensions[0], row.key)


# What a report shows.


def _table(ctx: Context, report: Report, args: RunReport) -> TableCard:
    measure, rows = report.measure, list(report.rows)
    if report.others is not None:
        rows.append(report.others)
    has_before = any(row.before is not None for row in rows)
    columns = [Column(label=ctx.say(f"reports-by-{report.dimensions[0]}"))]
    columns += [
        _number_column(figures.short_key(ctx, measure, report.dimensions[1], column))
        for column in report.columns
    ]
    columns.append(
        _number_column(
            ctx.say("reports-total")
            if report.columns
            else ctx.say(f"reports-metric-{measure.name}")
        )
    )
    if measure.below is not None:
        columns.append(_number_column(ctx.say("reports-column-of")))
    elif _has_shares(report):
        columns.append(_number_column(ctx.say("reports-column-share")))
    if has_before:
        columns += [
            _number_column(ctx.say("reports-column-before")),
            _number_column(ctx.say("reports-column-change")),
        ]
    return TableCard(
        title=_title(ctx, report, args),
        columns=tuple(columns),
        rows=(
            *(_row(ctx, report, row, has_before=has_before) for row in rows),
            _total_row(ctx, report, has_before=has_before),
        ),
        taps=_taps(ctx, report, args),
        note=_note(ctx, report),
        buttons=tuple(_further(ctx, report, args)),
    )


def _number_column(label: str) -> Column:
    return Column(label=label, align="end")


def _has_shares(report: Report) -> bool:
    """Tell whether shares of the total say anything: of sums that add up."""
    return (
        report.measure.below is None
        and report.measure.adds_up
        and not report.overlaps
        and report.total.above > 0
        and report.dimensions[0] not in _TIMES
    )


def _row(ctx: Context, report: Report, row: ReportRow, *, has_before: bool) -> tuple[str, ...]:
    label = (
        ctx.say("reports-others", count=report.rows_left_out)
        if row is report.others
        else _key(ctx, report, row)
    )
    return _written_row(ctx, report, label, row.total, row.cells, row.before, has_before=has_before)


def _total_row(ctx: Context, report: Report, *, has_before: bool) -> tuple[str, ...]:
    lists = [*report.rows, *([report.others] if report.others else [])]
    # A column's own total follows from its rows only where each thing stands in one of them.
    cells: Sequence[Sum | None] = [
        None if report.overlaps else sum((row.cells[i] for row in lists), start=Sum())
        for i in range(len(report.columns))
    ]
    return _written_row(
        ctx, report, ctx.say("reports-total"), report.total, cells, report.total_before,
        has_before=has_before,
    )  # fmt: skip


def _written_row(
    ctx: Context,
    report: Report,
    label: str,
    total: Sum,
    cells: Sequence[Sum | None],
    before: Sum | None,
    *,
    has_before: bool,
) -> tuple[str, ...]:
    measure = report.measure
    told = [label]
    told += ["" if c is None else figures.figure_written(ctx, measure, c) for c in cells]
    told.append(figures.figure_written(ctx, measure, total))
    if measure.below is not None:
        told.append(figures.written(ctx, Unit.COUNT, total.below) if _counts(measure) else "")
    elif _has_shares(report):
        told.append(figures.written(ctx, Unit.SHARE, total.above / report.total.above))
    if has_before:
        now = figure(measure, total)
        then = None if before is None else figure(measure, before)
        told += [
            figures.written(ctx, measure.unit, then),
            figures.change(ctx, measure.unit, now, then),
        ]
    return tuple(told)


def _counts(measure: Measure) -> bool:
    """Tell whether what is divided by is a number of rows, not money."""
    return measure.name is not ReportMetric.MARGIN_RATE


def _note(ctx: Context, report: Report) -> str:
    notes = [
        ctx.say(f"reports-meaning-{report.measure.name}"),
        ctx.say("reports-note-overlaps") if report.overlaps else "",
        ctx.say("reports-note-few", count=report.few_below) if report.few_below else "",
        ""
        if report.open_share is None
        else ctx.say("reports-not-final", open=figures.written(ctx, Unit.SHARE, report.open_share)),
        ""
        if report.rows_left_out == 0 or report.others
        else ctx.say("reports-note-more", count=report.rows_left_out),
    ]
    return " ".join([_days_sentence(ctx, report), *(note for note in notes if note)])


def _days_sentence(ctx: Context, report: Report) -> str:
    before = report.compared_with
    return ctx.say(
        "reports-note-days",
        days=_days(ctx, report),
        before="none" if before is None else figures.days_in_words(ctx, before),
    )


def _taps(ctx: Context, report: Report, args: RunReport) -> tuple[Button, ...]:
    """Return what pressing each row shows, where a list has exactly its rows; else nothing."""
    found = [_tap(ctx, report, args, row) for row in report.rows]
    whole = [button for button in found if button is not None]
    return tuple(whole) if len(whole) == len(found) else ()


def _tap(ctx: Context, report: Report, args: RunReport, row: ReportRow) -> Button | None:
    rows = reports.ROWS.get(report.measure.above)
    if rows is None or not row.key.value:
        return None
    narrowed = _filter_facts(args)
    arguments: dict[str, Any] = {"period": figures.lasting(report.period)}
    chosen: dict[str, StrEnum | None]
    match rows:
        case OrderRows():
            tool_name, known = "find_orders", {"channel", "payment", "place", "product"}
            chosen = {"status": rows.status, "payment": rows.payment}
            if args.product and report.measure.unit is Unit.MONEY:
                return None  # Told line by line, not order by order.
        case ParcelRows():
            tool_name, known = "list_parcels", {"payment", "courier", "place"}
            chosen = {"by": rows.by, "outcome": rows.outcome, "payment": rows.payment}
    own = _as_filter(report, row)
    if own is None:
        return None
    of_parcels = tool_name == "list_parcels"
    if of_parcels and args.payment not in (None, PaymentKind.COD, PaymentKind.PREPAID):
        return None
    for name, value in (*narrowed.items(), *own.items()):
        if name not in known | {"period"} or (name in arguments and name != "period"):
            return None
        arguments[name] = value
    for name, word in chosen.items():
        if word is not None:
            if arguments.get(name, word.value) != word.value:
                return None
            arguments[name] = word.value
    label = _key(ctx, report, row)
    return Button(
        label=label,
        says=ctx.say(
            "reports-row-says",
            metric=ctx.say(f"reports-metric-{report.measure.name}"),
            what=label,
        ),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )


def _as_filter(report: Report, row: ReportRow) -> dict[str, str] | None:
    """Return the argument of a list that chooses a row's rows, where one does so exactly."""
    key = row.key.value
    match report.dimensions[0]:
        case Dimension.CHANNEL:
            return {"channel": key}
        case Dimension.PAYMENT:
            return {"payment": key}
        case Dimension.COURIER:
            return {"courier": key}
        case Dimension.PINCODE:
            return {"place": key}
        case Dimension.DAY:
            return {"period": key}
        case Dimension.WEEK | Dimension.MONTH:
            return {"period": _days_of(report, date.fromisoformat(key))}
        case _:
            return None


def _days_of(report: Report, first: date) -> str:
    """Return the days of a week or month that lie in the report's period."""
    if report.dimensions[0] is Dimension.WEEK:
        last = first + timedelta(days=6)
    else:
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    days = (max(first, report.period.first_day), min(last, report.period.last_day))
    return f"{days[0]}/{days[1]}"


def _further(ctx: Context, report: Report, args: RunReport) -> list[Button]:
    """Return what to ask next: the rows left out, and why the figure moved."""
    buttons = []
    narrowed = _filter_facts(args)
    if report.rows_left_out and args.limit < 50:
        arguments = args.model_dump(mode="json", exclude_none=True) | {"limit": 50}
        buttons.append(_call(ctx, "more", "run_report", arguments))
    is_told = report.measure.adds_up and report.measure.source.value not in ("stock", "cohorts")
    known = set(ExplainChange.model_fields)
    if is_told and report.period.name != "all_time" and set(narrowed) <= known:
        arguments = {
            "metric": report.measure.name.value, "period": figures.lasting(report.period),
            **narrowed,
        }  # fmt: skip
        buttons.append(_call(ctx, "why", "explain_change", arguments))
    return buttons


def _call(ctx: Context, name: str, tool_name: str, arguments: dict[str, Any]) -> Button:
    return Button(
        label=ctx.say(f"reports-button-{name}"),
        says=ctx.say(
            f"reports-button-{name}-says",
            metric=ctx.say(f"reports-metric-{arguments['metric']}"),
        ),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )


# What a report draws.


def _chart(ctx: Context, report: Report, args: RunReport) -> ChartCard | None:
    if args.chart is ChartShape.NONE or len(report.rows) < 2:
        return None
    measure = report.measure
    shape = _shape(report, args.chart)
    labels = tuple(
        figures.short_key(ctx, measure, report.dimensions[0], row.key) for row in report.rows
    )
    series = _series(ctx, report)
    if shape == "heatmap":
        labels, series = _turned(labels, series)
    return ChartCard(
        title=_title(ctx, report, args),
        shape=shape,
        unit=measure.unit.value,
        currency=ctx.currency,
        labels=labels,
        series=series,
        alt=_says(ctx, report, args),
    )


def _shape(
    report: Report, wanted: ChartShape | None
) -> Literal["line", "bar", "stacked_bar", "area", "pie", "heatmap"]:
    """Return the shape asked for where the figures allow it, else the one that fits them."""
    adds_up = report.measure.below is None and report.measure.adds_up
    in_time = report.dimensions[0] in (Dimension.DAY, Dimension.WEEK, Dimension.MONTH)
    match wanted:
        case ChartShape.LINE:
            return "line"
        case ChartShape.BAR:
            return "bar"
        case ChartShape.AREA if adds_up:
            return "area"
        case ChartShape.STACKED_BAR if adds_up:
            return "stacked_bar"
        case ChartShape.PIE if adds_up and not report.columns and len(report.rows) <= _MOST_SLICES:
            return "pie"
        case ChartShape.HEATMAP if report.columns:
            return "heatmap"
    if report.columns:
        if all(dimension in _CLOCK for dimension in report.dimensions):
            return "heatmap"
        if in_time:
            return "area" if adds_up else "line"
        return "stacked_bar" if adds_up and not report.overlaps else "heatmap"
    return "line" if in_time else "bar"


def _series(ctx: Context, report: Report) -> tuple[Series, ...]:
    measure, unit = report.measure, report.measure.unit

    def value(found: Sum) -> float | None:
        return figures.drawn(ctx, unit, figure(measure, found))

    if report.columns:
        return tuple(
            Series(
                name=figures.short_key(ctx, measure, report.dimensions[1], column),
                values=tuple(value(row.cells[place]) for row in report.rows),
            )
            for place, column in enumerate(report.columns)
        )
    name = ctx.say(f"reports-metric-{measure.name}")
    series = [Series(name=name, values=tuple(value(row.total) for row in report.rows))]
    if any(row.before is not None for row in report.rows):
        before = tuple(value(row.before or Sum()) for row in report.rows)
        series.append(Series(name=ctx.say("reports-column-before"), values=before))
    return tuple(series)


def _turned(
    labels: tuple[str, ...], series: tuple[Series, ...]
) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """Return a table turned round: a heatmap's rows are the report's rows."""
    turned = tuple(
        Series(name=label, values=tuple(one.values[place] for one in series))
        for place, label in enumerate(labels)
    )
    return tuple(one.name for one in series), turned


# What a report tells a model.


def _report_facts(ctx: Context, report: Report, args: RunReport) -> dict[str, Any]:
    measure = report.measure
    lists = [*report.rows, *([report.others] if report.others else [])]
    before = report.total_before
    return {
        "metric": measure.name.value,
        "unit": figures.UNITS[measure.unit],
        "by": [dimension.value for dimension in report.dimensions],
        "period": facts.days_of(report.period),
        "compared_with": facts.days_of(report.compared_with),
        "filters": _filter_facts(args),
        "total": _sum_facts(ctx, measure, report.total),
        "total_before": None if before is None else _sum_facts(ctx, measure, before),
        "rows": [_row_facts(ctx, report, row) for row in lists],
        "rows_left_out": report.rows_left_out,
        "rows_overlap": report.overlaps,
        "share_still_on_the_way": None
        if report.open_share is None
        else round(report.open_share, 4),
        "definitions": reports.VERSION,
    }


def _sum_facts(ctx: Context, measure: Measure, found: Sum) -> dict[str, Any]:
    told: dict[str, Any] = {"value": figures.plain(ctx, measure.unit, figure(measure, found))}
    if measure.below is not None:
        told["of"] = found.below
    return told


def _row_facts(ctx: Context, report: Report, row: ReportRow) -> dict[str, Any]:
    measure, first = report.measure, report.dimensions[0]
    is_others = row is report.others
    told = {
        first.value: "others" if is_others else figures.key_facts(ctx, measure, first, row.key),
        **_sum_facts(ctx, measure, row.total),
    }
    if row.before is not None:
        told["before"] = figures.plain(ctx, measure.unit, figure(measure, row.before))
    if report.columns:
        second = report.dimensions[1]
        told["columns"] = {
            str(figures.key_facts(ctx, measure, second, column)): figures.plain(
                ctx, measure.unit, figure(measure, cell)
            )
            for column, cell in zip(report.columns, row.cells, strict=True)
        }
    return told


# Who comes back.


def _retained(ctx: Context, args: RunReport) -> ToolResult:
    period = facts.resolved(ctx, args.period or "last_12_months")
    assert period is not None, "there is a default"
    found = reports.retention(ctx, period)
    months = max((len(cohort.active) for cohort in found.cohorts), default=0)
    by_month = [ctx.say("reports-month-since", months=number) for number in range(months)]
    rows = [_cohort_row(ctx, found, index, months) for index in range(len(found.cohorts))]
    average = [figures.written(ctx, Unit.SHARE, share) for share in found.average]
    first = figures.written(ctx, Unit.SHARE, found.average[1]) if len(average) > 1 else "none"
    says = ctx.say(
        "reports-retention",
        count=sum(cohort.customers for cohort in found.cohorts),
        first=first,
        days=figures.days_in_words(ctx, period),
    )
    title = ctx.say("reports-metric-retention")
    table = TableCard(
        title=title,
        columns=(
            Column(label=ctx.say("reports-by-cohort")),
            _number_column(ctx.say("reports-metric-customers")),
            *(_number_column(label) for label in by_month),
        ),
        rows=(
            *rows,
            (ctx.say("reports-average"), "", *average, *[""] * (months - len(average))),
        ),
        note=facts.as_of(ctx, ctx.say("reports-meaning-retention"), found.at),
    )
    chart = ChartCard(
        title=title, shape="heatmap", unit="share", labels=tuple(by_month), alt=says,
        series=tuple(
            Series(
                name=_month(ctx, cohort.month),
                values=tuple(count / cohort.customers for count in cohort.active)
                + (None,) * (months - len(cohort.active)),
            )
            for cohort in found.cohorts
        ),
    )  # fmt: skip
    return ToolResult(
        facts={
            "metric": "retention",
            "period": facts.days_of(period),
            "cohorts": [
                {"month": c.month, "customers": c.customers, "active": list(c.active)}
                for c in found.cohorts
            ],
            "average": [round(share, 4) for share in found.average],
            "last_month_of_each_row_is_not_over": True,
        },
        says=says,
        cards=(chart, table) if found.cohorts else (),
    )


def _cohort_row(ctx: Context, found: Retention, index: int, months: int) -> tuple[str, ...]:
    cohort = found.cohorts[index]
    last = len(cohort.active) - 1
    is_running = last < months and cohort.active and last < 12
    told = []
    for age, count in enumerate(cohort.active):
        share = figures.written(ctx, Unit.SHARE, count / cohort.customers)
        told.append(
            ctx.say("reports-unfinished", share=share) if is_running and age == last else share
        )
    customers = figures.written(ctx, Unit.COUNT, cohort.customers)
    return (_month(ctx, cohort.month), customers, *told, *[""] * (months - len(told)))


def _month(ctx: Context, month: str) -> str:
    measure = MEASURES[ReportMetric.RETENTION]
    return figures.key_written(ctx, measure, Dimension.COHORT, reports.ReportKey(value=month))


# Why a figure changed.


def _why(ctx: Context, found: Explanation) -> str:
    measure = found.measure
    now, before = figure(measure, found.now), figure(measure, found.before)
    moved = figures.change(ctx, measure.unit, now, before)
    split = next((s for s in found.splits if s.contributions), None)
    parts = [] if split is None else _told_parts(found, split)
    return ctx.say(
        "reports-why",
        metric=ctx.say(f"reports-metric-{measure.name}"),
        days=figures.days_in_words(ctx, found.period),
        before_days=figures.days_in_words(ctx, found.compared_with),
        now=figures.written(ctx, measure.unit, now),
        before=figures.written(ctx, measure.unit, before),
        change=moved or "none",
        dimension="none"
        if split is None or not parts
        else ctx.say(f"reports-by-{split.dimension}"),
        parts=", ".join(
            ctx.say(
                "reports-why-part",
                what=figures.key_written(ctx, measure, split.dimension, part.key),
                part=figures.signed(ctx, measure.unit, part.points),
            )
            for part in parts
        )
        if split is not None
        else "",
    )


def _told_parts(found: Explanation, split: Split) -> list[Contribution]:
    """Return the parts worth a sentence: the largest, as long as each is a tenth of the largest."""
    moved = [part for part in split.contributions if part.points]
    return [p for p in moved[:3] if abs(p.points) >= abs(moved[0].points) / 10]


def _split_table(ctx: Context, found: Explanation, split: Split) -> TableCard:
    measure, dimension = found.measure, split.dimension
    is_share = measure.below is not None
    labels = ["before", "now", "part", *(["rate", "mix"] if is_share else [])]
    shown = split.contributions[:8]
    rest = split.contributions[8:]

    def row(label: str, parts: Sequence[Contribution]) -> tuple[str, ...]:
        now = sum((part.now for part in parts), start=Sum())
        before = sum((part.before for part in parts), start=Sum())
        told = [
            label,
            figures.figure_written(ctx, measure, before),
            figures.figure_written(ctx, measure, now),
            figures.signed(ctx, measure.unit, sum(part.points for part in parts)),
        ]
        if is_share:
            told += [
                figures.signed(ctx, measure.unit, sum(part.rate for part in parts)),
                figures.signed(ctx, measure.unit, sum(part.mix for part in parts)),
            ]
        return tuple(told)

    rows = [row(figures.key_written(ctx, measure, dimension, p.key), [p]) for p in shown]
    if rest:
        rows.append(row(ctx.say("reports-others", count=len(rest)), rest))
    rows.append(row(ctx.say("reports-total"), split.contributions))
    return TableCard(
        title=ctx.say(
            "reports-why-title",
            metric=ctx.say(f"reports-metric-{measure.name}"),
            dimension=ctx.say(f"reports-by-{dimension}"),
        ),
        columns=(
            Column(label=ctx.say(f"reports-by-{dimension}")),
            *(_number_column(ctx.say(f"reports-why-column-{name}")) for name in labels),
        ),
        rows=tuple(rows),
        note=ctx.say("reports-why-note", kind="share" if is_share else "sum"),
    )


def _split_chart(ctx: Context, found: Explanation) -> ChartCard | None:
    """Draw what each part of the dimension that tells most did."""
    split = next((s for s in found.splits if s.contributions), None)
    if split is None or len(split.contributions) < 2:
        return None
    measure, shown = found.measure, split.contributions[:10]
    return ChartCard(
        title=ctx.say(
            "reports-why-title",
            metric=ctx.say(f"reports-metric-{measure.name}"),
            dimension=ctx.say(f"reports-by-{split.dimension}"),
        ),
        shape="bar",
        unit=measure.unit.value,
        currency=ctx.currency,
        labels=tuple(figures.short_key(ctx, measure, split.dimension, part.key) for part in shown),
        series=(
            Series(
                name=ctx.say("reports-why-column-part"),
                values=tuple(figures.drawn(ctx, measure.unit, part.points) for part in shown),
            ),
        ),
        alt=_why(ctx, found),
    )


def _explanation_facts(ctx: Context, found: Explanation, args: ExplainChange) -> dict[str, Any]:
    measure = found.measure
    now, before = figure(measure, found.now), figure(measure, found.before)
    return {
        "metric": measure.name.value,
        "unit": figures.UNITS[measure.unit],
        "period": facts.days_of(found.period),
        "compared_with": {
            **(facts.days_of(found.compared_with) or {}),
            "until": facts.moment(ctx, found.compared_until),
        },
        "filters": _filter_facts(args),
        "now": figures.plain(ctx, measure.unit, now),
        "before": figures.plain(ctx, measure.unit, before),
        "change": None
        if now is None or before is None
        else figures.plain(ctx, measure.unit, now - before),
        "splits": [
            {
                "by": split.dimension.value,
                "parts": [
                    {
                        split.dimension.value: figures.key_facts(
                            ctx, measure, split.dimension, part.key
                        ),
                        "now": figures.plain(ctx, measure.unit, figure(measure, part.now)),
                        "before": figures.plain(ctx, measure.unit, figure(measure, part.before)),
                        "did": figures.plain(ctx, measure.unit, part.points),
                        "by_its_own_rate": figures.plain(ctx, measure.unit, part.rate),
                        "by_the_mix": figures.plain(ctx, measure.unit, part.mix),
                    }
                    for part in split.contributions[:10]
                ],
            }
            for split in found.splits
        ],
        "definitions": reports.VERSION,
    }
