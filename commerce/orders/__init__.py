"""Orders: find them, see one whole, change one or many, and take that back."""

from commerce import customers, parcels
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import NotFound
from commerce.money import Money
from commerce.orders import changing, queries, rules
from commerce.orders.cancelling import cancel, plan_cancel, undo_cancel
from commerce.orders.changing import MOST_DISCOUNT_PERCENT, PaymentStanding
from commerce.orders.confirmed_by_customer import (
    CONFIRMED,
    customers_word,
    plan_customers_word,
    undo_customers_word,
)
from commerce.orders.confirming import confirm, plan_confirm, undo_confirm
from commerce.orders.couriers import refused as courier_refused
from commerce.orders.filing import add_file, plan_file, undo_file
from commerce.orders.holding import (
    hold,
    plan_hold,
    plan_release,
    release,
    undo_hold,
    undo_release,
)
from commerce.orders.linking import plan_link, send_link
from commerce.orders.many import KIND, Bulk, Planned, change_many, plan_many, undo_many
from commerce.orders.noting import add_note, plan_note, undo_note
from commerce.orders.readdressing import Correction, change_address, plan_address, undo_address
from commerce.orders.recording import plan_payment, record_payment, undo_payment
from commerce.orders.refunding import plan_refund, refund
from commerce.orders.settling import hear_payment, settle_payments
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
    "CONFIRMED",
    "KIND",
    "MOST_DISCOUNT_PERCENT",
    "Bulk",
    "Correction",
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
    "PaymentStanding",
    "Planned",
    "add_file",
    "add_note",
    "cancel",
    "change_address",
    "change_many",
    "confirm",
    "courier_refused",
    "customers_word",
    "find",
    "find_one",
    "hear_payment",
    "hold",
    "plan_address",
    "plan_cancel",
    "plan_confirm",
    "plan_customers_word",
    "plan_file",
    "plan_hold",
    "plan_link",
    "plan_many",
    "plan_note",
    "plan_payment",
    "plan_refund",
    "plan_release",
    "record_payment",
    "refund",
    "release",
    "send_link",
    "settle_payments",
    "show",
    "undo_address",
    "undo_cancel",
    "undo_confirm",
    "undo_customers_word",
    "undo_file",
    "undo_hold",
    "undo_many",
    "undo_note",
    "undo_payment",
    "undo_release",
]


def find(ctx: Context, search: OrderSearch) -> OrderList:
    """Return how many orders fit, their total, and the first of them.

    Raises:
        NotFound: The customer or product asked for does not exist.
        Ambiguous: No product fits all that was said.
    """
    _require_reader(ctx)
    count, total = queries.count(ctx, search)
    rows = queries.summaries(ctx, search, count) if count > search.skip else []
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
    may_refund = ctx.actor.may(Permission.REFUNDS)
    status, paid = OrderStatus(row.status), PaymentStatus(row.payment_status)

    def money(minor: int) -> Money:
        return Money(minor, row.currency)

    return OrderDetails(
        id=row.id, number=row.number, status=status, channel=SalesChannel(row.sales_channel),
        payment_method=PaymentMethod(row.payment_method),
        payment_status=paid, subtotal=money(row.subtotal_minor),
        discount=money(row.discount_minor), shipping=money(row.shipping_minor),
        total=money(row.total_minor), refunded=money(row.refunded_minor), placed_at=row.placed_at,
        hold_reason=row.hold_reason, cancelled_at=row.cancelled_at,
        cancel_reason=row.cancel_reason, note=row.note, tags=tuple(str(tag) for tag in row.tags),
        customer=customers.as_seen(ctx, customer),
        address=customers.address_as_seen(ctx, address),
        lines=tuple(queries.lines(ctx, row.id)), parcels=of_order,
        story=rules.story(queries.history(ctx, row.id), of_order),
        ndr=parcels.open_ndr_of(ctx, of_order),
        can_cancel=may_write and rules.why_not_cancel(status, statuses) is None,
        can_hold=may_write and rules.why_not_hold(status, statuses) is None,
        can_confirm=may_write and changing.why_not_confirm(status) is None,
        can_release=may_write and changing.why_not_release(status) is None,
        can_refund=may_refund and changing.why_not_refund(paid) is None,
        can_record_payment=may_write and changing.why_not_record(status, paid) is None,
        can_send_link=may_write and changing.why_not_link(status, paid) is None,
    )  # fmt: skip


def _require_reader(ctx: Context) -> None:
    """Let staff read orders and customers their own; nobody else."""
    if ctx.actor.customer_id is not None:
        ctx.require(Permission.OWN_ORDERS)
    else:
        ctx.require(Permission.ORDERS_READ)
