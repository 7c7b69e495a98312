"""The rows an actor may touch: those of their shop and, for a customer, their own."""

from sqlalchemy import ColumnElement, and_

from commerce.context import Context
from commerce.db.tables import OrderRow


def own_orders(ctx: Context) -> ColumnElement[bool]:
    """Return the condition every query that reaches orders starts with."""
    of_shop = OrderRow.shop_id == ctx.actor.shop_id
    if ctx.actor.customer_id is None:
        return of_shop
    return and_(of_shop, OrderRow.customer_id == ctx.actor.customer_id)
