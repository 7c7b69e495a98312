"""All SQL about parcels. Each statement is limited to the orders the actor may see."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from commerce import figures
from commerce.context import Context
from commerce.customers import at_place, names_of, orders_to
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrCaseRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
)
from commerce.lookup import number_ends
from commerce.money import Money
from commerce.parcels import counting, rules
from commerce.parcels.types import (
    NamedOrder,
    OpenNdr,
    Parcel,
    ParcelMoment,
    ParcelSearch,
    ParcelSort,
    Scan,
)
from commerce.scope import own_orders
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    CourierType,
    DeliverySlot,
    NdrReason,
    NdrStatus,
    OrderStatus,
    ShipmentStatus,
)

_EVER = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))

RARE = 5_000
"""Parcels to a place up to which they are sought from its addresses, and not along the sort."""

RECENT = timedelta(days=30)
"""How far back an order is sought by the end of its number."""


def orders_numbered(ctx: Context, numbers: Collection[str]) -> list[NamedOrder]:
    """Return id, number and status of the orders with any of these numbers."""
    return _orders(ctx, _select_orders().where(own_orders(ctx), OrderRow.number.in_(numbers)))


def orders_ending(ctx: Context, ending: str, limit: int) -> list[NamedOrder]:
    """Return recent orders whose number ends so, the newest first."""
    statement = _select_orders().where(
        own_orders(ctx),
        OrderRow.placed_at >= ctx.now - RECENT,
        *number_ends(ending),
    )
    return _orders(ctx, statement.order_by(OrderRow.placed_at.desc()).limit(limit))


def latest_numbers(ctx: Context, limit: int = 60) -> list[str]:
    """Return the newest order numbers, which show how the shop writes them."""
    return list(
        ctx.session.scalars(
            select(OrderRow.number)
            .where(own_orders(ctx))
            .order_by(OrderRow.placed_at.desc())
            .limit(limit)
        )
    )


def orders_with_awb(ctx: Context, awbs: Collection[str]) -> list[NamedOrder]:
    """Return the orders whose parcel carries any of these AWBs."""
    statement = _select_orders().join(ShipmentRow, ShipmentRow.order_id == OrderRow.id)
    return _orders(
        ctx,
        statement.where(
            own_orders(ctx),
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.awb.in_(awbs),
        ),
    )


def parcels_of(ctx: Context, order_id: int) -> list[Parcel]:
    """Return an order's parcels, the oldest first."""
    return _parcels(
        ctx, _select_parcels(ctx).where(ShipmentRow.order_id == order_id).order_by(ShipmentRow.id)
    )


def scans_of(ctx: Context, parcel_ids: Collection[int]) -> dict[int, list[Scan]]:
    """Return parcel id → its scans, the oldest first."""
    found: dict[int, list[Scan]] = {}
    for row in ctx.session.scalars(
        select(ScanRow)
        .where(ScanRow.shop_id == ctx.actor.shop_id, ScanRow.shipment_id.in_(parcel_ids))
        .order_by(ScanRow.at, ScanRow.id)
    ):
        scan = Scan(
            at=row.at,
            status=ShipmentStatus(row.status),
            text=row.raw_text,
            location=row.location,
        )
        found.setdefault(row.shipment_id, []).append(scan)
    return found


def open_ndr_of(ctx: Context, parcel_ids: Collection[int]) -> dict[int, OpenNdr]:
    """Return parcel id → its open case, where it has one."""
    found = ctx.session.scalars(
        select(NdrCaseRow)
        .where(
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shipment_id.in_(parcel_ids),
            NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
        )
        .order_by(NdrCaseRow.id)
    )
    return {row.shipment_id: _open_ndr(row) for row in found}


def late(
    ctx: Context,
    *,
    promised_before: datetime,
    silent_since: datetime,
    courier: CourierType | None,
    limit: int,
) -> tuple[int, int, Money, list[Parcel]]:
    """Return how many parcels are late or silent, how many late, their value, and the first."""
    last_sign = func.coalesce(ShipmentRow.last_scan_at, ShipmentRow.created_at)
    is_late = and_(ShipmentRow.status.in_(rules.AWAITED), ShipmentRow.promised_at < promised_before)
    is_silent = and_(ShipmentRow.status.in_(rules.ON_THE_ROAD), last_sign <= silent_since)
    chosen = [own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id]
    chosen += [ShipmentRow.status.in_(rules.AWAITED), or_(is_late, is_silent)]
    if courier is not None:
        chosen.append(ShipmentRow.courier == courier)
    counted = select(
        func.count(ShipmentRow.id),
        func.coalesce(func.sum(case((is_late, 1), else_=0)), 0),
        func.coalesce(func.sum(OrderRow.total_minor), 0),
    ).join(OrderRow, OrderRow.id == ShipmentRow.order_id)
    count, late_count, value = ctx.session.execute(counted.where(*chosen)).one()
    rows = _select_parcels(ctx).where(*chosen)
    ordered = rows.order_by(
        case((is_late, 0), else_=1),
        case((is_late, ShipmentRow.promised_at), else_=last_sign),
        ShipmentRow.id,
    )
    first = _parcels(ctx, ordered.limit(limit))
    return count, int(late_count), Money(int(value), ctx.currency), first


def count(ctx: Context, search: ParcelSearch) -> tuple[int, Money]:
    """Return how many parcels fit, and the total of their orders, each once."""
    if (added_up := _added_up(ctx, search)) is not None:
        return added_up
    from_place = search.place is not None and names_of(search.place) is None
    orders = (
        select(OrderRow.total_minor, func.count(ShipmentRow.id).label("parcels"))
        .select_from(ShipmentRow)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(own_orders(ctx), *_chosen(ctx, search, from_place=from_place))
        .group_by(OrderRow.id, OrderRow.total_minor)
    )
    if search.place is not None and not from_place:
        orders = orders.join(AddressRow, AddressRow.id == OrderRow.address_id)
    each = orders.subquery().c
    sums = (func.coalesce(func.sum(column), 0) for column in (each.parcels, each.total_minor))
    number, minor = ctx.session.execute(select(*sums)).one()
    return int(number), Money(int(minor), ctx.currency)


def _added_up(ctx: Context, search: ParcelSearch) -> tuple[int, Money] | None:
    """Return what `count` does from daily figures, where they can tell."""
    names = names_of(search.place) if search.place is not None else None
    if search.place is not None and (names is None or search.courier is not None):
        return None
    if search.by is ParcelMoment.RTO and search.period is not None:
        return None
    start, end = (search.period.start, search.period.end) if search.period else _EVER
    rollup = figures.PARCELS if names is None else figures.PARCEL_PLACES
    # Days tell when parcels were sent, not when they turned back; of all that ever did, both will.
    by = ParcelMoment.SENT if search.by is ParcelMoment.RTO else search.by
    facts = figures.facts(ctx, rollup, start, end, of=by.value, by_day=False)
    columns = facts.table.c
    chosen = [counting.added_up(facts.table, search.by, search.outcome, search.payment)]
    if search.courier is not None:
        chosen.append(columns.courier == search.courier)
    if names is not None:
        chosen.append(
            or_(func.lower(columns.city).in_(names), func.lower(columns.state).in_(names))
        )
    number, further, minor = ctx.session.execute(
        select(
            *(
                func.coalesce(func.sum(column), 0)
                for column in (columns.parcels, columns.further, columns.order_minor)
            )
        ).where(*chosen),
        facts.values,
    ).one()
    # Of an order in several parcels, the first may not be among them: rows alone can tell.
    return None if further else (int(number), Money(int(minor), ctx.currency))


def some(ctx: Context, search: ParcelSearch, count: int) -> list[Parcel]:
    """Return the rows of a search that it asks to show, in its order.

    Args:
        ctx: Who asks.
        search: Which parcels.
        count: How many fit, which tells where to look for them.
    """
    at = counting.moment(search.by)
    total, placed = OrderRow.total_minor, OrderRow.placed_at
    sorts = {
        ParcelSort.NEWEST: (at.desc(), ShipmentRow.id.desc()),
        ParcelSort.OLDEST: (at, ShipmentRow.id),
        # As an index of orders has it, so that none of them is read that is not shown.
        ParcelSort.LARGEST: (total.desc(), placed.desc(), OrderRow.id.desc(), ShipmentRow.id),
        ParcelSort.SMALLEST: (total, placed, OrderRow.id, ShipmentRow.id),
    }
    order = sorts[search.sort]
    from_place = count <= RARE and search.place is not None
    page = select(ShipmentRow.id).where(*_chosen(ctx, search, from_place=from_place))
    reaches_address = search.place is not None and not from_place
    if reaches_address or search.sort in (ParcelSort.LARGEST, ParcelSort.SMALLEST):
        page = page.join(OrderRow, OrderRow.id == ShipmentRow.order_id).where(own_orders(ctx))
    if reaches_address:
        page = page.join(AddressRow, AddressRow.id == OrderRow.address_id)
    # Which rows first, from an index of the sort alone; then what is shown of them.
    ids = list(ctx.session.scalars(page.order_by(*order).limit(search.limit).offset(search.skip)))
    return _parcels(ctx, _select_parcels(ctx).where(ShipmentRow.id.in_(ids)).order_by(*order))


def chosen(ctx: Context, search: ParcelSearch) -> list[ColumnElement[bool]]:
    """Return what a search asks, for statements that join addresses where it names a place."""
    return _chosen(ctx, search)


def _chosen(
    ctx: Context, search: ParcelSearch, *, from_place: bool = False
) -> list[ColumnElement[bool]]:
    """Return what a search asks of parcels.

    With `from_place`, those of a place are sought from its addresses; else the statement joins
    addresses.
    """
    chosen = [
        ShipmentRow.shop_id == ctx.actor.shop_id,
        counting.became(ctx, search.outcome, search.by),
    ]
    if search.period is None:
        chosen.append(counting.of_moment(search.by))
    else:
        chosen.append(counting.in_span(search.by, search.period.start, search.period.end))
    if search.payment is not None:
        chosen.append(counting.paid(search.payment))
    if search.courier is not None:
        chosen.append(ShipmentRow.courier == search.courier)
    if search.place is not None:
        chosen.append(
            ShipmentRow.order_id.in_(orders_to(ctx, search.place))
            if from_place
            else at_place(ctx, search.place)
        )
    return chosen


def _select_orders() -> Select[int, str, str]:
    return select(OrderRow.id, OrderRow.number, OrderRow.status)


def _orders(ctx: Context, statement: Select[int, str, str]) -> list[NamedOrder]:
    found = ctx.session.execute(statement)
    return [
        NamedOrder(id=order_id, number=number, status=OrderStatus(status))
        for order_id, number, status in found
    ]


def _select_parcels(ctx: Context) -> Select[ShipmentRow, str, int, str, str]:
    return (
        select(
            ShipmentRow, OrderRow.number, OrderRow.total_minor, CustomerRow.name, AddressRow.city
        )
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id)
    )


def _parcels(ctx: Context, statement: Select[ShipmentRow, str, int, str, str]) -> list[Parcel]:
    return [_parcel(ctx, *row) for row in ctx.session.execute(statement)]


def _parcel(
    ctx: Context, row: ShipmentRow, number: str, total_minor: int, customer: str, city: str
) -> Parcel:
    return Parcel(
        id=row.id, awb=row.awb, order_id=row.order_id, order_number=number,
        courier=CourierType(row.courier), status=ShipmentStatus(row.status),
        warehouse_id=row.warehouse_id, cod=Money(row.cod_minor, ctx.currency),
        value=Money(total_minor, ctx.currency), customer=customer, city=city,
        attempts=row.attempts, created_at=row.created_at, picked_up_at=row.picked_up_at,
        promised_at=row.promised_at, out_for_delivery_at=row.out_for_delivery_at,
        delivered_at=row.delivered_at, rto_at=row.rto_at, last_scan_at=row.last_scan_at,
        last_location=row.last_location,
    )  # fmt: skip


def _open_ndr(row: NdrCaseRow) -> OpenNdr:
    return OpenNdr(
        status=NdrStatus(row.status),
        reason=NdrReason(row.reason),
        attempts=row.attempts,
        due_at=row.due_at,
        reattempt_on=date.fromisoformat(row.reattempt_on) if row.reattempt_on else None,
        reattempt_slot=DeliverySlot(row.reattempt_slot) if row.reattempt_slot else None,
    )
