"""How customers stand, as facts, sentences and cards: segment, health, what they may still buy."""

from typing import Any

from commerce import words
from commerce.context import Context
from commerce.customers.standing import (
    BuyerKind,
    BuyerSort,
    CustomerStanding,
    RankedList,
    ranked,
)
from commerce.scoring import Reason, Score
from tools import facts
from tools.arguments import Kind
from tools.base import Mention, ToolResult
from tools.cards import Button, ChartCard, Column, Metric, MetricsCard, TableCard, Tap
from tools.cards import TextCard as Text
from tools.reasons import Reasons, waterfall

_TELLING = 0.005
"""Parts of a chance below this are told together."""


def standing_facts(found: CustomerStanding | None) -> dict[str, Any] | None:
    """Return how a customer stands as plain JSON; `None` where nothing is known."""
    if found is None:
        return None
    outlook = found.outlook
    return {
        "segment": found.segment.value,
        "recency": found.recency,
        "frequency": found.frequency,
        "money": found.money,
        "health": round(found.health.value, 1),
        "health_reasons": _reasons(found.health),
        "days_since_last_delivered_order": found.silence_days,
        "usual_gap_days": found.usual_gap_days,
        "win_back": found.win_back,
        "chance_to_stay_away": None if found.churn is None else round(found.churn.value, 4),
        "within_days": found.churn_days,
        "stay_away_average": None if found.churn is None else round(found.churn.base, 4),
        "stay_away_reasons": [] if found.churn is None else _reasons(found.churn),
        "chance_if_they_bought_today": None
        if found.churn_if_bought is None
        else round(found.churn_if_bought, 4),
        "next_12_months": None
        if outlook is None
        else {
            "still_customer": round(outlook.still_customer, 4),
            "orders": round(outlook.purchases, 2),
            "orders_between": [outlook.low, outlook.high],
            "worth_rupees": facts.rupees(outlook.worth),
            "next_order_by": None if outlook.next_on is None else outlook.next_on.isoformat(),
        },
    }


def standing_why(ctx: Context, found: CustomerStanding | None) -> str | None:
    """Return what makes up health and chance to stay away; `None` where nothing is known."""
    if found is None:
        return None
    away = () if found.churn is None else (_why(ctx, found, found.churn),)
    return "\n".join((_health_chart(ctx, found).alt, *away))


def standing_cards(
    ctx: Context, found: CustomerStanding | None
) -> tuple[MetricsCard | ChartCard | Text, ...]:
    """Return the cards of how a customer stands; none where nothing is known."""
    if found is None:
        return ()
    cards: list[MetricsCard | ChartCard | Text] = [_metrics(ctx, found), _health_chart(ctx, found)]
    if found.churn is not None:
        cards.append(Text(title=ctx.say("standing-why"), body=_why(ctx, found, found.churn)))
    return tuple(cards)


def ranked_result(ctx: Context, kind: BuyerKind | None, sort: BuyerSort, limit: int) -> ToolResult:
    """Return customers of a kind as the chat tells them."""
    found = ranked(ctx, kind=kind.value if kind else None, sort=sort.value, limit=limit)
    label = ctx.say(f"standing-kind-{kind.value}" if kind else "customer-all")
    first = found.shown[0][0].customer.name if found.shown else "none"
    return ToolResult(
        facts={
            "count": found.count,
            "spent_rupees": facts.rupees(found.spent),
            "segment": kind.value if kind else None,
            "sort": sort.value,
            "shown": len(found.shown),
            "customers": [
                {
                    "name": one.customer.name,
                    "last_order": one.last_order,
                    "delivered": one.history.delivered,
                    "rfm_segment": segment.value,
                    "chance_to_stay_away": None if away is None else round(away, 4),
                }
                for one, segment, away in found.shown
            ],
        },
        says=ctx.say(
            "standing-list-found", count=found.count, kind=label, spent=found.spent, first=first,
            sort=ctx.say(f"standing-sort-{sort.value}"),
        ),
        cards=(_table(ctx, found, label, kind),) if found.shown else (),
        mentions=tuple(
            Mention(kind=Kind.CUSTOMER, id=one.last_order, label=one.customer.name)
            for one, _, _ in found.shown
        ),
    )  # fmt: skip


def _reasons(score: Score) -> list[dict[str, Any]]:
    return [
        {
            "what": one.feature,
            "value": None if one.value is None else round(float(one.value), 2),
            "points": round(one.points, 4),
        }
        for one in score.reasons
    ]


def _metrics(ctx: Context, found: CustomerStanding) -> MetricsCard:
    metrics = [
        _metric(
            ctx, "health", words.write_number(round(found.health.value), ctx.language),
            tone=_tone(found.health.value),
        ),
        _metric(
            ctx, "segment", ctx.say(f"standing-kind-{found.segment.value}"),
            change=ctx.say(
                "standing-fifths", r=found.recency, f=found.frequency, m=found.money
            ),
        ),
    ]  # fmt: skip
    if found.churn is not None and found.churn_days is not None:
        metrics.append(
            _metric(
                ctx, "away", words.write_percent(found.churn.value, ctx.language),
                tone="warn" if found.churn.value > found.churn.base else "plain",
                days=found.churn_days,
            )
        )  # fmt: skip
    if found.outlook is not None:
        metrics.append(
            _metric(
                ctx, "worth", ctx.say("customer-amount", amount=found.outlook.worth),
                change=ctx.say(
                    "standing-orders", low=round(found.outlook.low), high=round(found.outlook.high)
                ),
            )
        )  # fmt: skip
        metrics.append(
            _metric(
                ctx, "next",
                ctx.say("customer-day", day=found.outlook.next_on)
                if found.outlook.next_on
                else "–",
            )
        )  # fmt: skip
    return MetricsCard(
        title=ctx.say("standing-title"),
        period=ctx.say(
            "standing-silence", days=found.silence_days, gap=found.usual_gap_days or 0,
            write="yes" if found.win_back else "no",
        ),
        metrics=tuple(metrics),
    )  # fmt: skip


def _tone(health: float) -> str:
    if health >= 65:
        return "good"
    return "bad" if health < 35 else "plain"


def _metric(
    ctx: Context, name: str, value: str, *, change: str = "", tone: Any = "plain", days: int = 0
) -> Metric:
    return Metric(
        label=ctx.say(f"standing-metric-{name}"), value=value, change=change, tone=tone,
        meaning=ctx.say(f"standing-meaning-{name}", days=days),
    )  # fmt: skip


def _health_chart(ctx: Context, found: CustomerStanding) -> ChartCard:
    reasons = Reasons(
        unit="count",
        start=(ctx.say("why-usual-customer"), found.health.base),
        parts=[(_reason(ctx, one), round(one.points, 1)) for one in found.health.reasons],
        end=(ctx.say("why-health"), round(found.health.value, 1)),
    )
    return waterfall(ctx, ctx.say("standing-health-chart"), reasons)


def _why(ctx: Context, found: CustomerStanding, score: Score) -> str:
    """Return a chance as the sum it is, a line for each part that counts."""
    told = [one for one in score.reasons if abs(one.points) >= _TELLING]
    rest = sum(one.points for one in score.reasons if abs(one.points) < _TELLING)
    lines = [ctx.say("standing-average", share=_percent(ctx, score.base))]
    lines += [
        ctx.say("standing-part", what=_reason(ctx, one), points=_signed(ctx, one.points))
        for one in told
    ]
    if rest:
        lines.append(
            ctx.say("standing-part", what=ctx.say("standing-rest"), points=_signed(ctx, rest))
        )
    lines.append(ctx.say("standing-sum", share=_percent(ctx, score.value)))
    if found.churn_if_bought is not None:
        lines.append(
            ctx.say(
                "standing-if-bought", now=_percent(ctx, score.value),
                then=_percent(ctx, found.churn_if_bought),
            )
        )  # fmt: skip
    return "\n".join(lines)


def _reason(ctx: Context, one: Reason) -> str:
    value = float(one.value) if one.value is not None else None
    return ctx.say(
        f"reason-{one.feature}", known="no" if value is None else "yes",
        value=round(value or 0.0, 1 if one.feature == "silence_gaps" else 0), seen=one.seen or 0,
    )  # fmt: skip


def _table(ctx: Context, found: RankedList, label: str, kind: BuyerKind | None) -> TableCard:
    note = ctx.say("standing-list-note", shown=len(found.shown), count=found.count)
    if kind is not None:
        note = f"{note} {ctx.say(f'standing-meaning-{kind.value}')}"
    note = facts.as_of(ctx, note, found.at)
    return TableCard(
        title=label,
        columns=(
            Column(label=ctx.say("customer-column-name")),
            Column(label=ctx.say("standing-column-segment")),
            *(
                Column(label=ctx.say(f"standing-column-{name}"), align="end")
                for name in ("delivered", "last", "away")
            ),
        ),
        rows=tuple(
            (
                one.customer.name,
                ctx.say(f"standing-kind-{segment.value}"),
                ctx.say("customer-number", number=one.history.delivered),
                ctx.say("customer-day", day=ctx.local(one.history.last_at).date())
                if one.history.last_at
                else "",
                "–" if away is None else _percent(ctx, away),
            )
            for one, segment, away in found.shown
        ),
        taps=tuple(
            Button(
                label=ctx.say("customer-button-show"),
                says=ctx.say("customer-button-show-says", subject=one.customer.name),
                tap=Tap(kind="call", tool="show_customer", arguments={"customer": one.last_order}),
            )
            for one, _, _ in found.shown
        ),
        note=note,
    )


def _percent(ctx: Context, share: float) -> str:
    return words.write_percent(share, ctx.language)


def _signed(ctx: Context, share: float) -> str:
    return f"{'+' if share >= 0 else '−'}{_percent(ctx, abs(share))}"
