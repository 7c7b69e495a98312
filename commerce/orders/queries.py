"""All SQL about orders. Each statement starts with what the actor may see."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVarTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute

from commerce import customers, figures, inventory
from commerce.context import Context
from commerce.customers import Address, Customer
from commerce.customers.queries import address, customer
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
)
from commerce.money import Money
from commerce.orders import counting, rules
from commerce.orders.types import OrderLine, OrderSearch, OrderSort, OrderSummary, PaymentKind
from commerce.scope import own_orders
from commerce.vocabulary import (
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    SalesChannel,
    ShipmentStatus,
)

_Columns = TypeVarTuple("_Columns")

_SORTS: Mapping[OrderSort, tuple[tuple[InstrumentedAttribute[Any], bool], ...]] = {
    OrderSort.NEWEST: ((OrderRow.placed_at, True), (OrderRow.id, True)),
    OrderSort.OLDEST: ((OrderRow.placed_at, False), (OrderRow.id, False)),
    OrderSort.LARGEST: (
        (OrderRow.total_minor, True), (OrderRow.placed_at, True), (OrderRow.id, True),
    ),
    OrderSort.SMALLEST: (
        (OrderRow.total_minor, False), (OrderRow.placed_at, False), (OrderRow.id, False),
    ),
}  # fmt: skip
"""What a list is sorted by, and whether from the highest down; no two orders are equal in it.

All of one sort run the same way, so that an index serves it in either direction.
"""

RARE = 5_000
"""Orders of a place up to which they are sought from its addresses, and not along the sort."""

_EVER = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))


def count(ctx: Context, search: OrderSearch) -> tuple[int, Money]:
    """Return how many orders fit, and their total.

    Raises:
        NotFound: No such customer or product.
    """
    if (added_up := _added_up(ctx, search)) is not None:
        number, minor = added_up
        return number, Money(minor, ctx.currency)
    if (rest := _but_the_rest(ctx, search)) is not None:
        return rest
    return _counted(ctx, search)


def _but_the_rest(ctx: Context, search: OrderSearch) -> tuple[int, Money] | None:
    """Return what `count` does of most orders: all but those on the other side of an amount.

    How many there are in all is known from daily figures; the fewer are then counted.
    """
    least, most = search.min_total, search.max_total
    if (least is None) is (most is None):
        return None
    every = replace(search, min_total=None, max_total=None)
    if (whole := _added_up(ctx, every)) is None or not whole[0]:
        return None
    average = whole[1] // whole[0]
    one = Money(1, ctx.currency)
    if least is not None and least.minor <= average:
        number, worth = _counted(ctx, replace(every, max_total=least - one))
    elif most is not None and most.minor >= average:
        number, worth = _counted(ctx, replace(every, min_total=most + one))
    else:
        return None
    return whole[0] - number, Money(whole[1], ctx.currency) - worth


def _counted(ctx: Context, search: OrderSearch) -> tuple[int, Money]:
    """Return what `count` does, row by row."""
    # Rows are counted, not their ids, so that an index which has the total will do.
    total = func.coalesce(func.sum(OrderRow.total_minor), 0)
    statement = select(func.count(), total).select_from(OrderRow)
    from_places = search.place is not None and customers.names_of(search.place) is None
    if not from_places:
        statement = _reaching(search, statement)
    conditions = _conditions(ctx, search, from_places=from_places)
    number, minor = ctx.session.execute(statement.where(*conditions)).one()
    return number, Money(int(minor), ctx.currency)


def summaries(ctx: Context, search: OrderSearch, count: int) -> list[OrderSummary]:
    """Return the rows of a search that it asks to show, in its order.

    Args:
        ctx: Who asks.
        search: Which orders.
        count: How many fit, which tells where to look for them.

    Raises:
        NotFound: No such customer or product.
    """
    order = [column.desc() if falls else column.asc() for column, falls in _SORTS[search.sort]]
    ids = _few(ctx, search) if count <= RARE else _many(ctx, search, order)
    found = ctx.session.execute(
        select(OrderRow, CustomerRow.name, AddressRow.city)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(own_orders(ctx), OrderRow.id.in_(ids))
        .order_by(*order)
    )
    return [_summary(row, name, city) for row, name, city in found]


def _few(ctx: Context, search: OrderSearch) -> list[int]:
    """Return a page of a search that few orders fit: all of them are found, and then sorted."""
    columns = [column for column, _ in _SORTS[search.sort]]
    falls = _SORTS[search.sort][0][1]
    last = _last_shown(ctx, search)
    found: list[Any] = [
        tuple(row)
        for row in ctx.session.execute(
            select(*columns).where(*_conditions(ctx, search, from_places=True))
        )
    ]
    found.sort(reverse=falls)
    if last is not None:
        found = [row for row in found if (row < last if falls else row > last)]
    skip = search.skip if last is None else 0
    return [row[-1] for row in found[skip : skip + search.limit]]


def _many(ctx: Context, search: OrderSearch, order: Sequence[Any]) -> list[int]:
    """Return a page of a search that many orders fit, found along an index of its sort."""
    chosen = _reaching(search, select(OrderRow.id)).where(
        *_conditions(ctx, search, along_sort=True)
    )
    last = _last_shown(ctx, search)
    if last is not None:
        columns = [column for column, _ in _SORTS[search.sort]]
        here, there = tuple_(*columns), tuple_(*(
            bindparam(None, value, type_=column.type)
            for column, value in zip(columns, last, strict=True)
        ))  # fmt: skip
        chosen = chosen.where(here < there if _SORTS[search.sort][0][1] else here > there)
    skip = search.skip if last is None else 0
    return list(ctx.session.scalars(chosen.order_by(*order).limit(search.limit).offset(skip)))


def by_status(ctx: Context, search: OrderSearch) -> dict[OrderStatus, int]:
    """Return how many of the orders that fit stand where.

    Raises:
        NotFound: No such customer or product.
    """
    statement = _reaching(search, select(OrderRow.status, func.count(OrderRow.id)))
    found = ctx.session.execute(
        statement.where(*_conditions(ctx, search)).group_by(OrderRow.status)
    )
    return {OrderStatus(status): number for status, number in found}


def numbers(ctx: Context, search: OrderSearch, statuses: Collection[OrderStatus]) -> list[str]:
    """Return the numbers of the orders that fit and stand in one of these, the oldest first.

    Raises:
        NotFound: No such customer or product.
    """
    found = ctx.session.scalars(
        _reaching(search, select(OrderRow.number))
        .where(*_conditions(ctx, search), OrderRow.status.in_(statuses))
        .order_by(OrderRow.placed_at, OrderRow.id)
    )
    return list(found)


def standings(ctx: Context, numbers: Collection[str], *, lock: bool) -> dict[str, str]:
    """Return order number → how it stands, in one line that differs once anything of it moved.

    `lock` holds the orders until the transaction ends.
    """
    statement = (
        select(OrderRow)
        .where(own_orders(ctx), OrderRow.number.in_(numbers))
        .order_by(OrderRow.id)
        .execution_options(populate_existing=True)
    )
    found = ctx.session.scalars(statement.with_for_update() if lock else statement)
    return {
        row.number: f"{row.status} {row.payment_status} {row.total_minor} @{row.address_id}"
        for row in found
    }


def cash_on_delivery(ctx: Context, numbers: Collection[str]) -> int:
    """Return how many of these orders are cash on delivery."""
    statement = select(func.count(OrderRow.id)).where(
        own_orders(ctx), OrderRow.number.in_(numbers), counting.is_cod()
    )
    return ctx.session.scalar(statement) or 0


def whole(ctx: Context, order_id: int) -> tuple[OrderRow, Customer, Address] | None:
    """Return an order with its customer and address as they are in the database now."""
    found = ctx.session.execute(
        select(OrderRow, CustomerRow, AddressRow)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(own_orders(ctx), OrderRow.id == order_id)
        .execution_options(populate_existing=True)
    ).first()
    if found is None:
        return None
    order, buyer, place = found
    return order, customer(buyer), address(place)


def row(ctx: Context, number: str, *, lock: bool) -> OrderRow | None:
    """Return the order of exactly this number as it is in the database now.

    `lock` holds it until the transaction ends.
    """
    statement = (
        select(OrderRow)
        .where(own_orders(ctx), OrderRow.number == number)
        .execution_options(populate_existing=True)
    )
    return ctx.session.scalar(statement.with_for_update() if lock else statement)


def lines(ctx: Context, order_id: int) -> list[OrderLine]:
    """Return what an order is of."""
    found = ctx.session.scalars(
        select(OrderItemRow)
        .where(OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.order_id == order_id)
        .order_by(OrderItemRow.id)
    )
    return [
        OrderLine(
            variant_id=item.variant_id, sku=item.sku, title=item.title, quantity=item.quantity,
            amount=Money(item.quantity * item.unit_price_minor - item.discount_minor, ctx.currency),
        )
        for item in found
    ]  # fmt: skip


def history(ctx: Context, order_id: int) -> list[tuple[datetime, OrderStatus, str]]:
    """Return when an order took which status, and why, the oldest first."""
    found = ctx.session.execute(
        select(OrderHistoryRow.at, OrderHistoryRow.status, OrderHistoryRow.reason)
        .where(OrderHistoryRow.shop_id == ctx.actor.shop_id, OrderHistoryRow.order_id == order_id)
        .order_by(OrderHistoryRow.at, OrderHistoryRow.id)
    )
    return [(at, OrderStatus(status), reason) for at, status, reason in found]


def parcel_statuses(ctx: Context, order_id: int, *, lock: bool) -> dict[str, ShipmentStatus]:
    """Return AWB → status of an order's parcels. `lock` holds them until the transaction ends."""
    statement = (
        select(ShipmentRow.awb, ShipmentRow.status)
        .where(ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.order_id == order_id)
        .order_by(ShipmentRow.id)
    )
    found = ctx.session.execute(statement.with_for_update() if lock else statement)
    return {awb: ShipmentStatus(status) for awb, status in found}


def packed_at(ctx: Context, order_id: int) -> int | None:
    """Return the warehouse an order is packed in, where a parcel tells."""
    return ctx.session.scalar(
        select(ShipmentRow.warehouse_id)
        .where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.order_id == order_id,
            ShipmentRow.warehouse_id.is_not(None),
        )
        .order_by(ShipmentRow.id.desc())
        .limit(1)
    )


def set_parcel_statuses(ctx: Context, statuses: Mapping[str, str]) -> None:
    """Write AWB → status."""
    for awb, status in sorted(statuses.items()):
        ctx.session.execute(
            update(ShipmentRow)
            .where(ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.awb == awb)
            .values(status=status)
        )


def add_history(ctx: Context, order_id: int, status: OrderStatus, reason: str) -> None:
    """Write down that an order took a status now, by the actor."""
    ctx.session.add(
        OrderHistoryRow(
            shop_id=ctx.actor.shop_id, order_id=order_id, status=status.value, at=ctx.now,
            person_id=ctx.actor.person_id, reason=reason,
        )
    )  # fmt: skip


def _reaching(search: OrderSearch, statement: Select[*_Columns]) -> Select[*_Columns]:
    """Join addresses only where the search asks about a place."""
    if search.place is None:
        return statement
    return statement.join(AddressRow, AddressRow.id == OrderRow.address_id)


def _added_up(ctx: Context, search: OrderSearch) -> tuple[int, int] | None:
    """Return number and total of a search from daily figures, where they can tell."""
    asks_for_rows = (
        search.before, search.numbers, search.customer, search.product, search.min_total,
        search.max_total,
    )  # fmt: skip
    if ctx.actor.customer_id is not None or any(part is not None for part in asks_for_rows):
        return None
    names = customers.names_of(search.place) if search.place is not None else None
    if search.place is not None and (
        names is None
        or search.channel is not None
        or search.payment not in (None, PaymentKind.COD, PaymentKind.PREPAID)
    ):
        return None
    start, end = (search.period.start, search.period.end) if search.period else _EVER
    rollup = figures.ORDERS if names is None else figures.ORDER_PLACES
    facts = figures.facts(ctx, rollup, start, end, by_day=False)
    columns = facts.table.c
    conditions = _payment(search, columns)
    if search.status is not None:
        conditions.append(counting.has_status(search.status, columns.status))
    if search.channel is not None:
        conditions.append(columns.sales_channel == search.channel)
    if names is not None:
        conditions.append(
            or_(func.lower(columns.city).in_(names), func.lower(columns.state).in_(names))
        )
    sums = (func.coalesce(func.sum(column), 0) for column in (columns.orders, columns.total_minor))
    number, minor = ctx.session.execute(select(*sums).where(*conditions), facts.values).one()
    return int(number), int(minor)


def _last_shown(ctx: Context, search: OrderSearch) -> tuple[Any, ...] | None:
    """Return where the last order of the page before stands in the sort's order."""
    if search.after is None:
        return None
    columns = [column for column, _ in _SORTS[search.sort]]
    found = ctx.session.execute(
        select(*columns).where(own_orders(ctx), OrderRow.number == search.after)
    ).first()
    return tuple(found) if found else None


def chosen(ctx: Context, search: OrderSearch) -> list[ColumnElement[bool]]:
    """Return what a search asks, for statements that join orders with their addresses."""
    return _conditions(ctx, search)


def _conditions(
    ctx: Context, search: OrderSearch, *, from_places: bool = False, along_sort: bool = False
) -> list[ColumnElement[bool]]:
    """Return what a search asks of orders.

    Args:
        ctx: Who asks.
        search: Which orders.
        from_places: Seek those of a place from its addresses; else the statement joins addresses.
        along_sort: Look at orders one by one in the sort's order until enough fit.
    """
    conditions = [own_orders(ctx), *_payment(search)]
    if search.status is not None:
        conditions.append(counting.has_status(search.status))
    if search.channel is not None:
        conditions.append(OrderRow.sales_channel == search.channel)
    if search.period is not None:
        conditions.append(OrderRow.placed_at >= search.period.start)
        conditions.append(OrderRow.placed_at < search.period.end)
    if search.before is not None:
        conditions.append(OrderRow.placed_at < search.before)
    if search.numbers is not None:
        conditions.append(OrderRow.number.in_(search.numbers))
    if search.min_total is not None:
        conditions.append(OrderRow.total_minor >= search.min_total.minor)
    if search.max_total is not None:
        conditions.append(OrderRow.total_minor <= search.max_total.minor)
    if search.place is not None and from_places:
        conditions.append(OrderRow.id.in_(customers.orders_to(ctx, search.place)))
    elif search.place is not None:
        conditions.append(customers.at_place(ctx, search.place))
    if search.customer is not None:
        ids = [found.id for found in customers.find(ctx, search.customer)]
        conditions.append(OrderRow.customer_id.in_(ids))
    if search.product is not None:
        bought = _with_product(ctx, search.product)
        conditions.append(
            bought.where(OrderItemRow.order_id == OrderRow.id).correlate(OrderRow).exists()
            if along_sort
            else OrderRow.id.in_(bought)
        )
    return conditions


def _payment(search: OrderSearch, of: Any = OrderRow) -> list[ColumnElement[bool]]:
    """Return what a search asks of the payment: of orders, or of daily figures of them."""
    kind = search.payment
    if kind is None:
        return []
    if hasattr(of, "is_cod"):
        return [of.is_cod if kind is PaymentKind.COD else ~of.is_cod]
    paid = counting.is_paid_so(kind, of)
    # Whoever asks for a status by name wants that status, called off or not.
    if kind is not PaymentKind.UNPAID or search.status is not None:
        return [paid]
    return [paid, of.status.not_in(rules.CALLED_OFF)]


def _with_product(ctx: Context, product: str) -> Select[int]:
    variants: Collection[int] = [v.id for v in inventory.matching_variants(ctx, product)]
    return select(OrderItemRow.order_id).where(
        OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.variant_id.in_(variants)
    )


def _summary(row: OrderRow, buyer: str, city: str) -> OrderSummary:
    return OrderSummary(
        number=row.number, status=OrderStatus(row.status),
        total=Money(row.total_minor, row.currency),
        payment_method=PaymentMethod(row.payment_method),
        payment_status=PaymentStatus(row.payment_status),
        channel=SalesChannel(row.sales_channel), placed_at=row.placed_at, customer=buyer,
        city=city,
    )  # fmt: skip
