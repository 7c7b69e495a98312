"""Parcels on the road, and those that could not be delivered."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from commerce.db.tables.base import Base, Id, Minor, Moment, Name, ShopId, Word, ref


class ShipmentRow(Base):
    """One parcel, known by its AWB."""

    __tablename__ = "shipments"
    __table_args__ = (
        UniqueConstraint("shop_id", "awb"),
        Index(None, "shop_id", "order_id"),
        Index(None, "shop_id", "status", "promised_at"),
        Index(None, "shop_id", "created_at"),
        Index(None, "shop_id", "out_for_delivery_at"),
        Index(None, "shop_id", "delivered_at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    order_id: Mapped[int] = ref("orders")
    awb: Mapped[Word]
    courier: Mapped[Word]
    """A value of `CourierType`."""
    status: Mapped[Word]
    """A value of `ShipmentStatus`."""
    warehouse_id: Mapped[int | None] = ref("warehouses")
    cod_minor: Mapped[Minor]
    """To collect at the door; 0 for prepaid."""
    weight_grams: Mapped[int]
    attempts: Mapped[int]
    """Delivery attempts made."""
    created_at: Mapped[Moment]
    picked_up_at: Mapped[datetime | None]
    promised_at: Mapped[datetime | None]
    out_for_delivery_at: Mapped[datetime | None]
    """First time it went out for delivery."""
    delivered_at: Mapped[datetime | None]
    rto_at: Mapped[datetime | None]
    """When the return to origin began."""
    last_scan_at: Mapped[datetime | None]
    last_location: Mapped[Name]


class ScanRow(Base):
    """One event a courier reported, its own code and words kept beside ours."""

    __tablename__ = "scans"
    __table_args__ = (Index(None, "shop_id", "shipment_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    shipment_id: Mapped[int] = ref("shipments")
    at: Mapped[Moment]
    status: Mapped[Word]
    raw_code: Mapped[Word]
    raw_text: Mapped[str]
    location: Mapped[Name]
    received_at: Mapped[datetime | None]
    """When we were told; `None` of scans that were kept before this was."""


class NdrCaseRow(Base):
    """An undelivered parcel that waits, or waited, for a decision."""

    __tablename__ = "ndr_cases"
    __table_args__ = (
        Index(None, "shop_id", "status", "due_at"),
        Index(None, "shop_id", "shipment_id"),
        Index(None, "shop_id", "order_id"),
        Index(None, "shop_id", "assignee_id", "status"),
        Index(None, "shop_id", "opened_at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    shipment_id: Mapped[int] = ref("shipments")
    order_id: Mapped[int] = ref("orders")
    status: Mapped[Word]
    """A value of `NdrStatus`."""
    reason: Mapped[Word]
    """A value of `NdrReason`, of the latest attempt."""
    priority: Mapped[Word]
    attempts: Mapped[int]
    opened_at: Mapped[Moment]
    last_attempt_at: Mapped[Moment]
    due_at: Mapped[Moment]
    """By when to act, before the courier sends it back on its own."""
    reattempt_on: Mapped[Word | None]
    """ISO date of the reattempt asked for, in the shop's zone."""
    reattempt_slot: Mapped[Word | None]
    assignee_id: Mapped[int | None] = ref("people")
    closed_at: Mapped[datetime | None]


class NdrAttemptRow(Base):
    """One failed delivery attempt as the courier told it."""

    __tablename__ = "ndr_attempts"
    __table_args__ = (Index(None, "shop_id", "case_id", "number"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    case_id: Mapped[int] = ref("ndr_cases")
    number: Mapped[int]
    at: Mapped[Moment]
    reason: Mapped[Word]
    raw_code: Mapped[Word]
    raw_text: Mapped[str]
    remark: Mapped[str]


class NdrActionRow(Base):
    """One thing done about a case, by a person, the customer or the assistant."""

    __tablename__ = "ndr_actions"
    __table_args__ = (Index(None, "shop_id", "case_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    case_id: Mapped[int] = ref("ndr_cases")
    kind: Mapped[Word]
    """A value of `NdrActionType`."""
    at: Mapped[Moment]
    person_id: Mapped[int | None] = ref("people")
    outcome: Mapped[Word | None]
    """A value of `NdrOutcome`, where the customer was reached or tried."""
    remark: Mapped[str]
    details: Mapped[dict[str, Any]]


class UnmappedCodeRow(Base):
    """A courier code our tables do not know, counted so that somebody maps it."""

    __tablename__ = "unmapped_codes"
    __table_args__ = (UniqueConstraint("shop_id", "courier", "raw_code", "raw_text"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    courier: Mapped[Word]
    raw_code: Mapped[Word]
    raw_text: Mapped[Name]
    seen: Mapped[int]
    first_at: Mapped[Moment]
    last_at: Mapped[Moment]
