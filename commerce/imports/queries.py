"""All SQL of imports, in bulk: one statement for a batch, not one for a row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    AuditRow,
    Base,
    CompetitorPriceRow,
    CustomerRow,
    EventRow,
    ImportMappingRow,
    ImportRunRow,
    MarketplacePriceRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    PaymentRow,
    PersonRow,
    ProductRow,
    ReviewRow,
    ScanRow,
    ShipmentRow,
    ShopRow,
    StockRow,
    VariantRow,
    WarehouseRow,
)
from commerce.imports.content import Line
from commerce.imports.types import KINDS, SavedMapping
from commerce.scope import own_orders
from commerce.vocabulary import ShipmentStatus

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A customer the shop has."""

    id: int
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttempt:
    """A failed attempt the shop knows of."""

    id: int
    shipment_id: int
    case_id: int
    number: int
    at: datetime
    reason: str
    raw_code: str
    raw_text: str
    remark: str


def hold_shop(ctx: Context) -> None:
    """Let one import of a shop run at a time, to the end of the transaction.

    Two at once would each add the customers they share. Also begins SQLite's transaction: without
    one, releasing the import's savepoint would commit.
    """
    ctx.session.execute(
        update(ShopRow)
        .where(ShopRow.id == ctx.actor.shop_id)
        .values(name=ShopRow.name)
        .execution_options(synchronize_session=False)
    )


def seen_at(ctx: Context, sha256: str) -> datetime | None:
    """Return when a file of the same bytes was last read in."""
    return ctx.session.scalar(
        select(func.max(ImportRunRow.at)).where(
            ImportRunRow.shop_id == ctx.actor.shop_id, ImportRunRow.file_hash == sha256
        )
    )


def orders(ctx: Context, numbers: Collection[str]) -> dict[str, Any]:
    """Return the shop's orders of these numbers, as rows with every column."""
    table = OrderRow.__table__
    found = ctx.session.execute(
        select(*table.columns).where(own_orders(ctx), OrderRow.number.in_(numbers))
    )
    return {row.number: row for row in found}


def orders_by_id(ctx: Context, ids: Collection[int]) -> dict[int, Any]:
    """Return the shop's orders of these ids, as rows with every column."""
    if not ids:
        return {}
    table = OrderRow.__table__
    found = ctx.session.execute(select(*table.columns).where(own_orders(ctx), OrderRow.id.in_(ids)))
    return {row.id: row for row in found}


def lines(ctx: Context, order_ids: Collection[int]) -> dict[int, list[Line]]:
    """Return the lines of orders."""
    by_order: dict[int, list[Line]] = {order_id: [] for order_id in order_ids}
    if not by_order:
        return by_order
    found = ctx.session.execute(
        select(
            OrderItemRow.order_id, OrderItemRow.sku, OrderItemRow.title, OrderItemRow.quantity,
            OrderItemRow.unit_price_minor, OrderItemRow.discount_minor,
        )
        .where(OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.order_id.in_(by_order))
        .order_by(OrderItemRow.id)
    )  # fmt: skip
    for order_id, sku, title, quantity, price, discount in found:
        by_order[order_id].append(
            Line(
                sku=sku, title=title, quantity=quantity, unit_price_minor=price,
                discount_minor=discount,
            )
        )  # fmt: skip
    return by_order


def drop_lines(ctx: Context, order_id: int) -> None:
    """Take an order's lines away, to write others."""
    ctx.session.execute(
        delete(OrderItemRow)
        .where(OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.order_id == order_id)
        .execution_options(synchronize_session=False)
    )


def variants(ctx: Context, skus: Collection[str]) -> dict[str, int]:
    """Return the ids of the shop's variants by SKU."""
    found = ctx.session.execute(
        select(VariantRow.sku, VariantRow.id).where(
            VariantRow.shop_id == ctx.actor.shop_id, VariantRow.sku.in_(skus)
        )
    )
    return {row.sku: row.id for row in found}


def customers(ctx: Context, phones: Collection[str], emails: Collection[str]) -> list[Known]:
    """Return the shop's customers with any of these, the longest known first."""
    found = ctx.session.execute(
        select(CustomerRow.id, CustomerRow.phone, CustomerRow.email)
        .where(
            CustomerRow.shop_id == ctx.actor.shop_id,
            or_(CustomerRow.phone.in_(phones), CustomerRow.email.in_(emails)),
        )
        .order_by(CustomerRow.id)
    )
    return [Known(id=row.id, phone=row.phone, email=row.email) for row in found]


def addresses(
    ctx: Context, *, customer_ids: Collection[int] = (), ids: Collection[int] = ()
) -> list[Any]:
    """Return every address of these customers and those of these ids, the oldest first."""
    if not customer_ids and not ids:
        return []
    return list(
        ctx.session.execute(
            select(
                AddressRow.id, AddressRow.customer_id, AddressRow.name, AddressRow.line1,
                AddressRow.line2, AddressRow.city, AddressRow.pincode, AddressRow.phone,
            )
            .where(
                AddressRow.shop_id == ctx.actor.shop_id,
                or_(AddressRow.customer_id.in_(customer_ids), AddressRow.id.in_(ids)),
            )
            .order_by(AddressRow.id)
        )
    )  # fmt: skip


def shipments(ctx: Context, awbs: Collection[str]) -> list[Any]:
    """Return the shop's parcels of these AWBs, as rows with every column."""
    table = ShipmentRow.__table__
    return list(
        ctx.session.execute(
            select(*table.columns).where(
                ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.awb.in_(awbs)
            )
        )
    )


def cases(ctx: Context, shipment_ids: Collection[int]) -> list[Any]:
    """Return every NDR case of these parcels, the newest last, as rows with every column."""
    if not shipment_ids:
        return []
    table = NdrCaseRow.__table__
    return list(
        ctx.session.execute(
            select(*table.columns)
            .where(
                NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.shipment_id.in_(shipment_ids)
            )
            .order_by(NdrCaseRow.opened_at, NdrCaseRow.id)
        )
    )


def attempts(ctx: Context, shipment_ids: Collection[int]) -> list[StoredAttempt]:
    """Return every failed attempt known of these parcels."""
    if not shipment_ids:
        return []
    found = ctx.session.execute(
        select(
            NdrAttemptRow.id, NdrCaseRow.shipment_id, NdrAttemptRow.case_id, NdrAttemptRow.number,
            NdrAttemptRow.at, NdrAttemptRow.reason, NdrAttemptRow.raw_code, NdrAttemptRow.raw_text,
            NdrAttemptRow.remark,
        )
        .join(NdrCaseRow, NdrCaseRow.id == NdrAttemptRow.case_id)
        .where(
            NdrAttemptRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shipment_id.in_(shipment_ids),
        )
    )  # fmt: skip
    return [StoredAttempt(**row._mapping) for row in found]


def scans(ctx: Context, shipment_ids: Collection[int]) -> list[Any]:
    """Return when these parcels were scanned as what."""
    if not shipment_ids:
        return []
    return list(
        ctx.session.execute(
            select(ScanRow.shipment_id, ScanRow.at, ScanRow.status).where(
                ScanRow.shop_id == ctx.actor.shop_id, ScanRow.shipment_id.in_(shipment_ids)
            )
        )
    )


def parcels_by_order(
    ctx: Context, order_ids: Collection[int]
) -> dict[int, dict[str, ShipmentStatus]]:
    """Return order id → AWB → where each of its parcels stands."""
    there: dict[int, dict[str, ShipmentStatus]] = {}
    if not order_ids:
        return there
    found = ctx.session.execute(
        select(ShipmentRow.order_id, ShipmentRow.awb, ShipmentRow.status).where(
            ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.order_id.in_(order_ids)
        )
    )
    for order_id, awb, status in found:
        there.setdefault(order_id, {})[awb] = ShipmentStatus(status)
    return there


def variant_rows(ctx: Context, skus: Collection[str]) -> dict[str, Any]:
    """Return the shop's variants of these SKUs, as rows with every column."""
    table = VariantRow.__table__
    found = ctx.session.execute(
        select(*table.columns).where(
            VariantRow.shop_id == ctx.actor.shop_id, VariantRow.sku.in_(skus)
        )
    )
    return {row.sku: row for row in found}


def products_by_title(ctx: Context, titles: Collection[str]) -> dict[str, int]:
    """Return the shop's products of these very titles, the oldest where several share one."""
    found = ctx.session.execute(
        select(ProductRow.title, ProductRow.id)
        .where(ProductRow.shop_id == ctx.actor.shop_id, ProductRow.title.in_(titles))
        .order_by(ProductRow.id.desc())
    )
    return {row.title: row.id for row in found}


def shelves(ctx: Context, variant_ids: Collection[int]) -> list[Any]:
    """Return what lies of these variants, held until the transaction ends."""
    if not variant_ids:
        return []
    return list(
        ctx.session.execute(
            select(
                StockRow.id, StockRow.variant_id, StockRow.warehouse_id, StockRow.on_hand,
                StockRow.reserved,
            )
            .where(StockRow.shop_id == ctx.actor.shop_id, StockRow.variant_id.in_(variant_ids))
            .with_for_update()
        )
    )  # fmt: skip


def warehouses(ctx: Context) -> list[Any]:
    """Return the shop's warehouses by code."""
    return list(
        ctx.session.execute(
            select(WarehouseRow.id, WarehouseRow.code, WarehouseRow.name, WarehouseRow.city)
            .where(WarehouseRow.shop_id == ctx.actor.shop_id)
            .order_by(WarehouseRow.code)
        )
    )


def marketplace_prices(ctx: Context, variant_ids: Collection[int]) -> list[Any]:
    """Return what marketplaces show for these variants."""
    if not variant_ids:
        return []
    table = MarketplacePriceRow.__table__
    return list(
        ctx.session.execute(
            select(*table.columns).where(
                MarketplacePriceRow.shop_id == ctx.actor.shop_id,
                MarketplacePriceRow.variant_id.in_(variant_ids),
            )
        )
    )


def competitor_prices(
    ctx: Context, variant_ids: Collection[int], moments: Collection[datetime]
) -> list[Any]:
    """Return what competitors asked for these variants at these very moments."""
    if not variant_ids:
        return []
    return list(
        ctx.session.execute(
            select(
                CompetitorPriceRow.variant_id, CompetitorPriceRow.competitor,
                CompetitorPriceRow.at, CompetitorPriceRow.price_minor,
            ).where(
                CompetitorPriceRow.shop_id == ctx.actor.shop_id,
                CompetitorPriceRow.variant_id.in_(variant_ids),
                CompetitorPriceRow.at.in_(moments),
            )
        )
    )  # fmt: skip


def reviews(ctx: Context, moments: Collection[datetime]) -> list[Any]:
    """Return the shop's reviews of these very moments."""
    return list(
        ctx.session.execute(
            select(ReviewRow.product_id, ReviewRow.at, ReviewRow.text).where(
                ReviewRow.shop_id == ctx.actor.shop_id, ReviewRow.at.in_(moments)
            )
        )
    )


def mapping(ctx: Context, name: str) -> SavedMapping | None:
    """Return the shop's saved mapping of a name, whatever its capitals."""
    return next((one for one in mappings(ctx) if one.name.casefold() == name.casefold()), None)


def mappings(ctx: Context) -> list[SavedMapping]:
    """Return every mapping the shop has saved."""
    found = ctx.session.scalars(
        select(ImportMappingRow)
        .where(ImportMappingRow.shop_id == ctx.actor.shop_id)
        .order_by(ImportMappingRow.name)
    )
    return [_mapping(row) for row in found]


def mapping_for(ctx: Context, hashes: Collection[str]) -> SavedMapping | None:
    """Return the mapping made for a file of one of these headers, the newest of several."""
    row = ctx.session.scalar(
        select(ImportMappingRow)
        .where(
            ImportMappingRow.shop_id == ctx.actor.shop_id,
            ImportMappingRow.headers_hash.in_(hashes),
        )
        .order_by(ImportMappingRow.id.desc())
        .limit(1)
    )
    return None if row is None else _mapping(row)


def save_mapping(ctx: Context, saved: SavedMapping, headers_hash: str) -> None:
    """Write a mapping down; one of the same name is written over."""
    row = ctx.session.scalar(
        select(ImportMappingRow).where(
            ImportMappingRow.shop_id == ctx.actor.shop_id, ImportMappingRow.name == saved.name
        )
    )
    if row is None:
        row = ImportMappingRow(shop_id=ctx.actor.shop_id, name=saved.name)
        ctx.session.add(row)
    row.kind, row.headers_hash = saved.kind, headers_hash
    row.columns, row.fixed = dict(saved.columns), dict(saved.fixed)
    row.dates = None if saved.day_first is None else "dmy" if saved.day_first else "mdy"
    row.person_id, row.at = ctx.actor.person_id, ctx.now
    ctx.session.flush()


def _mapping(row: ImportMappingRow) -> SavedMapping:
    kind = next(kind for kind in KINDS if kind == row.kind)
    return SavedMapping(
        name=row.name, kind=kind, columns=row.columns, fixed=row.fixed,
        day_first=None if row.dates is None else row.dates == "dmy",
    )  # fmt: skip


RunRow = ImportRunRow
RunAndPerson = tuple[ImportRunRow, str | None]


def runs(ctx: Context, kinds: Collection[str], *, limit: int) -> list[RunAndPerson]:
    """Return the shop's imports of some kinds and who asked for each, the newest first."""
    found = ctx.session.execute(
        _runs(ctx)
        .where(ImportRunRow.kind.in_(kinds))
        .order_by(ImportRunRow.at.desc(), ImportRunRow.id.desc())
        .limit(limit)
    )
    return [(row, by) for row, by in found]


def run(ctx: Context, run_id: int) -> RunAndPerson | None:
    """Return one import of the shop and who asked for it."""
    found = ctx.session.execute(_runs(ctx).where(ImportRunRow.id == run_id)).one_or_none()
    return None if found is None else (found[0], found[1])


def _runs(ctx: Context) -> Select[ImportRunRow, str | None]:
    person = and_(PersonRow.id == ImportRunRow.person_id, PersonRow.shop_id == ImportRunRow.shop_id)
    return (
        select(ImportRunRow, PersonRow.name)
        .outerjoin(PersonRow, person)
        .where(ImportRunRow.shop_id == ctx.actor.shop_id)
    )


def moved_since(ctx: Context, run: ImportRunRow) -> int:
    """Return how many of the orders that an import added have been worked on since."""
    moved = 0
    for first, last in run.rows_added.get("orders", ()):
        of_run = and_(own_orders(ctx), OrderRow.id.between(first, last))
        sent = exists().where(
            ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.order_id == OrderRow.id
        )
        paid = exists().where(
            PaymentRow.shop_id == ctx.actor.shop_id, PaymentRow.order_id == OrderRow.id
        )
        written_about = exists().where(
            AuditRow.shop_id == ctx.actor.shop_id,
            AuditRow.subject == OrderRow.number,
            AuditRow.at >= run.at,
        )
        moved += (
            ctx.session.scalar(
                select(func.count())
                .select_from(OrderRow)
                .where(of_run, or_(sent, paid, written_about))
            )
            or 0
        )
    return moved


def take_back(ctx: Context, run: ImportRunRow) -> int:
    """Delete the rows that an import added, and return how many there were."""
    gone = 0
    tables: dict[str, type[Base]] = {
        "orders": OrderRow, "reviews": ReviewRow, "competitor_prices": CompetitorPriceRow,
    }  # fmt: skip
    for name, spans in run.rows_added.items():
        for first, last in spans:
            if name == "orders":
                for below in (OrderItemRow, OrderHistoryRow):
                    _delete(ctx, below, below.__table__.c["order_id"], first, last)
            gone += _delete(ctx, tables[name], tables[name].__table__.c["id"], first, last)
    return gone


def _delete(
    ctx: Context, table: type[Base], column: ColumnElement[Any], first: int, last: int
) -> int:
    done = ctx.session.execute(
        delete(table)
        .where(table.__table__.c["shop_id"] == ctx.actor.shop_id, column.between(first, last))
        .execution_options(synchronize_session=False)
    )
    return int(getattr(done, "rowcount", 0))


def add(ctx: Context, table: type[Base], rows: Sequence[Values]) -> None:
    """Write new rows of the actor's shop."""
    if rows:
        ctx.session.execute(insert(_rows_of(table)), _owned(ctx, rows))


def add_with_ids(ctx: Context, table: type[Base], rows: Sequence[Values]) -> list[int]:
    """Write new rows of the actor's shop and return their ids, in the same order."""
    if not rows:
        return []
    identity = table.__table__.c["id"]
    if ctx.session.get_bind().dialect.name == "sqlite":
        # SQLite numbers rows one up from the last in the order they are given
        # (https://sqlite.org/autoinc.html); asked for them in that order, SQLAlchemy would write
        # each row by itself.
        statement = insert(_rows_of(table)).returning(identity)
        ids = sorted(ctx.session.scalars(statement, _owned(ctx, rows)))
        if ids[-1] - ids[0] + 1 != len(rows):
            raise RuntimeError(f"rows of {table.__tablename__} were not numbered in a row")
        return ids
    statement = insert(_rows_of(table)).returning(identity, sort_by_parameter_order=True)
    return list(ctx.session.scalars(statement, _owned(ctx, rows)))


def change(ctx: Context, table: type[Base], row_id: int, values: Mapping[str, Any]) -> None:
    """Write over some columns of one row of the actor's shop."""
    columns = table.__table__.c
    ctx.session.execute(
        update(table)
        .where(columns["id"] == row_id, columns["shop_id"] == ctx.actor.shop_id)
        .values(dict(values))
        .execution_options(synchronize_session=False)
    )


def change_many(ctx: Context, table: type[Base], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Write over columns of many rows of the actor's shop, row id → what changes.

    Rows that change the same columns share a statement.
    """
    columns = table.__table__.c
    alike: dict[tuple[str, ...], list[Values]] = {}
    for row_id, values in rows.items():
        if values:
            alike.setdefault(tuple(sorted(values)), []).append(
                {"row_id": row_id, **{f"new_{name}": value for name, value in values.items()}}
            )
    for names, changed in alike.items():
        statement = (
            update(table)
            .where(columns["id"] == bindparam("row_id"), columns["shop_id"] == ctx.actor.shop_id)
            .values({name: bindparam(f"new_{name}", type_=columns[name].type) for name in names})
        )
        ctx.session.connection().execute(statement, changed)


def happened(ctx: Context, kind: str, events: Sequence[tuple[str, Values]]) -> None:
    """Write many events of a kind: what each is about, and what it says."""
    rows = [
        {"kind": kind, "subject": subject, "payload": payload, "at": ctx.now}
        for subject, payload in events
    ]
    add(ctx, EventRow, rows)


def _rows_of(table: type[Base]) -> Table:
    """Return a table as it is, without the unit of work: rows go in by the thousand."""
    return cast(Table, table.__table__)


def _owned(ctx: Context, rows: Sequence[Values]) -> list[Values]:
    return [{"shop_id": ctx.actor.shop_id, **row} for row in rows]


def pieces(ctx: Context) -> int:
    """Return how many pieces lie on all shelves of the shop."""
    ctx.session.flush()
    lying = select(func.coalesce(func.sum(StockRow.on_hand), 0)).where(
        StockRow.shop_id == ctx.actor.shop_id
    )
    return int(ctx.session.scalar(lying) or 0)
