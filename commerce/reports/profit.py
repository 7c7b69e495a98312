"""Profit and loss of a period, as far as the shop's own records tell."""

from dataclasses import dataclass

from sqlalchemy import case, func, literal_column, select

from commerce import figures, settings
from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import VariantRow
from commerce.money import Money
from commerce.periods import Period
from commerce.vocabulary import OrderStatus

_NEVER = (OrderStatus.CANCELLED.value, OrderStatus.FAILED.value)
_CAME_BACK = (OrderStatus.RTO.value, OrderStatus.RETURNED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfitAndLoss:
    """What came in and what it cost, of the orders placed in a period."""

    period: Period
    orders: int
    """Neither cancelled nor failed."""
    came_back: int
    """Of those, returned or sent back undelivered."""
    sales: Money
    """What buyers were to pay, GST included."""
    returned: Money
    """Of that, what came back."""
    refunds: Money
    """Given back of the rest."""
    gst: Money
    """Within the rest."""
    goods: Money
    """What the goods of the rest cost, of the lines whose cost is known."""
    commission: Money
    """What channels and payment providers keep of the rest, by the shop's price rules."""
    shipping: Money
    """Freight of every order out, and of those that came back in, by the shop's price rules."""
    unknown: float
    """Share of the sales of the rest whose goods' cost nobody entered, from 0 to 1."""

    @property
    def profit(self) -> Money:
        """What is left: before advertising, salaries and rent, which are not recorded here."""
        costs = (self.returned, self.refunds, self.gst, self.goods, self.commission, self.shipping)
        return Money(self.sales.minor - sum(one.minor for one in costs), self.sales.currency)


def profit_and_loss(ctx: Context, period: Period) -> ProfitAndLoss:
    """Return what the orders placed in a period brought."""
    ctx.require(Permission.REPORTS_READ)
    rules = settings.price_rules(ctx)
    rows = _by_channel(ctx, period)
    kept = [row for row in rows if not row.came_back]
    back = [row for row in rows if row.came_back]
    cost, known, whole = _goods(ctx, period)
    commission = sum(
        row.total * rules.commissions.get(row.channel, rules.other_commission) for row in kept
    )
    orders, returns = sum(row.orders for row in rows), sum(row.orders for row in back)
    freight = rules.shipping_rupees * orders + rules.return_shipping_rupees * returns

    def money(minor: float) -> Money:
        return Money(round(minor), ctx.currency)

    return ProfitAndLoss(
        period=period,
        orders=orders,
        came_back=returns,
        sales=money(sum(row.total for row in rows)),
        returned=money(sum(row.total for row in back)),
        refunds=money(sum(row.refunded for row in kept)),
        gst=money(sum(row.tax for row in kept)),
        goods=money(cost),
        commission=money(commission),
        shipping=money(100 * freight),
        unknown=1 - known / whole if whole else 0.0,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    channel: str
    came_back: bool
    orders: int
    total: int
    tax: int
    refunded: int


def _by_channel(ctx: Context, period: Period) -> list[_Row]:
    facts = figures.facts(ctx, figures.ORDERS, period.start, period.end, by_day=False)
    columns = facts.table.c
    back = case((columns.status.in_(_CAME_BACK), 1), else_=0).label("back")
    measures = (columns.orders, columns.total_minor, columns.tax_minor, columns.refunded_minor)
    query = (
        select(columns.sales_channel, back, *(func.sum(one) for one in measures))
        .where(columns.status.not_in(_NEVER))
        .group_by(columns.sales_channel, literal_column("back"))
    )
    return [
        _Row(channel, bool(came), *map(int, sums))
        for channel, came, *sums in ctx.session.execute(query, facts.values)
    ]


def _goods(ctx: Context, period: Period) -> tuple[int, int, int]:
    """Return what the goods cost, the price of the lines it is known of, and of all lines."""
    facts = figures.facts(ctx, figures.SALES, period.start, period.end, by_day=False)
    columns = facts.table.c
    query = (
        select(
            func.sum(columns.pieces * VariantRow.cost_minor),
            func.sum(case((VariantRow.cost_minor > 0, columns.amount_minor), else_=0)),
            func.sum(columns.amount_minor),
        )
        .select_from(facts.table)
        .outerjoin(VariantRow, VariantRow.id == columns.variant_id)
        .where(columns.status.not_in((*_NEVER, *_CAME_BACK)))
    )
    cost, known, whole = ctx.session.execute(query, facts.values).one()
    return int(cost or 0), int(known or 0), int(whole or 0)
