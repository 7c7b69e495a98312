"""What is added up by day: of which rows, by which of their traits, under which moment.

Only raw traits of rows are kept, never a share or a rate, so that what a figure means stays where
it is defined (`commerce.reports.metrics`, the `counting` of orders and parcels).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    case,
    cast,
    exists,
    extract,
    func,
    literal,
    null,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from commerce.db.tables import (
    AddressRow,
    Base,
    DailyCasesRow,
    DailyFirstAttemptsRow,
    DailyLanesRow,
    DailyLaneTransitsRow,
    DailyOrderPlacesRow,
    DailyOrdersRow,
    DailyParcelPlacesRow,
    DailyParcelsRow,
    DailySalesRow,
    DailyTransitsRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
)
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus

Moment = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One set of rows that a rollup adds up, each under the day of its moment."""

    moment: Moment
    traits: dict[str, ColumnElement[Any]]
    """Column of the rollup's key → its value."""
    measures: dict[str, ColumnElement[Any]]
    """Column of the rollup → what a row adds to it."""
    source: Any
    """What is selected from: a table, or joined ones."""
    leading: Any
    """The table of the moments, of `source` the one to begin with."""
    only: tuple[ColumnElement[bool], ...] = ()
    """Which of the rows, where not all are added up."""
    of: tuple[tuple[str, str], ...] = ()
    """Traits that are the same for all of the part, such as which moment it is."""

    def rows(
        self, shop_id: Any, start: Any, end: Any, day: ColumnElement[Any],
        names: Collection[str] | None = None,
    ) -> Select[Any]:  # fmt: skip
        """Return the rows of a span, one by one: their day, their traits, what each adds.

        Shop, start (inclusive; `None` from the first) and end (exclusive) are values or parameters.
        Where `names` are given, all other columns are empty.
        """
        fixed = {name: literal(value) for name, value in self.of}
        values = {"day": day} | fixed | self.traits | self.measures
        return (
            select(
                *(
                    (value if names is None or name in names else null()).label(name)
                    for name, value in values.items()
                )
            )
            .select_from(self.source)
            .where(
                self.leading.shop_id == shop_id,
                *self.only,
                *([self.moment >= start] if start is not None else []),
                self.moment < end,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollup:
    """A table of daily figures and the parts it adds up."""

    table: type[Base]
    parts: tuple[Part, ...]

    def parts_of(self, of: str) -> list[Part]:
        """Return the parts of a moment, or all (`""`)."""
        return [part for part in self.parts if of in ("", *(value for _, value in part.of))]

    @property
    def keys(self) -> tuple[str, ...]:
        """The traits, in the order of the table's key, without shop and day."""
        fixed = [name for name, _ in self.parts[0].of]
        return (*fixed, *self.parts[0].traits)

    @property
    def measures(self) -> tuple[str, ...]:
        """What is added up."""
        return tuple(self.parts[0].measures)


_ONE: ColumnElement[Any] = literal(1)
_IS_COD = OrderRow.payment_method == PaymentMethod.COD.value
_PARCEL_IS_COD = ShipmentRow.cod_minor > 0
_ENDED = tuple(
    one.value
    for one in (
        OrderStatus.CANCELLED, OrderStatus.FAILED, OrderStatus.DELIVERED, OrderStatus.RTO,
        OrderStatus.RETURNED,
    )
)  # fmt: skip
SOLD = "Sold"
"""The status in `daily_sales` of what is still on its way to one of the others."""


def _flag(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition as a value that both databases store as the same boolean."""
    return case((condition, True), else_=False)


_FAILED = _flag(
    exists()
    .where(NdrCaseRow.shop_id == ShipmentRow.shop_id, NdrCaseRow.shipment_id == ShipmentRow.id)
    .correlate(ShipmentRow)
)
_REASON = func.coalesce(
    select(NdrCaseRow.reason)
    .where(NdrCaseRow.shop_id == ShipmentRow.shop_id, NdrCaseRow.shipment_id == ShipmentRow.id)
    .order_by(NdrCaseRow.id.desc())
    .limit(1)
    .correlate(ShipmentRow)
    .scalar_subquery(),
    "",
)
"""Of the latest failed delivery; empty where none failed."""

_TOOK = cast(extract("epoch", ShipmentRow.delivered_at), BigInteger) - cast(
    extract("epoch", func.coalesce(ShipmentRow.picked_up_at, ShipmentRow.created_at)), BigInteger
)
_HOURS = (_TOOK + 1800) // 3600
"""From pick-up to delivery, to the nearest hour."""

# An import may not tell when a parcel went out; then it did when it was delivered. Said so that the
# index of deliveries is taken for those, and not one of the many that have not gone out.
_UNTOLD = case((ShipmentRow.out_for_delivery_at.is_(None), 1), else_=0) == 1
_MOMENTS: tuple[tuple[str, Moment, tuple[ColumnElement[bool], ...]], ...] = (
    ("sent", ShipmentRow.created_at, ()),
    ("out", ShipmentRow.out_for_delivery_at, ()),
    ("out", ShipmentRow.delivered_at, (_UNTOLD,)),
    ("delivered", ShipmentRow.delivered_at, ()),
)
_sibling = aliased(ShipmentRow)
_FIRST_COURIER = func.coalesce(
    select(_sibling.courier)
    .where(_sibling.shop_id == OrderRow.shop_id, _sibling.order_id == OrderRow.id)
    .order_by(_sibling.id)
    .limit(1)
    .correlate(OrderRow)
    .scalar_subquery(),
    "",
)
"""Of an order's first parcel; empty before there is one."""
_FURTHER = (
    exists()
    .where(
        _sibling.shop_id == ShipmentRow.shop_id,
        _sibling.order_id == ShipmentRow.order_id,
        _sibling.id < ShipmentRow.id,
    )
    .correlate(ShipmentRow)
)
_WORTH: dict[str, ColumnElement[Any]] = {
    "parcels": _ONE,
    # Orders are worth something once, under their first parcel.
    "further": case((_FURTHER, 1), else_=0),
    "order_minor": case((_FURTHER, 0), else_=OrderRow.total_minor),
}

_PLACES: dict[str, ColumnElement[Any]] = {
    "state": AddressRow.state.expression,
    "city": AddressRow.city.expression,
}
_TOTALS: dict[str, ColumnElement[Any]] = {
    "orders": _ONE,
    "total_minor": OrderRow.total_minor.expression,
    "discount_minor": OrderRow.discount_minor.expression,
    "refunded_minor": OrderRow.refunded_minor.expression,
}

_orders = OrderRow.__table__
_orders_to = _orders.join(AddressRow.__table__, AddressRow.id == OrderRow.address_id)
_parcels = ShipmentRow.__table__
_parcels_of = _parcels.join(_orders, OrderRow.id == ShipmentRow.order_id)
_parcels_to = _parcels_of.join(AddressRow.__table__, AddressRow.id == OrderRow.address_id)
_lines = _orders.join(
    OrderItemRow.__table__,
    and_(OrderItemRow.shop_id == OrderRow.shop_id, OrderItemRow.order_id == OrderRow.id),
)
_cases = NdrCaseRow.__table__.join(_parcels, ShipmentRow.id == NdrCaseRow.shipment_id).join(
    _orders, OrderRow.id == NdrCaseRow.order_id
)

ORDERS = Rollup(
    table=DailyOrdersRow,
    parts=(
        Part(
            moment=OrderRow.placed_at,
            traits={
                "sales_channel": OrderRow.sales_channel.expression,
                "courier": _FIRST_COURIER,
                "payment_method": OrderRow.payment_method.expression,
                "payment_status": OrderRow.payment_status.expression,
                "status": OrderRow.status.expression,
            },
            measures={**_TOTALS, "tax_minor": OrderRow.tax_minor.expression},
            source=_orders,
            leading=OrderRow,
        ),
    ),
)

ORDER_PLACES = Rollup(
    table=DailyOrderPlacesRow,
    parts=(
        Part(
            moment=OrderRow.placed_at,
            traits={**_PLACES, "is_cod": _flag(_IS_COD), "status": OrderRow.status.expression},
            measures=_TOTALS,
            source=_orders_to,
            leading=OrderRow,
        ),
    ),
)

PARCELS = Rollup(
    table=DailyParcelsRow,
    parts=tuple(
        Part(
            of=(("moment", name),),
            moment=moment,
            only=only,
            traits={
                "courier": ShipmentRow.courier.expression,
                "sales_channel": OrderRow.sales_channel.expression,
                "is_cod": _flag(_PARCEL_IS_COD),
                "status": ShipmentRow.status.expression,
                "reason": _REASON,
            },
            measures=_WORTH,
            source=_parcels_of,
            leading=ShipmentRow,
        )
        for name, moment, only in _MOMENTS
    ),
)

PARCEL_PLACES = Rollup(
    table=DailyParcelPlacesRow,
    parts=tuple(
        Part(
            of=(("moment", name),),
            moment=moment,
            only=only,
            traits={
                **_PLACES,
                "is_cod": _flag(_PARCEL_IS_COD),
                "status": ShipmentRow.status.expression,
                "failed": _FAILED,
            },
            measures=_WORTH,
            source=_parcels_to,
            leading=ShipmentRow,
        )
        for name, moment, only in _MOMENTS
    ),
)

SALES = Rollup(
    table=DailySalesRow,
    parts=(
        Part(
            moment=OrderRow.placed_at,
            traits={
                "variant_id": func.coalesce(OrderItemRow.variant_id, 0),
                "status": case((OrderRow.status.in_(_ENDED), OrderRow.status), else_=literal(SOLD)),
            },
            measures={
                "lines": _ONE,
                "pieces": OrderItemRow.quantity.expression,
                "amount_minor": OrderItemRow.quantity * OrderItemRow.unit_price_minor
                - OrderItemRow.discount_minor,
                "tax_minor": OrderItemRow.tax_minor.expression,
            },
            source=_lines,
            leading=OrderRow,
        ),
    ),
)

CASES = Rollup(
    table=DailyCasesRow,
    parts=(
        Part(
            moment=NdrCaseRow.opened_at,
            traits={
                "courier": ShipmentRow.courier.expression,
                "reason": NdrCaseRow.reason.expression,
                "status": NdrCaseRow.status.expression,
                "parcel_status": ShipmentRow.status.expression,
                "attempts": NdrCaseRow.attempts.expression,
            },
            measures={"cases": _ONE, "value_minor": OrderRow.total_minor.expression},
            source=_cases,
            leading=NdrCaseRow,
        ),
    ),
)

_IN_TRANSIT: tuple[ColumnElement[bool], ...] = (
    ShipmentRow.delivered_at.is_not(None),
    # Not to be looked for by it: nearly all are.
    case((ShipmentRow.status == ShipmentStatus.DELIVERED.value, 1), else_=0) == 1,
)

_PUNCTUAL: dict[str, ColumnElement[Any]] = {
    "parcels": _ONE,
    "promised": case((ShipmentRow.promised_at.is_not(None), 1), else_=0),
    "kept": case((ShipmentRow.delivered_at <= ShipmentRow.promised_at, 1), else_=0),
}

TRANSITS = Rollup(
    table=DailyTransitsRow,
    parts=(
        Part(
            moment=ShipmentRow.created_at,
            traits={"courier": ShipmentRow.courier.expression, "hours": _HOURS},
            measures=_PUNCTUAL,
            source=_parcels,
            leading=ShipmentRow,
            only=_IN_TRANSIT,
        ),
    ),
)

_STATE, _CITY = func.lower(AddressRow.state), func.lower(AddressRow.city)

LANES = Rollup(
    table=DailyLanesRow,
    parts=tuple(
        Part(
            of=(("moment", name),),
            moment=moment,
            only=only,
            traits={
                "state": _STATE,
                "city": _CITY,
                "courier": ShipmentRow.courier.expression,
                "is_cod": _flag(_PARCEL_IS_COD),
                "status": ShipmentRow.status.expression,
                "failed": _FAILED,
            },
            measures={"parcels": _ONE},
            source=_parcels_to,
            leading=ShipmentRow,
        )
        for name, moment, only in _MOMENTS
        if name != "delivered"
    ),
)

LANE_TRANSITS = Rollup(
    table=DailyLaneTransitsRow,
    parts=(
        Part(
            moment=ShipmentRow.created_at,
            traits={
                "state": _STATE,
                "city": _CITY,
                "courier": ShipmentRow.courier.expression,
                "hours": _HOURS,
            },
            measures=_PUNCTUAL,
            source=_parcels_to,
            leading=ShipmentRow,
            only=_IN_TRANSIT,
        ),
    ),
)

QUICK_MINUTES = 15
"""An attempt sooner after the parcel went out than this was hardly made."""
_MINUTES_OUT = (
    cast(extract("epoch", NdrAttemptRow.at), BigInteger)
    - cast(extract("epoch", ShipmentRow.out_for_delivery_at), BigInteger)
) // 60

FIRST_ATTEMPTS = Rollup(
    table=DailyFirstAttemptsRow,
    parts=(
        Part(
            moment=NdrCaseRow.opened_at,
            traits={"courier": ShipmentRow.courier.expression, "state": _STATE},
            measures={
                "attempts": _ONE,
                "quick": case((_MINUTES_OUT < QUICK_MINUTES, 1), else_=0),
            },
            source=_cases.join(AddressRow.__table__, AddressRow.id == OrderRow.address_id).join(
                NdrAttemptRow.__table__,
                and_(
                    NdrAttemptRow.shop_id == NdrCaseRow.shop_id,
                    NdrAttemptRow.case_id == NdrCaseRow.id,
                    NdrAttemptRow.number == 1,
                ),
            ),
            leading=NdrCaseRow,
            only=(ShipmentRow.out_for_delivery_at <= NdrAttemptRow.at,),
        ),
    ),
)

ROLLUPS = (
    ORDERS, ORDER_PLACES, PARCELS, PARCEL_PLACES, SALES, CASES, TRANSITS, LANES, LANE_TRANSITS,
    FIRST_ATTEMPTS,
)  # fmt: skip
"""All there are."""
