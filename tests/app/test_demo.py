"""The demo shop: the same for a seed, believable in its rates, and never at odds with itself."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from app import demo
from app.demo import couriers, journeys, office, orders, places, standing, world
from commerce.access import Role
from commerce.db import open_engine, session_factory
from commerce.db.tables import (
    ChannelIdentityRow,
    CustomerRow,
    NdrCaseRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    ShopRow,
    VariantRow,
)
from commerce.errors import NotFound, Refused
from commerce.vocabulary import OPEN_NDR_STATUSES, NdrReason, ShipmentStatus
from tests.builders import Shop

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
"""When 22 November began in India."""

ORDERS = 6_000
"""Enough that a rate is within a point or so of what it is in the long run."""


@pytest.fixture(scope="module")
def shop_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop to read in, with its truth beside it."""
    path = tmp_path_factory.mktemp("demo") / "shop.db"
    shutil.copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    demo.make(engine, orders=ORDERS, now=NOW, truth_file=path.with_name("truth.json"))
    engine.dispose()
    return path


@pytest.fixture
def rangoli(shop_file: Path) -> Iterator[Session]:
    """The demo shop, to read in."""
    engine = open_engine(f"sqlite:///{shop_file}")
    with session_factory(engine)() as session:
        yield session
    engine.dispose()


@pytest.fixture
def truth(shop_file: Path) -> dict[str, Any]:
    """The parameters behind the demo shop."""
    told: dict[str, Any] = json.loads(shop_file.with_name("truth.json").read_text("utf-8"))
    return told


def number(session: Session, query: str) -> float:
    """Return the one figure a query gives."""
    return float(session.execute(text(query)).scalar_one() or 0)


def rto_share(session: Session, condition: str) -> float:
    """Return parcels sent back over those that came to an end."""
    return number(
        session,
        f"""SELECT avg(s.rto_at IS NOT NULL) FROM shipments s JOIN orders o ON o.id = s.order_id
            WHERE (s.rto_at IS NOT NULL OR s.delivered_at IS NOT NULL) AND {condition}""",
    )


def test_about_a_quarter_of_cod_parcels_come_back(rangoli: Session) -> None:
    assert 0.24 < rto_share(rangoli, "o.payment_method = 'COD'") < 0.28


def test_hardly_any_prepaid_parcel_comes_back(rangoli: Session) -> None:
    assert 0.002 < rto_share(rangoli, "o.payment_method <> 'COD'") < 0.025


def test_cod_parcels_come_back_more_often_the_longer_they_take(rangoli: Session) -> None:
    days = "julianday(date(s.out_for_delivery_at)) - julianday(date(s.picked_up_at))"
    quick = rto_share(rangoli, f"o.payment_method = 'COD' AND {days} <= 2")
    slow = rto_share(rangoli, f"o.payment_method = 'COD' AND {days} > 5")
    assert slow - quick > 0.05


def test_about_a_fifth_of_parcels_fail_at_the_door_at_least_once(rangoli: Session) -> None:
    share = number(
        rangoli,
        """SELECT avg(EXISTS (
             SELECT 1 FROM ndr_cases n WHERE n.shop_id = 1 AND n.shipment_id = s.id))
           FROM shipments s WHERE s.out_for_delivery_at IS NOT NULL""",
    )
    assert 0.18 < share < 0.25


def test_two_orders_in_three_are_paid_at_the_door(rangoli: Session) -> None:
    share = number(rangoli, "SELECT avg(payment_method = 'COD') FROM orders")
    assert 0.62 < share < 0.69


def test_festivals_sell_and_the_shop_grows(rangoli: Session) -> None:
    diwali = number(
        rangoli, "SELECT count(*) FROM orders WHERE placed_at BETWEEN '2026-11-01' AND '2026-11-08'"
    )
    before = number(
        rangoli, "SELECT count(*) FROM orders WHERE placed_at BETWEEN '2026-09-10' AND '2026-09-17'"
    )
    first = number(
        rangoli, "SELECT count(*) FROM orders WHERE placed_at BETWEEN '2025-11-01' AND '2025-11-08'"
    )
    assert diwali > 1.4 * before
    assert diwali > 1.4 * first


def test_the_range_is_about_three_hundred_skus_sold_between_cost_and_mrp(rangoli: Session) -> None:
    count = number(rangoli, "SELECT count(*) FROM variants")
    wrong = number(
        rangoli,
        "SELECT count(*) FROM variants WHERE price_minor > mrp_minor OR price_minor <= cost_minor",
    )
    assert (280 <= count <= 320, wrong) == (True, 0)


def test_the_earbuds_stand_at_1999_between_their_competitors(rangoli: Session) -> None:
    variant = rangoli.scalars(
        select(VariantRow).where(VariantRow.title == "Premium Bluetooth Earbuds, Black")
    ).one()
    newest = rangoli.execute(
        text(
            """SELECT competitor, price_minor FROM competitor_prices WHERE variant_id = :variant
               AND at = (SELECT max(at) FROM competitor_prices WHERE variant_id = :variant)
               UNION SELECT competitor, price_minor FROM competitor_prices
               WHERE variant_id = :variant AND at > '2026-11-20'"""
        ).bindparams(variant=variant.id)
    ).all()
    assert variant.price_minor == 199_900
    assert sorted(price for _, price in newest) == [189_900, 204_900, 219_900]


def test_customers_live_in_sixty_cities_and_more_than_120_pincodes() -> None:
    towns = world.build(seed=7, orders=100, now=NOW).places
    assert len(set(towns.city)) >= 60
    assert len(set(towns.pincode)) >= 120


def test_every_phone_is_a_mobile_number(rangoli: Session) -> None:
    phones = rangoli.scalars(
        select(CustomerRow.phone).where(CustomerRow.shop_id == 1).limit(400)
    ).all()
    parsed = [phonenumbers.parse(phone) for phone in phones if phone]
    kinds = {phonenumbers.number_type(phone) for phone in parsed}
    assert (len(parsed), kinds) == (400, {phonenumbers.PhoneNumberType.MOBILE})


def test_every_courier_has_its_own_words_for_every_reason() -> None:
    firms = couriers.read()
    assert [set(codes) for codes in firms.codes] == [{reason.value for reason in NdrReason}] * 7


NEVER_SO = {
    "an order's total is not that of its lines": """
        SELECT o.number FROM orders o JOIN (
          SELECT order_id, sum(unit_price_minor * quantity) AS gross, sum(discount_minor) AS off,
                 sum(tax_minor) AS tax FROM order_items GROUP BY order_id) i ON i.order_id = o.id
        WHERE i.gross <> o.subtotal_minor OR i.off <> o.discount_minor OR i.tax <> o.tax_minor
           OR o.total_minor <> o.subtotal_minor - o.discount_minor + o.shipping_minor""",
    "an order has no lines": """
        SELECT id FROM orders WHERE id NOT IN (SELECT order_id FROM order_items)""",
    "an order's history ends elsewhere than where it stands": """
        SELECT o.number FROM orders o WHERE o.status <> (
          SELECT h.status FROM order_history h WHERE h.shop_id = o.shop_id AND h.order_id = o.id
          ORDER BY h.at DESC, h.id DESC LIMIT 1)""",
    "an order's status contradicts its parcel's": """
        SELECT o.number FROM orders o LEFT JOIN shipments s ON s.order_id = o.id
        WHERE NOT CASE o.status
          WHEN 'Delivered' THEN s.status = 'Delivered'
          WHEN 'Returned' THEN s.status = 'Delivered'
          WHEN 'RTO' THEN s.status IN ('RTOInitiated', 'RTOInTransit', 'RTODelivered')
          WHEN 'Failed' THEN s.status = 'Lost'
          WHEN 'Processing' THEN s.status IN ('Created', 'Manifested')
          WHEN 'Shipped' THEN s.status IN ('PickedUp', 'InTransit', 'ReachedDestination',
                                           'OutForDelivery', 'DeliveryFailed')
          ELSE s.id IS NULL END""",
    "a case's status contradicts its parcel's": """
        SELECT n.id FROM ndr_cases n JOIN shipments s ON s.id = n.shipment_id
        WHERE NOT CASE
          WHEN n.status IN ('ClosedDelivered', 'ClosedAddressUpdated') THEN s.status = 'Delivered'
          WHEN n.status = 'ClosedRTO' THEN s.status = 'RTODelivered'
          WHEN n.status = 'RTOInitiated' THEN s.status IN ('RTOInitiated', 'RTOInTransit')
          WHEN n.status = 'ReattemptInProgress' THEN s.status = 'OutForDelivery'
          ELSE s.status = 'DeliveryFailed' AND n.closed_at IS NULL END""",
    "a parcel failed at the door without a case": """
        SELECT awb FROM shipments WHERE status = 'DeliveryFailed'
        AND id NOT IN (SELECT shipment_id FROM ndr_cases WHERE closed_at IS NULL)""",
    "a parcel's last scan is not its status": """
        SELECT s.awb FROM shipments s WHERE s.created_at > '2026-10-01' AND s.status <> (
          SELECT x.status FROM scans x WHERE x.shop_id = s.shop_id AND x.shipment_id = s.id
          ORDER BY x.at DESC, x.id DESC LIMIT 1)""",
    "a case's priority is not by the rules": """
        SELECT n.id FROM ndr_cases n JOIN orders o ON o.id = n.order_id
        WHERE n.priority <> CASE
          WHEN n.reason = 'CustomerRefused' THEN 'Urgent'
          WHEN o.payment_method = 'COD' OR o.total_minor > 500000 THEN 'High'
          ELSE 'Normal' END""",
    "a case is not due a day after its last attempt": """
        SELECT id FROM ndr_cases
        WHERE abs(julianday(due_at) - julianday(last_attempt_at) - 1) > 0.00002""",
    "a case's attempts are not counted right": """
        SELECT n.id FROM ndr_cases n WHERE n.attempts <> (
          SELECT count(*) FROM ndr_attempts a WHERE a.shop_id = n.shop_id AND a.case_id = n.id)""",
    "something was done about a case outside its life": """
        SELECT a.id FROM ndr_actions a JOIN ndr_cases n ON n.id = a.case_id
        WHERE a.at < n.opened_at OR a.at > n.closed_at""",
    "money does not fit the order": """
        SELECT number FROM orders WHERE NOT CASE
          WHEN payment_status = 'CODCollected' THEN payment_method = 'COD' AND status = 'Delivered'
          WHEN payment_status = 'CODPending' THEN payment_method = 'COD' AND status <> 'Delivered'
          WHEN payment_status = 'Paid' THEN payment_method <> 'COD' AND status <> 'Cancelled'
          WHEN payment_status = 'Pending' THEN payment_method <> 'COD' AND status = 'Pending'
          WHEN payment_status = 'Failed' THEN payment_method <> 'COD' AND status = 'Cancelled'
          ELSE refunded_minor > 0 END""",
    "what is to collect is not the order's total": """
        SELECT s.awb FROM shipments s JOIN orders o ON o.id = s.order_id
        WHERE s.cod_minor <> CASE o.payment_method WHEN 'COD' THEN o.total_minor ELSE 0 END""",
    "a cancelled or held order does not say why": """
        SELECT number FROM orders
        WHERE (status = 'Cancelled') <> (cancelled_at IS NOT NULL AND cancel_reason IS NOT NULL)
           OR (status = 'OnHold') <> (hold_reason IS NOT NULL)""",
    "a shelf promises more than lies on it": """
        SELECT id FROM stock WHERE on_hand < reserved OR reserved < 0""",
    "a shelf went below nothing in the past": """
        SELECT s.id FROM stock s WHERE s.on_hand < (
          SELECT coalesce(sum(m.quantity), 0) FROM stock_movements m
          WHERE m.shop_id = s.shop_id
          AND m.variant_id = s.variant_id AND m.warehouse_id = s.warehouse_id)""",
    "an order's warehouse lies elsewhere than its parcel's stock": """
        SELECT s.awb FROM shipments s WHERE s.warehouse_id IS NULL""",
    "something lies in the future": """
        SELECT id FROM orders WHERE placed_at > '2026-11-22 09:00:00'
        UNION ALL SELECT id FROM scans WHERE at > '2026-11-22 09:00:00'
        UNION ALL SELECT id FROM order_history WHERE at > '2026-11-22 09:00:00'
        UNION ALL SELECT id FROM ndr_actions WHERE at > '2026-11-22 09:00:00'
        UNION ALL SELECT id FROM stock_movements WHERE at > '2026-11-22 09:00:00'
        UNION ALL SELECT id FROM competitor_prices WHERE at > '2026-11-22 09:00:00'
        UNION ALL SELECT id FROM reviews WHERE at > '2026-11-22 09:00:00'""",
    "an address is another customer's": """
        SELECT o.number FROM orders o JOIN addresses a ON a.id = o.address_id
        WHERE a.customer_id <> o.customer_id""",
}


@pytest.mark.parametrize("query", NEVER_SO.values(), ids=NEVER_SO.keys())
def test_it_is_never_so_that(query: str, rangoli: Session) -> None:
    assert rangoli.execute(text(query)).all() == []


def test_what_is_reserved_is_what_open_orders_wait_for(rangoli: Session) -> None:
    waiting = number(
        rangoli,
        """SELECT sum(i.quantity) FROM order_items i JOIN orders o ON o.id = i.order_id
           WHERE o.status IN ('Pending', 'Confirmed', 'OnHold', 'Processing')""",
    )
    assert number(rangoli, "SELECT sum(reserved) FROM stock") == waiting


def test_some_things_are_out_of_stock_and_some_lie_unsold(rangoli: Session) -> None:
    out = number(
        rangoli,
        """SELECT count(*) FROM (SELECT variant_id FROM stock GROUP BY variant_id
           HAVING sum(on_hand - reserved) = 0)""",
    )
    dead = number(
        rangoli,
        """SELECT count(*) FROM (SELECT variant_id FROM stock GROUP BY variant_id
           HAVING sum(on_hand) > 50) WHERE variant_id NOT IN (
             SELECT i.variant_id FROM order_items i JOIN orders o ON o.id = i.order_id
             WHERE o.placed_at > '2026-08-20')""",
    )
    assert out >= 5
    assert dead >= 5


def test_fake_attempts_are_an_eighth_of_failures_and_end_within_minutes(
    rangoli: Session, truth: dict[str, Any]
) -> None:
    fakes = {tuple(entry) for entry in truth["ndr"]["fake_attempts"]}
    waits = {
        (order, attempt): wait
        for order, attempt, wait in rangoli.execute(
            text(
                """SELECT o.number, a.number, (julianday(a.at) - julianday((
                     SELECT max(x.at) FROM scans x WHERE x.shop_id = 1
                     AND x.shipment_id = n.shipment_id
                     AND x.status = 'OutForDelivery' AND x.at <= a.at))) * 1440
                   FROM ndr_attempts a JOIN ndr_cases n ON n.id = a.case_id
                   JOIN orders o ON o.id = n.order_id"""
            )
        )
    }
    assert 0.10 < len(fakes) / len(waits) < 0.16
    assert max(waits[fake] for fake in fakes) < 10
    assert min(wait for attempt, wait in waits.items() if attempt not in fakes) > 30


def test_the_truth_tells_what_was_drawn(truth: dict[str, Any], rangoli: Session) -> None:
    variants = {entry["sku"]: entry for entry in truth["variants"]}
    assert variants["EAR-PBT-BLA"]["elasticity"] == -5.5
    assert len(truth["customers"]["habits"]["best_hour"]) == number(
        rangoli, "SELECT count(*) FROM customers"
    )
    assert {entry["courier"] for entry in truth["couriers"]} >= {"Delhivery", "BlueDart", "DTDC"}
    assert truth["parameters"]["doorstep"]["fake_minutes"] == [1.5, 9.0]


def test_reviews_are_in_english_and_hinglish(rangoli: Session) -> None:
    english = number(rangoli, "SELECT count(*) FROM reviews WHERE language = 'en'")
    hinglish = number(rangoli, "SELECT count(*) FROM reviews WHERE language = 'hi-Latn'")
    assert min(english, hinglish) > 100


@pytest.mark.parametrize("hour", [0.0, 0.5, 14.5, 23.99])
def test_at_any_hour_today_has_orders_and_a_pile_of_open_cases(hour: float) -> None:
    now = MIDNIGHT + timedelta(hours=hour)
    stage = world.build(seed=7, orders=20_000, now=now)
    drawn = orders.Till(stage).next_orders(0, 20_000)
    handling = office.handle(stage, drawn)
    stands = standing.cut(stage, drawn, handling, journeys.travel(stage, drawn, handling))
    today = drawn.placed >= int(MIDNIGHT.timestamp())
    assert today.sum() >= 12
    assert drawn.placed.max() <= now.timestamp()
    assert stands.open_case.sum() >= 40


def test_open_cases_are_both_overdue_and_ahead_and_partly_assigned(rangoli: Session) -> None:
    rows = rangoli.execute(
        text(
            """SELECT due_at < '2026-11-22 09:00:00', assignee_id IS NULL FROM ndr_cases
               WHERE closed_at IS NULL"""
        )
    ).all()
    assert {bool(overdue) for overdue, _ in rows} == {True, False}
    assert {bool(free) for _, free in rows} == {True, False}


def test_some_parcels_have_not_been_scanned_for_days_and_are_late(rangoli: Session) -> None:
    stuck = number(
        rangoli,
        """SELECT count(*) FROM shipments WHERE status IN ('PickedUp', 'InTransit')
           AND promised_at < '2026-11-22 09:00:00' AND last_scan_at < '2026-11-19'""",
    )
    assert stuck >= 3


def test_a_run_of_orders_is_the_same_however_it_is_cut() -> None:
    stage = world.build(seed=7, orders=900, now=NOW)
    whole = orders.Till(stage).next_orders(0, 900)
    till = orders.Till(stage)
    till.next_orders(0, 500)
    rest = till.next_orders(500, 900)
    assert rest.customer.tolist() == whole.customer[500:].tolist()
    assert rest.total.tolist() == whole.total[500:].tolist()
    assert rest.placed.tolist() == whole.placed[500:].tolist()


def test_the_hour_changes_nothing_about_the_days_before() -> None:
    evening = orders.Till(world.build(seed=7, orders=900, now=NOW)).next_orders(0, 900)
    night = world.build(seed=7, orders=900, now=MIDNIGHT + timedelta(minutes=30))
    early = orders.Till(night).next_orders(0, 900)
    before = evening.placed < int(MIDNIGHT.timestamp())
    assert early.placed[before].tolist() == evening.placed[before].tolist()
    assert early.total.tolist() == evening.total.tolist()


def contents(engine: Engine, shop_id: int) -> list[Any]:
    """Return what tells two shops apart."""
    with session_factory(engine)() as session:
        return [
            session.execute(
                select(OrderRow.number, OrderRow.status, OrderRow.total_minor, OrderRow.placed_at)
                .where(OrderRow.shop_id == shop_id)
                .order_by(OrderRow.id)
            ).all(),
            session.execute(
                select(ShipmentRow.awb, ShipmentRow.status, ShipmentRow.last_scan_at)
                .where(ShipmentRow.shop_id == shop_id)
                .order_by(ShipmentRow.id)
            ).all(),
            session.execute(
                select(CustomerRow.name, CustomerRow.phone)
                .where(CustomerRow.shop_id == shop_id)
                .order_by(CustomerRow.id)
            ).all(),
        ]


def other_file(sqlite_template: Path, path: Path) -> Engine:
    """Return another empty database."""
    shutil.copy(sqlite_template, path)
    return open_engine(f"sqlite:///{path}")


def test_the_same_seed_makes_the_same_shop(sqlite_template: Path, tmp_path: Path) -> None:
    first = other_file(sqlite_template, tmp_path / "first.db")
    second = other_file(sqlite_template, tmp_path / "second.db")
    third = other_file(sqlite_template, tmp_path / "third.db")
    one = demo.make(first, orders=300, seed=11, now=NOW)
    two = demo.make(second, orders=300, seed=11, now=NOW)
    three = demo.make(third, orders=300, seed=12, now=NOW)
    assert contents(first, one.shop_id) == contents(second, two.shop_id)
    assert contents(first, one.shop_id) != contents(third, three.shop_id)
    first.dispose()
    second.dispose()
    third.dispose()


def test_a_second_demo_shop_is_refused_and_nothing_is_added(engine: Engine) -> None:
    made = demo.make(engine, orders=60, now=NOW)
    with pytest.raises(Refused, match="Rangoli Bazaar"):
        demo.make(engine, orders=60, now=NOW)
    with session_factory(engine)() as session:
        assert session.scalar(select(func.count()).select_from(ShopRow)) == 1
        assert session.scalar(
            select(func.count()).select_from(OrderRow).where(OrderRow.shop_id == made.shop_id)
        ) == 60  # fmt: skip


def test_a_shop_of_ten_orders_is_refused(engine: Engine) -> None:
    with pytest.raises(Refused, match="at least 50"):
        demo.make(engine, orders=10, now=NOW)
    with session_factory(engine)() as session:
        assert session.scalars(select(ShopRow)).all() == []


def test_a_demo_shop_stands_beside_a_shop_that_is_there(
    engine: Engine, session: Session, other_shop: Shop
) -> None:
    kept = other_shop.order("1042")
    session.commit()
    made = demo.make(engine, orders=60, now=NOW)
    session.expire_all()
    theirs = session.scalars(select(OrderRow).where(OrderRow.shop_id == other_shop.id)).all()
    assert [(row.id, row.number) for row in theirs] == [(kept.id, "1042")]
    assert made.shop_id != other_shop.id


def test_the_database_goes_on_numbering_after_the_demo_shops_rows(
    engine: Engine, session: Session
) -> None:
    made = demo.make(engine, orders=60, now=NOW)
    shop = Shop(session=session, id=made.shop_id, now=NOW, ports=Shop.open(session, now=NOW).ports)
    case = shop.ndr_case()
    session.commit()
    highest = session.scalar(
        select(func.max(NdrCaseRow.id)).where(NdrCaseRow.shop_id == made.shop_id)
    )
    assert case.id == highest


def test_progress_is_told_to_the_end(engine: Engine) -> None:
    told: list[tuple[str, int, int]] = []
    demo.make(engine, orders=60, now=NOW, progress=lambda *step: told.append(step))
    assert told[:3] == [("catalogue", 0, 1), ("catalogue", 1, 1), ("orders", 60, 60)]
    assert told[-1] == ("figures", 1, 1)


def test_what_a_sample_names_exists(engine: Engine, session: Session) -> None:
    made = demo.make(engine, orders=400, now=NOW)
    sample = demo.sample(session, made.shop_id, 3)
    first = sample["customers"][0]
    orders_of_first = session.scalars(
        select(OrderRow.number).where(
            OrderRow.shop_id == made.shop_id, OrderRow.customer_id == first["id"]
        )
    ).all()
    waiting = session.scalars(
        select(ShipmentRow.awb).where(
            ShipmentRow.shop_id == made.shop_id,
            ShipmentRow.status == ShipmentStatus.DELIVERY_FAILED,
        )
    ).all()
    product = sample["products"][0]
    assert sorted(first["orders"]) == sorted(orders_of_first)
    assert set(sample["awbs"]["open_ndr"]) <= set(waiting)
    assert session.scalars(
        select(VariantRow.title).where(
            VariantRow.shop_id == made.shop_id, VariantRow.sku == product["sku"]
        )
    ).one() == product["title"]  # fmt: skip
    assert [len(sample[key]) for key in ("couriers", "cities", "pincodes", "agents")] == [3] * 4
    assert {key for key, found in sample["orders_by_status"].items() if not found} == set()


def test_the_picker_finds_its_people_on_the_web_and_in_the_terminal(
    engine: Engine, session: Session
) -> None:
    made = demo.make(engine, orders=60, now=NOW)
    known = session.execute(
        select(ChannelIdentityRow.external_id, ChannelIdentityRow.channel, PersonRow.role)
        .join(PersonRow, PersonRow.id == ChannelIdentityRow.person_id)
        .where(ChannelIdentityRow.shop_id == made.shop_id, PersonRow.shop_id == made.shop_id)
    ).all()
    roles = {
        "demo:seller": Role.OWNER,
        "demo:manager": Role.MANAGER,
        "demo:ndr_agent": Role.NDR_AGENT,
        "demo:operator": Role.OPERATOR,
        "demo:viewer": Role.VIEWER,
    }
    assert sorted((name, channel, role) for name, channel, role in known) == sorted(
        (name, channel, role.value)
        for name, role in roles.items()
        for channel in ("web", "terminal")
    )


def test_five_ndr_agents_have_languages_reasons_and_a_cap(engine: Engine, session: Session) -> None:
    made = demo.make(engine, orders=60, now=NOW)
    agents = session.scalars(
        select(PersonRow).where(
            PersonRow.shop_id == made.shop_id, PersonRow.role == Role.NDR_AGENT.value
        )
    ).all()
    assert [sorted(agent.skills) for agent in agents] == [["cap", "languages", "reasons"]] * 5


def test_the_default_customer_waits_for_an_undelivered_parcel(
    engine: Engine, session: Session
) -> None:
    made = demo.make(engine, orders=400, now=NOW)
    customer = demo.default_customer(session, made.shop_id)
    open_cases = session.scalar(
        select(func.count())
        .select_from(NdrCaseRow)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(
            NdrCaseRow.shop_id == made.shop_id,
            OrderRow.customer_id == customer,
            NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
        )
    )
    assert open_cases == 1
    assert demo.default_customer(session, made.shop_id) == customer


def test_a_customer_becomes_a_person_once(engine: Engine, session: Session) -> None:
    made = demo.make(engine, orders=400, now=NOW)
    customer = demo.default_customer(session, made.shop_id)
    person = demo.customer_person(session, made.shop_id, customer, NOW)
    session.commit()
    again = demo.customer_person(session, made.shop_id, customer, NOW)
    doors = session.scalars(
        select(ChannelIdentityRow.channel).where(
            ChannelIdentityRow.external_id == f"demo:customer:{customer}"
        )
    ).all()
    assert (person.role, person.customer_id, person.language) == (Role.CUSTOMER, customer, "")
    assert again.id == person.id
    assert sorted(doors) == ["terminal", "web"]


def test_another_shops_customer_is_not_found(
    engine: Engine, session: Session, other_shop: Shop
) -> None:
    stranger = other_shop.customer()
    session.commit()
    made = demo.make(engine, orders=60, now=NOW)
    with pytest.raises(NotFound):
        demo.customer_person(session, made.shop_id, stranger.id, NOW)


def test_the_mean_of_the_cities_is_the_mean_cod_rto() -> None:
    towns = world.build(seed=7, orders=100, now=NOW).places
    mean = float((towns.weight * towns.cod_rto).sum() / towns.weight.sum())
    assert abs(mean - places.MEAN_COD_RTO) < 0.02
