"""Forecasts in chat: what will sell, what revenue will come, and what to buy again."""

from typing import Any

from babel.dates import format_date

from commerce import words
from commerce.access import Permission
from commerce.context import Context
from commerce.inventory import planning
from commerce.inventory.planning import Outlook, Purchase, ReorderPlan
from commerce.money import Money
from tools import facts
from tools.arguments import Days, Kind, Product, Rupees
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, ChartCard, Column, Series, TableCard, Tap
from tools.reasons import Reasons, waterfall

_SHOWN = 15
"""Rows of a plan that are listed."""


class ForecastDemand(Arguments):
    """Of what, and how far ahead."""

    product: Product
    days: Days = 30


@tool(Permission.STOCK_READ)
def forecast_demand(ctx: Context, args: ForecastDemand) -> ToolResult:
    """Tell how many pieces of a product will sell in the next days (30 unless told), and why.

    "how many KRT-BLU-M will we sell next month", "kurti ki demand agle 2 hafte". With 80 and 95 %
    intervals, what moves it (weekdays, season, festivals, pace), and what is likely to come back.
    For what lies there now prefer check_stock, for what to buy plan_reorder, for money
    forecast_revenue.
    """
    told = planning.outlook(ctx, args.product, args.days)
    low, high = (round(end) for end in told.total80)
    return ToolResult(
        facts={
            "product": told.name, **_facts(told),
            "came_back_pieces": round(told.came_back, 1), "learnt_on": _learnt(ctx, told),
            "why": _picture(ctx, told, money=False).alt,
        },
        says=ctx.say(
            "demand-says", product=told.name, days=len(told.mean), pieces=round(told.total),
            low=low, high=high, back=round(told.came_back),
            why=_main_reason(ctx, told),
        ),
        cards=(
            _chart(ctx, told, ctx.say("demand-chart-title", product=told.name), "count"),
            _picture(ctx, told, money=False),
            _why(ctx, told, money=False),
        ),
        mentions=tuple(
            Mention(kind=Kind.PRODUCT, id=v.sku, label=v.title) for v in told.variants
        ),
    )  # fmt: skip


class ForecastRevenue(Arguments):
    """How far ahead."""

    days: Days = 30


@tool(Permission.REPORTS_READ)
def forecast_revenue(ctx: Context, args: ForecastRevenue) -> ToolResult:
    """Tell what revenue the next days (30 unless told) are likely to bring, and why.

    "expected sales next week", "agle mahine kitni kamai hogi". Before returns, with 80 and 95 %
    intervals. For what came in already prefer business_summary or run_report; for pieces of one
    product forecast_demand.
    """
    told = planning.revenue_ahead(ctx, args.days)
    return ToolResult(
        facts={
            **_facts(told), "unit": "rupees", "learnt_on": _learnt(ctx, told),
            "why": _picture(ctx, told, money=True).alt,
        },
        says=ctx.say(
            "demand-revenue-says", days=len(told.mean), amount=_money(ctx, told.total),
            low=_money(ctx, told.total80[0]), high=_money(ctx, told.total80[1]),
            why=_main_reason(ctx, told),
        ),
        cards=(
            _chart(ctx, told, ctx.say("demand-revenue-title"), "money"),
            _picture(ctx, told, money=True),
            _why(ctx, told, money=True),
        ),
    )  # fmt: skip


class PlanReorder(Arguments):
    """For how much money, and for how long it should last."""

    budget: Rupees | None = None
    days: Days = 30


@tool(Permission.STOCK_READ)
def plan_reorder(ctx: Context, args: PlanReorder) -> ToolResult:
    """List what to buy again now, how many, from whom and what it costs; within a budget if given.

    "what should I reorder with 50000", "kya mangwana hai". From forecasts less returns, lead times
    and their spread, suppliers' minimums, and the margin a stock-out would lose; lasts 30 days
    beyond the lead time unless told. Only a plan: it orders nothing. For what runs out without
    a plan prefer low_stock.
    """
    budget = None if args.budget is None else Money(round(args.budget * 100), ctx.currency)
    plan = planning.plan_reorder(ctx, budget=budget, days=args.days)
    first = plan.chosen[0].variant.title if plan.chosen else ""
    return ToolResult(
        facts={
            "count": len(plan.chosen), "cost_rupees": facts.rupees(plan.cost),
            "budget_rupees": None if budget is None else facts.rupees(budget),
            "left_out": len(plan.left_out), "days": plan.days,
            "no_supplier": [variant.sku for variant in plan.no_supplier],
            "shown": min(len(plan.chosen), _SHOWN),
            "variants": [_purchase_facts(p) for p in plan.chosen[:_SHOWN]],
        },
        says=ctx.say(
            "demand-reorder-says", count=len(plan.chosen), cost=plan.cost, first=first,
            left=len(plan.left_out), orphans=len(plan.no_supplier),
        ),
        cards=(_plan_table(ctx, plan),) if plan.chosen else (),
        mentions=tuple(
            Mention(kind=Kind.PRODUCT, id=p.variant.sku, label=p.variant.title)
            for p in plan.chosen[:_SHOWN]
        ),
    )  # fmt: skip


def _facts(told: Outlook) -> dict[str, Any]:
    return {
        "first_day": told.first_day.isoformat(), "last_day": told.last_day.isoformat(),
        "days": len(told.mean), "expected": round(told.total, 1),
        "low_80": round(told.total80[0], 1), "high_80": round(told.total80[1], 1),
        "low_95": round(told.total95[0], 1), "high_95": round(told.total95[1], 1),
        "usual": round(told.usual, 1),
        "reasons": {part: round(points, 2) for part, points in told.reasons},
        "by_day": [round(value, 2) for value in told.mean],
    }  # fmt: skip


def _learnt(ctx: Context, told: Outlook) -> str:
    return ctx.local(told.learnt_at).date().isoformat()


def _money(ctx: Context, rupees: float) -> Money:
    return Money(round(rupees) * 100, ctx.currency)


def _main_reason(ctx: Context, told: Outlook) -> str:
    """Return the key of the strongest reason; `none` where nothing moves it by a twentieth."""
    part, points = told.reasons[0]
    if abs(points) < 0.05 * max(told.usual, 1e-9):
        return "none"
    return f"{part}-{'up' if points > 0 else 'down'}"


def _chart(ctx: Context, told: Outlook, title: str, unit: Any) -> ChartCard:
    locale = words.LANGUAGES.get(ctx.language, words.LANGUAGES[words.FALLBACK])
    days = [told.first_day.fromordinal(told.first_day.toordinal() + k)
            for k in range(len(told.mean))]  # fmt: skip

    def drawn(key: str, values: tuple[float, ...]) -> Series:
        return Series(name=ctx.say(key), values=tuple(round(value, 2) for value in values))

    return ChartCard(
        title=title, shape="band", unit=unit, currency=ctx.currency,
        labels=tuple(format_date(day, "d MMM", locale=locale) for day in days),
        series=(
            drawn("demand-series-expected", told.mean), drawn("demand-series-low", told.low80),
            drawn("demand-series-high", told.high80),
        ),
        alt=ctx.say("demand-chart-alt", first=told.first_day, last=told.last_day),
    )  # fmt: skip


def _picture(ctx: Context, told: Outlook, *, money: bool) -> ChartCard:
    """Return what moves the forecast as steps from so many usual days to what is expected."""
    digits = 0 if money else 1
    parts = [
        (ctx.say(f"reason-demand-{part}"), round(points, digits)) for part, points in told.reasons
    ]
    reasons = Reasons(
        unit="money" if money else "count",
        start=(ctx.say("demand-usual", days=len(told.mean)), round(told.usual, digits)),
        parts=parts, end=(ctx.say("demand-total"), round(told.total, digits)),
    )  # fmt: skip
    return waterfall(ctx, ctx.say("demand-why-title"), reasons)


def _why(ctx: Context, told: Outlook, *, money: bool) -> TableCard:
    def written(value: float) -> str:
        if money:
            return ctx.say("demand-amount", amount=_money(ctx, value))
        return ctx.say("demand-number", number=round(value, 1))

    least = 0.005 * max(abs(told.total), told.usual)
    said = [(part, points) for part, points in told.reasons if abs(points) >= least]
    rest = sum(points for _, points in told.reasons) - sum(points for _, points in said)
    rows = [(ctx.say("demand-usual", days=len(told.mean)), written(told.usual))]
    rows += [(ctx.say(f"reason-demand-{part}"), written(points)) for part, points in said]
    if abs(rest) >= 0.05:
        rows.append((ctx.say("reason-demand-rest"), written(rest)))
    rows.append((ctx.say("demand-total"), written(told.total)))
    return TableCard(
        title=ctx.say("demand-why-title"),
        columns=(
            Column(label=ctx.say("demand-column-what")),
            Column(label=ctx.say("demand-column-adds"), align="end"),
        ),
        rows=tuple(rows), note=ctx.say("demand-note", on=ctx.local(told.learnt_at).date()),
    )  # fmt: skip


def _purchase_facts(purchase: Purchase) -> dict[str, Any]:
    return {
        "sku": purchase.variant.sku, "title": purchase.variant.title,
        "supplier": purchase.supplier, "free": purchase.free, "pieces": purchase.pieces,
        "cost_rupees": facts.rupees(purchase.cost), "per_day": round(purchase.per_day, 2),
        "lead_days": purchase.lead_days, "reorder_point": round(purchase.reorder_point, 1),
        "safety_stock": round(purchase.safety_stock, 1),
        "stock_out_risk": round(purchase.stock_out_risk, 3),
        "empty_on": purchase.empty_on.isoformat() if purchase.empty_on else None,
        "margin_saved_rupees": facts.rupees(purchase.saved),
    }  # fmt: skip


def _plan_table(ctx: Context, plan: ReorderPlan) -> TableCard:
    shown = plan.chosen[:_SHOWN]
    starts = ("sku", "title", "supplier")
    ends = ("free", "buy", "cost", "risk", "saved")
    return TableCard(
        title=ctx.say("demand-reorder-title"),
        columns=(
            *(Column(label=ctx.say(f"demand-column-{name}")) for name in starts),
            *(Column(label=ctx.say(f"demand-column-{name}"), align="end") for name in ends),
        ),
        rows=tuple(
            (
                p.variant.sku, p.variant.title, p.supplier,
                ctx.say("demand-number", number=p.free),
                ctx.say("demand-number", number=p.pieces),
                ctx.say("demand-amount", amount=p.cost),
                ctx.say("demand-share", percent=round(100 * p.stock_out_risk)),
                ctx.say("demand-amount", amount=p.saved),
            )
            for p in shown
        ),
        taps=tuple(
            Button(
                label=ctx.say("demand-button"),
                says=ctx.say("demand-button-says", sku=p.variant.sku),
                tap=Tap(
                    kind="call", tool="forecast_demand", arguments={"product": p.variant.sku}
                ),
            )
            for p in shown
        ),
        note=ctx.say(
            "demand-reorder-note", shown=len(shown), count=len(plan.chosen), days=plan.days
        ),
    )  # fmt: skip
