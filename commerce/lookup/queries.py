"""All SQL of the lookup."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, String, func, literal_column, select

from commerce import figures
from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CalendarEventRow,
    CustomerRow,
    CustomerWordRow,
    NdrCaseRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ShipmentRow,
    VariantRow,
    WarehouseRow,
)
from commerce.db.tables.orders import ENDING, ENDING_LENGTH
from commerce.figures import Book
from commerce.lookup.types import NamedDays, ShopVocabulary
from commerce.scope import own_orders
from commerce.vocabulary import OPEN_NDR_STATUSES

_EVER = datetime(1970, 1, 1, tzinfo=UTC)

LONGEST_WORD = 80
LAST_LETTER = "\U0010ffff"
"""Sorts behind every letter: what begins with a word lies before the word and this."""

MOST_CITIES = 3_000
MOST_TITLES = 20_000


def order_exists(ctx: Context, number: str) -> bool:
    """Tell whether the actor has an order of this number."""
    query = select(OrderRow.id).where(own_orders(ctx), OrderRow.number == number)
    return ctx.session.scalar(query) is not None


def parcel_exists(ctx: Context, awb: str) -> bool:
    """Tell whether the actor has a parcel of this AWB."""
    return order_of_parcel(ctx, awb) is not None


def order_of_parcel(ctx: Context, awb: str) -> str | None:
    """Return the order number of a parcel of the actor's, `None` where there is no such parcel."""
    query = (
        select(OrderRow.number)
        .join(ShipmentRow, ShipmentRow.order_id == OrderRow.id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.awb == awb)
    )
    return ctx.session.scalar(query)


def has_parcel(ctx: Context, number: str) -> bool:
    """Tell whether an order of the actor's was packed: it has a parcel."""
    query = (
        select(ShipmentRow.id)
        .join(OrderRow, ShipmentRow.order_id == OrderRow.id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id, OrderRow.number == number)
        .limit(1)
    )
    return ctx.session.scalar(query) is not None


def orders_ending(ctx: Context, digits: str, most: int = 4) -> tuple[str, ...]:
    """Return the actor's latest order numbers that end so: people shorten long numbers."""
    query = (
        select(OrderRow.number)
        .where(own_orders(ctx), *number_ends(digits))
        .order_by(OrderRow.placed_at.desc())
        .limit(most)
    )
    return tuple(ctx.session.scalars(query))


def number_ends(digits: str) -> list[ColumnElement[bool]]:
    """Return the conditions that an order's number ends so, from the index of endings."""
    conditions = [OrderRow.number.endswith(digits, autoescape=True)]
    if len(digits) >= ENDING_LENGTH:
        conditions.append(literal_column(ENDING, String) == digits[-ENDING_LENGTH:])
    return conditions


def recent_orders(ctx: Context, most: int = 4) -> tuple[str, ...]:
    """Return the actor's latest order numbers, latest first."""
    query = (
        select(OrderRow.number)
        .where(own_orders(ctx))
        .order_by(OrderRow.placed_at.desc())
        .limit(most)
    )
    return tuple(ctx.session.scalars(query))


def open_cases(ctx: Context, most: int = 4) -> tuple[str, ...]:
    """Return the AWBs of undelivered parcels that wait for a decision, most pressing first."""
    query = (
        select(ShipmentRow.awb)
        .join(NdrCaseRow, NdrCaseRow.shipment_id == ShipmentRow.id)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(
            own_orders(ctx),
            ShipmentRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.status.in_([status.value for status in OPEN_NDR_STATUSES]),
        )
        .order_by(NdrCaseRow.due_at)
        .limit(most)
    )
    return tuple(ctx.session.scalars(query))


def customers_named(ctx: Context, words: str, most: int = 4) -> tuple[str, ...]:
    """Return names of the shop's customers that have every word; nothing for a customer.

    Words count from their start: "pri" finds Priya Sharma, "sharma" does too.
    """
    parts = words.lower().split()
    if ctx.actor.customer_id is not None or not ctx.actor.may(Permission.ORDERS_READ) or not parts:
        return ()
    query = (
        select(CustomerRow.name)
        .where(CustomerRow.shop_id == ctx.actor.shop_id, *having_words(ctx, parts))
        .distinct()
        .limit(most)
    )
    return tuple(ctx.session.scalars(query))


def words_of_customers(ctx: Context, words: Iterable[str]) -> frozenset[str]:
    """Return which of some words, in small letters, are words of a name of the shop's customers.

    Whoever asks: it serves to keep names back, and nothing of it is shown.
    """
    query = (
        select(CustomerWordRow.word)
        .where(
            CustomerWordRow.shop_id == ctx.actor.shop_id,
            CustomerWordRow.word.in_([word[:LONGEST_WORD] for word in words]),
        )
        .distinct()
    )
    return frozenset(ctx.session.scalars(query))


def having_words(ctx: Context, words: Collection[str]) -> list[ColumnElement[bool]]:
    """Return the conditions that a customer's name has every word, from its start, ignoring case.

    From the index of words that the database keeps (`commerce.db.triggers`).
    """
    return [
        CustomerRow.id.in_(
            select(CustomerWordRow.customer_id).where(
                CustomerWordRow.shop_id == ctx.actor.shop_id,
                CustomerWordRow.word >= word.lower()[:LONGEST_WORD],
                CustomerWordRow.word < word.lower()[:LONGEST_WORD] + LAST_LETTER,
            )
        )
        for word in words
    ]


def version(ctx: Context) -> tuple[int, ...]:
    """Return what changes when the shop's vocabulary grows; cheap to ask.

    Places are not asked for: new ones come with every order, and nearly all are known.
    """
    tables = (VariantRow, WarehouseRow, PersonRow, CalendarEventRow)
    shop_id = ctx.actor.shop_id
    return tuple(
        ctx.session.scalar(select(func.max(table.id)).where(table.shop_id == shop_id)) or 0
        for table in tables
    )


def read_vocabulary(ctx: Context) -> ShopVocabulary:
    """Read the shop's own words."""
    shop_id, rows = ctx.actor.shop_id, ctx.session
    cities, states = _places(ctx, figures.opened(ctx))
    products = rows.scalars(
        select(ProductRow.title).where(ProductRow.shop_id == shop_id).limit(MOST_TITLES)
    )
    variants = rows.execute(
        select(VariantRow.title, VariantRow.sku)
        .where(VariantRow.shop_id == shop_id)
        .limit(MOST_TITLES)
    ).all()
    return ShopVocabulary(
        titles=tuple(dict.fromkeys([*products, *(title for title, _ in variants)])),
        skus=tuple(sku for _, sku in variants if sku),
        warehouses=tuple(
            (code, name, city)
            for code, name, city in rows.execute(
                select(WarehouseRow.code, WarehouseRow.name, WarehouseRow.city).where(
                    WarehouseRow.shop_id == shop_id
                )
            )
        ),
        people=tuple(
            rows.scalars(
                select(PersonRow.name).where(
                    PersonRow.shop_id == shop_id, PersonRow.customer_id.is_(None)
                )
            )
        ),
        cities=cities,
        states=states,
        events=_events(ctx),
        order_shapes=_order_shapes(ctx),
    )


def _places(ctx: Context, book: Book) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the cities and the states orders went to, those of most first.

    Of all the shop, whoever asks: where others live in it, nobody learns.
    """
    if book.through is None:
        return _column_of_addresses(ctx, "city"), _column_of_addresses(ctx, "state")
    facts = figures.facts(
        ctx, figures.ORDER_PLACES, _EVER, ctx.now, by_day=False, book=book, of_shop=True
    )
    columns = facts.table.c
    found = ctx.session.execute(
        select(columns.city, columns.state, func.sum(columns.orders)).group_by(
            columns.city, columns.state
        ),
        facts.values,
    )
    cities, states = Counter[str](), Counter[str]()
    for city, state, orders in found:
        cities[city] += int(orders)
        states[state] += int(orders)
    return _most(cities), _most(states)


def _most(places: Counter[str]) -> tuple[str, ...]:
    ordered = sorted(places.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, _ in ordered if name)[:MOST_CITIES]


def _column_of_addresses(ctx: Context, column: str) -> tuple[str, ...]:
    place = getattr(AddressRow, column)
    query = (
        select(place)
        .where(AddressRow.shop_id == ctx.actor.shop_id, place != "")
        .group_by(place)
        .order_by(func.count().desc(), place)
        .limit(MOST_CITIES)
    )
    return tuple(ctx.session.scalars(query))


def _events(ctx: Context) -> tuple[NamedDays, ...]:
    query = (
        select(CalendarEventRow.name, CalendarEventRow.first_day, CalendarEventRow.last_day)
        .where(CalendarEventRow.shop_id == ctx.actor.shop_id)
        .order_by(CalendarEventRow.first_day.desc())
    )
    return tuple(
        NamedDays(name=name, first_day=date.fromisoformat(first), last_day=date.fromisoformat(last))
        for name, first, last in ctx.session.execute(query)
    )


def _order_shapes(ctx: Context) -> frozenset[str]:
    """Look at the latest orders of all the shop, whoever asks: a shape tells nobody's number."""
    query = (
        select(OrderRow.number)
        .where(OrderRow.shop_id == ctx.actor.shop_id)
        .order_by(OrderRow.placed_at.desc())
        .limit(100)
    )
    return frozenset(map(shape, ctx.session.scalars(query)))


def shape(number: str) -> str:
    """Return what a number looks like: `SE-10042` looks like `SE-99999`."""
    return re.sub(r"\d", "9", number.upper())
