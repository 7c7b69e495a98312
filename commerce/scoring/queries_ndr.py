"""All SQL that the scores of undelivered parcels learn from: columns of a shop's whole history."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, func, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
)
from commerce.scoring.counting import seconds
from commerce.vocabulary import NdrActionType, ShipmentStatus

_AT_ONCE: Final = 50_000
TELLING: Final = (
    NdrActionType.PHONE_CALL,
    NdrActionType.WHATSAPP_MESSAGE,
    NdrActionType.SMS,
    NdrActionType.EMAIL,
    NdrActionType.ADDRESS_UPDATED,
)
"""What was done about a case that a score looks at."""

Columns = dict[str, NDArray[Any]]


def fates(ctx: Context) -> Columns:
    """Return every parcel whose end is known: whose, where to, when and how it ended."""
    shop = ctx.actor.shop_id
    ended = func.coalesce(
        ShipmentRow.delivered_at, ShipmentRow.rto_at, type_=ShipmentRow.rto_at.type
    )
    return _columns(
        ctx,
        select(
            OrderRow.customer_id.label("customer"),
            OrderRow.address_id.label("address"),
            AddressRow.city.label("city"),
            AddressRow.pincode.label("pincode"),
            ShipmentRow.cod_minor.label("cod"),
            ShipmentRow.delivered_at.label("delivered_at"),
            ended.label("ended_at"),
        )
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(ShipmentRow.shop_id == shop, OrderRow.shop_id == shop, ended.is_not(None)),
    )


def cases(ctx: Context) -> Columns:
    """Return every case with its parcel and its order."""
    shop = ctx.actor.shop_id
    return _columns(
        ctx,
        select(
            NdrCaseRow.id.label("case"),
            NdrCaseRow.opened_at.label("opened_at"),
            NdrCaseRow.closed_at.label("closed_at"),
            NdrCaseRow.shipment_id.label("parcel"),
            ShipmentRow.courier.label("courier"),
            ShipmentRow.cod_minor.label("cod"),
            ShipmentRow.delivered_at.label("delivered_at"),
            ShipmentRow.rto_at.label("rto_at"),
            OrderRow.total_minor.label("total"),
            OrderRow.customer_id.label("customer"),
            AddressRow.city.label("city"),
            AddressRow.pincode.label("pincode"),
        )
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(NdrCaseRow.shop_id == shop, ShipmentRow.shop_id == shop, OrderRow.shop_id == shop),
    )


def attempts(ctx: Context) -> Columns:
    """Return every failed attempt."""
    return _columns(
        ctx,
        select(
            NdrAttemptRow.case_id.label("case"),
            NdrAttemptRow.number.label("number"),
            NdrAttemptRow.at.label("at"),
            NdrAttemptRow.reason.label("reason"),
            NdrAttemptRow.raw_code.label("raw_code"),
            NdrAttemptRow.raw_text.label("raw_text"),
        ).where(NdrAttemptRow.shop_id == ctx.actor.shop_id),
    )


def contacts(ctx: Context) -> Columns:
    """Return every try to reach a customer with what came of it, and every corrected address."""
    shop = ctx.actor.shop_id
    return _columns(
        ctx,
        select(
            NdrActionRow.case_id.label("case"),
            NdrActionRow.kind.label("kind"),
            NdrActionRow.at.label("at"),
            NdrActionRow.outcome.label("outcome"),
        ).where(
            NdrActionRow.shop_id == shop,
            NdrActionRow.kind.in_(TELLING),
            (NdrActionRow.outcome.is_not(None))
            | (NdrActionRow.kind == NdrActionType.ADDRESS_UPDATED),
        ),
    )


def outings(ctx: Context) -> Columns:
    """Return when parcels that could not be delivered went out for delivery."""
    shop = ctx.actor.shop_id
    return _columns(
        ctx,
        select(ScanRow.shipment_id.label("parcel"), ScanRow.at.label("at"))
        .join(NdrCaseRow, NdrCaseRow.shipment_id == ScanRow.shipment_id)
        .where(
            ScanRow.shop_id == shop,
            NdrCaseRow.shop_id == shop,
            ScanRow.status == ShipmentStatus.OUT_FOR_DELIVERY,
        )
        .distinct(),
    )


def _columns(ctx: Context, statement: Select[*tuple[Any, ...]]) -> Columns:
    """Return a result as numpy columns: moments as seconds, words as str, numbers as int64."""
    names = [str(column.name) for column in statement.selected_columns]
    parts: list[list[NDArray[Any]]] = [[] for _ in names]
    for block in _blocks(ctx, statement):
        for place, values in enumerate(zip(*block, strict=True)):
            parts[place].append(_plain(names[place], values))
    return {
        name: np.concatenate(part) if part else _plain(name, ())
        for name, part in zip(names, parts, strict=True)
    }


def _blocks(ctx: Context, statement: Select[*tuple[Any, ...]]) -> Iterator[Any]:
    found = ctx.session.execute(statement.execution_options(yield_per=_AT_ONCE))
    yield from found.partitions()


def _plain(name: str, values: tuple[Any, ...]) -> NDArray[Any]:
    if name == "at" or name.endswith("_at"):
        moments: tuple[datetime | None, ...] = values
        return seconds(moments)
    if name in _NUMBERS:
        return np.array(values, dtype=np.int64)
    return np.array([one or "" for one in values], dtype=np.str_)


_NUMBERS: Final = frozenset(("case", "parcel", "customer", "address", "cod", "total", "number"))
