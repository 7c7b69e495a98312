"""What files do to a shop: parcels moved, shelves counted, products priced, reviews kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.access import Role
from commerce.db.tables import (
    Base,
    CompetitorPriceRow,
    EventRow,
    MarketplacePriceRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderRow,
    PriceChangeRow,
    ProductRow,
    ReviewRow,
    ScanRow,
    ShipmentRow,
    StockMovementRow,
    StockRow,
    VariantRow,
    WarehouseRow,
)
from commerce.errors import NotAllowed
from commerce.imports import ImportOutcome, Options
from commerce.vocabulary import NdrStatus, OrderStatus, PaymentStatus, ShipmentStatus
from tests.builders import Shop

FILES = Path(__file__).parent / "files"
AWB = "14326421700001"


def bring(shop: Shop, what: str, **options: object) -> ImportOutcome:
    return imports.read_in(shop.context(), FILES / what, Options(**options))  # type: ignore[arg-type]


def text(shop: Shop, tmp_path: Path, words: str, **options: object) -> ImportOutcome:
    path = tmp_path / "list.csv"
    path.write_text(words, encoding="utf-8")
    return imports.read_in(shop.context(), path, Options(**options))  # type: ignore[arg-type]


def one(session: Session, shop: Shop, table: type[Base]) -> object:
    return session.scalars(
        select(table)
        .where(table.__table__.c["shop_id"] == shop.id)
        .execution_options(populate_existing=True)
    ).one()


def count(session: Session, shop: Shop, table: type[Base]) -> int:
    found = select(func.count()).select_from(table)
    return session.scalar(found.where(table.__table__.c["shop_id"] == shop.id)) or 0


def sent(shop: Shop, status: ShipmentStatus = ShipmentStatus.IN_TRANSIT) -> ShipmentRow:
    order = shop.order("1042", status=OrderStatus.SHIPPED)
    parcel = shop.parcel(order, awb=AWB, status=status)
    parcel.last_scan_at = None
    parcel.out_for_delivery_at = None
    shop.session.flush()
    return parcel


def test_scans_move_a_parcel_its_order_and_its_money_on(session: Session, shop: Shop) -> None:
    shop.ndr_case(sent(shop, ShipmentStatus.DELIVERY_FAILED))
    outcome = bring(shop, "scans.csv")
    assert outcome.records == imports.Counts(changed=3, refused=1)
    parcel, order = one(session, shop, ShipmentRow), one(session, shop, OrderRow)
    assert isinstance(parcel, ShipmentRow)
    assert isinstance(order, OrderRow)
    assert (parcel.status, parcel.last_location) == (ShipmentStatus.DELIVERED, "Pune")
    assert parcel.delivered_at is not None
    assert parcel.delivered_at.isoformat() == "2026-11-14T10:50:00+00:00"
    assert parcel.out_for_delivery_at is not None
    assert parcel.out_for_delivery_at.isoformat() == "2026-11-05T03:30:00+00:00"
    assert (order.status, order.payment_status) == (
        OrderStatus.DELIVERED, PaymentStatus.COD_COLLECTED,
    )  # fmt: skip
    case = one(session, shop, NdrCaseRow)
    assert isinstance(case, NdrCaseRow)
    assert case.status == NdrStatus.CLOSED_DELIVERED


def test_the_same_scans_twice_change_nothing(session: Session, shop: Shop) -> None:
    sent(shop)
    bring(shop, "scans.csv")
    before = [count(session, shop, table) for table in (ScanRow, OrderHistoryRow)]
    again = bring(shop, "scans.csv")
    assert again.records == imports.Counts(unchanged=3, refused=1)
    assert [count(session, shop, table) for table in (ScanRow, OrderHistoryRow)] == before


def test_a_parcel_that_arrived_is_not_sent_back_on_the_road(session: Session, shop: Shop) -> None:
    sent(shop, ShipmentStatus.DELIVERED).delivered_at = datetime(2026, 11, 2, tzinfo=UTC)
    scan = one(session, shop, ScanRow)
    assert isinstance(scan, ScanRow)
    scan.at = datetime(2026, 11, 2, tzinfo=UTC)
    outcome = bring(shop, "scans.csv")
    parcel = one(session, shop, ShipmentRow)
    assert isinstance(parcel, ShipmentRow)
    assert parcel.status == ShipmentStatus.DELIVERED
    assert any("already delivered, returning" in warning for warning in outcome.warnings)


def test_shiprockets_report_adds_parcels_of_known_orders_and_no_others(
    session: Session, shop: Shop
) -> None:
    shop.order("1042")
    shop.order("1043")
    outcome = bring(shop, "shiprocket_shipments.csv")
    assert outcome.records == imports.Counts(added=2, refused=1)
    statuses = session.scalars(
        select(ShipmentRow.status).where(ShipmentRow.shop_id == shop.id).order_by(ShipmentRow.awb)
    )
    assert statuses.all() == [ShipmentStatus.DELIVERED, ShipmentStatus.RTO_IN_TRANSIT]
    orders = session.scalars(
        select(OrderRow.status).where(OrderRow.shop_id == shop.id).order_by(OrderRow.number)
    )
    assert orders.all() == [OrderStatus.DELIVERED, OrderStatus.RTO]
    assert count(session, shop, NdrCaseRow) == 0


def test_the_other_shops_parcel_of_the_same_awb_stays_where_it_is(
    session: Session, shop: Shop, other_shop: Shop
) -> None:
    sent(other_shop)
    assert bring(shop, "scans.csv").records == imports.Counts(refused=4)
    parcel = one(session, other_shop, ShipmentRow)
    assert isinstance(parcel, ShipmentRow)
    assert parcel.status == ShipmentStatus.IN_TRANSIT


@pytest.fixture
def shelves(shop: Shop) -> None:
    pune, delhi = shop.warehouse("PUN", "Pune"), shop.warehouse("DEL", "Delhi")
    medium, large = shop.variant("KUR-BLU-M"), shop.variant("KUR-BLU-L", mrp=1500)
    shop.stock(medium, pune, on_hand=10)
    shop.stock(medium, delhi, on_hand=4)
    shop.stock(large, pune, on_hand=3, reserved=2)


def test_a_stock_list_sets_each_shelf_and_writes_the_difference_down(
    session: Session, shop: Shop, shelves: None
) -> None:
    outcome = bring(shop, "stock.csv")
    assert outcome.records == imports.Counts(changed=2, unchanged=1, refused=5)
    moves = session.execute(
        select(VariantRow.sku, StockMovementRow.quantity, StockMovementRow.reason)
        .join(VariantRow, VariantRow.id == StockMovementRow.variant_id)
        .where(StockMovementRow.shop_id == shop.id)
        .order_by(StockMovementRow.id)
    )
    assert [tuple(move) for move in moves] == [
        ("KUR-BLU-M", 2, "correction"), ("KUR-BLU-L", -3, "correction"),
    ]  # fmt: skip
    assert any("more is promised to orders" in warning for warning in outcome.warnings)


def test_what_a_stock_list_cannot_place_is_refused_with_why(shop: Shop, shelves: None) -> None:
    told = {one.line: one.reason for one in bring(shop, "stock.csv").refusals}
    assert told[4].startswith("SKU is blank")
    assert told[6].startswith("The shop sells nothing with the SKU NO-SUCH.")
    assert told[8] == (
        '"BLR" is none of the shop\'s warehouses: DEL, PUN. Write one of their codes.'
    )
    assert told[9].startswith("KUR-BLU-M stands in the list twice for one warehouse: 12 pieces")


def test_an_old_stock_list_read_again_does_not_undo_what_was_sold_since(
    session: Session, shop: Shop, shelves: None
) -> None:
    bring(shop, "stock.csv")
    session.query(StockRow).where(StockRow.shop_id == shop.id).update({"on_hand": 1})
    again = bring(shop, "stock.csv")
    assert again.records == imports.Counts(unchanged=3, refused=5)
    assert any("read in before" in warning for warning in again.warnings)
    assert bring(shop, "stock.csv", again=True).records.changed == 3


def test_a_list_of_one_warehouse_takes_it_from_the_person(
    session: Session, shop: Shop, shelves: None, tmp_path: Path
) -> None:
    words = "SKU,Qty\nKUR-BLU-M,7\n"
    (refusal,) = text(shop, tmp_path, words, kind="stock").refusals
    assert "the shop has several: DEL, PUN" in refusal.reason
    fixed = text(shop, tmp_path, words, kind="stock", fixed={"warehouse": "Delhi"}, again=True)
    assert fixed.records == imports.Counts(changed=1)


def test_a_new_shop_gets_the_warehouses_of_its_first_list(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    shop.variant("KUR-BLU-M")
    shop.variant("KUR-BLU-L")
    rows = "KUR-BLU-M,Bhiwandi,7\nKUR-BLU-L,bhiwandi,2\n"
    outcome = text(shop, tmp_path, f"SKU,Warehouse,Qty\n{rows}")
    assert outcome.records == imports.Counts(added=2)
    warehouse = one(session, shop, WarehouseRow)
    assert isinstance(warehouse, WarehouseRow)
    assert (warehouse.code, warehouse.city) == ("Bhiwandi", "Bhiwandi")


def test_a_product_master_keeps_the_mrp_of_each_marketplace(session: Session, shop: Shop) -> None:
    outcome = bring(shop, "products.csv")
    assert outcome.records == imports.Counts(added=3, refused=1)
    assert count(session, shop, ProductRow) == 1
    shown = session.execute(
        select(MarketplacePriceRow.marketplace, MarketplacePriceRow.mrp_minor)
        .join(VariantRow, VariantRow.id == MarketplacePriceRow.variant_id)
        .where(MarketplacePriceRow.shop_id == shop.id, VariantRow.sku == "Os206_3141_M")
        .order_by(MarketplacePriceRow.marketplace)
    )
    assert [tuple(row) for row in shown] == [
        ("Ajio", 229_500), ("Amazon", 229_500), ("Amazon FBA", 229_500), ("Flipkart", 229_500),
        ("Myntra", 219_500),
    ]  # fmt: skip
    assert bring(shop, "products.csv").records == imports.Counts(unchanged=3, refused=1)


def test_a_master_changes_what_it_says_and_leaves_the_rest(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    shop.variant("KUR-BLU-M", price=799, cost=300, mrp=1299)
    text(shop, tmp_path, "SKU,MRP,Selling Price\nKUR-BLU-M,1499,899\n", kind="products")
    kurti = one(session, shop, VariantRow)
    assert isinstance(kurti, VariantRow)
    assert (kurti.price_minor, kurti.cost_minor, kurti.mrp_minor) == (89_900, 30_000, 149_900)
    assert kurti.title == "Cotton Kurti, Blue, M"
    assert count(session, shop, PriceChangeRow) == 1


def test_a_price_above_the_mrp_is_refused(session: Session, shop: Shop, shelves: None) -> None:
    outcome = bring(shop, "prices.csv")
    assert outcome.records == imports.Counts(changed=1, refused=1)
    assert outcome.refusals[0].reason.startswith("The price ₹1,999 is above the MRP ₹1,500")
    assert count(session, shop, PriceChangeRow) == 1


def test_competitors_prices_are_kept_beside_ours(
    session: Session, shop: Shop, shelves: None
) -> None:
    outcome = bring(shop, "competitor_prices.csv")
    assert outcome.records == imports.Counts(added=2, unchanged=1)
    kept = session.execute(
        select(CompetitorPriceRow.competitor, CompetitorPriceRow.price_minor)
        .where(CompetitorPriceRow.shop_id == shop.id)
        .order_by(CompetitorPriceRow.price_minor)
    )
    assert [tuple(row) for row in kept] == [("Libas", 74_900), ("Biba", 129_900)]


def test_reviews_are_kept_once_with_their_stars_language_and_writer(
    session: Session, shop: Shop, shelves: None
) -> None:
    asha = shop.customer("Asha")
    asha.email = "asha@example.com"
    session.flush()
    assert bring(shop, "reviews.csv").records == imports.Counts(added=2, refused=2)
    assert bring(shop, "reviews.csv").records == imports.Counts(unchanged=2, refused=2)
    kept = session.execute(
        select(ReviewRow.rating, ReviewRow.language, ReviewRow.customer_id, ReviewRow.text)
        .where(ReviewRow.shop_id == shop.id)
        .order_by(ReviewRow.at)
    )
    assert [tuple(row) for row in kept] == [
        (5, "en", asha.id, 'Lovely\nFits well, "true" colour'), (2, "hi", None, "कपड़ा पतला है"),
    ]  # fmt: skip


def test_a_review_of_these_days_is_told_as_news_and_one_of_long_ago_is_not(
    session: Session, shop: Shop, shelves: None, tmp_path: Path
) -> None:
    asha = shop.customer("Asha")
    asha.email = "asha@example.com"
    session.flush()
    yesterday = f"{shop.now - timedelta(days=1):%Y-%m-%d}"
    words = "Product SKU,Rating,Review,Review Date,Customer Name,Email\n" + "".join(
        f"KUR-BLU-M,{stars},{said},{day},Asha,asha@example.com\n"
        for stars, said, day in ((1, "Torn", yesterday), (2, "Thin", "2026-03-01"))
    )
    for _ in range(2):
        text(shop, tmp_path, words)
    told = session.execute(
        select(EventRow.subject, EventRow.payload).where(
            EventRow.shop_id == shop.id, EventRow.kind == "review.received"
        )
    )
    assert [tuple(row) for row in told] == [(str(asha.id), {"rating": 1, "text": "Torn"})]


@pytest.mark.parametrize(
    ("role", "what"),
    [
        (Role.OPERATOR, "prices.csv"),
        (Role.NDR_AGENT, "scans.csv"),
        (Role.VIEWER, "stock.csv"),
        (Role.CUSTOMER, "reviews.csv"),
    ],
)
def test_who_lacks_the_right_reads_nothing_in(
    session: Session, shop: Shop, shelves: None, role: Role, what: str
) -> None:
    who = shop.context(
        shop.actor(role, customer=shop.customer() if role is Role.CUSTOMER else None)
    )
    with pytest.raises(NotAllowed):
        imports.read_in(who, FILES / what)
    assert count(session, shop, PriceChangeRow) == 0
