"""Orders: find them, see one whole, cancel or hold it, and take that back."""

from commerce import parcels
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import NotFound
from commerce.money import Money
from commerce.orders import queries, rules
from commerce.orders.cancelling import cancel, plan_cancel, undo_cancel
from commerce.orders.holding import hold, plan_hold, undo_hold
from commerce.orders.types import (
    Happening,
    Milestone,
    OrderDetails,
    OrderFilter,
    OrderLine,
    OrderList,
    OrderSearch,
    OrderSort,
    OrderSummary,
    PaymentKind,
)
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, SalesChannel

__all__ = [
    "Happening",
    "Milestone",
    "OrderDetails",
    "OrderFilter",
    "OrderLine",
    "OrderList",
    "OrderSearch",
    "OrderSort",
    "OrderSummary",
    "PaymentKind",
    "cancel",
    "find",
    "find_one",
    "hold",
    "plan_cancel",
    "plan_hold",
    "show",
    "undo_cancel",
    "undo_hold",
]


def find(ctx: Context, search: OrderSearch) -> OrderList:
    """Return how many orders fit, their total, and the first of them.

    Raises:
        NotFound: The customer or product asked for does not exist.
        Ambiguous: No product fits all that was said.
    """
    _require_reader(ctx)
    count, total = queries.count(ctx, search)
    rows = queries.summaries(ctx, search) if count > search.skip else []
    return OrderList(count=count, total=total, orders=tuple(rows))


def find_one(ctx: Context, text: str) -> str:
    """Return the number, as the shop writes it, of the order that was meant.

    Tolerates `#`, a prefix or zeros left out, case and spaces; see `parcels.order_named`.

    Raises:
        NotFound: No such order of this shop, or of this customer.
        Ambiguous: Several orders fit.
    """
    _require_reader(ctx)
    return parcels.order_named(ctx, text).number


def show(ctx: Context, order: str) -> OrderDetails:
    """Return one order with its lines, parcels and story.

    Raises:
        NotFound: No such order of this shop, or of this customer.
        Ambiguous: Several orders fit.
    """
    _require_reader(ctx)
    named = parcels.order_named(ctx, order)
    found = queries.whole(ctx, named.id)
    if found is None:
        raise NotFound("error-order-not-found", number=order)
    row, customer, address = found
    of_order = parcels.parcels_of(ctx, row.id)
    statuses = [parcel.status for parcel in of_order]
    may_write = ctx.actor.may(Permission.ORDERS_WRITE)
    status = OrderStatus(row.status)

    def money(minor: int) -> Money:
        return Money(minor, row.currency)

    return OrderDetails(
        id=row.id, number=row.number, status=status, channel=SalesChannel(row.sales_channel),
        payment_method=PaymentMethod(row.payment_method),
        payment_status=PaymentStatus(row.payment_status), subtotal=money(row.subtotal_minor),
        discount=money(row.discount_minor), shipping=money(row.shipping_minor),
        total=money(row.total_minor), refunded=money(row.refunded_minor), placed_at=row.placed_at,
        hold_reason=row.hold_reason, cancelled_at=row.cancelled_at,
        cancel_reason=row.cancel_reason, note=row.note, tags=tuple(str(tag) for tag in row.tags),
        customer=customer, address=address,
        lines=tuple(queries.lines(ctx, row.id)), parcels=of_order,
        story=rules.story(queries.history(ctx, row.id), of_order),
        ndr=parcels.open_ndr_of(ctx, of_order),
        can_cancel=may_write and rules.why_not_cancel(status, statuses) is None,
        can_hold=may_write and rules.why_not_hold(status, statuses) is None,
    )  # fmt: skip


def _require_reader(ctx: Context) -> None:
    """Let staff read orders and customers their own; nobody else."""
    if ctx.actor.customer_id is not None:
        ctx.require(Permission.OWN_ORDERS)
    else:
        ctx.require(Permission.ORDERS_READ)
