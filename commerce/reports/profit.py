"""Profit and loss of a period, as far as the shop's own records tell."""

from dataclasses import dataclass

from sqlalchemy import case, func, select

from commerce import settings
from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import OrderItemRow, OrderRow, VariantRow
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
    back = case((OrderRow.status.in_(_CAME_BACK), 1), else_=0)
    query = (
        select(
            OrderRow.sales_channel, back, func.count(), func.sum(OrderRow.total_minor),
            func.sum(OrderRow.tax_minor), func.sum(OrderRow.refunded_minor),
        )
        .where(
            OrderRow.shop_id == ctx.actor.shop_id,
            OrderRow.placed_at >= period.start,
            OrderRow.placed_at < period.end,
            OrderRow.status.not_in(_NEVER),
        )
        .group_by(OrderRow.sales_channel, back)
    )  # fmt: skip
    return [
        _Row(channel, bool(came), orders, int(total or 0), int(tax or 0), int(refunded or 0))
        for channel, came, orders, total, tax, refunded in ctx.session.execute(query)
    ]


def _goods(ctx: Context, period: Period) -> tuple[int, int, int]:
    """Return what the goods cost, the price of the lines it is known of, and of all lines."""
    price = OrderItemRow.quantity * OrderItemRow.unit_price_minor - OrderItemRow.discount_minor
    has_cost = VariantRow.cost_minor > 0
    query = (
        select(
            func.sum(OrderItemRow.quantity * VariantRow.cost_minor),
            func.sum(case((has_cost, price), else_=0)),
            func.sum(price),
        )
        .select_from(OrderItemRow)
        .join(OrderRow, OrderRow.id == OrderItemRow.order_id)
        .outerjoin(VariantRow, VariantRow.id == OrderItemRow.variant_id)
        .where(
            OrderRow.shop_id == ctx.actor.shop_id,
            OrderItemRow.shop_id == ctx.actor.shop_id,
            OrderRow.placed_at >= period.start,
            OrderRow.placed_at < period.end,
            OrderRow.status.not_in((*_NEVER, *_CAME_BACK)),
        )
    )
    cost, known, whole = ctx.session.execute(query).one()
    return int(cost or 0), int(known or 0), int(whole or 0)
