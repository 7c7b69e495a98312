"""Decisions about an order's changes, without a database."""

import pytest

from commerce.customers import pincodes
from commerce.money import Money
from commerce.orders import changing
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus


@pytest.mark.parametrize(
    ("total", "percent", "off"),
    [(79_900, 10, 7_990), (33, 50, 17), (99_999, 0, 0), (1, 10, 0), (5, 10, 1)],
)
def test_a_discount_is_whole_paise(total: int, percent: int, off: int) -> None:
    assert changing.discount(Money(total), percent) == Money(off)


def test_tax_keeps_its_rate_in_a_smaller_total() -> None:
    assert changing.tax_after(5_000, Money(105_000), Money(94_500)) == 4_500


def test_a_free_order_holds_no_tax() -> None:
    assert changing.tax_after(0, Money(0), Money(0)) == 0


@pytest.mark.parametrize(
    ("paid", "left"),
    [
        (PaymentStatus.PAID, 700),
        (PaymentStatus.PARTIALLY_REFUNDED, 700),
        (PaymentStatus.COD_PENDING, 0),
        (PaymentStatus.FAILED, 0),
    ],
)
def test_only_what_was_paid_can_be_given_back(paid: PaymentStatus, left: int) -> None:
    assert changing.refundable(Money(1_000), Money(300), paid) == Money(left)


def test_a_refund_that_failed_leaves_cash_collected_or_paid() -> None:
    assert changing.paid_status(PaymentMethod.COD, 0) is PaymentStatus.COD_COLLECTED
    assert changing.paid_status(PaymentMethod.UPI, 0) is PaymentStatus.PAID
    assert changing.paid_status(PaymentMethod.UPI, 1) is PaymentStatus.PARTIALLY_REFUNDED


def test_a_held_order_goes_back_to_where_it_was_last() -> None:
    steps = [OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.ON_HOLD]
    assert changing.status_before_hold(steps) is OrderStatus.CONFIRMED
    assert changing.status_before_hold([OrderStatus.ON_HOLD]) is OrderStatus.PENDING


@pytest.mark.parametrize("status", PaymentStatus)
def test_every_payment_is_decided_about(status: PaymentStatus) -> None:
    paid = status in (
        PaymentStatus.PAID, PaymentStatus.PARTIALLY_REFUNDED, PaymentStatus.COD_COLLECTED,
    )  # fmt: skip
    assert (changing.why_not_refund(status) is None) is paid


@pytest.mark.parametrize(
    ("pincode", "state", "fits"),
    [
        ("411001", "Maharashtra", True),
        ("411001", "Bihar", False),
        ("110001", "new delhi", True),
        ("190001", "Jammu & Kashmir", True),
        ("751001", "Orissa", True),
        ("403001", "Maharashtra", False),
        ("160055", "Punjab", True),
        ("999999", "Goa", True),
        ("411001", "", True),
    ],
)
def test_a_pincode_lies_in_its_state_as_far_as_its_digits_tell(
    pincode: str, state: str, fits: bool
) -> None:
    assert pincodes.lies_in(pincode, state) is fits
