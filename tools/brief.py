"""The morning brief, and profit and loss."""

from collections.abc import Mapping
from typing import Any

from commerce import brief, reports
from commerce.access import Permission
from commerce.brief import Matter, MatterKind
from commerce.context import Context
from commerce.reports import ProfitAndLoss
from tools import facts
from tools.arguments import Period
from tools.base import Arguments, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap

_OPENS: Mapping[MatterKind, tuple[str, dict[str, Any]]] = {
    MatterKind.PARCELS_DUE: ("list_ndr", {"status": "due_today", "sort": "worth"}),
    MatterKind.PARCELS_NOBODYS: ("list_ndr", {"status": "unassigned", "sort": "worth"}),
    MatterKind.PARCELS_LATE: ("late_parcels", {}),
    MatterKind.ORDERS_RISKY: ("risky_orders", {"period": "last_7_days"}),
    MatterKind.STOCK_OUT: ("low_stock", {"days": 7}),
    MatterKind.ALERTS: ("list_alerts", {}),
    MatterKind.APPROVALS: ("list_approvals", {}),
}


class MorningBrief(Arguments):
    """Nothing to say."""


@tool(Permission.ORDERS_READ)
def morning_brief(ctx: Context, args: MorningBrief) -> ToolResult:
    """Tell what matters now, at most five things by rupees and urgency, each with its next step.

    For "morning brief", "aaj kya karna hai", "what needs my attention". For the figures of a day
    prefer business_summary; for one list of these prefer that list.
    """
    found = brief.brief(ctx)
    return ToolResult(
        facts={
            "count": len(found.matters),
            "more": found.more,
            "matters": [
                {
                    "what": one.kind.value,
                    "count": one.count,
                    "value_rupees": facts.rupees(one.value),
                    "late": one.late,
                }
                for one in found.matters
            ],
        },
        says=ctx.say("brief-says", count=len(found.matters)),
        cards=(_table(ctx, found.matters),) if found.matters else (),
    )


def _table(ctx: Context, matters: tuple[Matter, ...]) -> TableCard:
    return TableCard(
        title=ctx.say("brief-title"),
        columns=(
            Column(label=ctx.say("brief-column-what")),
            Column(label=ctx.say("brief-column-value"), align="end"),
        ),
        rows=tuple((_line(ctx, one), _value(ctx, one)) for one in matters),
        taps=tuple(_button(ctx, one) for one in matters),
        buttons=tuple(_button(ctx, one) for one in matters[:3]),
    )


def _line(ctx: Context, one: Matter) -> str:
    return ctx.say(f"brief-{one.kind.value}", count=one.count, late=one.late)


def _value(ctx: Context, one: Matter) -> str:
    return ctx.say("brief-value", value=one.value) if one.value.minor else "–"


def _button(ctx: Context, one: Matter) -> Button:
    name, given = _OPENS[one.kind]
    label = ctx.say(f"brief-open-{one.kind.value}")
    return Button(label=label, says=label, tap=Tap(kind="call", tool=name, arguments=given))


class ProfitOf(Arguments):
    """Of when."""

    period: Period = "last_week"


@tool(Permission.REPORTS_READ)
def profit_and_loss(ctx: Context, args: ProfitOf) -> ToolResult:
    """Tell profit and loss of a period: sales, what came back, refunds, GST, goods, fees, freight.

    For "P&L last week", "munafa kitna hua", "profit this month". What is not recorded here
    (advertising, salaries, rent) is not in it, and is said. For one figure by channel or product
    prefer run_report.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None, "there is a default"
    found = reports.profit_and_loss(ctx, period)
    return ToolResult(
        facts={
            "period": facts.days_of(period),
            "orders": found.orders,
            "came_back": found.came_back,
            **{f"{name}_rupees": facts.rupees(getattr(found, name)) for name in _LINES},
            "profit_rupees": facts.rupees(found.profit),
            "cost_unknown_share": round(found.unknown, 4),
        },
        says=ctx.say(
            "profit-says", profit=found.profit, sales=found.sales, orders=found.orders,
            first=period.first_day, last=period.last_day, unknown=round(100 * found.unknown),
        ),
        cards=(_sheet(ctx, found),),
    )  # fmt: skip


_LINES = ("sales", "returned", "refunds", "gst", "goods", "commission", "shipping")


def _sheet(ctx: Context, found: ProfitAndLoss) -> TableCard:
    rows = [
        (ctx.say(f"profit-line-{name}"), ctx.say("profit-amount", amount=getattr(found, name)))
        for name in _LINES
    ]
    rows.append((ctx.say("profit-line-profit"), ctx.say("profit-amount", amount=found.profit)))
    return TableCard(
        title=ctx.say("profit-title", first=found.period.first_day, last=found.period.last_day),
        columns=(
            Column(label=ctx.say("profit-column-what")),
            Column(label=ctx.say("profit-column-amount"), align="end"),
        ),
        rows=tuple(rows),
        note=ctx.say("profit-note", unknown=round(100 * found.unknown)),
    )
