"""SQL for what couriers say: a parcel with everything that hangs on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from commerce.db.tables import (
    EventRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
    ShopRow,
    UnmappedCodeRow,
)
from commerce.parcels.journeys import RETURNING
from commerce.parcels.rules import AWAITED
from commerce.vocabulary import ShipmentStatus

_UNDER_WAY = (*AWAITED, *(status for status in RETURNING if status != ShipmentStatus.RTO_DELIVERED))


@dataclass(slots=True, kw_only=True)
class Heard:
    """A parcel and what hangs on it, held until the transaction ends."""

    shipment: ShipmentRow
    order: OrderRow
    scans: list[ScanRow]
    siblings: Sequence[ShipmentRow]
    """The order's parcels, itself among them."""
    cases: list[NdrCaseRow]
    """The newest last."""
    attempts: list[NdrAttemptRow] = field(default_factory=list)


def shop(session: Session, shop_id: int) -> ShopRow:
    """Return a shop."""
    return session.scalars(select(ShopRow).where(ShopRow.id == shop_id)).one()


def shipment(session: Session, shop_id: int, awb: str) -> ShipmentRow | None:
    """Return a parcel by its AWB, held."""
    return session.scalar(
        select(ShipmentRow)
        .where(ShipmentRow.shop_id == shop_id, ShipmentRow.awb == awb)
        .with_for_update()
    )


def order_called(session: Session, shop_id: int, numbers: Iterable[str]) -> OrderRow | None:
    """Return the order that has the first of some numbers one has."""
    wanted = [bare for number in numbers if (bare := number.strip(" #"))]
    if not wanted:
        return None
    found = {
        row.number: row
        for row in session.scalars(
            select(OrderRow).where(OrderRow.shop_id == shop_id, OrderRow.number.in_(wanted))
        )
    }
    return next((found[number] for number in wanted if number in found), None)


def heard(session: Session, parcel: ShipmentRow) -> Heard:
    """Return a parcel with everything that hangs on it."""
    shop_id = parcel.shop_id
    order = session.scalars(
        select(OrderRow)
        .where(OrderRow.shop_id == shop_id, OrderRow.id == parcel.order_id)
        .with_for_update()
    ).one()
    cases = session.scalars(
        select(NdrCaseRow)
        .where(NdrCaseRow.shop_id == shop_id, NdrCaseRow.shipment_id == parcel.id)
        .order_by(NdrCaseRow.opened_at, NdrCaseRow.id)
    ).all()
    attempts = session.scalars(
        select(NdrAttemptRow)
        .join(NdrCaseRow, NdrCaseRow.id == NdrAttemptRow.case_id)
        .where(
            NdrAttemptRow.shop_id == shop_id,
            NdrCaseRow.shop_id == shop_id,
            NdrCaseRow.shipment_id == parcel.id,
        )
        .order_by(NdrAttemptRow.at, NdrAttemptRow.id)
    ).all()
    scans = session.scalars(
        select(ScanRow).where(ScanRow.shop_id == shop_id, ScanRow.shipment_id == parcel.id)
    ).all()
    siblings = session.scalars(
        select(ShipmentRow).where(ShipmentRow.shop_id == shop_id, ShipmentRow.order_id == order.id)
    ).all()
    return Heard(
        shipment=parcel, order=order, scans=list(scans), siblings=siblings, cases=list(cases),
        attempts=list(attempts),
    )  # fmt: skip


def add_history(session: Session, order: OrderRow, at: datetime, reason: str) -> None:
    """Write where an order came to, that nobody brought it to."""
    session.add(
        OrderHistoryRow(
            shop_id=order.shop_id, order_id=order.id, status=order.status, at=at, person_id=None,
            reason=reason,
        )
    )  # fmt: skip


def happened(session: Session, parcel: ShipmentRow, kind: str, at: datetime, **said: Any) -> None:
    """Write down what happened to a parcel, for whoever acts on it."""
    session.add(
        EventRow(shop_id=parcel.shop_id, kind=kind, subject=parcel.awb, payload=said, at=at)
    )


def silent(
    session: Session, shop_id: int, courier: str, *, before: datetime, after_id: int, limit: int
) -> Sequence[tuple[int, str]]:
    """Return id and AWB of a courier's parcels under way that were not scanned for a while.

    The next ones after an id, so that a round goes on where the one before ended.
    """
    found = session.execute(
        select(ShipmentRow.id, ShipmentRow.awb)
        .where(
            ShipmentRow.shop_id == shop_id,
            ShipmentRow.courier == courier,
            ShipmentRow.status.in_(_UNDER_WAY),
            ShipmentRow.id > after_id,
            or_(ShipmentRow.last_scan_at.is_(None), ShipmentRow.last_scan_at < before),
        )
        .order_by(ShipmentRow.id)
        .limit(limit)
    )
    return [(row.id, row.awb) for row in found]


def unmapped(
    session: Session, shop_id: int, courier: str, limit: int = 20
) -> Sequence[tuple[str, str, int]]:
    """Return a courier's codes and words that no table knows, the most seen first, how often."""
    found = session.execute(
        select(UnmappedCodeRow.raw_code, UnmappedCodeRow.raw_text, UnmappedCodeRow.seen)
        .where(UnmappedCodeRow.shop_id == shop_id, UnmappedCodeRow.courier == courier)
        .order_by(UnmappedCodeRow.seen.desc(), UnmappedCodeRow.id)
        .limit(limit)
    )
    return [(row.raw_code, row.raw_text, row.seen) for row in found]
