"""Reports from days added up, where those can tell; else the rows are asked (`cube`)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.sql.selectable import Subquery

from commerce import customers, figures, inventory
from commerce.context import Context
from commerce.db.tables import ProductRow, VariantRow
from commerce.figures import Book, Facts
from commerce.figures.rollups import Rollup
from commerce.orders import OrderFilter, PaymentKind
from commerce.orders.counting import has_status, is_cod, is_paid_so
from commerce.parcels import ParcelMoment, ParcelOutcome, counting
from commerce.reports.measures import SPLIT_OVER_LINES, TIMES, Dimension, Source
from commerce.reports.rows import ROWS, OrderRows, ParcelRows
from commerce.vocabulary import ShipmentStatus

if TYPE_CHECKING:
    from commerce.reports.cube import Filters, Question

Row = tuple[tuple[str, ...], int, int]
"""A cell's keys, what was added up there, and what that is divided by."""

_PLACES = {Dimension.CITY: "city", Dimension.STATE: "state"}
_ORDER_TRAITS = {
    Dimension.CHANNEL: "sales_channel",
    Dimension.COURIER: "courier",
    Dimension.PAYMENT_METHOD: "payment_method",
    Dimension.STATUS: "status",
}
_CASE_TRAITS = {
    Dimension.COURIER: "courier",
    Dimension.STATUS: "status",
    Dimension.NDR_REASON: "reason",
}
_PARCEL_TRAITS = {**_CASE_TRAITS, Dimension.CHANNEL: "sales_channel"}
_TOLD_BY_ALL = (PaymentKind.COD, PaymentKind.PREPAID)
"""How all rollups know what is paid; others know the method as well."""
_PRODUCTS = (Dimension.PRODUCT, Dimension.CATEGORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What one rollup can tell."""

    rollup: Rollup
    traits: Mapping[Dimension, str]
    filters: frozenset[str]
    by_payment: bool = True


_KNOWN: Mapping[Source, tuple[_Known, ...]] = {
    Source.ORDERS: (
        _Known(
            rollup=figures.ORDERS,
            traits=_ORDER_TRAITS,
            filters=frozenset({"channel", "courier", "payment", "payment_method"}),
        ),
        _Known(
            rollup=figures.ORDER_PLACES,
            traits={**_PLACES, Dimension.STATUS: "status"},
            filters=frozenset({"place", "payment"}),
        ),
    ),
    Source.LINES: (
        _Known(
            rollup=figures.SALES,
            traits=dict.fromkeys(_PRODUCTS, ""),
            filters=frozenset({"product", "category"}),
            by_payment=False,
        ),
    ),
    Source.PARCELS: (
        _Known(
            rollup=figures.PARCELS,
            traits=_PARCEL_TRAITS,
            filters=frozenset({"courier", "channel", "reason", "payment"}),
        ),
        _Known(
            rollup=figures.PARCEL_PLACES,
            traits={**_PLACES, Dimension.STATUS: "status"},
            filters=frozenset({"place", "payment"}),
        ),
    ),
    Source.CASES: (
        _Known(
            rollup=figures.CASES,
            traits=_CASE_TRAITS,
            filters=frozenset({"courier", "reason"}),
            by_payment=False,
        ),
    ),
}
"""By what is counted: the rollups that tell of it, the smallest first."""

_MONEY = {
    "revenue": ("total_minor", True),
    "discounts": ("discount_minor", True),
    "refunds": ("refunded_minor", False),
}
"""Sums of orders: their column, and whether only of orders that were not cancelled."""


def told_together(
    ctx: Context, question: "Question", dimensions: Iterable[Dimension]
) -> list[tuple[Dimension, ...]]:
    """Return dimensions in groups, each of which `rows` tells by one look at one rollup.

    Every time is a group of its own: there are too many of them to be crossed with anything.
    """
    groups: dict[object, list[Dimension]] = {}
    for dimension in dimensions:
        alone = replace(question, dimensions=(dimension,))
        known = _known(ctx, alone, _source(alone))
        if known is None:
            groups.setdefault(dimension, []).append(dimension)
        else:
            crossed = dimension if dimension in TIMES else known.rollup.table
            groups.setdefault(crossed, []).append(dimension)
    return [tuple(group) for group in groups.values()]


def rows(ctx: Context, question: "Question", book: Book | None = None) -> list[Row] | None:
    """Return the cells of a question, or `None` where only the rows can tell.

    Args:
        ctx: Who asks.
        question: What is asked.
        book: The shop's, where it is open.
    """
    measure = question.measure
    source = _source(question)
    known = _known(ctx, question, source)
    if known is None or measure.by is ParcelMoment.RTO:
        return None
    by_day = any(d in TIMES and d is not Dimension.MONTH for d in question.dimensions)
    facts = figures.facts(
        ctx, known.rollup, question.start, question.end,
        of=(measure.by or ParcelMoment.SENT).value if source is Source.PARCELS else "",
        by_day=by_day, book=book,
    )  # fmt: skip
    if not _can_tell(facts.table, question, source):
        return None
    return _read(ctx, question, source, known, facts)


def _can_tell(table: Subquery, question: "Question", source: Source) -> bool:
    above, below = _amounts(table, question, source)
    return above is not None and (below is not None or not question.measure.below)


def _amounts(
    table: Subquery, question: "Question", source: Source
) -> tuple[ColumnElement[Any] | None, ColumnElement[Any] | None]:
    """Return what is added up, and what that is divided by."""
    measure = question.measure
    name = SPLIT_OVER_LINES[measure.above] if question.is_over_lines else measure.above
    below = _amount(table, source, measure.below) if measure.below else None
    return _amount(table, source, name), below


def _read(
    ctx: Context, question: "Question", source: Source, known: _Known, facts: Facts
) -> list[Row]:
    dimensions, product = question.dimensions, question.filters.product
    sold = [one.id for one in inventory.matching_variants(ctx, product)] if product else []

    def build(table: Subquery) -> Select[Any]:
        # Grouped by their labels: said twice, their parameters would be taken for different ones.
        keys = [_key(table, known, d).label(f"key{n}") for n, d in enumerate(dimensions)]
        amounts = _amounts(table, question, source)
        sums = [func.coalesce(func.sum(amount), 0) for amount in amounts if amount is not None]
        statement = select(*keys, *sums).select_from(_joined(table, source)).group_by(*keys)
        if question.measure.by is ParcelMoment.DELIVERED:
            statement = statement.where(table.c.status == ShipmentStatus.DELIVERED)
        return statement.where(*_chosen(table, question.filters, sold))

    found = []
    for *values, last in ctx.session.execute(figures.over(facts.shape, build), facts.values):
        lower = int(last) if question.measure.below else 0
        upper = values.pop() if question.measure.below else last
        named = zip(dimensions, values, strict=True)
        found.append((tuple(_named(d, value) for d, value in named), int(upper), lower))
    return found


def _source(question: "Question") -> Source:
    return Source.LINES if question.is_over_lines else question.measure.source


def _known(ctx: Context, question: "Question", source: Source) -> _Known | None:
    """Return what tells of all a question asks about."""
    filters = question.filters
    asked = {name for name in filters.__slots__ if getattr(filters, name) is not None}
    asked = {name.removesuffix("_id") for name in asked}
    if filters.payment not in (None, *_TOLD_BY_ALL):
        asked.add("payment_method")
    if filters.place is not None and customers.names_of(filters.place) is None:
        return None
    if ctx.actor.customer_id is not None:
        return None
    for known in _KNOWN.get(source, ()):
        dimensions = {*known.traits, *TIMES} - {Dimension.HOUR}
        if known.by_payment:
            dimensions.add(Dimension.PAYMENT)
        if dimensions.issuperset(question.dimensions) and known.filters >= asked:
            return known
    return None


def _amount(table: Subquery, source: Source, name: str) -> ColumnElement[Any] | None:
    """Return what each row of the facts adds to an amount; `None` where they do not tell."""
    columns = table.c
    match source:
        case Source.ORDERS if name in _MONEY:
            column, kept_only = _MONEY[name]
            if not kept_only:
                return columns[column]
            return case((has_status(OrderFilter.KEPT, columns.status), columns[column]), else_=0)
        case Source.ORDERS if name in ROWS:
            counted = ROWS[name]
            assert isinstance(counted, OrderRows)
            return case((_of_orders(table, counted), columns.orders), else_=0)
        case Source.PARCELS if name in ROWS:
            counted = ROWS[name]
            assert isinstance(counted, ParcelRows)
            became = counting.added_up(table, counted.by, counted.outcome, counted.payment)
            return case((became, columns.parcels), else_=0)
        case Source.CASES:
            return _of_cases(table, name)
        case Source.LINES:
            return _of_lines(table, name)
    return None


def _of_orders(table: Subquery, counted: OrderRows) -> ColumnElement[bool]:
    conditions = [table.c.orders > 0]
    if counted.status is not None:
        conditions.append(has_status(counted.status, table.c.status))
    if counted.payment is PaymentKind.COD:
        conditions.append(_is_cod(table))
    return and_(*conditions)


def _of_cases(table: Subquery, name: str) -> ColumnElement[Any] | None:
    outcomes = {"recovered": ParcelOutcome.DELIVERED, "decided_cases": ParcelOutcome.DECIDED}
    if name == "cases":
        return table.c.cases
    if name not in outcomes:
        return None
    became = counting.has_become(outcomes[name], table.c.parcel_status)
    return case((became, table.c.cases), else_=0)


def _of_lines(table: Subquery, name: str) -> ColumnElement[Any] | None:
    columns = table.c
    kept = has_status(OrderFilter.KEPT, columns.status)
    net = columns.amount_minor - columns.tax_minor
    match name:
        case "pieces":
            return case((kept, columns.pieces), else_=0)
        case "line_revenue":
            return case((kept, columns.amount_minor), else_=0)
        case "margin" | "net_of_known_cost":
            cost = columns.pieces * VariantRow.cost_minor if name == "margin" else 0
            return case((and_(kept, VariantRow.cost_minor > 0), net - cost), else_=0)
    return None


def _key(table: Subquery, known: _Known, dimension: Dimension) -> ColumnElement[Any]:
    if dimension in TIMES:
        return table.c.day
    if dimension is Dimension.PAYMENT:
        return case((_is_cod(table), "cod"), else_="prepaid")
    if dimension is Dimension.PRODUCT:
        return VariantRow.product_id.expression
    if dimension is Dimension.CATEGORY:
        return ProductRow.category.expression
    return table.c[known.traits[dimension]]


def _named(dimension: Dimension, value: Any) -> str:
    """Return a key as `cube` has it."""
    if not isinstance(value, date):
        return "" if value is None else str(value)
    match dimension:
        case Dimension.MONTH:
            return value.replace(day=1).isoformat()
        case Dimension.WEEK:
            return (value - timedelta(days=value.weekday())).isoformat()
        case Dimension.WEEKDAY:
            return str(value.isoweekday() % 7)
    return value.isoformat()


def _chosen(
    table: Subquery, filters: "Filters", sold: Sequence[int]
) -> Sequence[ColumnElement[bool]]:
    """Return the conditions of filters; `sold` are the variants of the product that is meant."""
    chosen: list[ColumnElement[bool]] = []
    if filters.channel is not None:
        chosen.append(table.c.sales_channel == filters.channel)
    if filters.courier is not None:
        chosen.append(table.c.courier == filters.courier)
    if filters.reason is not None:
        chosen.append(table.c.reason == filters.reason)
    if filters.payment is not None:
        chosen.append(_paid(table, filters.payment))
    if filters.place is not None:
        names = customers.names_of(filters.place) or ()
        places = (func.lower(table.c[name]).in_(names) for name in ("city", "state"))
        chosen.append(or_(*places))
    if filters.product is not None:
        chosen.append(table.c.variant_id.in_(sold))
    if filters.category is not None:
        chosen.append(func.lower(ProductRow.category) == filters.category.lower())
    return chosen


def _joined(table: Subquery, source: Source) -> Any:
    if source is not Source.LINES:
        return table
    return table.outerjoin(VariantRow, VariantRow.id == table.c.variant_id).outerjoin(
        ProductRow, ProductRow.id == VariantRow.product_id
    )


def _paid(table: Subquery, kind: PaymentKind) -> ColumnElement[bool]:
    if kind not in _TOLD_BY_ALL:
        return is_paid_so(kind, table.c)
    cod = _is_cod(table)
    return cod if kind is PaymentKind.COD else ~cod


def _is_cod(table: Subquery) -> ColumnElement[bool]:
    if "is_cod" in table.c:
        cod: ColumnElement[bool] = table.c.is_cod
        return cod
    return is_cod(table.c.payment_method)
