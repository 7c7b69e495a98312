"""All SQL of imports, in bulk: one statement for a batch, not one for a row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    Base,
    CustomerRow,
    ImportRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
    ShopRow,
    VariantRow,
)
from commerce.imports.content import Line
from commerce.scope import own_orders

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
        select(func.max(ImportRow.at)).where(
            ImportRow.shop_id == ctx.actor.shop_id, ImportRow.file_hash == sha256
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


def add(ctx: Context, table: type[Base], rows: Sequence[Values]) -> None:
    """Write new rows of the actor's shop."""
    if rows:
        ctx.session.execute(insert(table), _owned(ctx, rows))


def add_with_ids(ctx: Context, table: type[Base], rows: Sequence[Values]) -> list[int]:
    """Write new rows of the actor's shop and return their ids, in the same order."""
    if not rows:
        return []
    identity = table.__table__.c["id"]
    statement = insert(table).returning(identity, sort_by_parameter_order=True)
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


def _owned(ctx: Context, rows: Sequence[Values]) -> list[Values]:
    return [{"shop_id": ctx.actor.shop_id, **row} for row in rows]
