"""Service levels in chat: what is late or will be, how they were kept, couriers' scorecards."""

from datetime import datetime, timedelta
from typing import Any

from commerce import parcels, sla
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.sla import Breaches, Due, Kept, Likely, Scorecard, Share, SlaKind, SlaStanding
from commerce.vocabulary import NdrStatus, OrderStatus, SalesChannel
from commerce.words import write_percent
from tools import facts
from tools.arguments import Courier, Kind, Limit, Period
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import (
    Button,
    ChartCard,
    Column,
    Metric,
    MetricsCard,
    Series,
    TableCard,
    Tap,
)

_KINDS = {
    SlaKind.DISPATCH: Kind.ORDER, SlaKind.DELIVERY: Kind.PARCEL, SlaKind.NDR_ACTION: Kind.PARCEL,
}  # fmt: skip


class SlaBreaches(Arguments):
    """Which open things. What is left out does not matter."""

    level: SlaKind | None = None
    status: SlaStanding = SlaStanding.BOTH
    courier: Courier | None = None
    channel: SalesChannel | None = None
    limit: Limit = 10


@tool(Permission.ORDERS_READ)
def sla_breaches(ctx: Context, args: SlaBreaches) -> ToolResult:
    """Show which orders, parcels, failed deliveries and waiting customers break an SLA or may soon.

    For "SLA breaches", "what is about to breach", "kaunse order SLA todne wale hain", "dispatch SLA
    late". Each row has its next action. With the chance to be late where enough alike tell. For
    parcels late by the courier's promise alone late_parcels does as well; for how levels were kept
    over days prefer sla_report.
    """
    found = sla.find_breaches(
        ctx, kind=args.level, standing=args.status, limit=args.limit, channel=args.channel,
        courier=parcels.find_courier(args.courier) if args.courier else None,
    )  # fmt: skip
    return ToolResult(
        facts={
            "now": {
                one.kind.value: {
                    "breached": one.breached, "at_risk": one.at_risk,
                    "breached_rupees": facts.rupees(one.value),
                }
                for one in found.counted
            },
            "shown": [_due_facts(ctx, due) for due in found.shown],
        },
        says=_breaches_say(ctx, found),
        cards=(_counts(ctx, found), *_due_table(ctx, found)),
        mentions=tuple(
            Mention(kind=_KINDS[due.kind], id=due.subject, label=due.subject)
            for due in found.shown if due.kind in _KINDS
        ),
    )  # fmt: skip


def _breaches_say(ctx: Context, found: Breaches) -> str:
    late = sum(one.breached for one in found.counted)
    worst = max(found.counted, key=lambda one: one.breached, default=None)
    return ctx.say(
        "sla-says", late=late, soon=sum(one.at_risk for one in found.counted),
        value=Money(sum(one.value.minor for one in found.counted), ctx.currency),
        worst=ctx.say(f"sla-kind-{worst.kind}") if worst and worst.breached else "none",
        worst_count=worst.breached if worst else 0,
    )  # fmt: skip


def _counts(ctx: Context, found: Breaches) -> MetricsCard:
    return MetricsCard(
        title=ctx.say("sla-now-title"),
        period=ctx.say("ndr-moment", at=ctx.local(ctx.now)),
        metrics=tuple(
            Metric(
                label=ctx.say(f"sla-kind-{one.kind}"),
                value=ctx.say("sla-late-count", count=one.breached),
                change=ctx.say("sla-soon-count", count=one.at_risk) if one.at_risk else "",
                tone="bad" if one.breached else "warn" if one.at_risk else "good",
                meaning=ctx.say(f"sla-meaning-{one.kind}"),
                rows=_only(ctx, one.kind) if one.breached or one.at_risk else None,
            )
            for one in found.counted
        ),
    )


def _only(ctx: Context, kind: SlaKind) -> Button:
    return Button(
        label=ctx.say("sla-button-rows"),
        says=ctx.say("sla-button-rows-says", kind=ctx.say(f"sla-kind-{kind}")),
        tap=Tap(kind="call", tool="sla_breaches", arguments={"level": kind.value, "limit": 50}),
    )


def _due_table(ctx: Context, found: Breaches) -> tuple[TableCard, ...]:
    if not found.shown:
        return ()
    names = ("subject", "level", "place", "courier", "next")
    ends = ("due", "value", "chance")
    table = TableCard(
        title=ctx.say("sla-table-title"),
        columns=(
            *(Column(label=ctx.say(f"sla-column-{name}")) for name in names),
            *(Column(label=ctx.say(f"sla-column-{name}"), align="end") for name in ends),
        ),
        rows=tuple(_due_row(ctx, due) for due in found.shown),
        taps=tuple(_next_action(ctx, due) for due in found.shown),
        note=ctx.say("sla-table-note", few=sla.FEW),
    )
    return (table,)


def _due_row(ctx: Context, due: Due) -> tuple[str, ...]:
    return (
        due.subject,
        ctx.say(f"sla-kind-{due.kind}"),
        due.place or due.name,
        ctx.say(f"courier-type-{due.courier}") if due.courier else "",
        _next_action(ctx, due).label,
        _left(ctx, due.due_at - ctx.now),
        ctx.say("agents-money", amount=due.value) if due.value else "",
        _chance(ctx, due.likely) if not due.is_breached else ctx.say("sla-is-late"),
    )


def _left(ctx: Context, left: timedelta) -> str:
    hours = abs(left.total_seconds()) / 3600
    unit, number = ("days", round(hours / 24)) if hours >= 48 else ("hours", round(hours))
    if hours < 1:
        unit, number = "minutes", round(hours * 60)
    return ctx.say(
        "sla-left", side="late" if left < timedelta() else "left", unit=unit, number=number
    )


def _chance(ctx: Context, likely: Likely | None) -> str:
    if likely is None:
        return ""
    return ctx.say("sla-chance", share=write_percent(likely.chance, ctx.language), n=likely.n)


def _next_action(ctx: Context, due: Due) -> Button:
    """Return what to do about one late thing."""
    arguments: dict[str, Any]
    match due.kind:
        case SlaKind.DISPATCH if due.status == OrderStatus.PENDING:
            name, arguments = "confirm_order", {"order": due.subject}
        case SlaKind.DISPATCH:
            name, arguments = "show_order", {"order": due.subject}
        case SlaKind.DELIVERY:
            name, arguments = "track_parcel", {"parcel": due.subject}
        case SlaKind.NDR_ACTION if due.status == NdrStatus.OPEN:
            name, arguments = "assign_ndr", {"parcel": due.subject}
        case SlaKind.NDR_ACTION:
            name, arguments = "advise_on_ndr", {"parcel": due.subject}
        case SlaKind.FIRST_RESPONSE:
            name, arguments = "take_over", {"customer": due.subject}
    return Button(
        label=ctx.say(f"sla-do-{name}"),
        says=ctx.say(f"sla-do-{name}-says", subject=due.subject),
        tap=Tap(kind="call", tool=name, arguments=arguments),
    )


def _due_facts(ctx: Context, due: Due) -> dict[str, Any]:
    return {
        "level": due.kind.value, "subject": due.subject, "order": due.order_number or None,
        "customer": due.name, "place": due.place or None,
        "courier": due.courier.value if due.courier else None,
        "channel": due.channel.value if due.channel else None,
        "due_at": facts.moment(ctx, due.due_at), "breached": due.is_breached,
        "value_rupees": facts.rupees(due.value) if due.value else None,
        "chance_to_breach": round(due.likely.chance, 4) if due.likely else None,
        "chance_rests_on": due.likely.n if due.likely else None,
        "penalty_rupees": facts.rupees(due.penalty) if due.penalty else None,
    }  # fmt: skip


# -- how levels were kept ------------------------------------------------------------------------


class SlaReport(Arguments):
    """Of which days, and which level; without one all."""

    period: Period = "last_30_days"
    level: SlaKind | None = None


@tool(Permission.REPORTS_READ)
def sla_report(ctx: Context, args: SlaReport) -> ToolResult:
    """Show the SLA definitions and how they were kept: share in time, hours taken, penalties.

    By channel and courier, of the last 30 days unless told, a quarter at most. For "SLA performance
    last month", "what are our SLAs", "how many dispatches were on time", "penalty kitni lagi". For
    what is late right now prefer sla_breaches; for couriers beside each other courier_scorecard.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None
    period = sla.lately(period)
    counted = sla.performance(ctx, period, args.level)
    found = counted.value
    due, kept = sum(one.due for one in found), sum(one.kept for one in found)
    penalty = Money(sum(one.penalty.minor for one in found), ctx.currency)
    return ToolResult(
        facts={
            "period": facts.days_of(period), "due": due, "kept": kept,
            "penalty_rupees": facts.rupees(penalty),
            "levels": [_kept_facts(one) for one in found],
        },
        says=ctx.say(
            "sla-report-says", first=period.first_day, last=period.last_day, due=due,
            share=write_percent(kept / due, ctx.language) if due else "none",
            penalty=penalty if penalty.minor else "none",
        ),
        cards=(
            (_kept_table(ctx, found, counted.at), _kept_chart(ctx, found)) if found else ()
        ),
    )  # fmt: skip


def _kept_facts(one: Kept) -> dict[str, Any]:
    span = one.term.span
    return {
        "level": one.kind.value,
        "channel": one.channel.value if one.channel else None,
        "courier": one.courier.value if one.courier else None,
        "minutes_allowed": None if span is None else round(span.total_seconds() / 60),
        "clock": one.term.clock.value,
        "due": one.due,
        "kept": one.kept,
        "share": None if one.share is None else round(one.share, 4),
        "low": round(one.low, 4),
        "high": round(one.high, 4),
        "median_hours": one.median_hours,
        "p90_hours": one.slow_hours,
        "penalty_rupees": facts.rupees(one.penalty),
    }


def _kept_table(ctx: Context, found: tuple[Kept, ...], at: datetime) -> TableCard:
    ends = ("allowed", "due-count", "kept", "median", "slow", "penalty")
    return TableCard(
        title=ctx.say("sla-report-title"),
        columns=(
            Column(label=ctx.say("sla-column-level")),
            Column(label=ctx.say("sla-column-whose")),
            *(Column(label=ctx.say(f"sla-column-{name}"), align="end") for name in ends),
        ),
        rows=tuple(_kept_row(ctx, one) for one in found),
        note=facts.as_of(ctx, ctx.say("sla-report-note"), at),
    )


def _kept_row(ctx: Context, one: Kept) -> tuple[str, ...]:
    return (
        ctx.say(f"sla-kind-{one.kind}"),
        _whose(ctx, one),
        _allowed(ctx, one),
        ctx.say("agents-number", number=one.due),
        ctx.say(
            "sla-kept", share=write_percent(one.share or 0.0, ctx.language),
            low=write_percent(one.low, ctx.language), high=write_percent(one.high, ctx.language),
        ),
        _hours(ctx, one.median_hours),
        _hours(ctx, one.slow_hours),
        ctx.say("agents-money", amount=one.penalty) if one.penalty.minor else "",
    )  # fmt: skip


def _whose(ctx: Context, one: Kept) -> str:
    if one.courier is not None:
        return ctx.say(f"courier-type-{one.courier}")
    return ctx.say(f"sales-channel-{one.channel}") if one.channel else ""


def _allowed(ctx: Context, one: Kept) -> str:
    if one.term.span is None:
        return ctx.say("sla-as-promised", kind=one.kind.value)
    return span_said(ctx, round(one.term.span.total_seconds() / 60), one.term.clock.value)


def span_said(ctx: Context, minutes: int | None, clock: str) -> str:
    """Return a length of time and the clock it is counted by."""
    if minutes is None:
        return ctx.say("sla-as-promised", kind="delivery")
    unit, number = ("hours", minutes / 60) if minutes >= 60 else ("minutes", float(minutes))
    return ctx.say("sla-span", unit=unit, number=round(number, 1), clock=clock)


def _hours(ctx: Context, hours: float | None) -> str:
    return "" if hours is None else ctx.say("sla-hours", hours=hours)


def _kept_chart(ctx: Context, found: tuple[Kept, ...]) -> ChartCard:
    labels = tuple(
        ctx.say("sla-bar", kind=ctx.say(f"sla-kind-{one.kind}"), whose=_whose(ctx, one) or "none")
        for one in found
    )
    title = ctx.say("sla-chart-title")
    return ChartCard(
        title=title, shape="bar", unit="share", currency=ctx.currency, labels=labels, alt=title,
        series=(Series(name=title, values=tuple(one.share for one in found)),),
    )  # fmt: skip


# -- couriers ------------------------------------------------------------------------------------


class CourierScorecard(Arguments):
    """Of which days; with a courier its lanes by state."""

    period: Period = "last_30_days"
    courier: Courier | None = None


@tool(Permission.REPORTS_READ)
def courier_scorecard(ctx: Context, args: CourierScorecard) -> ToolResult:
    """Grade couriers: on time, first attempt, NDR, RTO, fake attempts, days p50 and p90, with rank.

    For "courier scorecard", "which courier is the best", "rank couriers", "Delhivery ka report
    card". With a courier its lanes, state by state. Shares have their 95 % interval; who carried
    few is not ranked. For plain rates, or of one city, prefer courier_performance; for parcels late
    now late_parcels.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None
    period = sla.lately(period)
    courier = parcels.find_courier(args.courier) if args.courier else None
    found = sla.lanes(ctx, period, courier) if courier else sla.scorecards(ctx, period)
    best = next((one for one in found if one.rank == 1), None)
    ranked = [one for one in found if one.rank]
    return ToolResult(
        facts={
            "period": facts.days_of(period), "few_parcels": sla.FEW,
            "courier": courier.value if courier else None,
            "cards": [_card_facts(one) for one in found],
        },
        says=ctx.say(
            "sla-scorecard-says", first=period.first_day, last=period.last_day, count=len(found),
            courier=ctx.say(f"courier-type-{courier}") if courier else "none",
            best=ctx.say(f"courier-type-{best.courier}") if best else "none",
            best_share=_value(ctx, best.on_time) if best else "",
            worst=ctx.say(f"courier-type-{ranked[-1].courier}") if len(ranked) > 1 else "none",
            worst_share=_value(ctx, ranked[-1].on_time) if ranked else "",
        ),
        cards=(_score_table(ctx, found), _score_chart(ctx, found)) if found else (),
        mentions=tuple(_mention(ctx, one) for one in (found[:1] if courier else found)),
    )  # fmt: skip


def _mention(ctx: Context, one: Scorecard) -> Mention:
    label = ctx.say(f"courier-type-{one.courier}")
    return Mention(kind=Kind.COURIER, id=one.courier.value, label=label)


def _score_table(ctx: Context, found: tuple[Scorecard, ...]) -> TableCard:
    ends = ("sent", "on-time", "first", "ndr", "rto", "fake", "days", "owed")
    return TableCard(
        title=ctx.say("sla-scorecard-title"),
        columns=(
            Column(label=ctx.say("sla-column-courier")),
            *(Column(label=ctx.say(f"sla-column-{name}"), align="end") for name in ends),
        ),
        rows=tuple(_score_row(ctx, one) for one in found),
        taps=tuple(_lanes_of(ctx, one) for one in found),
        note=ctx.say("sla-scorecard-note", few=sla.FEW),
    )


def _score_row(ctx: Context, one: Scorecard) -> tuple[str, ...]:
    name = ctx.say(f"courier-type-{one.courier}")
    return (
        ctx.say("sla-ranked", name=one.lane or name, rank=one.rank or "none"),
        ctx.say("agents-number", number=one.sent),
        _of(ctx, one.on_time),
        _of(ctx, one.first_attempt),
        _of(ctx, one.ndr),
        _of(ctx, one.rto),
        _of(ctx, one.fake),
        ctx.say("sla-days", usual=one.days_p50, slow=one.days_p90) if one.days_p50 else "",
        ctx.say("agents-money", amount=one.owed) if one.owed else "",
    )


def _value(ctx: Context, one: Share) -> str:
    return "" if one.value is None else write_percent(one.value, ctx.language)


def _of(ctx: Context, one: Share) -> str:
    if one.value is None:
        return ""
    return ctx.say(
        "sla-share", share=_value(ctx, one), n=one.n,
        low=write_percent(one.low, ctx.language), high=write_percent(one.high, ctx.language),
    )  # fmt: skip


def _lanes_of(ctx: Context, one: Scorecard) -> Button:
    if one.lane:
        return Button(
            label=ctx.say("sla-button-lane"),
            says=ctx.say("sla-button-lane-says", place=one.lane),
            tap=Tap(kind="call", tool="courier_performance", arguments={"place": one.lane}),
        )
    return Button(
        label=ctx.say("sla-button-lanes"),
        says=ctx.say("sla-button-lanes-says", courier=ctx.say(f"courier-type-{one.courier}")),
        tap=Tap(kind="call", tool="courier_scorecard", arguments={"courier": one.courier.value}),
    )


def _score_chart(ctx: Context, found: tuple[Scorecard, ...]) -> ChartCard:
    title = ctx.say("sla-scorecard-chart")
    return ChartCard(
        title=title, shape="bar", unit="share", currency=ctx.currency, alt=title,
        labels=tuple(one.lane or ctx.say(f"courier-type-{one.courier}") for one in found),
        series=(
            Series(
                name=ctx.say("sla-column-on-time"), values=tuple(o.on_time.value for o in found)
            ),
            Series(
                name=ctx.say("sla-column-first"),
                values=tuple(one.first_attempt.value for one in found),
            ),
        ),
    )  # fmt: skip


def _card_facts(one: Scorecard) -> dict[str, Any]:
    shares = {
        "on_time": one.on_time, "first_attempt": one.first_attempt, "ndr": one.ndr,
        "rto": one.rto, "fake_attempts": one.fake,
    }  # fmt: skip
    return {
        "courier": one.courier.value,
        "lane": one.lane or None,
        "rank": one.rank,
        "sent": one.sent,
        "days_p50": one.days_p50,
        "days_p90": one.days_p90,
        "owed_rupees": facts.rupees(one.owed) if one.owed else None,
        **{
            name: {
                "share": None if share.value is None else round(share.value, 4),
                "of": share.n, "low": round(share.low, 4), "high": round(share.high, 4),
            }
            for name, share in shares.items()
        },
    }  # fmt: skip
