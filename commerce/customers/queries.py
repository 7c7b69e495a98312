"""All SQL about customers and addresses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from commerce.context import Context
from commerce.customers.types import (
    Address,
    Bounds,
    Customer,
    CustomerList,
    CustomerSort,
    History,
    OpenParcel,
    Ranked,
    RecentOrder,
)
from commerce.db.tables import (
    AddressRow,
    ConversationRow,
    CustomerFigureRow,
    CustomerRow,
    CustomerStrikeRow,
    FigureBookRow,
    MessageRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ShipmentRow,
    VariantRow,
)
from commerce.lookup import having_words
from commerce.money import Money
from commerce.scope import own_orders
from commerce.vocabulary import CourierType, OrderStatus, PaymentMethod, ShipmentStatus

CALLED_OFF = (OrderStatus.CANCELLED, OrderStatus.FAILED)
CAME_BACK = (OrderStatus.RETURNED, OrderStatus.RTO)
ENDED_PARCELS = (
    ShipmentStatus.DELIVERED,
    ShipmentStatus.RTO_DELIVERED,
    ShipmentStatus.CANCELLED,
    ShipmentStatus.LOST,
)
RARE = 30_000
"""Buyers of a segment up to which they are all found and then sorted."""
MOST_ROWS = 20
"""Addresses and open parcels shown of one buyer."""


def with_phone(ctx: Context, spellings: Collection[str]) -> tuple[Customer, ...]:
    """Return the shop's customers with any of these phone numbers."""
    return _customers(ctx, CustomerRow.phone.in_(spellings))


def with_email(ctx: Context, email: str) -> tuple[Customer, ...]:
    """Return the shop's customers with an e-mail address, as given or in small letters."""
    return _customers(ctx, CustomerRow.email.in_({email, email.lower()}))


def named(ctx: Context, name: str) -> tuple[Customer, ...]:
    """Return the shop's customers of exactly this name, ignoring case."""
    whole = func.lower(CustomerRow.name) == name.lower()
    return _customers(ctx, *having_words(ctx, name.split()), whole)


def with_words(ctx: Context, words: Collection[str]) -> tuple[Customer, ...]:
    """Return the shop's customers whose name has every one of these words, ignoring case."""
    return _customers(ctx, *having_words(ctx, words))


def of_order(ctx: Context, numbers: Collection[str]) -> tuple[Customer, ...]:
    """Return the buyer of an order, by any of these numbers."""
    bought = select(OrderRow.customer_id).where(own_orders(ctx), OrderRow.number.in_(numbers))
    return _customers(ctx, CustomerRow.id.in_(bought))


def last_order(ctx: Context, customer_id: int) -> tuple[str, str] | None:
    """Return the number and the city of a buyer's latest order."""
    found = ctx.session.execute(
        select(OrderRow.number, AddressRow.city)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(own_orders(ctx), OrderRow.customer_id == customer_id)
        .order_by(OrderRow.placed_at.desc(), OrderRow.id.desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None


def latest_moments(ctx: Context, most: int) -> Sequence[datetime]:
    """Return when the shop's latest orders were placed, the last first."""
    return ctx.session.scalars(
        select(OrderRow.placed_at)
        .where(own_orders(ctx))
        .order_by(OrderRow.placed_at.desc())
        .limit(most)
    ).all()


def moments_of(ctx: Context, customer_id: int, most: int) -> Sequence[datetime]:
    """Return when a buyer placed orders, and wrote on any channel, the last of each first."""
    placed = ctx.session.scalars(
        select(OrderRow.placed_at)
        .where(own_orders(ctx), OrderRow.customer_id == customer_id)
        .order_by(OrderRow.placed_at.desc())
        .limit(most)
    )
    wrote = ctx.session.scalars(
        select(MessageRow.at)
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .join(PersonRow, PersonRow.id == ConversationRow.person_id)
        .where(
            MessageRow.shop_id == ctx.actor.shop_id,
            MessageRow.direction == "in",
            ConversationRow.shop_id == ctx.actor.shop_id,
            PersonRow.shop_id == ctx.actor.shop_id,
            PersonRow.customer_id == customer_id,
        )
        .order_by(MessageRow.id.desc())
        .limit(most)
    )
    return [*placed, *wrote]


def history(ctx: Context, customer_id: int) -> History:
    """Return what one buyer did."""
    found = ctx.session.execute(
        select(*_named(counts())).where(own_orders(ctx), OrderRow.customer_id == customer_id)
    ).one()
    return _history(ctx, found)


def ranked(ctx: Context, bounds: Bounds | None, *, sort: CustomerSort, limit: int) -> CustomerList:
    """Return the buyers whose history lies within bounds, or all, the first of an order."""
    counted = select(FigureBookRow.has_customers).where(FigureBookRow.shop_id == ctx.actor.shop_id)
    if ctx.session.scalar(counted):
        # What stands counted, and the few whose orders were written to since.
        sources = [_first_counted(ctx, bounds, sort, limit)]
        sources.append(_first_of(ctx, _by_buyer(ctx, bounds, struck=True), sort, limit))
    else:
        sources = [_first_of(ctx, _by_buyer(ctx, bounds), sort, limit)]
    found: list[Row[Any]] = []
    buyers = spent = 0
    for number, minor, first in sources:
        buyers, spent, found = buyers + number, spent + minor, found + first
    found.sort(key=lambda row: _place(row, sort))
    shown = found[:limit]
    latest = _latest_numbers(ctx, [row.customer_id for row in shown])
    people = _people(ctx, [row.customer_id for row in shown])
    return CustomerList(
        count=buyers,
        spent=Money(spent, ctx.currency),
        shown=tuple(
            Ranked(
                customer=people[row.customer_id],
                history=_history(ctx, row),
                last_order=latest.get(row.customer_id, ""),
            )
            for row in shown
        ),
    )


def ranked_ones(ctx: Context, ids: Collection[int]) -> tuple[Ranked, ...]:
    """Return some buyers as a list shows them, in no order."""
    found = ctx.session.execute(_by_buyer(ctx, None).where(OrderRow.customer_id.in_(ids))).all()
    latest, people = _latest_numbers(ctx, ids), _people(ctx, ids)
    return tuple(
        Ranked(
            customer=people[row.customer_id],
            history=_history(ctx, row),
            last_order=latest.get(row.customer_id, ""),
        )
        for row in found
    )


def _first_of(
    ctx: Context, source: Select[Any], sort: CustomerSort, limit: int
) -> tuple[int, int, list[Row[Any]]]:
    """Return how many buyers there are, what they spent, and the first of them."""
    every = source.subquery()
    number, minor = ctx.session.execute(
        select(func.count(), func.coalesce(func.sum(every.c.spent), 0)).select_from(every)
    ).one()
    if not number:
        return 0, 0, []
    page = source.order_by(*_sorted(sort, source.selected_columns)).limit(limit)
    return int(number), int(minor), list(ctx.session.execute(page))


def _first_counted(
    ctx: Context, bounds: Bounds | None, sort: CustomerSort, limit: int
) -> tuple[int, int, list[Row[Any]]]:
    """Return what `_first_of` does of the buyers that stand counted, from indexes alone."""
    row = CustomerFigureRow
    sums = select(func.count(), func.coalesce(func.sum(row.spent), 0)).select_from(row)
    number, minor = ctx.session.execute(sums.where(*_counted(ctx, bounds))).one()
    if not number:
        return 0, 0, []
    fitting = _counted(ctx, bounds, along_sort=number > RARE)
    first = select(row.customer_id).where(*fitting).limit(limit)
    ids: list[int] = []
    if sort is CustomerSort.RECENT:  # Nearly all have one; PostgreSQL's index begins at the others.
        ordered = first.where(row.last_at.is_not(None)).order_by(*_sorted(sort, row, some=True))
        ids = list(ctx.session.scalars(ordered))
    if len(ids) < limit:
        ids = list(ctx.session.scalars(first.order_by(*_sorted(sort, row))))
    whole = select(row.customer_id, *(getattr(row, name) for name in counts())).where(
        row.shop_id == ctx.actor.shop_id, row.customer_id.in_(ids)
    )
    return int(number), int(minor), list(ctx.session.execute(whole))


def _sorted(
    sort: CustomerSort, columns: Any, *, some: bool = False
) -> tuple[ColumnElement[Any], ...]:
    """Return an order of buyers; with `some`, of those who did anything of it."""
    first = {
        CustomerSort.SPENT: columns.spent,
        CustomerSort.ORDERS: columns.orders,
        CustomerSort.RECENT: columns.last_at,
        CustomerSort.RETURNS: columns.came_back,
    }[sort]
    falls = first.desc()
    if sort is CustomerSort.RECENT and not some:
        falls = falls.nulls_last()
    return falls, columns.spent.desc(), columns.customer_id.asc()


def _place(row: Row[Any], sort: CustomerSort) -> tuple[Any, ...]:
    first = {
        CustomerSort.SPENT: row.spent,
        CustomerSort.ORDERS: row.orders,
        CustomerSort.RECENT: row.last_at.timestamp() if row.last_at else float("-inf"),
        CustomerSort.RETURNS: row.came_back,
    }[sort]
    return -first, -row.spent, row.customer_id


def _people(ctx: Context, ids: Collection[int]) -> dict[int, Customer]:
    found = ctx.session.scalars(
        select(CustomerRow).where(CustomerRow.shop_id == ctx.actor.shop_id, CustomerRow.id.in_(ids))
    )
    return {row.id: customer(row) for row in found}


def recent_orders(ctx: Context, customer_id: int, *, limit: int) -> list[RecentOrder]:
    """Return a buyer's latest orders, newest first."""
    found = ctx.session.scalars(
        select(OrderRow)
        .where(own_orders(ctx), OrderRow.customer_id == customer_id)
        .order_by(OrderRow.placed_at.desc(), OrderRow.id.desc())
        .limit(limit)
    )
    return [
        RecentOrder(
            number=row.number, status=OrderStatus(row.status),
            total=Money(row.total_minor, row.currency), placed_at=row.placed_at,
        )
        for row in found
    ]  # fmt: skip


def products_kept(ctx: Context, customer_id: int) -> set[int]:
    """Return the products of a buyer's delivered orders."""
    return set(
        ctx.session.scalars(
            _products(ctx, VariantRow.product_id).where(OrderRow.customer_id == customer_id)
        )
    )


def products_by_buyer(ctx: Context, latest: int) -> list[tuple[int, int]]:
    """Return who bought which product, each once, in the latest delivered orders of the shop."""
    since = ctx.session.scalar(
        select(OrderRow.placed_at)
        .where(own_orders(ctx), OrderRow.status == OrderStatus.DELIVERED)
        .order_by(OrderRow.placed_at.desc())
        .offset(latest - 1)
        .limit(1)
    )
    products = _products(ctx, OrderRow.customer_id, VariantRow.product_id).distinct()
    if since is not None:
        products = products.where(OrderRow.placed_at >= since)
    found = ctx.session.execute(products)
    return [(customer, product) for customer, product in found]


def product_titles(ctx: Context, ids: Collection[int]) -> dict[int, str]:
    """Return products' titles by their ids."""
    found = ctx.session.scalars(
        select(ProductRow).where(ProductRow.shop_id == ctx.actor.shop_id, ProductRow.id.in_(ids))
    )
    return {product.id: product.title for product in found}


def _products(ctx: Context, *columns: Any) -> Select[Any]:
    """Return a query over the products of delivered orders."""
    return (
        select(*columns)
        .select_from(OrderRow)
        .join(OrderItemRow, OrderItemRow.order_id == OrderRow.id)
        .join(VariantRow, VariantRow.id == OrderItemRow.variant_id)
        .where(
            own_orders(ctx),
            OrderItemRow.shop_id == ctx.actor.shop_id,
            VariantRow.shop_id == ctx.actor.shop_id,
            OrderRow.status == OrderStatus.DELIVERED,
        )
    )


def open_parcels(ctx: Context, customer_id: int) -> list[OpenParcel]:
    """Return a buyer's parcels that have not ended, newest first."""
    found = ctx.session.execute(
        select(ShipmentRow.awb, OrderRow.number, ShipmentRow.courier, ShipmentRow.status)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(
            own_orders(ctx),
            OrderRow.customer_id == customer_id,
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.status.not_in(ENDED_PARCELS),
        )
        .order_by(ShipmentRow.created_at.desc(), ShipmentRow.id.desc())
        .limit(MOST_ROWS)
    )
    return [
        OpenParcel(
            awb=awb, order=number, courier=CourierType(courier), status=ShipmentStatus(status)
        )
        for awb, number, courier, status in found
    ]


def addresses(ctx: Context, customer_id: int) -> list[Address]:
    """Return where a buyer has had things sent to, the latest first."""
    found = ctx.session.scalars(
        select(AddressRow)
        .where(AddressRow.shop_id == ctx.actor.shop_id, AddressRow.customer_id == customer_id)
        .order_by(AddressRow.id.desc())
        .limit(MOST_ROWS)
    )
    return [address(row) for row in found]


def living_at(
    ctx: Context, *, pincode: str = "", names: Collection[str] = ()
) -> ColumnElement[bool]:
    """Return the condition that an address is of the shop and lies in a place.

    For statements that join `AddressRow`. `names` are cities or states in small letters.
    """
    of_shop = AddressRow.shop_id == ctx.actor.shop_id
    if pincode:
        return of_shop & (AddressRow.pincode == pincode)
    return of_shop & or_(
        func.lower(AddressRow.city).in_(names), func.lower(AddressRow.state).in_(names)
    )


def ids_at(ctx: Context, *, pincode: str = "", names: Collection[str] = ()) -> Select[int]:
    """Return the ids of the addresses that `living_at` is the condition of, one index at a time."""
    of_shop = select(AddressRow.id).where(AddressRow.shop_id == ctx.actor.shop_id)
    if pincode:
        return of_shop.where(AddressRow.pincode == pincode)
    in_city = of_shop.where(func.lower(AddressRow.city).in_(names))
    in_state = of_shop.where(func.lower(AddressRow.state).in_(names))
    return select(in_city.union_all(in_state).subquery().c.id)


def states_with(ctx: Context, names: Collection[str]) -> frozenset[str]:
    """Return the states of these names, and those in which a city of these names lies."""
    found = select(func.lower(AddressRow.state)).where(
        AddressRow.shop_id == ctx.actor.shop_id, func.lower(AddressRow.city).in_(names)
    )
    return frozenset(ctx.session.scalars(found.distinct())) | frozenset(names)


def orders_to(ctx: Context, *, pincode: str = "", names: Collection[str] = ()) -> Select[int]:
    """Return the ids of the orders to the addresses of `ids_at`, from those addresses."""
    return (
        select(OrderRow.id)
        .join(
            AddressRow,
            and_(
                AddressRow.shop_id == OrderRow.shop_id,
                AddressRow.customer_id == OrderRow.customer_id,
                AddressRow.id == OrderRow.address_id,
            ),
        )
        .where(own_orders(ctx), AddressRow.id.in_(ids_at(ctx, pincode=pincode, names=names)))
    )


def address(row: AddressRow) -> Address:
    """Return an address row as a value."""
    return Address(
        name=row.name, line1=row.line1, line2=row.line2, landmark=row.landmark, city=row.city,
        state=row.state, pincode=row.pincode, phone=row.phone,
    )  # fmt: skip


def customer(row: CustomerRow) -> Customer:
    """Return a customer row as a value."""
    return Customer(id=row.id, name=row.name, phone=row.phone, email=row.email)


def _customers(ctx: Context, *conditions: ColumnElement[bool]) -> tuple[Customer, ...]:
    found = ctx.session.scalars(
        select(CustomerRow)
        .where(CustomerRow.shop_id == ctx.actor.shop_id, *conditions)
        .order_by(CustomerRow.name, CustomerRow.id)
        .limit(200)
    )
    return tuple(customer(row) for row in found)


def first_order_at(ctx: Context) -> ColumnElement[Any]:
    """Return what `customers.first_order_at` does: as it was counted, else from the orders."""
    counted, order = aliased(CustomerFigureRow), aliased(OrderRow)
    of_figures = select(counted.first_at).where(
        counted.shop_id == ctx.actor.shop_id, counted.customer_id == OrderRow.customer_id
    )
    of_orders = select(func.min(order.placed_at)).where(
        order.shop_id == ctx.actor.shop_id,
        order.customer_id == OrderRow.customer_id,
        order.status.not_in(CALLED_OFF),
    )
    return func.coalesce(
        *(found.correlate(OrderRow).scalar_subquery() for found in (of_figures, of_orders))
    )


def counts() -> dict[str, ColumnElement[Any]]:
    """Return what is counted of one buyer's orders, by its name in `History`."""
    status = OrderRow.status
    kept = status.not_in(CALLED_OFF)
    bought = status.not_in((*CALLED_OFF, *CAME_BACK))
    paid = OrderRow.total_minor - OrderRow.refunded_minor
    return {
        "orders": func.count(OrderRow.id),
        "cod": _number(OrderRow.payment_method == PaymentMethod.COD),
        "bought": _number(bought),
        "delivered": _number(status == OrderStatus.DELIVERED),
        "returned": _number(status == OrderStatus.RETURNED),
        "refused": _number(status == OrderStatus.RTO),
        "came_back": _number(status.in_(CAME_BACK)),
        "ended": _number(status.in_((OrderStatus.DELIVERED, *CAME_BACK))),
        "spent": func.coalesce(func.sum(case((bought, paid), else_=0)), 0),
        "first_at": func.min(case((kept, OrderRow.placed_at))),
        "last_at": func.max(case((kept, OrderRow.placed_at))),
    }


def _named(counts: Mapping[str, ColumnElement[Any]]) -> list[ColumnElement[Any]]:
    return [count.label(name) for name, count in counts.items()]


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _counted(
    ctx: Context, bounds: Bounds | None, *, along_sort: bool = False
) -> list[ColumnElement[bool]]:
    """Return the conditions of the buyers that stand counted and lie within bounds.

    With `along_sort`, buyers are looked at one by one in the sort's order until enough fit.
    """
    of_shop = [CustomerFigureRow.shop_id == ctx.actor.shop_id]
    if bounds is None:
        return of_shop
    columns: dict[str, Any] = {name: getattr(CustomerFigureRow, name) for name in counts()}
    # Said so, a column is not looked for by its index: of new buyers by when they first came, of
    # many by nothing at all.
    hidden = columns if along_sort else {"bought"} if bounds.first_within else ()
    columns |= {name: func.coalesce(columns[name], columns[name]) for name in hidden}
    return [*of_shop, _within(bounds, columns, ctx)]


def _by_buyer(ctx: Context, bounds: Bounds | None, *, struck: bool = False) -> Select[Any]:
    """Return buyers counted from their orders: all, or those who no longer stand counted."""
    columns = counts()
    statement = (
        select(OrderRow.customer_id, *_named(columns))
        .where(own_orders(ctx))
        .group_by(OrderRow.customer_id)
    )
    if struck:
        uncounted = select(CustomerStrikeRow.customer_id).where(
            CustomerStrikeRow.shop_id == ctx.actor.shop_id
        )
        statement = statement.where(OrderRow.customer_id.in_(uncounted))
    return statement if bounds is None else statement.having(_within(bounds, columns, ctx))


def _within(
    bounds: Bounds, counted: Mapping[str, ColumnElement[Any]], ctx: Context
) -> ColumnElement[bool]:
    """Return the condition that says in SQL what `rules.fits` says of a history."""
    conditions: list[ColumnElement[bool]] = []
    if bounds.bought_at_least is not None:
        conditions.append(counted["bought"] >= bounds.bought_at_least)
    if bounds.bought_at_most is not None:
        conditions.append(counted["bought"] <= bounds.bought_at_most)
    if bounds.first_within is not None:
        conditions.append(counted["first_at"] >= ctx.now - bounds.first_within)
    if bounds.last_within is not None:
        conditions.append(counted["last_at"] >= ctx.now - bounds.last_within)
    if bounds.last_before is not None:
        conditions.append(counted["last_at"] < ctx.now - bounds.last_before)
    if bounds.came_back_at_least is not None:
        conditions.append(counted["came_back"] >= bounds.came_back_at_least)
    if bounds.came_back_percent is not None:
        share = bounds.came_back_percent * counted["ended"]
        conditions.append(100 * counted["came_back"] >= share)
    return and_(*conditions)


def _history(ctx: Context, row: Row[Any]) -> History:
    return History(
        orders=int(row.orders), cod=int(row.cod), bought=int(row.bought),
        delivered=int(row.delivered), returned=int(row.returned), refused=int(row.refused),
        spent=Money(int(row.spent), ctx.currency), first_at=row.first_at, last_at=row.last_at,
    )  # fmt: skip


def _latest_numbers(ctx: Context, customer_ids: Collection[int]) -> dict[int, str]:
    """Return customer id → the number of their latest order."""
    place = (
        func.row_number()
        .over(
            partition_by=OrderRow.customer_id,
            order_by=(OrderRow.placed_at.desc(), OrderRow.id.desc()),
        )
        .label("place")
    )
    numbered = (
        select(OrderRow.customer_id, OrderRow.number, place)
        .where(own_orders(ctx), OrderRow.customer_id.in_(customer_ids))
        .subquery()
    )
    found = ctx.session.execute(
        select(numbered.c.customer_id, numbered.c.number).where(numbered.c.place == 1)
    )
    return {row.customer_id: row.number for row in found}
