"""A customer's own orders, as they see them."""

from commerce import orders
from commerce.access import Permission
from commerce.context import Context
from commerce.ndr import queries
from commerce.ndr.types import OwnOrder, OwnOrders
from commerce.orders import OrderSearch
from commerce.periods import Period


def my_orders(ctx: Context, *, period: Period | None = None, limit: int = 5) -> OwnOrders:
    """Return how many orders the customer made, and the latest, with their parcels."""
    ctx.require(Permission.OWN_ORDERS)
    found = orders.find(ctx, OrderSearch(period=period, limit=limit))
    numbers = [order.number for order in found.orders]
    parcels = queries.own_parcels(ctx, numbers) if numbers else {}
    titles = queries.titles_of(ctx, numbers) if numbers else {}
    return OwnOrders(
        count=found.count,
        orders=tuple(
            OwnOrder(
                order=order,
                titles=tuple(titles.get(order.number, ())),
                parcels=tuple(parcels.get(order.number, ())),
            )
            for order in found.orders
        ),
    )
