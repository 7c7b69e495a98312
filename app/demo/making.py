"""Makes the demo shop: draws the orders run by run and writes everything that follows from them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.demo import clock, journeys, office, shelves, staff, standing, truth, world
from app.demo.bulk import continue_after, first_free_id, in_place, loading, write
from app.demo.cases import Cases
from app.demo.customers import address_id
from app.demo.ledger import Ledger, first_purchases
from app.demo.orders import Till
from app.demo.reviews import Reviews
from app.demo.road import Road
from app.demo.shelves import StockBook
from app.demo.world import World
from commerce import customers, figures
from commerce.db import session_factory
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    ReviewRow,
    ScanRow,
    ShipmentRow,
    ShopRow,
    StockMovementRow,
    StockRow,
)
from commerce.errors import Refused

NAME = "Rangoli Bazaar"

FEWEST = 50
"""With fewer orders there is nothing to look at."""

RUN = 4_000
"""Orders drawn and written at a time; the shop is the same whatever it is."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoShop:
    """What was made."""

    shop_id: int
    name: str
    orders: int
    customers: int
    parcels: int
    ndr_cases: int
    people: dict[str, int]
    """Ids of the team by name."""


def make(
    engine: Engine, *, orders: int, seed: int, now: datetime, truth_file: Path | None,
    progress: Progress | None,
) -> DemoShop:  # fmt: skip
    """Fill the database in one transaction."""
    if orders < FEWEST:
        raise Refused("error-demo-too-small", fewest=FEWEST)
    stage = world.build(seed=seed, orders=orders, now=now)
    tell = progress or (lambda *_: None)
    with in_place(engine), session_factory(engine)() as session:
        with loading(session):
            maker = _Maker(session, stage, now, tell)
            made = maker.make()
            tell("indexes", 0, 1)
        tell("figures", 0, 1)
        figures.rebuild(session, made.shop_id, now)
        customers.rebuild(session, made.shop_id)
        session.commit()
        tell("figures", 1, 1)
    if truth_file is not None:
        truth.write(truth_file, stage, maker.till.customers, maker.cases)
    return made


class _Maker:
    """One shop in the making."""

    def __init__(self, session: Session, stage: World, now: datetime, progress: Progress) -> None:
        _refuse_a_second(session)
        self._session, self._world, self._progress = session, stage, progress
        self._first = first_free_id(session)
        shop = ShopRow(
            name=NAME, currency="INR", zone=clock.ZONE, is_demo=True, settings={},
            created_at=now - timedelta(days=610),
        )  # fmt: skip
        session.add(shop)
        session.flush()
        self._shop_id = shop.id
        self._people = staff.hire(session, shop.id, now)
        operator = next(c for c in staff.TEAM if c.key == "operator")
        self.till = Till(stage)
        self.cases = Cases(stage, shop.id, self._first, self._people)
        self._ledger = Ledger(stage, shop.id, self._first, self._people[operator.name])
        self._road = Road(stage, shop.id, self._first)
        self._reviews = Reviews(stage, shop.id, self._first)
        self._stock = StockBook(stage, shop.id, self._first)

    def make(self) -> DemoShop:
        total = self._world.orders
        self._progress("catalogue", 0, 1)
        shelves.write_goods(self._session, self._world, self._shop_id, self._first)
        self._progress("catalogue", 1, 1)
        for start in range(0, total, RUN):
            stop = min(start + RUN, total)
            self._run(start, stop)
            self._progress("orders", stop, total)
        stock, purchases = self._stock.shelves()
        write(self._session, StockRow, stock)
        write(self._session, StockMovementRow, purchases)
        self._number_on()
        return DemoShop(
            shop_id=self._shop_id, name=NAME, orders=total, customers=self.till.customers,
            parcels=self._road.count, ndr_cases=self.cases.count, people=self._people,
        )  # fmt: skip

    def _run(self, start: int, stop: int) -> None:
        session, stage = self._session, self._world
        orders = self.till.next_orders(start, stop)
        handling = office.handle(stage, orders)
        trips = journeys.travel(stage, orders, handling)
        now = standing.cut(stage, orders, handling, trips)
        new, since = first_purchases(orders)
        customers, addresses = stage.customers.rows(self._shop_id, self._first, new, since)
        write(session, CustomerRow, customers)
        write(session, AddressRow, addresses)
        write(session, OrderRow, self._ledger.order_rows(orders, handling, now))
        write(session, OrderItemRow, self._ledger.item_rows(orders))
        write(session, OrderHistoryRow, self._ledger.history_rows(orders, handling, trips))
        parcels = self._road.parcel_ids(now)
        write(session, ShipmentRow, self._road.parcel_rows(orders, handling, trips, now, parcels))
        write(session, ScanRow, self._road.scan_rows(orders, handling, trips, now, parcels))
        cases, attempts, actions = self.cases.rows(orders, trips, now, parcels)
        write(session, NdrCaseRow, cases)
        write(session, NdrAttemptRow, attempts)
        write(session, NdrActionRow, actions)
        write(session, ReviewRow, self._reviews.rows(orders, trips))
        numbers = self._ledger.numbers(orders)
        moved = self._stock.take(orders, handling, trips, now.reserved, numbers)
        write(session, StockMovementRow, moved)

    def _number_on(self) -> None:
        last = self._first - 1
        customers = self.till.customers
        for table, highest in (
            (CustomerRow, last + customers),
            (AddressRow, address_id(self._first, customers - 1, True)),
            (OrderRow, last + self._world.orders),
            (ShipmentRow, last + max(self._road.count, 1)),
            (NdrCaseRow, last + max(self.cases.count, 1)),
        ):
            continue_after(self._session, table, highest)


def _refuse_a_second(session: Session) -> None:
    there = session.scalar(select(ShopRow.name).where(ShopRow.is_demo).limit(1))
    if there is not None:
        raise Refused("error-demo-exists", name=there)
