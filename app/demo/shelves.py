"""Rows of the catalogue, its prices, suppliers, calendar, and of stock and its movements."""

import numpy as np
from sqlalchemy.orm import Session

from app.demo.behaviour import DAYS
from app.demo.bulk import Rows, continue_after, rows, write
from app.demo.catalogue import CATEGORIES, SUPPLIERS
from app.demo.clock import DAY, HOUR, NEVER, day_of, iso_day, midnight, midnight_of, moments
from app.demo.dice import Flags, Ints
from app.demo.journeys import Journeys
from app.demo.market import COMPETITORS
from app.demo.office import Handling
from app.demo.orders import Orders
from app.demo.places import WAREHOUSES
from app.demo.world import World
from commerce.db.tables import (
    CalendarEventRow,
    CompetitorPriceRow,
    PriceChangeRow,
    ProductRow,
    SupplierItemRow,
    SupplierRow,
    VariantRow,
    WarehouseRow,
)

MOVEMENT_DAYS = 90
"""How far back stock movements are kept."""

_ROUNDS = 3
"""Purchases arrive once in every third of those days."""

_PLENTY_DAYS, _LOW_DAYS = (14.0, 60.0), (0.5, 6.0)
"""Days of cover of an ordinary variant and of one that runs low."""


def write_goods(session: Session, world: World, shop_id: int, first: int) -> None:
    """Write products, variants, warehouses, suppliers, prices and the calendar."""
    goods = world.catalogue
    start = midnight_of(world.first_day)
    write(
        session,
        WarehouseRow,
        Rows.of([
            {"id": first + k, "shop_id": shop_id, "code": code, "name": name, "city": city,
             "pincode": pincode}
            for k, (code, name, city, pincode) in enumerate(WAREHOUSES)
        ]),
    )  # fmt: skip
    launch = np.full(len(goods.products), start - 30 * DAY)
    np.maximum.at(launch, goods.product, start + goods.launched * DAY)
    write(
        session,
        ProductRow,
        rows(
            shop_id,
            id=range(first, first + len(goods.products)),
            title=[product.title for product in goods.products],
            category=[product.category for product in goods.products],
            hsn=[product.hsn for product in goods.products],
            tax_class=[product.tax for product in goods.products],
            created_at=moments(launch),
        ),
    )
    write(
        session,
        VariantRow,
        rows(
            shop_id,
            id=range(first, first + len(goods.sku)),
            product_id=(first + goods.product).tolist(),
            sku=goods.sku,
            title=goods.title,
            price_minor=world.market.price[-1].tolist(),
            cost_minor=goods.cost.tolist(),
            mrp_minor=goods.mrp.tolist(),
            weight_grams=goods.grams.tolist(),
            is_active=[True] * len(goods.sku),
        ),
    )
    write(session, PriceChangeRow, _price_rows(world, shop_id, first))
    write(session, CompetitorPriceRow, _rival_rows(world, shop_id, first))
    _write_suppliers(session, world, shop_id, first)
    write(session, CalendarEventRow, _calendar_rows(world, shop_id))
    continue_after(session, WarehouseRow, first + len(WAREHOUSES) - 1)
    continue_after(session, ProductRow, first + len(goods.products) - 1)
    continue_after(session, VariantRow, first + len(goods.sku) - 1)


def _price_rows(world: World, shop_id: int, first: int) -> Rows:
    market = world.market
    moved = np.ones(market.price.shape, dtype=np.bool_)
    moved[1:] = market.price[1:] != market.price[:-1]
    day, variant = np.nonzero(moved)
    sale = market.on_sale[day, variant]
    was_sale = market.on_sale[np.maximum(day - 1, 0), variant]
    why = np.where(day == 0, 0, np.where(sale, 1, np.where(was_sale, 2, 3)))
    words = ("list", "sale", "sale_over", "review")
    return rows(
        shop_id,
        variant_id=(first + variant).tolist(),
        price_minor=market.price[day, variant].tolist(),
        at=moments(midnight((world.first_day + day).astype(np.int64))),
        why=[words[k] for k in why.tolist()],
    )


def _rival_rows(world: World, shop_id: int, first: int) -> Rows:
    market = world.market
    look, variant, rival = np.nonzero(market.rival_price)
    cell = np.arange(len(look), dtype=np.int64)
    hour = 7 * HOUR + world.dice.whole("looked", cell, 12 * HOUR)
    at = midnight(world.first_day + market.looks[look]) + hour
    return rows(
        shop_id,
        variant_id=(first + variant).tolist(),
        competitor=[COMPETITORS[k] for k in rival.tolist()],
        price_minor=market.rival_price[look, variant, rival].tolist(),
        at=moments(np.minimum(at, world.now)),
    )


def _write_suppliers(session: Session, world: World, shop_id: int, first: int) -> None:
    goods, dice = world.catalogue, world.dice
    write(
        session,
        SupplierRow,
        Rows.of(
            [
                {"id": first + k, "shop_id": shop_id, "name": name, "city": city}
                for k, (name, city, *_) in enumerate(SUPPLIERS)
            ]
        ),
    )
    continue_after(session, SupplierRow, first + len(SUPPLIERS) - 1)
    items = Rows({})
    for k, (_, _, category, lead, minimum) in enumerate(SUPPLIERS):
        fits = [n for n, s in enumerate(SUPPLIERS) if s[2] == category]
        of_category = goods.category == CATEGORIES.index(category)
        main = np.array(fits)[goods.product % len(fits)] == k
        spare = world.dice.flag(f"spare{k}", np.arange(len(goods.sku), dtype=np.int64), 0.25)
        chosen = np.flatnonzero(of_category & (main | spare))
        dearer = np.where(main[chosen], 1.0, 1.0 + dice.between(f"dear{k}", chosen, 0.02, 0.10))
        items += rows(
            shop_id,
            supplier_id=[first + k] * len(chosen),
            variant_id=(first + chosen).tolist(),
            cost_minor=np.round(goods.cost[chosen] * dearer, -2).astype(np.int64).tolist(),
            lead_days_mean=np.round(lead * dice.between(f"lead{k}", chosen, 0.9, 1.2), 1).tolist(),
            lead_days_sd=np.round(lead * dice.between(f"sd{k}", chosen, 0.12, 0.35), 1).tolist(),
            minimum_quantity=[minimum] * len(chosen),
        )
    write(session, SupplierItemRow, items)


def _calendar_rows(world: World, shop_id: int) -> Rows:
    return Rows.of(
        [
            {
                "shop_id": shop_id,
                "name": occasion.name,
                "kind": occasion.kind,
                "first_day": iso_day(occasion.first),
                "last_day": iso_day(occasion.last),
                "details": {"favours": list(occasion.favours), "announced": occasion.announced},
            }
            for occasion in world.occasions
        ]
    )


class StockBook:
    """Adds up what left and came back while orders go by, and writes the shelves at the end."""

    def __init__(self, world: World, shop_id: int, first: int) -> None:
        self._world, self._shop_id, self._first = world, shop_id, first
        shape = (len(world.catalogue.sku), len(WAREHOUSES))
        self._reserved = np.zeros(shape, np.int64)
        self._sold = np.zeros((*shape, _ROUNDS), np.int64)
        self._came_back = np.zeros((*shape, _ROUNDS), np.int64)

    def take(
        self, orders: Orders, handling: Handling, journeys: Journeys, reserved: Flags,
        numbers: list[str],
    ) -> Rows:  # fmt: skip
        """Count a run of orders; return its movements."""
        where = self._world.places.warehouse[orders.place][orders.line_order]
        lines = (orders.variant, where)
        held = reserved[orders.line_order]
        np.add.at(self._reserved, (orders.variant[held], where[held]), orders.quantity[held])
        out = handling.picked[orders.line_order]
        back = np.minimum(journeys.rto_done, journeys.returned + 2 * DAY)[orders.line_order]
        # One piece in eight that comes back cannot be sold again.
        usable = ~self._world.dice.flag("spoilt", orders.ids, 0.125)[orders.line_order]
        back = np.where(usable, back, NEVER)
        sold = self._movements(orders, lines, out, -1, "sale", numbers, self._sold)
        return sold + self._movements(orders, lines, back, 1, "return", numbers, self._came_back)

    def shelves(self) -> tuple[Rows, Rows]:
        """Return stock as it lies now, and the purchases that let it come to this."""
        world, dice = self._world, self._world.dice
        goods = world.catalogue
        shape = self._reserved.shape
        cell = np.arange(self._reserved.size, dtype=np.int64).reshape(shape)
        out_now = ~world.market.available[-1][:, None]
        dead = (goods.dead_from < DAYS)[:, None]
        low = dice.flag("low", cell.ravel(), 0.14).reshape(shape) & ~dead
        a_day = self._sold.sum(axis=2) / MOVEMENT_DAYS
        part = dice.uniform("cover", cell.ravel()).reshape(shape)
        plenty = _PLENTY_DAYS[0] + (_PLENTY_DAYS[1] - _PLENTY_DAYS[0]) * part
        short = _LOW_DAYS[0] + (_LOW_DAYS[1] - _LOW_DAYS[0]) * part
        free = np.ceil(a_day * np.where(low, short, plenty)).astype(np.int64)
        free = np.where(low, free, free + 4 + (6 * part).astype(np.int64))
        free = np.where(dead, 25 + (90 * part).astype(np.int64), free)
        on_hand = self._reserved + np.where(out_now, 0, free)
        variant, place = (axis.ravel() for axis in np.indices(shape))
        stock = rows(
            self._shop_id,
            variant_id=(self._first + variant).tolist(),
            warehouse_id=(self._first + place).tolist(),
            on_hand=on_hand.ravel().tolist(),
            reserved=self._reserved.ravel().tolist(),
        )
        bought = self._bought()
        return stock, self._purchases(bought) + self._damages(on_hand, bought)

    def _movements(
        self, orders: Orders, lines: tuple[Ints, Ints], at: Ints, sign: int, reason: str,
        numbers: list[str], book: Ints,
    ) -> Rows:  # fmt: skip
        world = self._world
        age = world.today - day_of(np.minimum(at, world.now))
        chosen = np.flatnonzero((at <= world.now) & (age < MOVEMENT_DAYS))
        third = (MOVEMENT_DAYS - 1 - age[chosen]) * _ROUNDS // MOVEMENT_DAYS
        variant, where = lines[0][chosen], lines[1][chosen]
        np.add.at(book, (variant, where, third), orders.quantity[chosen])
        return rows(
            self._shop_id,
            variant_id=(self._first + variant).tolist(),
            warehouse_id=(self._first + where).tolist(),
            quantity=(sign * orders.quantity[chosen]).tolist(),
            reason=[reason] * len(chosen),
            reference=[numbers[k] for k in orders.line_order[chosen].tolist()],
            at=moments(at[chosen]),
        )

    def _bought(self) -> Ints:
        """Most of what a third of the days sold came in as they began, so no shelf went below 0."""
        most: Ints = (self._sold * 9 + 9) // 10
        bought: Ints = np.maximum(0, most - self._came_back)
        return bought

    def _damages(self, on_hand: Ints, bought: Ints) -> Rows:
        """Where more came back than lies there now, the rest was found damaged."""
        moved = (bought + self._came_back - self._sold).sum(axis=2)
        lost = np.maximum(0, moved - on_hand)
        variant, place = np.nonzero(lost)
        return rows(
            self._shop_id,
            variant_id=(self._first + variant).tolist(),
            warehouse_id=(self._first + place).tolist(),
            quantity=(-lost[variant, place]).tolist(),
            reason=["damage"] * len(variant),
            reference=["stock count"] * len(variant),
            at=moments(np.full(len(variant), self._world.now - 20 * HOUR)),
        )

    def _purchases(self, bought: Ints) -> Rows:
        world = self._world
        variant, place, third = np.nonzero(bought)
        day = world.today - MOVEMENT_DAYS + 1 + third * MOVEMENT_DAYS // _ROUNDS
        at = midnight(day.astype(np.int64)) + 10 * HOUR
        return rows(
            self._shop_id,
            variant_id=(self._first + variant).tolist(),
            warehouse_id=(self._first + place).tolist(),
            quantity=bought[variant, place, third].tolist(),
            reason=["purchase"] * len(variant),
            reference=[f"PO-{iso_day(d)}" for d in day.tolist()],
            at=moments(at),
        )
