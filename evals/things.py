"""The things of the shop that conversations speak of, found by rule and read as they are now.

`order:cancellable` is the newest order that can be cancelled, `order:cancellable#2` the one before;
`parcel:other_shop` belongs to somebody else. All SQL here is the grader's own.
"""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from evals.cases import CasesUnreadable

INDIA = ZoneInfo("Asia/Kolkata")

_READ = {
    "order": """
        SELECT o.number AS label, o.id, o.number, o.status, o.total_minor / 100.0 AS total,
          o.payment_method AS payment, o.payment_status, o.refunded_minor / 100.0 AS refunded,
          o.note, o.hold_reason, o.cancel_reason, o.customer_id,
          substr(o.number, 4) AS digits, lower(o.number) AS lower, c.name AS customer, c.phone,
          a.city, a.pincode, a.line1 AS address, i.sku, i.title AS product, s.awb, s.courier,
          s.status AS parcel_status, n.status AS ndr_status
        FROM orders o JOIN customers c ON c.id = o.customer_id
          JOIN addresses a ON a.id = o.address_id
          LEFT JOIN order_items i ON i.order_id = o.id LEFT JOIN shipments s ON s.order_id = o.id
          LEFT JOIN ndr_cases n ON n.shipment_id = s.id
        WHERE o.id = ? ORDER BY i.id, s.id DESC, n.id DESC LIMIT 1""",
    "parcel": """
        SELECT s.awb AS label, s.id, s.awb, s.courier, s.status, s.attempts,
          s.last_location AS place,
          o.number AS "order", o.status AS order_status, o.total_minor / 100.0 AS value,
          o.customer_id, c.name AS customer, c.phone, a.city, a.pincode, n.status AS ndr_status,
          n.reason, n.reattempt_on, n.reattempt_slot
        FROM shipments s JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
          JOIN addresses a ON a.id = o.address_id LEFT JOIN ndr_cases n ON n.shipment_id = s.id
        WHERE s.id = ? ORDER BY n.id DESC LIMIT 1""",
    "product": """
        SELECT v.sku AS label, v.id, v.sku, v.title, p.title AS name, p.id AS product_id,
          v.price_minor / 100.0 AS price, v.mrp_minor / 100 AS mrp, lower(v.sku) AS lower,
          (SELECT sum(on_hand - reserved) FROM stock k WHERE k.variant_id = v.id) AS free,
          (SELECT sum(on_hand) FROM stock k WHERE k.variant_id = v.id) AS on_hand
        FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = ?""",
    "customer": """
        SELECT c.name AS label, c.id, c.name, c.phone, substr(c.phone, 4) AS mobile, c.email,
          (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) AS orders
        FROM customers c WHERE c.id = ?""",
    "city": "SELECT a.city AS label, a.id, a.city, a.state FROM addresses a WHERE a.id = ?",
    "courier": "SELECT s.courier AS label, s.id, s.courier FROM shipments s WHERE s.id = ?",
    "person": "SELECT p.name AS label, p.id, p.name, p.role FROM people p WHERE p.id = ?",
}  # fmt: skip
"""Kind → its attributes; `label` is what people call it."""

_ORDERS = """
    SELECT o.id FROM orders o LEFT JOIN shipments s ON s.order_id = o.id
    WHERE o.shop_id = {shop} AND {where} GROUP BY o.id ORDER BY o.placed_at DESC, o.id DESC"""
_PARCELS = """
    SELECT s.id FROM shipments s JOIN orders o ON o.id = s.order_id
      LEFT JOIN ndr_cases n ON n.shipment_id = s.id AND n.closed_at IS NULL
    WHERE s.shop_id = {shop} AND {where} GROUP BY s.id ORDER BY o.placed_at DESC, s.id DESC"""
_STOCK = """
    SELECT v.id FROM variants v JOIN stock k ON k.variant_id = v.id
      LEFT JOIN (SELECT i.variant_id, sum(i.quantity) AS sold FROM order_items i
        JOIN orders o ON o.id = i.order_id WHERE o.shop_id = {shop}
          AND o.placed_at >= :days_ago_30 AND o.status NOT IN ('Cancelled', 'Failed')
        GROUP BY i.variant_id) m ON m.variant_id = v.id
    WHERE v.shop_id = {shop} AND v.is_active GROUP BY v.id HAVING {where}
    ORDER BY coalesce(m.sold, 0) DESC, v.id"""
_CUSTOMERS = """
    SELECT c.id FROM customers c JOIN orders o ON o.customer_id = c.id
      LEFT JOIN shipments s ON s.order_id = o.id
      LEFT JOIN ndr_cases n ON n.shipment_id = s.id AND n.closed_at IS NULL
    WHERE c.shop_id = {shop} GROUP BY c.id HAVING {where}
    ORDER BY max(o.placed_at) DESC, c.id"""

_UNSENT = "o.status IN ('Pending', 'Confirmed') AND s.id IS NULL"
_WAITS = (
    "s.status = 'DeliveryFailed' AND s.attempts = 1 AND n.status IN ('Open', 'Assigned') "
    "AND n.reason IN ('CustomerNotAvailable', 'AddressChangeRequested')"
)
_ALONE = "(SELECT count(*) FROM variants w WHERE w.product_id = v.product_id) = 1"
_BHIWANDI = "SELECT w.code = 'BWD' FROM warehouses w WHERE w.id = k.warehouse_id"
_DAYS_LEFT = "sum(k.on_hand - k.reserved) / (max(m.sold) / 30.0)"

_RULES: Mapping[str, Mapping[str, str]] = {
    "order": {
        "cancellable": _UNSENT,
        "cod_cancellable": f"{_UNSENT} AND o.payment_method = 'COD'",
        "pending": "o.status = 'Pending'",
        "confirmed": "o.status = 'Confirmed'",
        "held": "o.status = 'OnHold'",
        "paid_delivered": "o.status = 'Delivered' AND o.payment_status = 'Paid' "
        "AND o.total_minor > 60000",
        "pending_cod": "o.status = 'Pending' AND o.payment_status = 'CODPending' AND s.id IS NULL",
        "shipped": "o.status = 'Shipped' AND s.status = 'InTransit'",
        "delivered": "o.status = 'Delivered'",
        "cancelled": "o.status = 'Cancelled'",
        "returned": "o.status = 'RTO'",
        "mine": "o.customer_id = :me",
        "mine_delivered": "o.customer_id = :me AND o.status = 'Delivered'",
        "not_mine": "o.customer_id <> :me AND o.status = 'Shipped'",
        "not_mine_cancellable": f"o.customer_id <> :me AND {_UNSENT}",
    },
    "parcel": {
        "open_ndr": _WAITS,
        "any_ndr": "s.status = 'DeliveryFailed' AND n.id IS NOT NULL",
        "last_attempt": "s.status = 'DeliveryFailed' AND s.attempts >= 3 AND n.id IS NOT NULL",
        "in_transit": "s.status = 'InTransit'",
        "delivered": "s.status = 'Delivered' AND n.id IS NULL AND s.attempts <= 1",
        "mine": "o.customer_id = :me",
        "mine_waiting": f"o.customer_id = :me AND {_WAITS}",
        "not_mine": "o.customer_id <> :me AND s.status = 'InTransit'",
        "not_mine_waiting": f"o.customer_id <> :me AND {_WAITS}",
    },
    "product": {
        "plenty": f"sum(k.on_hand - k.reserved) > 20 AND {_ALONE}",
        "family": "sum(k.on_hand) > 5 AND (SELECT count(*) FROM variants w "
        "WHERE w.product_id = v.product_id) BETWEEN 3 AND 8",
        "in_bhiwandi": f"sum((k.on_hand - k.reserved) * ({_BHIWANDI})) > 10 AND {_ALONE}",
        "sold_out": f"sum(k.on_hand - k.reserved) = 0 AND {_ALONE}",
        "low": f"max(m.sold) > 0 AND {_DAYS_LEFT} < 7",
    },
    "customer": {
        "with_open_ndr": f"sum({_WAITS}) = 1 AND count(n.id) = 1",
        "with_shipped": "sum(o.status = 'Shipped' AND s.status = 'InTransit') > 0",
        "with_delivered": "min(o.status = 'Delivered') = 1 AND count(DISTINCT o.id) >= 2",
        "with_unsent": f"sum({_UNSENT}) > 0",
        "with_several": "count(DISTINCT o.id) >= 4 AND (SELECT count(*) FROM customers d "
        "WHERE d.shop_id = c.shop_id AND d.name = c.name) = 1",
        "someone": "c.id <> coalesce(:me, 0) AND sum(o.status = 'Shipped') > 0",
    },
}  # fmt: skip

_WHOLE = {
    "city:busy": "SELECT min(a.id) FROM orders o JOIN addresses a ON a.id = o.address_id "
    "WHERE o.shop_id = {shop} GROUP BY a.city ORDER BY count(*) DESC, a.city",
    "city:with_ndr": "SELECT min(a.id) FROM ndr_cases n JOIN orders o ON o.id = n.order_id JOIN "
    "addresses a ON a.id = o.address_id WHERE o.shop_id = {shop} AND n.closed_at IS NULL "
    "GROUP BY a.city ORDER BY count(*) DESC, a.city",
    "courier:busy": "SELECT min(s.id) FROM shipments s WHERE s.shop_id = {shop} "
    "GROUP BY s.courier ORDER BY count(*) DESC, s.courier",
    "courier:with_ndr": "SELECT min(s.id) FROM ndr_cases n "
    "JOIN shipments s ON s.id = n.shipment_id WHERE n.shop_id = {shop} "
    "AND n.closed_at IS NULL GROUP BY s.courier ORDER BY count(*) DESC, s.courier",
    "person:agent": "SELECT id FROM people WHERE shop_id = {shop} "
    "AND role = 'NdrAgent' ORDER BY id",
    "person:operator": "SELECT id FROM people WHERE shop_id = {shop} "
    "AND role = 'Operator' ORDER BY id",
    "person:manager": "SELECT id FROM people WHERE shop_id = {shop} "
    "AND role = 'Manager' ORDER BY id",
    "person:owner": "SELECT id FROM people WHERE shop_id = {shop} "
    "AND role = 'Owner' ORDER BY id",
}  # fmt: skip
_FORMS = {"order": _ORDERS, "parcel": _PARCELS, "product": _STOCK, "customer": _CUSTOMERS}
_OTHER_SHOP = {"order": "o.status = 'Delivered'", "parcel": "s.status = 'Delivered'",
               "customer": "count(*) > 0", "product": "sum(k.on_hand) > 0"}  # fmt: skip

_EXPRESSION = re.compile(r"^(?P<kind>[a-z]+):(?P<rule>[a-z_]+)(?:#(?P<place>\d+))?$")
_HOLE = re.compile(r"\{([^{}]+)\}")


@dataclass(slots=True)
class Things:
    """What one conversation speaks of, in its copy of the shop."""

    connection: sqlite3.Connection
    shop: int
    other_shop: int
    now: datetime
    me: int | None = None
    """The customer who asks, by id."""
    _named: dict[str, tuple[str, int]] = field(default_factory=dict)
    _at_first: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def name(self, name: str, expression: str) -> int:
        """Find a thing by its rule, remember it by a name, and return its id.

        Raises:
            CasesUnreadable: No such rule, or nothing in the shop fits it.
        """
        found = _EXPRESSION.match(expression)
        if found is None:
            raise CasesUnreadable(f"{expression!r} is not of the form kind:rule or kind:rule#2.")
        kind, place = found["kind"], int(found["place"] or 1)
        rows = self.connection.execute(self._statement(kind, found["rule"]), self._moments())
        ids = [row[0] for row in rows.fetchmany(place)]
        if len(ids) < place:
            raise CasesUnreadable(f"The shop has no {expression}.")
        self._named[name] = (kind, ids[-1])
        self._at_first[name] = self.read(name)
        return int(ids[-1])

    def read(self, name: str) -> Mapping[str, Any]:
        """Return a thing's attributes as they are in the database now."""
        kind, key = self._thing(name)
        cursor = self.connection.execute(_READ[kind], (key,))
        columns = [column[0] for column in cursor.description]
        return dict(zip(columns, cursor.fetchone(), strict=True))

    def fill(self, value: Any) -> Any:
        """Put what things were called at first in place of `{name}` and `{name.attribute}`."""
        if isinstance(value, str):
            whole = _HOLE.fullmatch(value)
            if whole:
                return self._value(whole[1])
            return _HOLE.sub(lambda hole: _written(self._value(hole[1])), value)
        if isinstance(value, dict):
            return {key: self.fill(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.fill(inner) for inner in value]
        return value

    def count(self, sql: str) -> Any:
        """Return the one value that a case's own SQL gives."""
        row = self.connection.execute(sql, self._parameters()).fetchone()
        return row[0] if row else None

    def execute(self, sql: str) -> None:
        """Make something happen in the shop."""
        self.connection.execute(sql, self._parameters())
        self.connection.commit()

    def _thing(self, name: str) -> tuple[str, int]:
        if name not in self._named and ":" in name:
            self.name(name, name)
        if name not in self._named:
            raise CasesUnreadable(f"Nothing is called {name!r}; add it to `things`.")
        return self._named[name]

    def _value(self, hole: str) -> Any:
        name, _, attribute = hole.partition(".")
        if name == "day":
            return _day(attribute, self.now)
        self._thing(name)
        found = self._at_first[name]
        if (attribute or "label") not in found:
            raise CasesUnreadable(f"{name} has no {attribute!r}, only {', '.join(found)}.")
        return found[attribute or "label"]

    def _statement(self, kind: str, rule: str) -> str:
        whole = _WHOLE.get(f"{kind}:{rule}")
        if whole is not None:
            return whole.format(shop=self.shop)
        if rule == "other_shop" and kind in _FORMS:
            return _FORMS[kind].format(shop=self.other_shop, where=_OTHER_SHOP[kind])
        try:
            where = _RULES[kind][rule]
        except KeyError:
            raise CasesUnreadable(f"There is no rule {kind}:{rule}.") from None
        return _FORMS[kind].format(shop=self.shop, where=where)

    def _parameters(self) -> dict[str, Any]:
        of_things = {
            f"{name}_{attribute}": value
            for name, found in self._at_first.items()
            for attribute, value in found.items()
        }
        labels = {name: found["label"] for name, found in self._at_first.items()}
        return of_things | labels | self._moments()

    def _moments(self) -> dict[str, Any]:
        who = {"shop": self.shop, "other_shop": self.other_shop, "me": self.me}
        return who | _moments(self.now)


def _moments(now: datetime) -> dict[str, str]:
    """Return the beginnings of days people name, as SQLite keeps moments."""
    today = now.astimezone(INDIA).date()
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    monday = today - timedelta(days=today.weekday())
    days = {
        "today": today, "tomorrow": today + timedelta(days=1),
        "yesterday": today - timedelta(days=1), "this_week": monday,
        "last_week": monday - timedelta(days=7), "this_month": month, "last_month": before,
        "this_year": today.replace(month=1, day=1),
        **{f"days_ago_{n}": today - timedelta(days=n) for n in (2, 3, 4, 5, 6, 7, 9, 14, 29)},
    }  # fmt: skip
    return {name: _stored(datetime.combine(day, time(), INDIA)) for name, day in days.items()} | {
        "now": _stored(now),
        "days_ago_30": _stored(now - timedelta(days=30)),
    }


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _day(words: str, now: datetime) -> str:
    """Return a day: `tomorrow`, `in_2`, or how people write it: `in_2_written`."""
    today = now.astimezone(INDIA).date()
    named = {"today": 0, "tomorrow": 1, "yesterday": -1}
    plain = words.removesuffix("_written")
    ahead = named.get(plain)
    if ahead is None:
        ahead = int(plain.removeprefix("in_"))
    day: date = today + timedelta(days=ahead)
    return f"{day.day} {day:%B}" if words.endswith("_written") else day.isoformat()


def _written(value: Any) -> str:
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)
