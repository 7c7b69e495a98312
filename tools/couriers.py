"""Couriers in chat: how each does with our parcels."""

from typing import Any

from commerce.access import Permission
from commerce.context import Context
from commerce.periods import Period as Days
from commerce.reports import MetricName
from commerce.reports.couriers import FEW_PARCELS, CourierFigures
from commerce.reports.couriers import courier_performance as performance
from commerce.words import write_percent
from tools import facts
from tools.arguments import Kind, Period, Place
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap

_RATES = (
    MetricName.DELIVERY_SUCCESS,
    MetricName.FIRST_ATTEMPT_RATE,
    MetricName.NDR_RATE,
    MetricName.RTO_RATE,
)


class CourierPerformance(Arguments):
    """For which days, and where to; without a place everywhere."""

    period: Period = "last_30_days"
    place: Place | None = None


@tool(Permission.PARCELS_READ)
def courier_performance(ctx: Context, args: CourierPerformance) -> ToolResult:
    """Compare couriers: sent, delivered, first attempt, NDR rate, RTO rate, days to deliver.

    Of parcels sent in the period (the last 30 days unless told), to a city, state or pincode where
    one is named. Shares carry the number they are of; fewer than 30 parcels say little. For parcels
    that are late now prefer late_parcels; for figures of the whole shop business_summary.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None
    found = performance(ctx, period, place=args.place)
    return ToolResult(
        facts={
            "period": facts.days_of(period),
            "place": args.place,
            "few_parcels": FEW_PARCELS,
            "couriers": [_facts(figures) for figures in found],
        },
        says=_says(ctx, period, args.place, found),
        cards=(_table(ctx, period, args.place, found),) if found else (),
        mentions=tuple(
            Mention(
                kind=Kind.COURIER, id=f.courier.value, label=ctx.say(f"courier-type-{f.courier}")
            )
            for f in found
        ),
    )


def _facts(figures: CourierFigures) -> dict[str, Any]:
    counts = figures.counts
    return {
        "courier": figures.courier.value,
        "sent": counts.cohort,
        "delivered": counts.cohort_delivered,
        "rto": counts.cohort_rto,
        "went_out": counts.went_out,
        **{
            name.value: None if (share := figures.share(name)) is None else round(share, 4)
            for name in _RATES
        },
        "of": {name.value: figures.parts(name)[1] for name in _RATES},
        "median_days_to_deliver": figures.median_days,
        "share_still_on_the_way": (
            None if counts.open_share is None else round(counts.open_share, 4)
        ),
        "few": figures.is_few,
    }


def _says(ctx: Context, period: Days, place: str | None, found: tuple[CourierFigures, ...]) -> str:
    """Return who carried the most, and between whom the share that came back differs."""
    told = [f for f in found if not f.is_few and f.share(MetricName.RTO_RATE) is not None]
    told.sort(key=lambda f: f.share(MetricName.RTO_RATE) or 0.0)
    best, worst = (told[0], told[-1]) if len(told) > 1 else (None, None)
    return ctx.say(
        "courier-says",
        couriers=len(found),
        sent=sum(figures.counts.cohort for figures in found),
        place=place or "none",
        first=period.first_day,
        last=period.last_day,
        most=_name(ctx, found[0]) if found else "none",
        most_sent=found[0].counts.cohort if found else 0,
        best=_name(ctx, best) if best else "none",
        best_rate=_rate(ctx, best),
        worst=_name(ctx, worst) if worst else "none",
        worst_rate=_rate(ctx, worst),
        few=sum(figures.is_few for figures in found),
        limit=FEW_PARCELS,
    )


def _name(ctx: Context, figures: CourierFigures) -> str:
    return ctx.say(f"courier-type-{figures.courier}")


def _rate(ctx: Context, figures: CourierFigures | None) -> str:
    share = figures.share(MetricName.RTO_RATE) if figures else None
    return "" if share is None else write_percent(share, ctx.language)


def _table(
    ctx: Context, period: Days, place: str | None, found: tuple[CourierFigures, ...]
) -> TableCard:
    columns = ("sent", "delivered", "first", "ndr", "rto", "days")
    return TableCard(
        title=ctx.say(
            "courier-title", first=period.first_day, last=period.last_day, place=place or "none"
        ),
        columns=(
            Column(label=ctx.say("courier-column-courier")),
            *(Column(label=ctx.say(f"courier-column-{name}"), align="end") for name in columns),
        ),
        rows=tuple(_row(ctx, figures) for figures in found),
        taps=tuple(_button(ctx, figures) for figures in found),
        note=ctx.say(
            "courier-note",
            limit=FEW_PARCELS,
            few=", ".join(_name(ctx, f) for f in found if f.is_few) or "none",
        ),
    )


def _row(ctx: Context, figures: CourierFigures) -> tuple[str, ...]:
    shares = (MetricName.FIRST_ATTEMPT_RATE, MetricName.NDR_RATE, MetricName.RTO_RATE)
    return (
        _name(ctx, figures),
        ctx.say("courier-number", number=figures.counts.cohort),
        ctx.say("courier-number", number=figures.counts.cohort_delivered),
        *(_share(ctx, figures, name) for name in shares),
        ""
        if figures.median_days is None
        else ctx.say("courier-number", number=figures.median_days),
    )


def _share(ctx: Context, figures: CourierFigures, name: MetricName) -> str:
    share, (_, below) = figures.share(name), figures.parts(name)
    if share is None:
        return ctx.say("courier-nothing")
    return ctx.say("courier-share", share=write_percent(share, ctx.language), of=below)


def _button(ctx: Context, figures: CourierFigures) -> Button:
    return Button(
        label=ctx.say("courier-button-late"),
        says=ctx.say("courier-button-late-says", courier=_name(ctx, figures)),
        tap=Tap(kind="call", tool="late_parcels", arguments={"courier": figures.courier.value}),
    )
