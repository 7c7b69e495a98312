"""Rows of orders, their lines and their history."""

import numpy as np

from app.demo.bulk import Rows, rows
from app.demo.clock import HOUR, moments, moments_or_none
from app.demo.customers import address_id
from app.demo.data import words
from app.demo.dice import Ints
from app.demo.journeys import Journeys
from app.demo.office import Handling
from app.demo.orders import Orders
from app.demo.standing import Standing
from app.demo.world import World
from commerce.vocabulary import OrderStatus, SalesChannel

FIRST_NUMBER = 100_001
"""The shop's first order is SE-100001."""


class Ledger:
    """Writes down runs of orders."""

    def __init__(self, world: World, shop_id: int, first: int, operator_id: int) -> None:
        self._world, self._shop_id, self._first = world, shop_id, first
        self._operator_id = operator_id
        self._words = words("phrases.toml")
        self._channels = list(world.behaviour.buyers.channels)
        self._methods = list(world.behaviour.buyers.prepaid)

    def numbers(self, orders: Orders) -> list[str]:
        """Return what people call these orders."""
        return [f"SE-{FIRST_NUMBER + k}" for k in orders.ids.tolist()]

    def order_rows(self, orders: Orders, handling: Handling, standing: Standing) -> Rows:
        """Return the orders as they stand now."""
        world, first, ids = self._world, self._first, orders.ids
        cancelled = [status is OrderStatus.CANCELLED for status in standing.order]
        reasons = self._cancel_reasons(orders, handling)
        holds = self._hold_reasons(orders)
        address = zip(orders.customer.tolist(), orders.other_address.tolist(), strict=True)
        return rows(
            self._shop_id,
            id=(first + ids).tolist(),
            number=self.numbers(orders),
            sales_channel=[self._channels[k] for k in orders.channel.tolist()],
            source_id=self._source_ids(orders),
            customer_id=(first + orders.customer).tolist(),
            address_id=[address_id(first, number, other) for number, other in address],
            status=[status.value for status in standing.order],
            payment_method=[
                "COD" if cod else self._methods[k]
                for cod, k in zip(orders.cod.tolist(), orders.method.tolist(), strict=True)
            ],
            payment_status=[status.value for status in standing.payment],
            currency=["INR"] * len(ids),
            subtotal_minor=orders.subtotal.tolist(),
            discount_minor=orders.discount.tolist(),
            shipping_minor=orders.shipping.tolist(),
            tax_minor=orders.tax.tolist(),
            total_minor=orders.total.tolist(),
            refunded_minor=standing.refunded.tolist(),
            placed_at=moments(orders.placed),
            hold_reason=[
                reason if status is OrderStatus.ON_HOLD else None
                for reason, status in zip(holds, standing.order, strict=True)
            ],
            cancelled_at=moments_or_none(handling.cancelled, world.now),
            cancel_reason=[
                reason if gone else None for reason, gone in zip(reasons, cancelled, strict=True)
            ],
            tags=self._tags(orders),
            note=self._notes(orders),
        )

    def item_rows(self, orders: Orders) -> Rows:
        """Return the lines."""
        goods, variants = self._world.catalogue, orders.variant.tolist()
        return rows(
            self._shop_id,
            order_id=(self._first + orders.ids[orders.line_order]).tolist(),
            variant_id=(self._first + orders.variant).tolist(),
            sku=[goods.sku[k] for k in variants],
            title=[goods.title[k] for k in variants],
            quantity=orders.quantity.tolist(),
            unit_price_minor=orders.unit.tolist(),
            discount_minor=orders.line_discount.tolist(),
            tax_minor=orders.line_tax.tolist(),
        )

    def history_rows(self, orders: Orders, handling: Handling, journeys: Journeys) -> Rows:
        """Return every step up to now, in order."""
        h, j = handling, journeys
        count = len(orders.ids)
        none = [""] * count
        holds, cancels = self._hold_reasons(orders), self._cancel_reasons(orders, handling)
        returns = self._pick("return", self._words["return"], orders.ids)
        never_tried = (j.failed[:, 0] > self._world.now).tolist()
        gone = [self._words["gone"] if early else "" for early in never_tried]
        kept = np.where(h.cancelled <= h.hold_end, 1 << 60, h.hold_end)
        steps: list[tuple[OrderStatus, Ints, list[str], bool]] = [
            (OrderStatus.PENDING, orders.placed, none, False),
            (OrderStatus.CONFIRMED, h.confirmed, none, False),
            (OrderStatus.ON_HOLD, h.held, holds, True),
            (OrderStatus.CONFIRMED, kept, none, True),
            (OrderStatus.CANCELLED, h.cancelled, cancels, True),
            (OrderStatus.PROCESSING, h.labelled, none, False),
            (OrderStatus.SHIPPED, h.picked, none, False),
            (OrderStatus.RTO, j.rto, gone, False),
            (OrderStatus.FAILED, j.lost, [self._words["lost"]] * count, True),
            (OrderStatus.DELIVERED, j.delivered, none, False),
            (OrderStatus.RETURNED, j.returned, returns, True),
        ]
        at = np.concatenate([moment for _, moment, _, _ in steps])
        row = np.tile(np.arange(count), len(steps))
        step = np.repeat(np.arange(len(steps)), count)
        happened = np.flatnonzero(at <= self._world.now)
        happened = happened[np.lexsort((step[happened], at[happened], row[happened]))]
        row, step = row[happened], step[happened]
        pairs = list(zip(row.tolist(), step.tolist(), strict=True))
        return rows(
            self._shop_id,
            order_id=(self._first + orders.ids[row]).tolist(),
            status=[steps[s][0].value for _, s in pairs],
            at=moments(at[happened]),
            person_id=[self._operator_id if steps[s][3] else None for _, s in pairs],
            reason=[steps[s][2][r] for r, s in pairs],
        )

    def _source_ids(self, orders: Orders) -> list[str]:
        """Return ids in each channel's own shape."""
        made = []
        for number, channel in zip(orders.ids.tolist(), orders.channel.tolist(), strict=True):
            match SalesChannel(self._channels[channel]):
                case SalesChannel.SHOPIFY:
                    made.append(str(6_820_000_000_000 + number * 32_768))
                case SalesChannel.AMAZON:
                    made.append(f"40{number % 9}-{number * 7_919 % 10**7:07d}-{number:07d}")
                case SalesChannel.MEESHO:
                    made.append(f"{19_000_000_000_000 + number * 2_741}_1")
                case SalesChannel.WOOCOMMERCE:
                    made.append(str(41_000 + number))
                case _:
                    made.append(f"WA-{number + 1}")
        return made

    def _cancel_reasons(self, orders: Orders, handling: Handling) -> list[str]:
        drawn = self._pick("cancel", self._words["cancel"], orders.ids)
        lapsed = handling.unpaid & (handling.cancelled == orders.placed + 48 * HOUR)
        return [
            self._words["unpaid"] if unpaid else reason
            for reason, unpaid in zip(drawn, lapsed.tolist(), strict=True)
        ]

    def _hold_reasons(self, orders: Orders) -> list[str]:
        """Return why each would be held; nobody waits to confirm money that has come."""
        cod = self._pick("hold", self._words["hold"] + self._words["hold_cod"], orders.ids)
        prepaid = self._pick("hold", self._words["hold"], orders.ids)
        return [a if c else b for a, b, c in zip(cod, prepaid, orders.cod.tolist(), strict=True)]

    def _tags(self, orders: Orders) -> list[list[str]]:
        coupon, gift = orders.discount > 0, self._world.dice.flag("gift", orders.ids, 0.02)
        both = zip(coupon.tolist(), gift.tolist(), strict=True)
        return [["coupon"] * c + ["gift"] * g for c, g in both]

    def _notes(self, orders: Orders) -> list[str]:
        said = self._world.dice.flag("note", orders.ids, 0.04).tolist()
        notes = self._pick("note/which", self._words["order_notes"], orders.ids)
        return [note if has else "" for note, has in zip(notes, said, strict=True)]

    def _pick(self, what: str, choices: list[str], ids: Ints) -> list[str]:
        return [choices[k] for k in self._world.dice.whole(what, ids, len(choices)).tolist()]


def first_purchases(orders: Orders) -> tuple[Ints, list[str]]:
    """Return the customers who come with these orders, and when."""
    chosen = np.flatnonzero(orders.is_new)
    return orders.customer[chosen], moments(orders.placed[chosen] - 120)
