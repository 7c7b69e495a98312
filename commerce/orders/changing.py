"""Decisions about an order's changes: confirm, release, note, address, refund, payment link.

Pure, like `commerce.orders.rules`, which decides about cancelling and holding.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from commerce.access import Role
from commerce.money import Money
from commerce.orders import rules
from commerce.vocabulary import (
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    SalesChannel,
    ShipmentStatus,
)

UNDO_CONFIRM_FOR = timedelta(hours=24)
UNDO_RELEASE_FOR = timedelta(hours=24)
UNDO_NOTE_FOR = timedelta(hours=24)
UNDO_ADDRESS_FOR = timedelta(hours=24)
"""Each is taken back only while nothing moved since, so that a day is harmless."""
UNDO_PAYMENT_FOR = rules.UNDO_CANCEL_FOR
"""Couriers are told to collect nothing only after it."""

LONGEST_NOTE = 2_000
"""Letters that all notes of an order may have together."""

LINK_FOR = timedelta(hours=48)
"""How long a payment link can be paid."""
LEAST_PAYMENT = 100
"""Minor units below which providers make no link and no refund."""

MOST_DISCOUNT_PERCENT: Mapping[Role, int] = {
    Role.OWNER: 50,
    Role.ADMIN: 50,
    Role.MANAGER: 20,
    Role.OPERATOR: 10,
}
"""What a role may take off for paying online; other roles nothing."""

MARKETPLACES = (SalesChannel.AMAZON, SalesChannel.FLIPKART, SalesChannel.MEESHO)
"""Here the customer pays the marketplace, not the shop."""


class PaymentStanding(StrEnum):
    """Where a refund or a payment link stands."""

    ASKED = "asked"
    """The provider is still to be told."""
    ACCEPTED = "accepted"
    """Of a refund: the provider gives it back."""
    OPEN = "open"
    """Of a link: the customer has it."""
    PAID = "paid"
    CLOSED = "closed"
    """Of a link: it is not to be paid any more, and the provider closes it. Of a payment written
    down by hand: that was taken back."""
    EXPIRED = "expired"
    FAILED = "failed"
    """The provider would not."""


LIVE = (PaymentStanding.ASKED, PaymentStanding.OPEN)
"""A link in one of these may still be paid."""
WATCHED = (PaymentStanding.OPEN, PaymentStanding.CLOSED)
"""A customer may have paid by a link in one of these: closing it takes a while."""


def why_not_confirm(status: OrderStatus) -> str | None:
    """Return the key of the sentence that says why an order cannot be confirmed, or `None`."""
    match status:
        case OrderStatus.PENDING:
            return None
        case OrderStatus.CONFIRMED | OrderStatus.PROCESSING:
            return "error-order-already-confirmed"
        case OrderStatus.ON_HOLD:
            return "error-order-confirm-held"
        case _:
            return "error-order-confirm-finished"


def why_not_release(status: OrderStatus) -> str | None:
    """Return the key of the sentence that says why an order cannot be let go on, or `None`."""
    return None if status is OrderStatus.ON_HOLD else "error-order-not-held"


def status_before_hold(history: Iterable[OrderStatus]) -> OrderStatus:
    """Return what a held order goes back to, by its statuses with the latest last.

    One that nobody confirmed waits for that.
    """
    known = [status for status in history if status in rules.UNSHIPPED]
    before = [status for status in known if status is not OrderStatus.ON_HOLD]
    return before[-1] if before else OrderStatus.PENDING


def why_not_readdress(status: OrderStatus, parcels: Iterable[ShipmentStatus]) -> str | None:
    """Return the key of the sentence that says why an address cannot be changed, or `None`."""
    gone = status in rules.UNSHIPPED and rules.is_handed_over(parcels)
    if status is OrderStatus.SHIPPED or gone:
        return "error-order-address-shipped"
    return None if status in rules.UNSHIPPED else "error-order-address-finished"


def refundable(total: Money, refunded: Money, paid: PaymentStatus) -> Money:
    """Return what was paid and not given back yet."""
    none = Money(0, total.currency)
    return max(total - refunded, none) if paid in rules.PAID else none


def why_not_refund(paid: PaymentStatus) -> str | None:
    """Return the key of the sentence that says why nothing can be given back, or `None`."""
    match paid:
        case PaymentStatus.PAID | PaymentStatus.PARTIALLY_REFUNDED | PaymentStatus.COD_COLLECTED:
            return None
        case PaymentStatus.COD_PENDING:
            return "error-order-refund-cod"
        case PaymentStatus.REFUNDED:
            return "error-order-refund-done"
        case PaymentStatus.PENDING | PaymentStatus.FAILED:
            return "error-order-refund-unpaid"


def paid_status(method: PaymentMethod, refunded_minor: int) -> PaymentStatus:
    """Return where the payment of a paid order stands that was not given back whole."""
    if refunded_minor > 0:
        return PaymentStatus.PARTIALLY_REFUNDED
    cash = method is PaymentMethod.COD
    return PaymentStatus.COD_COLLECTED if cash else PaymentStatus.PAID


def why_not_link(status: OrderStatus, paid: PaymentStatus) -> str | None:
    """Return the key of the sentence that says why no payment link can be sent, or `None`."""
    if paid not in rules.UNPAID:
        return "error-order-link-paid"
    if status is OrderStatus.DELIVERED:
        return "error-order-link-delivered"
    return "error-order-link-finished" if status in rules.CALLED_OFF else None


def why_not_record(status: OrderStatus, paid: PaymentStatus) -> str | None:
    """Return the key of the sentence that says why no payment can be written down, or `None`."""
    if paid not in rules.UNPAID:
        return "error-order-record-paid"
    return "error-order-record-finished" if status in rules.CALLED_OFF else None


def discount(total: Money, percent: int) -> Money:
    """Return a share of an amount in whole minor units, half a unit rounded up."""
    exact = Decimal(total.minor) * percent / 100
    return Money(int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)), total.currency)


def tax_after(tax_minor: int, was: Money, becomes: Money) -> int:
    """Return the GST contained in a total that a discount has made less, at the same rate."""
    if was.minor == 0:
        return 0
    exact = Decimal(tax_minor) * becomes.minor / was.minor
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
