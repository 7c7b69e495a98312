"""Who comes back: customers by the month of their first delivered order.

Classic retention: a customer is active in a month in which they placed an order that was delivered.
Month 0 is the first one, with everybody in it.
"""

from datetime import date

from sqlalchemy import func, select

from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import OrderRow
from commerce.holding import held
from commerce.orders import OrderFilter
from commerce.orders.counting import has_status
from commerce.periods import Period
from commerce.reports.built import Cohort, Retention
from commerce.reports.cube import local_bucket
from commerce.reports.measures import Dimension
from commerce.scope import own_orders

MOST_MONTHS = 13
"""Months since the first that are shown."""


def retention(ctx: Context, period: Period) -> Retention:
    """Return the cohorts whose first month lies in a period, and how many came back when."""
    ctx.require(Permission.REPORTS_READ)
    counted = held(ctx, "customers retained", lambda: _active(ctx))
    active = counted.value
    this_month = _number(ctx.today)
    first, last = _number(period.first_day), _number(period.last_day)
    months = sorted({month for month, _ in active if first <= month <= last})
    cohorts = []
    for month in months:
        ages = range(min(this_month - month + 1, MOST_MONTHS))
        counts = tuple(active.get((month, month + age), 0) for age in ages)
        start = date(month // 12, month % 12 + 1, 1)
        cohorts.append(Cohort(month=start.isoformat(), customers=counts[0], active=counts))
    return Retention(
        period=period,
        at=counted.at,
        cohorts=tuple(cohorts),
        average=_average(cohorts),
        unfinished=1,
    )


def _average(cohorts: list[Cohort]) -> tuple[float, ...]:
    """Return the weighted average by months since, over the cohorts for which those are over."""
    averages = []
    for age in range(max((len(cohort.active) for cohort in cohorts), default=0)):
        over = [c for c in cohorts if age == 0 or age < len(c.active) - 1]
        if not over:
            break
        averages.append(sum(c.active[age] for c in over) / sum(c.customers for c in over))
    return tuple(averages)


def _active(ctx: Context) -> dict[tuple[int, int], int]:
    """Return (first month, month) → customers active in it."""
    delivered = (own_orders(ctx), has_status(OrderFilter.DELIVERED))
    firsts = (
        select(OrderRow.customer_id, func.min(OrderRow.placed_at).label("at"))
        .where(*delivered)
        .group_by(OrderRow.customer_id)
        .subquery()
    )
    earliest = ctx.session.scalar(select(func.min(OrderRow.placed_at)).where(*delivered))
    start = earliest or ctx.now
    acquired = local_bucket(ctx, firsts.c.at, start, Dimension.MONTH).label("acquired")
    month = local_bucket(ctx, OrderRow.placed_at.expression, start, Dimension.MONTH).label("month")
    found = ctx.session.execute(
        select(acquired, month, func.count(OrderRow.customer_id.distinct()))
        .join(firsts, firsts.c.customer_id == OrderRow.customer_id)
        .where(*delivered)
        .group_by(acquired, month)
    )
    return {
        (_number(date.fromisoformat(a)), _number(date.fromisoformat(m))): customers
        for a, m, customers in found
    }


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
