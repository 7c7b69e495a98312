"""Reports in chat: how the business does."""

from enum import StrEnum
from typing import Any, Literal, assert_never

from babel.dates import format_date

from commerce import reports, words
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.orders import OrderSort
from commerce.reports import (
    Definition,
    Figure,
    MetricName,
    OrderRows,
    ParcelRows,
    ReportMetric,
    Summary,
    Trend,
    Unit,
)
from tools import facts, figures
from tools.arguments import Period
from tools.base import Arguments, ToolResult, tool
from tools.cards import Button, ChartCard, Metric, MetricsCard, Series, Tap

_TOLD = (MetricName.ORDERS, MetricName.REVENUE, MetricName.AOV, MetricName.NDR_RATE)


class BusinessSummary(Arguments):
    """Which period."""

    period: Period = "today"


@tool(Permission.REPORTS_READ)
def business_summary(ctx: Context, args: BusinessSummary) -> ToolResult:
    """Sum up how the business did in a period: orders, revenue, AOV, COD, deliveries, NDR, RTO.

    For "how are sales today", "aaj ka hisaab", "last month's report", "what is my RTO rate", each
    figure beside the span before. Today by default. For the orders themselves prefer find_orders.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None, "the argument has a default"
    summary = reports.business_summary(ctx, period)
    return ToolResult(
        facts=_facts(ctx, summary),
        says=_says(ctx, summary),
        cards=(
            MetricsCard(
                title=ctx.say("reports-title"),
                period=_span(ctx, summary),
                metrics=tuple(_metric(ctx, summary, figure) for figure in summary.figures),
            ),
            _chart(ctx, summary.trend),
        ),
    )


def _facts(ctx: Context, summary: Summary) -> dict[str, Any]:
    open_share = summary.counts.open_share
    return {
        "period": facts.days_of(summary.period),
        "compared_with": {
            **(facts.days_of(summary.previous) or {}),
            "until": facts.moment(ctx, summary.previous_until),
        },
        "metrics": {
            figure.definition.name.value: {
                "value": figures.plain(ctx, figure.definition.unit, figure.value),
                "previous": figures.plain(ctx, figure.definition.unit, figure.previous),
                "unit": figures.UNITS[figure.definition.unit],
                "formula": figure.definition.formula,
                "rows": _count_of_rows(summary, figure),
            }
            for figure in summary.figures
        },
        "parcels_sent": summary.counts.cohort,
        "share_still_on_the_way": None if open_share is None else round(open_share, 4),
        "final": summary.is_final,
        "definitions": reports.VERSION,
    }


def _count_of_rows(summary: Summary, figure: Figure) -> int:
    """Return how many rows its button lists; of money, the orders whose totals it adds up."""
    is_money = figure.definition.unit is Unit.MONEY
    return summary.counts.kept_orders if is_money else figure.numerator


def _says(ctx: Context, summary: Summary) -> str:
    by_name = {figure.definition.name: figure for figure in summary.figures}
    told = {
        name.value: figures.written(ctx, by_name[name].definition.unit, by_name[name].value)
        for name in (*_TOLD, MetricName.RTO_RATE)
    }
    open_share = summary.counts.open_share
    return ctx.say(
        "reports-summary",
        period=_period_name(summary),
        first=summary.period.first_day,
        last=summary.period.last_day,
        days=summary.period.days,
        count=summary.counts.orders,
        change=_change(ctx, by_name[MetricName.REVENUE]) or "none",
        open="none"
        if summary.is_final or open_share is None
        else figures.written(ctx, Unit.SHARE, open_share),
        **told,
    )


def _period_name(summary: Summary) -> str:
    return "all" if summary.period.name == "all_time" else summary.period.name


def _span(ctx: Context, summary: Summary) -> str:
    return ctx.say(
        "reports-span",
        days=summary.period.days,
        first=summary.period.first_day,
        last=summary.period.last_day,
        before=summary.previous.first_day,
        until=ctx.local(summary.previous_until)
        if summary.previous_until < summary.previous.end
        else summary.previous.last_day,
        name=_period_name(summary),
    )


def _metric(ctx: Context, summary: Summary, figure: Figure) -> Metric:
    name = figure.definition.name
    change = _change(ctx, figure)
    meaning = ctx.say(f"reports-meaning-{name}")
    open_share = summary.counts.open_share
    if figure.definition.is_cohort and not summary.is_final and open_share is not None:
        note = ctx.say("reports-not-final", open=figures.written(ctx, Unit.SHARE, open_share))
        meaning = f"{meaning} {note}"
    return Metric(
        label=ctx.say(f"reports-metric-{name}"),
        value=figures.written(ctx, figure.definition.unit, figure.value),
        change=change,
        tone=_tone(figure) if change else "plain",
        meaning=meaning,
        rows=_rows(ctx, summary, figure.definition),
        why=_why(ctx, summary, figure),
    )


def _why(ctx: Context, summary: Summary, figure: Figure) -> Button | None:
    """Return the button that takes a figure's change apart, where it moved and has parts."""
    moved, metric = _moved(figure), ReportMetric(figure.definition.name.value)
    if moved is None or abs(moved) < figures.STEADY or not reports.MEASURES[metric].adds_up:
        return None
    told = ctx.say(f"reports-metric-{metric}")
    return Button(
        label=ctx.say("reports-button-why-short"),
        says=ctx.say("reports-button-why-says", metric=told),
        tap=Tap(
            kind="call",
            tool="explain_change",
            arguments={"metric": metric.value, "period": figures.lasting(summary.period)},
        ),
    )


def _change(ctx: Context, figure: Figure) -> str:
    """Return the change against the span before; empty where there is nothing to compare with."""
    return figures.change(ctx, figure.definition.unit, figure.value, figure.previous)


def _moved(figure: Figure) -> float | None:
    """Return the change: of a share in shares, of anything else relative to what it was."""
    now, then = figure.value, figure.previous
    if now is None or then is None:
        return None
    if figure.definition.unit is Unit.SHARE:
        return now - then
    return (now - then) / then if then else None


def _tone(figure: Figure) -> Literal["good", "bad", "plain"]:
    change, better = _moved(figure), figure.definition.more_is_better
    if change is None or better is None or abs(change) < figures.STEADY:
        return "plain"
    return "good" if (change > 0) is better else "bad"


def _rows(ctx: Context, summary: Summary, definition: Definition) -> Button:
    """Return the button that lists exactly the rows that the figure's upper part counts."""
    counted = definition.formula.partition(" / ")[0]
    rows = reports.ROWS[counted]
    chosen: dict[str, StrEnum | None]
    match rows:
        case OrderRows():
            tool_name = "find_orders"
            chosen = {"status": rows.status, "payment": rows.payment}
            if definition.unit is Unit.MONEY:
                chosen["sort"] = OrderSort.LARGEST
        case ParcelRows():
            tool_name = "list_parcels"
            chosen = {"by": rows.by, "outcome": rows.outcome, "payment": rows.payment}
        case _:
            assert_never(rows)
    arguments = {name: word.value for name, word in chosen.items() if word is not None}
    return Button(
        label=ctx.say(f"reports-rows-{counted}"),
        says=ctx.say("reports-rows-says", metric=ctx.say(f"reports-metric-{definition.name}")),
        tap=Tap(
            kind="call",
            tool=tool_name,
            arguments=arguments | {"period": figures.lasting(summary.period)},
        ),
    )


def _chart(ctx: Context, trend: Trend) -> ChartCard:
    points = trend.points
    best = max(points, key=lambda point: point.revenue.minor)
    total = Money(sum(point.revenue.minor for point in points), ctx.currency)
    pattern = "MMM y" if trend.by_month else "d MMM"
    locale = words.LANGUAGES.get(ctx.language, words.LANGUAGES[words.FALLBACK])
    return ChartCard(
        title=ctx.say("reports-trend-title", by="month" if trend.by_month else "day"),
        shape="bar" if trend.by_month else "line",
        unit="money",
        currency=ctx.currency,
        labels=tuple(format_date(point.first_day, pattern, locale=locale) for point in points),
        series=(
            Series(
                name=ctx.say("reports-metric-revenue"),
                values=tuple(float(point.revenue.major) for point in points),
            ),
        ),
        alt=ctx.say(
            "reports-trend-alt",
            first=points[0].first_day,
            last=points[-1].first_day,
            total=total,
            most=best.revenue,
            day=best.first_day,
        ),
    )
