"""Risk of orders in chat: why one is risky, which are, and what is done about them."""

from typing import Annotated, Any

from pydantic import Field

from commerce import risk
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.risk import Assessment, Basis, Level, RiskDecision
from commerce.risk.queries import OPEN
from commerce.scoring import Reason
from commerce.vocabulary import PaymentMethod
from tools import facts
from tools.arguments import Kind, Order, Period
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import (
    Button,
    Card,
    ChartCard,
    Column,
    Difference,
    Metric,
    MetricsCard,
    TableCard,
    Tap,
)
from tools.reasons import Reasons, waterfall

_MOST_REASONS = 6
_MOST_ROWS = 20
_TONES = {Level.LOW: "good", Level.MIDDLE: "warn", Level.HIGH: "bad"}

MinScore = Annotated[
    int,
    Kind.PERCENT,
    Field(ge=1, le=100, description="Least risk that counts, from 1 to 100; 30 if not said."),
]


class ExplainRisk(Arguments):
    """Which order."""

    order: Order


@tool(Permission.ORDERS_READ)
def explain_risk(ctx: Context, args: ExplainRisk) -> ToolResult:
    """Tell how risky one order is, such as 1042: a score of 0 to 100, why, and what would lower it.

    For fraud or RTO risk of an order before it goes out, and for "why is it risky?". For a list of
    risky orders prefer risky_orders; for a parcel that failed to be delivered advise_on_ndr.
    """
    found = risk.assess(ctx, args.order)
    return ToolResult(
        facts=_facts(ctx, found),
        says=_says(ctx, found),
        cards=_cards(ctx, found),
        mentions=(Mention(kind=Kind.ORDER, id=found.number, label=found.number),),
    )


class RiskyOrders(Arguments):
    """Placed when, and how risky at least."""

    period: Period = "last_7_days"
    min_score: MinScore = 30


@tool(Permission.ORDERS_READ)
def risky_orders(ctx: Context, args: RiskyOrders) -> ToolResult:
    """List open orders that may come back (RTO) or are suspicious, the riskiest first.

    Orders that no courier has yet, by when they were placed. For why one of them is risky prefer
    explain_risk; for orders by status or value find_orders.
    """
    period = facts.resolved(ctx, args.period)
    assert period is not None, "There is a period by default."
    found = risk.risky(ctx, period, at_least=args.min_score / 100, most=_MOST_ROWS)
    cards: tuple[Card, ...] = (_list(ctx, found.orders),) if found.orders else ()
    return ToolResult(
        facts={
            "period": facts.days_of(period),
            "min_score": args.min_score,
            "looked_at": found.looked_at,
            "count": found.count,
            "at_stake_rupees": facts.rupees(found.at_stake),
            "orders": [_short_facts(ctx, one) for one in found.orders],
        },
        says=ctx.say(
            "risk-list", count=found.count, looked=found.looked_at, least=args.min_score,
            worth=found.at_stake, first=period.first_day,
            last=period.last_day,
        ),
        cards=cards,
        mentions=tuple(
            Mention(kind=Kind.ORDER, id=one.number, label=one.number) for one in found.orders
        ),
    )  # fmt: skip


class ReviewOrder(Arguments):
    """Which order, and what is done about it."""

    order: Order
    decision: RiskDecision


def _preview(ctx: Context, args: ReviewOrder) -> Preview:
    change = risk.plan_review(ctx, args.order, args.decision)
    return Preview(
        title=ctx.say(f"risk-plan-{args.decision}", number=change.subject),
        differences=_differences(ctx, change),
        change=change,
    )


@tool(Permission.ORDERS_WRITE, effect=Effect.WRITE, preview=_preview, undo=risk.undo_review)
def review_order(ctx: Context, args: ReviewOrder) -> ToolResult:
    """Decide about a risky order, such as 1042: let it through, mark it, verify, hold, cancel.

    Approve lets it go on, and brings back one that the shop's own rule cancelled since yesterday;
    Flag notes it; Verify holds it until address and phone are confirmed; AskPrepaid sends a payment
    link in place of COD; Hold and Cancel as hold_order and cancel_order do, which are to be
    preferred where nobody speaks of risk.
    """
    change = risk.review(ctx, args.order, args.decision)
    return ToolResult(
        facts={
            "order": change.subject,
            "decision": args.decision.value,
            "before": change.before,
            "after": change.after,
        },
        says=ctx.say(f"risk-done-{args.decision}", number=change.subject),
        mentions=(Mention(kind=Kind.ORDER, id=change.subject, label=change.subject),),
        change=change,
    )


def _differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    shown = ("status", "hold_reason", "cancel_reason", "note")
    return tuple(
        Difference(
            label=ctx.say(f"risk-line-{name}"),
            before=_told(ctx, name, change.before.get(name)),
            after=_told(ctx, name, change.after.get(name)),
        )
        for name in shown
        if name in change.after and change.after.get(name) != change.before.get(name)
    )


def _told(ctx: Context, name: str, value: Any) -> str:
    if name == "status" and value:
        return ctx.say(f"order-status-{value}")
    return str(value or "–")


def _says(ctx: Context, found: Assessment) -> str:
    raising = [reason for reason in found.score.reasons if reason.points > 0] or list(
        found.score.reasons
    )
    said = [
        ctx.say(
            "risk-explained", number=found.number, total=found.total, customer=found.customer,
            score=_points(found.score.value), base=_points(found.score.base),
            level=ctx.say(f"risk-level-{found.level}"),
            why="; ".join(_words(ctx, found, reason) for reason in raising[:2]),
        ),
        *_remedies(ctx, found),
    ]  # fmt: skip
    return " ".join(said)


def _remedies(ctx: Context, found: Assessment) -> list[str]:
    now = _points(found.score.value)
    return [
        ctx.say(f"risk-remedy-{remedy}", score=_points(value), now=now)
        for remedy, value in found.remedies.items()
        if _points(value) < now
    ]


def _words(ctx: Context, found: Assessment, reason: Reason) -> str:
    """Return a reason as people say it."""
    value = reason.value
    number = value if isinstance(value, float) else 0.0
    basis = found.bases.get(reason.feature, Basis(came_back=0, n=0))
    return ctx.say(
        f"risk-reason-{reason.feature}",
        value=int(number) if float(number).is_integer() else number,
        text=_kind(ctx, reason.feature, str(value or "–")),
        amount=Money(round(number * 100), found.total.currency),
        share=_percent(number),
        days=round(number),
        n=basis.n,
        hits=basis.came_back,
    )


def _kind(ctx: Context, feature: str, value: str) -> str:
    return ctx.say(f"sales-channel-{value}") if feature == "channel" and value != "–" else value


def _percent(value: float) -> str:
    return f"{value:.0%}"


def _points(chance: float) -> int:
    return round(100 * chance)


def _cards(ctx: Context, found: Assessment) -> tuple[Card, ...]:
    worth, rest = risk.told(found.score, _MOST_REASONS)
    labels = [_words(ctx, found, reason) for reason in worth]
    points = [reason.points for reason in worth]
    title = ctx.say("risk-reasons-title", number=found.number, score=_points(found.score.value))
    rows = [(ctx.say("risk-average"), _signed(found.score.base, sign=False))]
    rows += [(label, _signed(point)) for label, point in zip(labels, points, strict=True)]
    rows.append((ctx.say("risk-rest"), _signed(rest)))
    table = TableCard(
        title=title,
        columns=(
            Column(label=ctx.say("risk-column-reason")),
            Column(label=ctx.say("risk-column-points"), align="end"),
        ),
        rows=tuple(rows),
        note=" ".join((*_remedies(ctx, found),
                       ctx.say("risk-note-bounded", **{"from": _points(found.asks_from)}))),
        buttons=_buttons(ctx, found),
    )  # fmt: skip
    metric = Metric(
        label=ctx.say("risk-column-score"), value=f"{_points(found.score.value)}/100",
        tone=_TONES[found.level],
        meaning=ctx.say(f"risk-level-{found.level}"),
    )  # fmt: skip
    head = MetricsCard(title=found.number, period=str(found.customer), metrics=(metric,))
    return (head, table, _picture(ctx, found))


def _picture(ctx: Context, found: Assessment) -> ChartCard:
    """Return the reasons as steps from the average of all orders to this one."""
    reasons = Reasons(
        unit="share",
        start=(ctx.say("why-average"), found.score.base),
        parts=[(_words(ctx, found, reason), reason.points) for reason in found.score.reasons],
        end=(ctx.say("why-this-order"), found.score.value),
    )
    title = ctx.say("risk-reasons-title", number=found.number, score=_points(found.score.value))
    return waterfall(ctx, title, reasons)


def _signed(share: float, *, sign: bool = True) -> str:
    return f"{100 * share:+.1f}" if sign else f"{100 * share:.1f}"


def _buttons(ctx: Context, found: Assessment) -> tuple[Button, ...]:
    if found.status not in OPEN or not ctx.actor.may(Permission.ORDERS_WRITE):
        return ()
    decisions = {"verify": RiskDecision.VERIFY, "approve": RiskDecision.APPROVE}
    if found.payment is PaymentMethod.COD:
        decisions = {"ask": RiskDecision.ASK_PREPAID, **decisions}
    return tuple(
        Button(
            label=ctx.say(f"risk-button-{name}"),
            says=ctx.say(f"risk-button-{name}-says", number=found.number),
            tap=Tap(
                kind="call", tool="review_order",
                arguments={"order": found.number, "decision": decision.value},
            ),
        )
        for name, decision in decisions.items()
    )  # fmt: skip


def _list(ctx: Context, found: tuple[Assessment, ...]) -> TableCard:
    names = ("order", "score", "value", "customer", "why")
    return TableCard(
        title=ctx.say("risk-list-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"risk-column-{name}"),
                align="end" if name in ("score", "value") else "start",
            )
            for name in names
        ),
        rows=tuple(
            (
                one.number, str(_points(one.score.value)),
                ctx.say("order-amount", amount=one.total), f"{one.customer}, {one.city}",
                _words(ctx, one, one.score.reasons[0]),
            )
            for one in found
        ),
        taps=tuple(
            Button(
                label=ctx.say("risk-button-why"),
                says=ctx.say("risk-button-why-says", number=one.number),
                tap=Tap(kind="call", tool="explain_risk", arguments={"order": one.number}),
            )
            for one in found
        ),
    )  # fmt: skip


def _short_facts(ctx: Context, found: Assessment) -> dict[str, Any]:
    return {
        "number": found.number,
        "score": _points(found.score.value),
        "level": found.level.value,
        "total_rupees": facts.rupees(found.total),
        "payment_method": found.payment.value,
        "customer": found.customer,
        "city": found.city,
        "mostly": _words(ctx, found, found.score.reasons[0]),
    }


def _facts(ctx: Context, found: Assessment) -> dict[str, Any]:
    worth, rest = risk.told(found.score, _MOST_REASONS)
    return {
        **_short_facts(ctx, found),
        "chance": round(found.score.value, 4),
        "base": round(found.score.base, 4),
        "asking_pays_from": round(found.asks_from, 4),
        "version": found.score.version,
        "reasons": [
            {
                "reason": reason.feature,
                "says": _words(ctx, found, reason),
                "points": round(reason.points, 4),
                "of": found.bases[reason.feature].n if reason.feature in found.bases else None,
            }
            for reason in worth
        ],
        "everything_else": round(rest, 4),
        "why": _picture(ctx, found).alt,
        "would_be": {remedy.value: round(value, 4) for remedy, value in found.remedies.items()},
    }
