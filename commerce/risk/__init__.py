"""Risk of orders: how likely each comes back, why, what would change it, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commerce import parcels
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.periods import Period
from commerce.risk import queries, rules
from commerce.risk.reviewing import plan_review, review, undo_review
from commerce.risk.rules import told
from commerce.risk.types import Assessment, Basis, Level, Remedy, RiskDecision, RiskList
from commerce.scoring import Score, rto_risk, served
from commerce.scoring.rto_orders import Seen
from commerce.vocabulary import OrderStatus, PaymentMethod

__all__ = [
    "Assessment",
    "Basis",
    "Level",
    "Remedy",
    "RiskDecision",
    "RiskList",
    "assess",
    "plan_review",
    "review",
    "risky",
    "told",
    "undo_review",
]


@dataclass(frozen=True, slots=True)
class _Rated:
    order_id: int
    score: Score
    row: rules.Row
    bases: dict[str, Basis]


def assess(ctx: Context, order: str) -> Assessment:
    """Return how risky one order was when it was placed, with every reason.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: Nothing was learnt yet that would tell.
    """
    ctx.require(Permission.ORDERS_READ)
    named = parcels.order_named(ctx, order)
    return _assessments(ctx, _rated(ctx, [named.id]))[0]


def risky(ctx: Context, period: Period, *, at_least: float, most: int) -> RiskList:
    """Return open orders of a period that may come back, by the money that would be lost.

    Args:
        ctx: Who asks.
        period: When they were placed.
        at_least: The chance from which an order counts, from 0 to 1.
        most: How many are returned.

    Raises:
        Refused: Nothing was learnt yet that would tell.
    """
    ctx.require(Permission.ORDERS_READ)
    ids = queries.open_ids(ctx, period.start, period.end, rules.MOST)
    rated = [one for one in _rated(ctx, ids) if one.score.value >= at_least]
    rated.sort(key=lambda one: -one.score.value)
    totals = {row[0]: row[4] for row in queries.of_ids(ctx, [one.order_id for one in rated])}
    return RiskList(
        looked_at=len(ids),
        count=len(rated),
        at_stake=Money(sum(totals.values()), ctx.currency),
        orders=tuple(_assessments(ctx, rated[:most])),
    )


def _rated(ctx: Context, ids: Sequence[int]) -> list[_Rated]:
    found = served(ctx, rto_risk.DEFINITION)
    if found is None:
        raise Refused("error-risk-not-learnt")
    fitted, version = found
    order_ids, seen = fitted.asked(ctx, ids)
    rows = _rows(seen, len(order_ids))
    scores = rules.scored(fitted.card, rows, name=rto_risk.NAME, version=version.number)
    return [
        _Rated(order_id, score, row, _bases(seen, place))
        for place, (order_id, score, row) in enumerate(
            zip(order_ids.tolist(), scores, rows, strict=True)
        )
    ]


def _rows(seen: Seen, count: int) -> list[rules.Row]:
    """Return columns as rows, what is not known as `None`."""
    listed = {name: values.tolist() for name, values in seen.columns.items()}
    return [
        {name: _known(values[place]) for name, values in listed.items()} for place in range(count)
    ]


def _known(value: Any) -> float | str | None:
    if isinstance(value, str):
        return value or None
    return None if value != value else float(value)


def _bases(seen: Seen, place: int) -> dict[str, Basis]:
    return {
        name: Basis(came_back=int(seen.hits[name][place]), n=int(counts[place]))
        for name, counts in seen.counts.items()
    }


def _assessments(ctx: Context, rated: Sequence[_Rated]) -> list[Assessment]:
    fitted = served(ctx, rto_risk.DEFINITION)
    assert fitted is not None, "What was rated was rated by what is served."
    card = fitted[0].card
    about = {row[0]: row for row in queries.of_ids(ctx, [one.order_id for one in rated])}
    found = []
    for one in rated:
        _, number, status, payment, total, currency, customer, city = about[one.order_id]
        found.append(
            Assessment(
                number=number, status=OrderStatus(status), payment=PaymentMethod(payment),
                total=Money(total, currency), customer=customer, city=city, score=one.score,
                level=rules.level_of(one.score), bases=one.bases,
                remedies=rules.remedies(card, one.row, one.score.value),
                asks_from=rules.ASKS_FROM,
            )
        )  # fmt: skip
    return found
