"""Shopify's order export, read into a shop."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.access import Role
from commerce.db.tables import (
    AddressRow,
    AuditRow,
    CustomerRow,
    ImportRunRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
)
from commerce.errors import NotAllowed
from commerce.imports import ImportOutcome
from commerce.money import Money
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus
from tests.builders import Shop

DATA = Path(__file__).parent / "data"
EXPORT = DATA / "shopify_orders.csv"


def bring(shop: Shop, path: Path = EXPORT, **how: object) -> ImportOutcome:
    return imports.read_in(shop.context(), path, imports.Options(kind="orders"), **how)  # type: ignore[arg-type]


def order(session: Session, shop: Shop, number: str) -> OrderRow:
    return session.scalars(
        select(OrderRow)
        .where(OrderRow.shop_id == shop.id, OrderRow.number == number)
        .execution_options(populate_existing=True)
    ).one()


def lines(session: Session, shop: Shop, number: str) -> list[OrderItemRow]:
    return list(
        session.scalars(
            select(OrderItemRow)
            .where(
                OrderItemRow.shop_id == shop.id,
                OrderItemRow.order_id == order(session, shop, number).id,
            )
            .order_by(OrderItemRow.id)
        )
    )


def history(session: Session, shop: Shop, number: str) -> list[str]:
    return list(
        session.scalars(
            select(OrderHistoryRow.status)
            .where(
                OrderHistoryRow.shop_id == shop.id,
                OrderHistoryRow.order_id == order(session, shop, number).id,
            )
            .order_by(OrderHistoryRow.at, OrderHistoryRow.id)
        )
    )


def orders_of(session: Session, shop: Shop) -> int:
    return (
        session.scalar(
            select(func.count()).select_from(OrderRow).where(OrderRow.shop_id == shop.id)
        )
        or 0
    )


def test_a_shopify_export_comes_in_as_it_is(shop: Shop) -> None:
    outcome = bring(shop)
    assert outcome.records == imports.Counts(added=6)
    assert outcome.rows == imports.Counts(added=7)
    assert outcome.refusals == ()
    assert outcome.totals.amount == Money(739_300)
    assert outcome.summary == "6 orders, ₹7,393, 12 Nov 2026 to 22 Nov 2026"


def test_an_order_of_two_rows_has_two_lines_and_its_own_columns_once(
    session: Session, shop: Shop
) -> None:
    kurti = shop.variant("KUR-BLU-M")
    bring(shop)
    found = order(session, shop, "1042")
    assert found.total_minor == 239_700
    assert found.source_id == "5801234567890101042"
    assert found.tags == ["COD", "festive"]
    assert found.note == "Please call before delivery 🙏\n<b>Gate 2</b>"
    assert found.placed_at.isoformat() == "2026-11-20T08:33:11+00:00"
    assert [
        (line.sku, line.variant_id, line.quantity, line.unit_price_minor)
        for line in lines(session, shop, "1042")
    ] == [("KUR-BLU-M", kurti.id, 2, 79_900), ("", None, 1, 79_900)]


@pytest.mark.parametrize(
    ("number", "status", "method", "paid"),
    [
        ("1042", OrderStatus.PENDING, PaymentMethod.COD, PaymentStatus.COD_PENDING),
        ("1043", OrderStatus.SHIPPED, PaymentMethod.OTHER, PaymentStatus.PAID),
        ("1044", OrderStatus.CANCELLED, PaymentMethod.COD, PaymentStatus.FAILED),
        ("1045", OrderStatus.SHIPPED, PaymentMethod.UPI, PaymentStatus.PARTIALLY_REFUNDED),
        ("1046", OrderStatus.CONFIRMED, PaymentMethod.CARD, PaymentStatus.PAID),
        ("1047", OrderStatus.PROCESSING, PaymentMethod.COD, PaymentStatus.COD_PENDING),
    ],
)
def test_shopifys_words_become_ours(
    session: Session,
    shop: Shop,
    number: str,
    status: OrderStatus,
    method: PaymentMethod,
    paid: PaymentStatus,
) -> None:
    bring(shop)
    found = order(session, shop, number)
    assert (found.status, found.payment_method, found.payment_status) == (status, method, paid)


def test_a_discounted_order_keeps_what_was_taken_off_and_the_tax_within(
    session: Session, shop: Shop
) -> None:
    bring(shop)
    found = order(session, shop, "1043")
    assert (
        found.subtotal_minor, found.discount_minor, found.shipping_minor, found.tax_minor,
        found.total_minor,
    ) == (184_900, 20_000, 10_000, 26_680, 174_900)  # fmt: skip


def test_a_free_shipping_discount_comes_off_the_shipping(session: Session, shop: Shop) -> None:
    bring(shop)
    found = order(session, shop, "1047")
    assert (
        found.subtotal_minor, found.discount_minor, found.shipping_minor, found.total_minor,
    ) == (89_900, 6_000, 6_000, 89_900)  # fmt: skip


def test_an_orders_past_is_what_the_export_tells(session: Session, shop: Shop) -> None:
    bring(shop)
    assert history(session, shop, "1042") == ["Pending"]
    assert history(session, shop, "1043") == ["Pending", "Shipped"]
    assert history(session, shop, "1044") == ["Pending", "Cancelled"]
    assert history(session, shop, "1046") == ["Pending", "Confirmed"]


def test_a_cancelled_order_knows_when(session: Session, shop: Shop) -> None:
    bring(shop)
    found = order(session, shop, "1044")
    assert found.cancelled_at is not None
    assert found.cancelled_at.isoformat() == "2026-11-16T04:30:00+00:00"
    assert found.cancel_reason == "from the file shopify_orders.csv"


def test_what_was_paid_back_is_kept(session: Session, shop: Shop) -> None:
    bring(shop)
    assert order(session, shop, "1045").refunded_minor == 40_000


def test_a_formula_in_a_note_is_text(session: Session, shop: Shop) -> None:
    bring(shop)
    found = order(session, shop, "1046")
    assert found.note == '=HYPERLINK("http://evil.example","x")'
    assert found.tags == ["=cmd"]


def test_a_buyer_of_several_orders_is_one_customer_with_one_address(
    session: Session, shop: Shop
) -> None:
    bring(shop)
    customers = session.execute(
        select(CustomerRow.name, CustomerRow.phone, CustomerRow.email)
        .where(CustomerRow.shop_id == shop.id)
        .order_by(CustomerRow.id)
    ).all()
    assert [tuple(customer) for customer in customers] == [
        ("Asha Rao", "+919822012345", "asha@example.com"),
        ("Rahul Verma", "+919830011223", "rahul@example.com"),
        ("Meena Iyer", "+919884012345", None),
    ]
    addresses = session.execute(
        select(AddressRow.line1, AddressRow.line2, AddressRow.state, AddressRow.pincode)
        .where(AddressRow.shop_id == shop.id)
        .order_by(AddressRow.id)
    ).all()
    assert [tuple(address) for address in addresses] == [
        ("12 MG Road", "Flat 4", "Maharashtra", "411001"),
        ("7 Park Street", "", "West Bengal", "700016"),
        ("3 Anna Salai", "", "Tamil Nadu", "600002"),
    ]


def test_a_known_customer_is_matched_by_phone_and_their_address_reused(
    session: Session, shop: Shop
) -> None:
    meena = shop.customer("Meena Iyer", phone="+919884012345")
    home = shop.address(
        meena, city="Chennai", state="Tamil Nadu", pincode="600002", line1="3 Anna Salai"
    )
    bring(shop)
    found = order(session, shop, "1045")
    assert (found.customer_id, found.address_id) == (meena.id, home.id)


def test_a_customer_known_by_e_mail_alone_learns_their_phone_number(
    session: Session, shop: Shop
) -> None:
    rahul = shop.customer("Rahul")
    rahul.phone, rahul.email = None, "rahul@example.com"
    session.flush()
    bring(shop)
    assert order(session, shop, "1043").customer_id == rahul.id
    phones = session.scalars(select(CustomerRow.phone).where(CustomerRow.shop_id == shop.id))
    assert "+919830011223" in phones.all()


def test_the_same_file_twice_changes_nothing(session: Session, shop: Shop) -> None:
    first = bring(shop)
    session.commit()
    second = bring(shop)
    assert first.seen_before_at is None
    assert second.seen_before_at == shop.now
    assert second.records == imports.Counts(unchanged=6)
    assert second.totals == first.totals
    assert orders_of(session, shop) == 6
    assert history(session, shop, "1043") == ["Pending", "Shipped"]


def test_each_file_is_written_down_with_what_it_did(session: Session, shop: Shop) -> None:
    bring(shop)
    row = session.scalars(select(ImportRunRow).where(ImportRunRow.shop_id == shop.id)).one()
    assert (row.kind, row.file_name, row.added, row.changed, row.unchanged, row.refused) == (
        "orders", "shopify_orders.csv", 6, 0, 0, 0,
    )  # fmt: skip


def test_a_dry_run_tells_the_same_and_writes_nothing(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    session.commit()
    told = bring(shop, DATA / "shopify_messy.csv", dry_run=True, refused_file=tmp_path / "no.csv")
    session.commit()
    assert orders_of(session, shop) == 0
    assert session.scalars(select(CustomerRow).where(CustomerRow.shop_id == shop.id)).all() == []
    assert session.scalars(select(ImportRunRow).where(ImportRunRow.shop_id == shop.id)).all() == []
    assert not (tmp_path / "no.csv").exists()
    done = bring(shop, DATA / "shopify_messy.csv")
    assert (told.records, told.rows, told.totals) == (done.records, done.rows, done.totals)
    assert (told.warnings, told.refusals) == (done.warnings, done.refusals)


def test_nothing_is_committed_by_the_import_itself(session: Session, shop: Shop) -> None:
    session.commit()
    bring(shop)
    session.rollback()
    assert orders_of(session, shop) == 0


def test_an_order_that_moved_on_in_shopify_moves_on_here(session: Session, shop: Shop) -> None:
    bring(shop)
    outcome = bring(shop, DATA / "shopify_changed.csv")
    assert outcome.records == imports.Counts(changed=1)
    found = order(session, shop, "1042")
    assert found.status == OrderStatus.SHIPPED
    assert found.payment_status == PaymentStatus.COD_COLLECTED
    assert history(session, shop, "1042") == ["Pending", "Shipped"]
    audit = session.scalars(
        select(AuditRow).where(AuditRow.shop_id == shop.id, AuditRow.subject == "1042")
    ).one()
    assert audit.before == {"status": "Pending", "payment_status": "CODPending"}
    assert audit.after == {"status": "Shipped", "payment_status": "CODCollected"}


def test_an_order_that_moved_on_here_is_not_moved_back(session: Session, shop: Shop) -> None:
    bring(shop)
    found = order(session, shop, "1042")
    found.status, found.payment_status = OrderStatus.DELIVERED, PaymentStatus.COD_COLLECTED
    session.commit()
    outcome = bring(shop)
    assert outcome.records == imports.Counts(unchanged=6)
    assert outcome.warnings == (
        "The payment of one order has moved on here since the file was made and was left as it is"
        " (first order 1042, line 2).",
        "One order has moved on here since the file was made; its status was left as it is"
        " (first order 1042, line 2).",
    )
    found = order(session, shop, "1042")
    assert (found.status, found.payment_status) == ("Delivered", "CODCollected")


def test_a_note_and_a_tag_of_the_shops_own_survive_the_next_export(
    session: Session, shop: Shop
) -> None:
    bring(shop)
    found = order(session, shop, "1046")
    found.note, found.tags = f"{found.note}\nCalled, will be home.", ["=cmd", "vip"]
    session.commit()
    outcome = bring(shop)
    assert outcome.records == imports.Counts(unchanged=6)
    found = order(session, shop, "1046")
    assert found.note.endswith("Called, will be home.")
    assert found.tags == ["=cmd", "vip"]


def test_an_address_changed_here_is_kept_and_told(session: Session, shop: Shop) -> None:
    bring(shop)
    found = order(session, shop, "1045")
    buyer = session.scalars(
        select(CustomerRow).where(
            CustomerRow.shop_id == shop.id, CustomerRow.id == found.customer_id
        )
    ).one()
    elsewhere = shop.address(buyer, line1="5 Beach Road")
    found.address_id = elsewhere.id
    session.commit()
    outcome = bring(shop)
    assert outcome.records == imports.Counts(unchanged=6)
    assert outcome.warnings == (
        "One order goes to another address here than the file says; the address here was kept"
        " (first order 1045, line 7).",
    )
    assert order(session, shop, "1045").address_id == elsewhere.id


def test_an_order_of_another_marketplace_with_the_same_number_is_left_alone(
    session: Session, shop: Shop
) -> None:
    shop.order("1042", total=55)
    outcome = bring(shop)
    assert outcome.records == imports.Counts(added=5, refused=1)
    assert outcome.refusals[0].line == 2
    assert outcome.refusals[0].reason == (
        "Number 1042 belongs to another order here (from Shopify). Give one of them another number."
    )
    assert order(session, shop, "1042").total_minor == 5_500


def test_the_other_shops_orders_of_the_same_numbers_are_untouched(
    session: Session, shop: Shop, other_shop: Shop
) -> None:
    buyer = other_shop.customer("Asha Rao", phone="+919822012345")
    other_shop.order("1042", total=55, customer=buyer)
    bring(shop)
    assert orders_of(session, other_shop) == 1
    assert order(session, other_shop, "1042").total_minor == 5_500
    assert order(session, shop, "1042").customer_id != buyer.id


def test_who_may_not_write_orders_may_not_bring_any(session: Session, shop: Shop) -> None:
    viewer = shop.context(shop.actor(Role.VIEWER))
    with pytest.raises(NotAllowed):
        imports.read_in(viewer, EXPORT, imports.Options(kind="orders"))
    assert orders_of(session, shop) == 0


def test_progress_is_told_in_bytes_to_the_end(shop: Shop) -> None:
    told: list[tuple[int, int]] = []
    bring(shop, progress=lambda done, size: told.append((done, size)))
    size = EXPORT.stat().st_size
    assert told[-1] == (size, size)
    assert all(done <= size for done, _ in told)
