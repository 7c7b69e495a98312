"""All SQL of reports built to order: one measure, added up by up to two dimensions.

The conditions of rows are those of the summary (`rows.ROWS`), so that a report's total is the
summary's figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    distinct,
    extract,
    func,
    literal,
    literal_column,
    select,
)
from sqlalchemy.orm import aliased

from commerce import customers, inventory
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ShipmentRow,
    StockRow,
    VariantRow,
    WarehouseRow,
)
from commerce.figures import Book
from commerce.orders import OrderFilter, PaymentKind
from commerce.orders.counting import has_status, is_cod, is_paid_so
from commerce.parcels import ParcelMoment, ParcelOutcome, ParcelPayment, counting
from commerce.reports import added_up
from commerce.reports.measures import (
    PARTS_OF_ORDERS,
    SPLIT_OVER_LINES,
    TIMES,
    Dimension,
    Measure,
    Source,
)
from commerce.reports.rows import ROWS, OrderRows, ParcelRows
from commerce.scope import own_orders
from commerce.vocabulary import CourierType, NdrReason, OrderStatus, SalesChannel

Keys = tuple[str, ...]
"""What a cell is of: a value of each dimension, as stored; empty where a row has none."""

FEW_DAYS = timedelta(days=100)
"""Spans up to which a shop has fewer orders than it ever sold of a product."""

WHOLE_ORDERS = "\x00whole"
"""The key of what belongs to orders and to none of their lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which rows are counted; what is `None` does not matter."""

    channel: SalesChannel | None = None
    payment: PaymentKind | None = None
    courier: CourierType | None = None
    place: str | None = None
    product: str | None = None
    category: str | None = None
    warehouse_id: int | None = None
    reason: NdrReason | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """What was added up: minor units or a count, and what it is divided by."""

    above: int = 0
    below: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.above + other.above, self.below + other.below)

    def __sub__(self, other: "Sum") -> "Sum":
        return Sum(self.above - other.above, self.below - other.below)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be added up."""

    measure: Measure
    dimensions: tuple[Dimension, ...] = ()
    start: datetime
    end: datetime
    """Exclusive."""
    filters: Filters = Filters()

    @property
    def is_of_products(self) -> bool:
        """Whether only some products are asked about."""
        return self.filters.product is not None or self.filters.category is not None

    @property
    def is_over_lines(self) -> bool:
        """Whether what orders come to is told line by line: by product, or of some products."""
        measure = self.measure
        if measure.above not in SPLIT_OVER_LINES or measure.below is not None:
            return False
        return self.is_of_products or any(d in PARTS_OF_ORDERS for d in self.dimensions)


def add_up(ctx: Context, question: Question, book: Book | None = None) -> dict[Keys, Sum]:
    """Return the sum of every cell that has any row; by the shop's book, where it is open."""
    cells = _add_up(ctx, question, book)
    if question.is_of_products or not (
        question.is_over_lines and any(d in PARTS_OF_ORDERS for d in question.dimensions)
    ):
        return cells
    # What the orders come to beyond their lines: shipping, and discounts on the whole order.
    at = next(i for i, d in enumerate(question.dimensions) if d in PARTS_OF_ORDERS)
    others = tuple(d for d in question.dimensions if d not in PARTS_OF_ORDERS)
    whole = _add_up(
        ctx,
        Question(
            measure=question.measure, dimensions=others, start=question.start, end=question.end,
            filters=question.filters,
        ),
        book,
    )  # fmt: skip
    for keys, total in whole.items():
        lines = sum(
            (cell for k, cell in cells.items() if k[:at] + k[at + 1 :] == keys), start=Sum()
        )
        if (rest := total - lines) != Sum():
            cells[(*keys[:at], WHOLE_ORDERS, *keys[at:])] = rest
    return cells


def add_up_by_each(
    ctx: Context, question: Question, book: Book | None = None
) -> dict[Dimension, dict[Keys, Sum]]:
    """Return what `add_up` does by each of a question's dimensions alone, of a sum that adds up.

    Those that one rollup tells are told by one look at it, those that only rows can tell by one
    look at the rows.
    """
    found: dict[Dimension, dict[Keys, Sum]] = {d: {} for d in question.dimensions}
    parts = [d for d in question.dimensions if d in PARTS_OF_ORDERS]
    for dimension in parts:
        found[dimension] = add_up(ctx, replace(question, dimensions=(dimension,)), book)
    others = [d for d in question.dimensions if d not in PARTS_OF_ORDERS]
    left: tuple[Dimension, ...] = ()
    for group in added_up.told_together(ctx, question, others):
        quickly = added_up.rows(ctx, replace(question, dimensions=group), book)
        if quickly is None:
            left += group
        else:
            _take_apart(found, group, cells(quickly))
    if left:
        _take_apart(found, left, by_rows(ctx, replace(question, dimensions=left)))
    return found


def _take_apart(
    found: Mapping[Dimension, dict[Keys, Sum]],
    dimensions: tuple[Dimension, ...],
    crossed: Mapping[Keys, Sum],
) -> None:
    """Add up the cells of several dimensions under each of them alone."""
    for keys, part in crossed.items():
        for dimension, key in zip(dimensions, keys, strict=True):
            of_all = found[dimension]
            of_all[(key,)] = of_all.get((key,), Sum()) + part


def names(ctx: Context, dimension: Dimension, keys: Iterable[str]) -> Mapping[str, str]:
    """Return key → name of products, warehouses and people, whose keys are ids."""
    tables: dict[Dimension, tuple[Any, Any]] = {
        Dimension.PRODUCT: (ProductRow, ProductRow.title),
        Dimension.WAREHOUSE: (WarehouseRow, WarehouseRow.name),
        Dimension.AGENT: (PersonRow, PersonRow.name),
    }
    ids = [int(key) for key in keys if key.isdigit()]
    if dimension not in tables or not ids:
        return {}
    table, name = tables[dimension]
    found = ctx.session.execute(
        select(table.id, name).where(table.shop_id == ctx.actor.shop_id, table.id.in_(ids))
    )
    return {str(number): title for number, title in found}


def _add_up(ctx: Context, question: Question, book: Book | None) -> dict[Keys, Sum]:
    quickly = added_up.rows(ctx, question, book)
    return by_rows(ctx, question) if quickly is None else cells(quickly)


def by_rows(ctx: Context, question: Question) -> dict[Keys, Sum]:
    """Return the sum of every cell straight from its rows."""
    measure = question.measure
    over_lines = question.is_over_lines
    build = _Building(ctx, question, Source.LINES if over_lines else measure.source)
    above = build.amount(SPLIT_OVER_LINES[measure.above] if over_lines else measure.above)
    below = literal(0) if measure.below is None else build.amount(measure.below)
    keys_of = [build.key(d).label(f"key{n}") for n, d in enumerate(question.dimensions)]
    conditions = build.conditions()
    statement = build.joined(select(*keys_of, above, below)).where(*conditions)
    # Grouped by their names: said twice, a key would be worked out twice.
    found = ctx.session.execute(statement.group_by(*map(literal_column, _names(keys_of)))).all()
    return cells(
        (tuple("" if key is None else str(key) for key in keys), int(upper or 0), int(lower or 0))
        for *keys, upper, lower in found
    )


def cells(rows: Iterable[added_up.Row]) -> dict[Keys, Sum]:
    """Return rows as cells; several spellings of one value, or of none, are one."""
    found: dict[Keys, Sum] = {}
    for keys, upper, lower in rows:
        found[keys] = found.get(keys, Sum()) + Sum(upper, lower)
    return found


def _names(labels: Iterable[Any]) -> Iterable[str]:
    return (label.name for label in labels)


_PLAIN: Mapping[Dimension, tuple[str, Any]] = {
    Dimension.CHANNEL: ("order", OrderRow.sales_channel),
    Dimension.PAYMENT_METHOD: ("order", OrderRow.payment_method),
    Dimension.COURIER: ("parcel", ShipmentRow.courier),
    Dimension.WAREHOUSE: ("parcel", ShipmentRow.warehouse_id),
    Dimension.CITY: ("address", AddressRow.city),
    Dimension.STATE: ("address", AddressRow.state),
    Dimension.PINCODE: ("address", AddressRow.pincode),
    Dimension.NDR_REASON: ("case", NdrCaseRow.reason),
    Dimension.AGENT: ("case", NdrCaseRow.assignee_id),
}
"""Dimensions that are a column: which table has to be joined, and the column."""


class _Building:
    """One statement in the making: which tables it needs becomes known by what is asked."""

    def __init__(self, ctx: Context, question: Question, source: Source) -> None:
        self._ctx = ctx
        self._question = question
        self._source = source
        self._needs: set[str] = set()
        self._shop = ctx.actor.shop_id
        self._part: Any = None

    # What is added up.

    def amount(self, name: str) -> ColumnElement[Any]:
        """Return the sum of an amount over a cell's rows."""
        if name == "customers":
            kept = case((has_status(OrderFilter.KEPT), OrderRow.customer_id))
            return func.count(distinct(kept))
        return func.coalesce(func.sum(self._amount(name)), 0)

    def _amount(self, name: str) -> ColumnElement[Any]:
        kept = has_status(OrderFilter.KEPT)
        line = OrderItemRow.quantity * OrderItemRow.unit_price_minor - OrderItemRow.discount_minor
        amounts: dict[str, tuple[ColumnElement[bool] | None, Any]] = {
            "revenue": (kept, OrderRow.total_minor),
            "line_revenue": (kept, line),
            "discounts": (kept, OrderRow.discount_minor),
            "refunds": (None, OrderRow.refunded_minor),
            "pieces": (kept, OrderItemRow.quantity),
            "cases": (None, literal(1)),
            "recovered": (
                counting.became(self._ctx, ParcelOutcome.DELIVERED, ParcelMoment.OUT), 1
            ),
            "decided_cases": (
                counting.became(self._ctx, ParcelOutcome.DECIDED, ParcelMoment.OUT), 1
            ),
            "on_hand": (None, StockRow.on_hand),
            "stock_cost": (None, StockRow.on_hand * VariantRow.cost_minor),
        }  # fmt: skip
        if name in ("margin", "net_of_known_cost"):
            self._needs.add("variant")
            net = line - OrderItemRow.tax_minor
            cost = OrderItemRow.quantity * VariantRow.cost_minor if name == "margin" else 0
            amounts[name] = (and_(kept, VariantRow.cost_minor > 0), net - cost)
        if name in ("on_hand", "stock_cost"):
            self._needs.add("variant")
        condition, value = amounts[name] if name in amounts else (self._counted(name), literal(1))
        return value if condition is None else case((condition, value), else_=0)

    def _counted(self, name: str) -> ColumnElement[bool]:
        """Return the condition of a count of the summary."""
        rows = ROWS[name]
        match rows:
            case OrderRows():
                return and_(*_of_orders(rows))
            case ParcelRows():
                became = counting.became(self._ctx, rows.outcome, rows.by)
                return and_(became, counting.paid(rows.payment)) if rows.payment else became

    # By what.

    def key(self, dimension: Dimension) -> Any:
        """Return the expression of what a row has of a dimension."""
        if dimension in TIMES:
            return local_bucket(self._ctx, self._at(), self._question.start, dimension)
        match dimension:
            case Dimension.PAYMENT:
                return case((self._is_cod(), "cod"), else_="prepaid")
            case Dimension.STATUS:
                return {
                    Source.PARCELS: ShipmentRow.status, Source.CASES: NdrCaseRow.status,
                }.get(self._source, OrderRow.status)  # fmt: skip
            case Dimension.WAREHOUSE if self._source is Source.STOCK:
                return StockRow.warehouse_id
            case Dimension.PRODUCT | Dimension.CATEGORY:
                return self._product(dimension)
            case Dimension.COHORT:
                self._needs.add("order")
                at = customers.first_order_at(self._ctx)
                return local_bucket(self._ctx, at, self._question.start, Dimension.MONTH)
            case _:
                table, column = _PLAIN[dimension]
                if table == "parcel":
                    return self._of_parcel(column)
                self._needs.add(table)
                return column

    def _product(self, dimension: Dimension) -> Any:
        if self._source in (Source.LINES, Source.STOCK):
            self._needs.add("product")
            return VariantRow.product_id if dimension is Dimension.PRODUCT else ProductRow.category
        return self._parts().c[dimension.value]

    def _parts(self) -> Any:
        """Return which orders are of which products or categories, each once."""
        if self._part is None:
            columns = {
                Dimension.PRODUCT: VariantRow.product_id, Dimension.CATEGORY: ProductRow.category,
            }  # fmt: skip
            wanted = [d for d in PARTS_OF_ORDERS if d in self._question.dimensions]
            self._part = (
                select(OrderItemRow.order_id, *(columns[d].label(d.value) for d in wanted))
                .distinct()
                .outerjoin(VariantRow, VariantRow.id == OrderItemRow.variant_id)
                .outerjoin(ProductRow, ProductRow.id == VariantRow.product_id)
                .where(
                    OrderItemRow.shop_id == self._shop,
                    OrderItemRow.order_id.in_(self._orders_asked_about()),
                )
                .subquery()
            )
        return self._part

    def _orders_asked_about(self) -> Any:
        asked = {
            Source.PARCELS: ShipmentRow.order_id, Source.CASES: NdrCaseRow.order_id,
        }.get(self._source, OrderRow.id)  # fmt: skip
        return select(asked).where(*self._base())

    # Of which rows.

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return what every row that is counted fulfils."""
        return [*self._base(), *self._filtered()]

    def _base(self) -> list[ColumnElement[bool]]:
        start, end = self._question.start, self._question.end
        match self._source:
            case Source.ORDERS | Source.LINES:
                lines = [OrderItemRow.shop_id == self._shop] if self._source is Source.LINES else []
                span = [OrderRow.placed_at >= start, OrderRow.placed_at < end]
                return [own_orders(self._ctx), *span, *lines]
            case Source.PARCELS:
                by = self._question.measure.by or ParcelMoment.SENT
                return [ShipmentRow.shop_id == self._shop, counting.in_span(by, start, end)]
            case Source.CASES:
                span = [NdrCaseRow.opened_at >= start, NdrCaseRow.opened_at < end]
                return [NdrCaseRow.shop_id == self._shop, *span]
            case Source.STOCK:
                return [StockRow.shop_id == self._shop]
            case Source.COHORTS:
                raise ValueError("Retention is counted elsewhere (commerce.reports.retention).")

    def _filtered(self) -> list[ColumnElement[bool]]:
        chosen, filters = [], self._question.filters
        if filters.channel is not None:
            self._needs.add("order")
            chosen.append(OrderRow.sales_channel == filters.channel)
        if filters.payment is not None:
            chosen.append(self._paid(filters.payment))
        if filters.courier is not None:
            chosen.append(self._of_parcel(ShipmentRow.courier) == filters.courier)
        if filters.warehouse_id is not None:
            chosen.append(self.key(Dimension.WAREHOUSE) == filters.warehouse_id)
        if filters.place is not None:
            self._needs.add("address")
            chosen.append(customers.at_place(self._ctx, filters.place))
        if filters.reason is not None:
            chosen.append(self._of_reason(filters.reason))
        if filters.product is not None or filters.category is not None:
            chosen.append(self._of_products(filters))
        return chosen

    def _paid(self, kind: PaymentKind) -> ColumnElement[bool]:
        if kind in (PaymentKind.COD, PaymentKind.PREPAID):
            is_cod = self._is_cod()
            return is_cod if kind is PaymentKind.COD else ~is_cod
        self._needs.add("order")
        return is_paid_so(kind)

    def _of_reason(self, reason: NdrReason) -> ColumnElement[bool]:
        if self._source in (Source.ORDERS, Source.LINES):
            failed = select(NdrCaseRow.order_id).where(
                NdrCaseRow.shop_id == self._shop, NdrCaseRow.reason == reason
            )
            return OrderRow.id.in_(failed)
        self._needs.add("case")
        return NdrCaseRow.reason == reason

    def _of_products(self, filters: Filters) -> ColumnElement[bool]:
        wanted = self._variants(filters)
        match self._source:
            case Source.LINES:
                variant: ColumnElement[Any] = OrderItemRow.variant_id.expression
                if self._question.end - self._question.start < FEW_DAYS:
                    # Said so, the days' orders are read, and not all that ever was sold of it.
                    variant = func.coalesce(variant, variant)
                return variant.in_(wanted)
            case Source.STOCK:
                return StockRow.variant_id.in_(wanted)
            case _:
                self._needs.add("order")
                lines = OrderItemRow.shop_id == self._shop
                containing = select(OrderItemRow.order_id).where(
                    lines, OrderItemRow.variant_id.in_(wanted)
                )
                return OrderRow.id.in_(containing)

    def _variants(self, filters: Filters) -> Any:
        """Return the ids of what is sold under the product and category asked for."""
        variant, product = aliased(VariantRow), aliased(ProductRow)
        wanted = (
            select(variant.id)
            .join(product, product.id == variant.product_id)
            .where(variant.shop_id == self._shop)
        )
        if filters.product is not None:
            ids = [v.id for v in inventory.matching_variants(self._ctx, filters.product)]
            wanted = wanted.where(variant.id.in_(ids))
        if filters.category is not None:
            wanted = wanted.where(func.lower(product.category) == filters.category.lower())
        return wanted

    # From which tables.

    def joined(self, statement: Select[Any]) -> Select[Any]:
        """Return the statement with the tables that what was asked needs."""
        needs, source = self._needs, self._source
        match source:
            case Source.ORDERS:
                statement = statement.select_from(OrderRow)
            case Source.LINES:
                statement = statement.select_from(OrderRow).join(
                    OrderItemRow, OrderItemRow.order_id == OrderRow.id
                )
            case Source.PARCELS:
                statement = statement.select_from(ShipmentRow)
            case Source.CASES:
                statement = statement.select_from(NdrCaseRow).join(
                    ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id
                )
            case _:
                statement = statement.select_from(StockRow)
        if source in (Source.PARCELS, Source.CASES) and (
            needs & {"order", "address"} or self._part is not None
        ):
            statement = statement.join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        return self._with_further(statement)

    def _with_further(self, statement: Select[Any]) -> Select[Any]:
        needs, source = self._needs, self._source
        if "address" in needs:
            statement = statement.join(AddressRow, AddressRow.id == OrderRow.address_id)
        if "case" in needs and source is Source.PARCELS:
            statement = statement.outerjoin(NdrCaseRow, NdrCaseRow.id == self._last_case())
        if self._part is not None:
            statement = statement.outerjoin(self._part, self._part.c.order_id == OrderRow.id)
        if needs & {"variant", "product"}:
            variant = StockRow if source is Source.STOCK else OrderItemRow
            statement = statement.outerjoin(VariantRow, VariantRow.id == variant.variant_id)
        if "product" in needs:
            statement = statement.outerjoin(ProductRow, ProductRow.id == VariantRow.product_id)
        return statement

    def _of_parcel(self, column: Any) -> Any:
        """Return what the parcel has that is counted; of an order, its first one."""
        if self._source not in (Source.ORDERS, Source.LINES):
            return column
        parcel = aliased(ShipmentRow)
        return (
            select(getattr(parcel, column.key))
            .where(parcel.shop_id == self._shop, parcel.order_id == OrderRow.id)
            .order_by(parcel.id)
            .limit(1)
            .correlate(OrderRow)
            .scalar_subquery()
        )

    def _last_case(self) -> Any:
        found = aliased(NdrCaseRow)
        last = select(func.max(found.id)).where(
            found.shop_id == self._shop, found.shipment_id == ShipmentRow.id
        )
        return last.scalar_subquery()

    def _is_cod(self) -> ColumnElement[bool]:
        if self._source in (Source.ORDERS, Source.LINES):
            return is_cod()
        return counting.paid(ParcelPayment.COD)

    def _at(self) -> ColumnElement[Any]:
        """Return the moment that gives a row its day."""
        match self._source:
            case Source.PARCELS:
                return counting.moment(self._question.measure.by or ParcelMoment.SENT)
            case Source.CASES:
                return NdrCaseRow.opened_at.expression
            case _:
                return OrderRow.placed_at.expression


def _of_orders(rows: OrderRows) -> Sequence[ColumnElement[bool]]:
    conditions = [] if rows.status is None else [has_status(rows.status)]
    if rows.payment is PaymentKind.COD:
        conditions.append(is_cod())
    return conditions or [OrderRow.status.in_(list(OrderStatus))]


_SQLITE = {
    Dimension.DAY: "%Y-%m-%d",
    Dimension.MONTH: "%Y-%m-01",
    Dimension.HOUR: "%H",
    Dimension.WEEKDAY: "%w",
}
_POSTGRES = {
    Dimension.DAY: "YYYY-MM-DD",
    Dimension.WEEK: "YYYY-MM-DD",
    Dimension.MONTH: "YYYY-MM-01",
    Dimension.HOUR: "HH24",
}


def local_bucket(
    ctx: Context, at: ColumnElement[Any], start: datetime, dimension: Dimension
) -> ColumnElement[Any]:
    """Return the day, Monday, first of the month, hour or weekday of a moment, in the shop's zone.

    As text: ISO dates, `00` to `23`, and `0` for Sunday to `6`.
    """
    if ctx.session.get_bind().dialect.name == "sqlite":
        # SQLite knows no zones: the offset at the beginning serves the whole span. None of the
        # countries served changes its clocks in summer.
        offset = start.astimezone(ctx.zone).utcoffset() or timedelta()
        minutes = f"{offset // timedelta(minutes=1):+d} minutes"
        if dimension is Dimension.WEEK:
            return func.strftime("%Y-%m-%d", at, minutes, "weekday 0", "-6 days")
        return func.strftime(_SQLITE[dimension], at, minutes)
    local = func.timezone(ctx.zone.key, at)
    if dimension is Dimension.WEEK:
        local = func.date_trunc("week", local)
    if dimension is Dimension.WEEKDAY:
        return cast(cast(extract("dow", local), Integer), String)
    return func.to_char(local, _POSTGRES[dimension])
