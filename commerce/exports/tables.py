"""What the shop has, as tables to be written: orders, parcels, NDR cases, stock, the audit log."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import islice
from typing import Any

from commerce import inventory, records
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.customers import rules as buyers
from commerce.exports import queries
from commerce.exports.types import Cell, Column, Holds, Table
from commerce.money import Money
from commerce.ndr import NdrSearch
from commerce.orders import OrderSearch
from commerce.parcels import ParcelSearch
from commerce.periods import Period
from commerce.records import AuditSearch


def orders(
    ctx: Context, period: Period | None = None, *, wanted: OrderSearch | None = None
) -> Table:
    """Return the orders placed in a period, or those that fit, one a row, the oldest first.

    Raises:
        NotAllowed: The actor may not see orders.
    """
    ctx.require(Permission.ORDERS_READ)
    columns = columns_of(
        ctx,
        ("order", Holds.ID), ("placed", Holds.MOMENT), ("status", Holds.TEXT),
        ("channel", Holds.TEXT), ("channel-id", Holds.ID), ("payment", Holds.TEXT),
        ("payment-status", Holds.TEXT), ("customer", Holds.TEXT), ("phone", Holds.ID),
        ("email", Holds.TEXT), ("address", Holds.TEXT), ("city", Holds.TEXT),
        ("state", Holds.TEXT), ("pincode", Holds.ID), ("pieces", Holds.NUMBER),
        ("items", Holds.TEXT), ("subtotal", Holds.MONEY), ("discount", Holds.MONEY),
        ("shipping", Holds.MONEY), ("tax", Holds.MONEY), ("total", Holds.MONEY),
        ("refunded", Holds.MONEY), ("cancelled", Holds.MOMENT), ("tags", Holds.TEXT),
        ("note", Holds.TEXT),
    )  # fmt: skip
    search = wanted or OrderSearch(period=period)
    return told(ctx, "orders", columns, _orders(ctx, search), search.period, wanted)


def _orders(ctx: Context, wanted: OrderSearch) -> Iterator[Sequence[Cell]]:
    for page in _by_pages(queries.orders(ctx, wanted)):
        items = queries.items(ctx, [row.id for row in page])
        for row in page:
            pieces, words = items.get(row.id, (0, ""))
            money = [
                Money(minor, row.currency)
                for minor in (row.subtotal_minor, row.discount_minor, row.shipping_minor,
                              row.tax_minor, row.total_minor, row.refunded_minor)
            ]  # fmt: skip
            address = ", ".join(part for part in (row.line1, row.line2) if part)
            yield (
                row.number, row.placed_at, row.status, row.sales_channel, row.source_id,
                row.payment_method, row.payment_status, row.name, _phone(ctx, row.phone),
                _email(ctx, row.email), address,
                row.city, row.state, row.pincode, pieces, words, *money, row.cancelled_at,
                ", ".join(map(str, row.tags)), row.note,
            )  # fmt: skip


def parcels(
    ctx: Context, period: Period | None = None, *, wanted: ParcelSearch | None = None
) -> Table:
    """Return the parcels made in a period, or those that fit, one a row, the oldest first.

    Raises:
        NotAllowed: The actor may not see parcels.
    """
    ctx.require(Permission.PARCELS_READ)
    columns = columns_of(
        ctx,
        ("awb", Holds.ID), ("order", Holds.ID), ("courier", Holds.TEXT), ("status", Holds.TEXT),
        ("warehouse", Holds.TEXT), ("collect", Holds.MONEY), ("weight", Holds.NUMBER),
        ("attempts", Holds.NUMBER), ("made", Holds.MOMENT), ("picked-up", Holds.MOMENT),
        ("out-for-delivery", Holds.MOMENT), ("promised", Holds.MOMENT),
        ("delivered", Holds.MOMENT), ("rto", Holds.MOMENT), ("last-scan", Holds.MOMENT),
        ("location", Holds.TEXT),
    )  # fmt: skip
    rows = (
        (
            row.awb, row.number, row.courier, row.status, row.code,
            Money(row.cod_minor, row.currency), row.weight_grams, row.attempts, row.created_at,
            row.picked_up_at, row.out_for_delivery_at, row.promised_at, row.delivered_at,
            row.rto_at, row.last_scan_at, row.last_location,
        )
        for row in queries.parcels(ctx, wanted, period)
    )  # fmt: skip
    return told(ctx, "parcels", columns, rows, wanted.period if wanted else period, wanted)


def ndr(ctx: Context, period: Period | None = None, *, wanted: NdrSearch | None = None) -> Table:
    """Return the NDR cases opened in a period, or those that fit, one a row, the oldest first.

    Raises:
        NotAllowed: The actor may not see NDR cases.
    """
    ctx.require(Permission.NDR_READ)
    columns = columns_of(
        ctx,
        ("awb", Holds.ID), ("order", Holds.ID), ("courier", Holds.TEXT), ("status", Holds.TEXT),
        ("reason", Holds.TEXT), ("priority", Holds.TEXT), ("attempts", Holds.NUMBER),
        ("opened", Holds.MOMENT), ("last-attempt", Holds.MOMENT), ("due", Holds.MOMENT),
        ("reattempt", Holds.TEXT), ("closed", Holds.MOMENT), ("assignee", Holds.TEXT),
        ("customer", Holds.TEXT), ("phone", Holds.ID), ("city", Holds.TEXT),
        ("pincode", Holds.ID), ("total", Holds.MONEY), ("collect", Holds.MONEY),
    )  # fmt: skip
    rows = (
        (
            row.awb, row.number, row.courier, row.status, row.reason, row.priority, row.attempts,
            row.opened_at, row.last_attempt_at, row.due_at, row.reattempt_on, row.closed_at,
            row.name, row.customer, _phone(ctx, row.phone), row.city, row.pincode,
            Money(row.total_minor, row.currency), Money(row.cod_minor, row.currency),
        )
        for row in queries.ndr_cases(ctx, wanted, period)
    )  # fmt: skip
    return told(ctx, "ndr", columns, rows, wanted.period if wanted else period, wanted)


def stock(ctx: Context, *, product: str | None = None, warehouse: str | None = None) -> Table:
    """Return what lies on every shelf, one a row; what it cost only for who may set prices.

    Raises:
        NotAllowed: The actor may not see stock.
        NotFound: No such product or warehouse.
    """
    ctx.require(Permission.STOCK_READ)
    where = inventory.find_warehouse(ctx, warehouse) if warehouse else None
    variants = {one.variant.id for one in inventory.stock_of(ctx, product)} if product else None
    sees_cost = ctx.actor.may(Permission.PRICES_WRITE)
    columns = columns_of(
        ctx,
        ("sku", Holds.ID), ("product", Holds.TEXT), ("category", Holds.TEXT),
        ("warehouse", Holds.TEXT), ("on-hand", Holds.NUMBER), ("reserved", Holds.NUMBER),
        ("free", Holds.NUMBER), ("price", Holds.MONEY), ("mrp", Holds.MONEY),
        *((("cost", Holds.MONEY),) if sees_cost else ()),
    )  # fmt: skip

    def rows() -> Iterator[Sequence[Cell]]:
        found = queries.stock(ctx, warehouse_id=where.id if where else None, variant_ids=variants)
        for row in found:
            cost = (Money(row.cost_minor, ctx.currency),) if sees_cost else ()
            yield (
                row.sku, row.title, row.category, row.code, row.on_hand, row.reserved,
                row.on_hand - row.reserved, Money(row.price_minor, ctx.currency),
                Money(row.mrp_minor, ctx.currency), *cost,
            )  # fmt: skip

    return told(ctx, "stock", columns, rows(), None)


def audit(ctx: Context, wanted: AuditSearch | None = None) -> Table:
    """Return the audit log, or the lines of it that fit, the oldest first.

    Raises:
        NotAllowed: The actor may not read the log.
    """
    ctx.require(Permission.AUDIT_READ)
    wanted = wanted or AuditSearch()
    columns = columns_of(
        ctx,
        ("line", Holds.NUMBER), ("at", Holds.MOMENT), ("person", Holds.TEXT),
        ("for", Holds.TEXT), ("action", Holds.TEXT), ("subject", Holds.ID),
        ("before", Holds.TEXT), ("after", Holds.TEXT), ("why", Holds.TEXT),
        ("door", Holds.TEXT),
    )  # fmt: skip
    # Noted first: the list that is given out says itself that it was.
    table_of = told(ctx, "audit", columns, (), wanted.period)
    rows = (
        (
            entry.id, entry.at, entry.person, entry.on_behalf_of, entry.action, entry.subject,
            _json(entry.before), _json(entry.after), entry.why, entry.channel,
        )
        for entry in records.entries(ctx, wanted)
    )  # fmt: skip
    return Table(name=table_of.name, columns=table_of.columns, rows=rows)


def columns_of(ctx: Context, *named: tuple[str, Holds]) -> tuple[Column, ...]:
    """Return columns by their names in the catalogue."""
    return tuple(
        Column(
            label=ctx.say(f"exports-column-{name}", currency=ctx.currency)
            if holds is Holds.MONEY
            else ctx.say(f"exports-column-{name}"),
            holds=holds,
        )
        for name, holds in named
    )


def told(
    ctx: Context, name: str, columns: tuple[Column, ...], rows: Iterable[Sequence[Cell]],
    period: Period | None, wanted: Any = None,
) -> Table:  # fmt: skip
    """Return a table, having noted who took what out: customers' names and numbers are in it."""
    after = {"period": period.name if period else "all_time", **_filters(wanted)}
    change = Change(subject_kind="export", subject=name, before={}, after=after)
    records.audit(ctx, f"export_{name}", change)
    ctx.session.flush()
    return Table(name=name, columns=columns, rows=rows)


def _by_pages(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while page := list(islice(rows, queries.AT_ONCE)):
        yield page


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


def _filters(wanted: Any) -> dict[str, str]:
    """Return what narrowed an export, as the log keeps it."""
    if wanted is None or isinstance(wanted, dict):
        return wanted or {}
    untold = ("period", "sort", "limit", "skip", "after")
    said = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    return {name: str(value) for name, value in said.items() if value and name not in untold}


def _phone(ctx: Context, phone: str | None) -> str | None:
    """Return a phone number as the chat would show it to the actor."""
    return buyers.seen_phone(ctx.actor, phone)


def _email(ctx: Context, email: str | None) -> str | None:
    return buyers.seen_email(ctx.actor, email)
