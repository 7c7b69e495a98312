"""Taking in what vendors told: read by their folders, moved by the business."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from commerce import ndr, orders
from commerce.ports import CourierScan, Ports
from commerce.vocabulary import CourierType


class Untaken(Exception):
    """A message that cannot be taken in now; perhaps its parcel is imported later."""


def take_tracking(
    session: Session, shop_id: int, courier: CourierType, told: Mapping[str, Any], now: datetime
) -> None:
    """Move the parcels that a courier's message is about.

    Raises:
        Untaken: It is about a parcel nobody knows, or about none.
    """
    try:
        scans = _read(courier, told)
    except ValueError as error:
        raise Untaken(f"Not a tracking message: {error}") from error
    taken = ndr.take_scans(session, shop_id, courier, scans, now)
    if taken.unknown:
        raise Untaken(f"No parcel has the AWB {', '.join(taken.unknown)}, and no order its number.")


def take_payment(
    session: Session, ports: Ports, shop_id: int, told: Mapping[str, Any], prefix: str,
    now: datetime,
) -> None:  # fmt: skip
    """Take note of what became of a link or a refund.

    Raises:
        Untaken: Nobody here asked for it, or it says nothing.
    """
    from integrations.razorpay import read_event

    try:
        news = read_event(told, prefix)
    except ValueError as error:
        raise Untaken(f"Not an event: {error}") from error
    if news is not None and not orders.hear_payment(session, ports, shop_id, news, now):
        raise Untaken(f"Nobody here asked for {news.key}.")


def _read(courier: CourierType, told: Mapping[str, Any]) -> tuple[CourierScan, ...]:
    if courier is CourierType.SHIPROCKET:
        from integrations.shiprocket import read_push as read_shiprocket

        return read_shiprocket(told)
    from integrations.delhivery import read_push

    return read_push(told)
