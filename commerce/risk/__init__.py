"""Risk of orders: how likely each comes back, why, what would change it, and what to do."""

from collections.abc import Sequence

from commerce import parcels
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.periods import Period
from commerce.risk import queries, rules
from commerce.risk.cancelling import cancel_by_rule
from commerce.risk.rating import Rated, chances, rate_open, rated, the_score
from commerce.risk.reviewing import plan_review, review, undo_review
from commerce.risk.rules import told
from commerce.risk.types import Assessment, Basis, Level, Remedy, RiskDecision, RiskList
from commerce.terms import terms_of
from commerce.vocabulary import OrderStatus, PaymentMethod

__all__ = [
    "Assessment",
    "Basis",
    "Level",
    "Remedy",
    "RiskDecision",
    "RiskList",
    "assess",
    "cancel_by_rule",
    "plan_review",
    "rate_open",
    "review",
    "risky",
    "told",
    "undo_review",
]


def assess(ctx: Context, order: str) -> Assessment:
    """Return how risky one order was when it was placed, with every reason.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: Nothing was learnt yet that would tell.
    """
    ctx.require(Permission.ORDERS_READ)
    named = parcels.order_named(ctx, order)
    return _assessments(ctx, rated(ctx, [named.id]))[0]


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
    span = (period.start, period.end)
    version = the_score(ctx)[1].number
    fresh = queries.unrated(ctx, version, *span, rules.MOST)
    chance_of = chances(ctx, fresh)
    totals = {row[0]: row[4] for row in queries.of_ids(ctx, list(chance_of))}
    for order_id, chance, total in queries.rated(ctx, version, *span, at_least):
        if order_id not in chance_of:
            chance_of[order_id], totals[order_id] = chance, total
    count, unseen = queries.counted(ctx, *span), 0
    if len(fresh) == rules.MOST:
        unseen = queries.count_unrated(ctx, version, *span) - len(fresh)
    reaching = [one for one, chance in chance_of.items() if chance >= at_least]
    reaching.sort(key=lambda one: -chance_of[one])
    shown = sorted(rated(ctx, reaching[:most]), key=lambda one: -one.score.value)
    return RiskList(
        looked_at=count - unseen,
        count=len(reaching),
        at_stake=Money(sum(totals[one] for one in reaching), ctx.currency),
        orders=tuple(_assessments(ctx, shown)),
    )


def _assessments(ctx: Context, rated: Sequence[Rated]) -> list[Assessment]:
    card = the_score(ctx)[0].card
    terms = terms_of(ctx.session, ctx.actor.shop_id)
    about = {row[0]: row for row in queries.of_ids(ctx, [one.order_id for one in rated])}
    found = []
    for one in rated:
        _, number, status, payment, total, currency, customer, city = about[one.order_id]
        found.append(
            Assessment(
                number=number, status=OrderStatus(status), payment=PaymentMethod(payment),
                total=Money(total, currency), customer=customer, city=city, score=one.score,
                level=rules.level_of(one.score, terms.asks_from), bases=one.bases,
                remedies=rules.remedies(card, one.row, one.score.value),
                asks_from=terms.asks_from,
            )
        )  # fmt: skip
    return found
