"""Telling couriers what changed about an order after its parcel was booked or on its way.

A courier is told where its connection takes such a request; where it does not, somebody must call,
and whoever reads the change is told so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import outbox
from commerce.context import Context
from commerce.db.tables import EventRow, OrderHistoryRow, OrderRow, ShipmentRow
from commerce.outbox import Dispatch
from commerce.parcels.rules import AWAITED, NOT_HANDED_OVER
from commerce.ports import CourierAction, Instruction, Ports
from commerce.words import FALLBACK, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """Parcels by whether their courier's connection takes a request."""

    told: tuple[ShipmentRow, ...]
    to_call: tuple[ShipmentRow, ...]


def reachable(ports: Ports, rows: Iterable[ShipmentRow], action: CourierAction) -> Reachable:
    """Sort parcels by whether their courier can be told by its connection, or must be called."""
    found = list(rows)
    doors = [ports.courier(row.courier) for row in found]
    takes = [door is not None and action in door.actions for door in doors]
    return Reachable(
        told=tuple(row for row, can in zip(found, takes, strict=True) if can),
        to_call=tuple(row for row, can in zip(found, takes, strict=True) if not can),
    )


def booked(session: Session, order: OrderRow) -> list[ShipmentRow]:
    """Return an order's parcels that the customer still waits for."""
    return list(
        session.scalars(
            select(ShipmentRow)
            .where(
                ShipmentRow.shop_id == order.shop_id,
                ShipmentRow.order_id == order.id,
                ShipmentRow.status.in_(AWAITED),
            )
            .order_by(ShipmentRow.id)
        )
    )


def collecting(session: Session, order: OrderRow) -> list[ShipmentRow]:
    """Return an order's parcels on their way whose courier has cash to collect."""
    return [
        row
        for row in booked(session, order)
        if row.cod_minor > 0 and row.status not in NOT_HANDED_OVER
    ]


def key_of(order: OrderRow, row: ShipmentRow, action: CourierAction, once: str) -> str:
    """Return what one request about an order's parcel is known by; `once` tells it from others."""
    return f"order:{order.id}:{action.value}:{row.awb}:{once}"


def tell(
    session: Session,
    order: OrderRow,
    rows: Iterable[ShipmentRow],
    action: CourierAction,
    *,
    once: str,
    at: datetime,
    address: str | None = None,
    phone: str | None = None,
) -> list[str]:
    """Have the couriers of parcels told, and return the keys of what they are told."""
    keys = []
    for row in rows:
        key = key_of(order, row, action, once)
        instruction = Instruction(
            key=key, awb=row.awb, action=action, address=address, phone=phone
        )  # fmt: skip
        outbox.put_for_shop(
            session, order.shop_id, outbox.COURIER, row.courier, outbox.payload_of(instruction),
            key, not_before=at,
        )  # fmt: skip
        keys.append(key)
    return keys


def warnings(ctx: Context, found: Reachable, what: str) -> tuple[str, ...]:
    """Say which couriers are told and which must be called; `what` names the sentences."""
    return tuple(
        said(ctx.language, what, how, row)
        for how, rows in (("told", found.told), ("call", found.to_call))
        for row in rows
    )


def said(language: str, what: str, how: str, row: ShipmentRow) -> str:
    """Return a sentence about one parcel and its courier."""
    courier = say(language, f"courier-type-{row.courier}")
    return say(language, f"order-warning-{what}-{how}", awb=row.awb, courier=courier)


def refused(session: Session, dispatch: Dispatch, why: str, now: datetime) -> None:
    """Write into an order's story that its courier will not do what it was told."""
    told = re.match(r"order:(\d+):", dispatch.key)
    order = told and session.scalar(
        select(OrderRow).where(OrderRow.shop_id == dispatch.shop_id, OrderRow.id == int(told[1]))
    )
    if not order:
        return
    awb, courier = str(dispatch.payload["awb"]), dispatch.destination
    name = say(FALLBACK, f"courier-type-{courier}")
    reason = say(FALLBACK, "order-reason-courier-refused", awb=awb, courier=name, why=why)
    session.add(
        OrderHistoryRow(
            shop_id=order.shop_id, order_id=order.id, status=order.status, at=now, person_id=None,
            reason=reason,
        )
    )  # fmt: skip
    session.add(
        EventRow(
            shop_id=order.shop_id, kind="order.courier_must_be_called", subject=order.number,
            payload={"awb": awb, "courier": courier, "asked": dispatch.payload["action"]}, at=now,
        )
    )  # fmt: skip
