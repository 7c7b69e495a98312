"""What buyers say before an order leaves: that they want it."""

from commerce import orders
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.ndr.own_changes import lent, meant_order


def plan_own_confirmation(ctx: Context, order: str | None) -> Change:
    """Say what confirming one's own order would change.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are under way.
        Refused: It was confirmed before, or has left.
    """
    number = meant_order(ctx, order).number
    return orders.plan_customers_word(lent(ctx, Permission.ORDERS_WRITE), number)


def confirm_own(ctx: Context, order: str | None) -> Change:
    """Have one's own order sent: it is wanted, and its address is right.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are under way.
        Refused: As `plan_own_confirmation`.
    """
    number = meant_order(ctx, order).number
    return orders.customers_word(lent(ctx, Permission.ORDERS_WRITE), number)


def undo_own_confirmation(ctx: Context, change: Change) -> Change:
    """Take one's word back while nothing moved.

    Raises:
        NotFound: No such order of this customer.
        Refused: It has moved on.
    """
    return orders.undo_customers_word(lent(ctx, Permission.ORDERS_WRITE), change)
