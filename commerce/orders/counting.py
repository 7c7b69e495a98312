"""Which orders are counted as what: one definition for figures and for the lists behind them."""

from typing import Any

from sqlalchemy import ColumnElement

from commerce.db.tables import OrderRow
from commerce.orders import rules
from commerce.orders.types import OrderFilter
from commerce.vocabulary import OrderStatus, PaymentMethod


def has_status(wanted: OrderFilter, status: Any = OrderRow.status) -> ColumnElement[bool]:
    """Return the condition that an order stands where a filter says.

    `status` is where it stands: of orders, or of daily figures of them (`commerce.figures`).
    """
    found: ColumnElement[bool]
    if wanted is OrderFilter.KEPT:
        # Said so, the rows are read in the order of their days; as a list of nine statuses, not.
        found = status != OrderStatus.CANCELLED
    else:
        found = status.in_(rules.statuses(wanted))
    return found


def is_cod(method: Any = OrderRow.payment_method) -> ColumnElement[bool]:
    """Return the condition that an order is cash on delivery, collected or not."""
    found: ColumnElement[bool] = method == PaymentMethod.COD
    return found
