"""Which orders are counted as what: one definition for figures and for the lists behind them."""

from sqlalchemy import ColumnElement

from commerce.db.tables import OrderRow
from commerce.orders import rules
from commerce.orders.types import OrderFilter
from commerce.vocabulary import OrderStatus, PaymentMethod


def has_status(wanted: OrderFilter) -> ColumnElement[bool]:
    """Return the condition that an order stands where a filter says."""
    if wanted is OrderFilter.KEPT:
        # Said so, the rows are read in the order of their days; as a list of nine statuses, not.
        return OrderRow.status != OrderStatus.CANCELLED
    return OrderRow.status.in_(rules.statuses(wanted))


def is_cod() -> ColumnElement[bool]:
    """Return the condition that an order is cash on delivery, collected or not."""
    return OrderRow.payment_method == PaymentMethod.COD
