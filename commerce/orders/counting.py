"""Which orders are counted as what: one definition for figures and for the lists behind them."""

from typing import Any, Final

from sqlalchemy import ColumnElement

from commerce.db.tables import OrderRow
from commerce.orders import rules
from commerce.orders.types import OrderFilter, PaymentKind
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


METHODS: Final = {
    PaymentKind.COD: PaymentMethod.COD,
    PaymentKind.UPI: PaymentMethod.UPI,
    PaymentKind.CARD: PaymentMethod.CARD,
    PaymentKind.NET_BANKING: PaymentMethod.NET_BANKING,
    PaymentKind.WALLET: PaymentMethod.WALLET,
    PaymentKind.EMI: PaymentMethod.EMI,
    PaymentKind.BANK_TRANSFER: PaymentMethod.BANK_TRANSFER,
}
"""The kinds of payment that are one method."""


def is_paid_so(kind: PaymentKind, of: Any = OrderRow) -> ColumnElement[bool]:
    """Return the condition that orders are paid as a kind says.

    Of an unpaid one it is not asked here whether it was called off. `of` are orders, or daily
    figures with their payment method and status (`commerce.figures`).
    """
    if kind is PaymentKind.UNPAID:
        unpaid: ColumnElement[bool] = of.payment_status.in_(rules.UNPAID)
        return unpaid
    if kind is PaymentKind.PREPAID:
        return ~is_cod(of.payment_method)
    method: ColumnElement[bool] = of.payment_method == METHODS[kind]
    return method


def is_cod(method: Any = OrderRow.payment_method) -> ColumnElement[bool]:
    """Return the condition that an order is cash on delivery, collected or not."""
    found: ColumnElement[bool] = method == PaymentMethod.COD
    return found
