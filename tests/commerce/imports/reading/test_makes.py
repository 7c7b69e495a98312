"""Order files as WooCommerce, Amazon, Meesho and sellers themselves make them."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.db.tables import AddressRow, OrderItemRow, OrderRow
from commerce.imports import ImportOutcome
from commerce.money import Money
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, SalesChannel
from tests.builders import Shop

Bring = Callable[..., ImportOutcome]


def order(session: Session, shop: Shop, number: str) -> OrderRow:
    return session.scalars(
        select(OrderRow).where(OrderRow.shop_id == shop.id, OrderRow.number == number)
    ).one()


def lines(session: Session, shop: Shop, number: str) -> list[tuple[str, int, int]]:
    found = session.execute(
        select(OrderItemRow.sku, OrderItemRow.quantity, OrderItemRow.unit_price_minor)
        .where(
            OrderItemRow.shop_id == shop.id,
            OrderItemRow.order_id == order(session, shop, number).id,
        )
        .order_by(OrderItemRow.id)
    )
    return [(sku, quantity, price) for sku, quantity, price in found]


def test_a_woocommerce_order_of_two_items_is_one_order_that_adds_up(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring("woocommerce.csv")
    assert (outcome.kind, outcome.format) == ("orders", "woocommerce")
    assert outcome.records == imports.Counts(added=3)
    found = order(session, shop, "4101")
    amounts = (found.subtotal_minor, found.discount_minor, found.shipping_minor)
    assert (*amounts, found.total_minor) == (239_700, 10_000, 6_000, 235_700)
    assert found.payment_status == PaymentStatus.COD_PENDING
    assert found.note == "Gate 2\nring twice"
    assert lines(session, shop, "4101") == [("KUR-BLU-M", 2, 79_900), ("", 1, 79_900)]


@pytest.mark.parametrize(
    ("number", "status", "method", "paid"),
    [
        ("4101", OrderStatus.CONFIRMED, PaymentMethod.COD, PaymentStatus.COD_PENDING),
        ("4102", OrderStatus.DELIVERED, PaymentMethod.UPI, PaymentStatus.PAID),
        ("4103", OrderStatus.RETURNED, PaymentMethod.OTHER, PaymentStatus.REFUNDED),
    ],
)
def test_woocommerces_words_become_ours(
    session: Session, shop: Shop, bring: Bring, number: str, status: str, method: str, paid: str
) -> None:
    bring("woocommerce.csv")
    found = order(session, shop, number)
    assert (found.status, found.payment_method, found.payment_status) == (status, method, paid)


def test_a_gift_goes_to_the_shipping_address_and_is_billed_to_the_buyer(
    session: Session, shop: Shop, bring: Bring
) -> None:
    bring("woocommerce.csv")
    goes_to = session.scalars(
        select(AddressRow).where(
            AddressRow.shop_id == shop.id,
            AddressRow.id == order(session, shop, "4102").address_id,
        )
    ).one()
    assert (goes_to.name, goes_to.city, goes_to.pincode) == ("Meena Iyer", "Chennai", "600002")


def test_amazons_report_needs_no_quotes_and_its_discounts_and_shipping_count(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring("amazon_all_orders.txt")
    assert outcome.format == "amazon"
    assert outcome.records == imports.Counts(added=3, refused=1)
    found = order(session, shop, "405-9763961-5211537")
    assert (found.total_minor, found.status) == (90_000, OrderStatus.DELIVERED)
    assert found.sales_channel == SalesChannel.AMAZON
    titles = session.scalars(
        select(OrderItemRow.title).where(
            OrderItemRow.shop_id == shop.id, OrderItemRow.order_id == found.id
        )
    )
    assert titles.all() == ['"Heritage" Coin Bank 12" tall']


def test_a_cancelled_line_is_left_out_and_told(session: Session, shop: Shop, bring: Bring) -> None:
    outcome = bring("amazon_all_orders.txt")
    assert lines(session, shop, "404-3964908-7850720") == [("DN-0WDX-VYOT", 1, 44_900)]
    assert (
        "One order has lines that were cancelled; they were left out"
        " (first on line 3: 404-3964908-7850720)." in outcome.warnings
    )
    cancelled = order(session, shop, "171-0000000-0000001")
    assert (cancelled.status, cancelled.total_minor) == (OrderStatus.CANCELLED, 0)


def test_an_order_amazon_gives_no_price_for_yet_waits(bring: Bring) -> None:
    (refusal,) = bring("amazon_all_orders.txt").refusals
    assert (refusal.line, refusal.subject) == (6, "171-0000000-0000002")
    assert refusal.reason.startswith("item-price is blank. Marketplaces leave it blank until")


def test_lines_of_an_order_that_stand_apart_come_together(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring("amazon_sale_report.csv")
    assert outcome.records == imports.Counts(added=4)
    assert outcome.rows == imports.Counts(added=5)
    assert lines(session, shop, "404-0687676-7273146") == [
        ("JNE3371-KR-XL", 1, 32_900), ("JNE3461-KR-XL", 2, 32_950),
    ]  # fmt: skip


def test_a_meesho_export_is_an_order_a_row_with_ids_beyond_what_a_float_holds(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring("meesho.csv")
    assert outcome.records == imports.Counts(added=5)
    assert outcome.totals.amount == Money(140_200)
    statuses = session.execute(
        select(OrderRow.number, OrderRow.status)
        .where(OrderRow.shop_id == shop.id)
        .order_by(OrderRow.number)
    ).all()
    assert [tuple(row) for row in statuses] == [
        ("103291866422114432_1", "Delivered"), ("103291866422114433_1", "RTO"),
        ("103291866422114434_1", "Processing"), ("103291866422114435_1", "Cancelled"),
        ("103291866422114436_1", "Returned"),
    ]  # fmt: skip


def test_a_sellers_own_list_is_told_by_its_columns(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring("own_orders.csv")
    assert outcome.format == "columns"
    found = order(session, shop, "171-8103182-4289117")
    assert found.placed_at.isoformat() == "2021-11-28T16:50:00+00:00"
    assert (found.total_minor, found.shipping_minor) == (12_506_018, 6_018)
    assert (found.payment_method, found.status) == (PaymentMethod.COD, OrderStatus.RTO)
    assert lines(session, shop, found.number) == [("DN-0WDX-VYOT", 1, 12_500_000)]


def test_an_order_that_says_two_totals_is_two_orders(bring: Bring) -> None:
    (refusal,) = bring(
        "Order No,Order Date,Item,Qty,Order Total\n7,2026-11-20,Cup,1,100\n7,2026-11-20,Bag,1,200\n"
    ).refusals
    assert "two orders seem to share a number" in refusal.reason


def test_a_status_nobody_knows_is_refused_with_what_would_work(bring: Bring) -> None:
    (refusal,) = bring(
        "Order No,Order Date,Item,Amount,Status\n7,2026-11-20,Cup,100,by pigeon\n"
    ).refusals
    assert refusal.reason.startswith('Status holds "by pigeon", which is no status we know.')
