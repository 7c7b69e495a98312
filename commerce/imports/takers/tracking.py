"""Where parcels are, by couriers' reports: scans added; parcels, orders, NDR cases moved on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from commerce.context import Context
from commerce.db.tables import NdrCaseRow, OrderHistoryRow, OrderRow, ScanRow, ShipmentRow
from commerce.imports import queries
from commerce.imports.content import TrackingContent
from commerce.imports.notes import Notes
from commerce.imports.reading import Read
from commerce.imports.takers.drafts import Draft, write
from commerce.imports.types import RowRefused, Verdict
from commerce.money import Money
from commerce.ndr.rules import case_after
from commerce.parcels import journeys
from commerce.parcels.journeys import Stop
from commerce.vocabulary import (
    CourierType,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    ShipmentStatus,
)


@dataclass(slots=True)
class _Parcel:
    row: Draft
    order: Draft
    scans: set[tuple[datetime, str]] = field(default_factory=set)
    new_scans: list[dict[str, Any]] = field(default_factory=list)
    cases: list[Draft] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    """Its scans, as far as they move it."""
    standing: Stop | None = None
    """Where it stands for other reasons."""
    told: str | None = None
    """The status it came to in this batch; `None` where it stayed."""


@dataclass(slots=True)
class Tracking:
    """Takes scans in, a batch at a time; a parcel may come many times in one."""

    ctx: Context
    notes: Notes
    source_name: str
    _parcels: dict[str, _Parcel] = field(default_factory=dict)
    _orders: dict[str, Draft] = field(default_factory=dict)
    _siblings: dict[int, dict[str, ShipmentStatus]] = field(default_factory=dict)
    """Order id → AWB → where each of its parcels stands."""
    _history: list[tuple[Draft, OrderStatus, datetime]] = field(default_factory=list)

    def key(self, content: TrackingContent) -> str | None:
        """Return by what two records may not share a batch: nothing keeps these apart."""
        return None

    def money(self, content: TrackingContent) -> Money:
        """Return what is to be collected at the door."""
        parcel = self._parcels.get(content.awb)
        return Money(parcel.row["cod_minor"] if parcel else 0, self.ctx.currency)

    def day(self, content: TrackingContent) -> date:
        """Return the day of the scan, in the shop's zone."""
        return self.ctx.local(content.at).date()

    def take(self, batch: Sequence[Read[TrackingContent]]) -> list[Verdict | RowRefused]:
        """Bring each parcel on, and say what became of it."""
        self._load([read.content for read in batch])
        verdicts: list[Verdict | RowRefused] = []
        for read in batch:
            try:
                verdicts.append(self._take(read.content))
            except RowRefused as refused:
                verdicts.append(refused)
        self._write()
        return verdicts

    def _load(self, batch: Sequence[TrackingContent]) -> None:
        ctx = self.ctx
        found = queries.shipments(ctx, {content.awb for content in batch})
        numbers = {content.order_number for content in batch if content.order_number}
        orders = {row.id: row for row in queries.orders(ctx, numbers).values()}
        missing = {row.order_id for row in found} - orders.keys()
        orders |= queries.orders_by_id(ctx, missing)
        drafts = {row.id: Draft(row.id, {}, row) for row in orders.values()}
        self._orders = {row.number: drafts[row.id] for row in orders.values()}
        by_id = {row.id: _Parcel(Draft(row.id, {}, row), drafts[row.order_id]) for row in found}
        self._parcels = {parcel.row["awb"]: parcel for parcel in by_id.values()}
        for scan in queries.scans(ctx, by_id):
            parcel = by_id[scan.shipment_id]
            parcel.scans.add((scan.at, scan.status))
            parcel.stops.append(Stop(at=scan.at, status=ShipmentStatus(scan.status)))
        for parcel in by_id.values():
            parcel.standing = self._standing(parcel)
        for case in queries.cases(ctx, by_id):
            by_id[case.shipment_id].cases.append(Draft(case.id, {}, case))
        self._siblings = queries.parcels_by_order(ctx, orders)

    def _take(self, content: TrackingContent) -> Verdict:
        parcel = self._parcels.get(content.awb)
        if parcel is None:
            parcel = self._parcels[content.awb] = self._new(content)
        elif content.order_number not in ("", parcel.order["number"]):
            self.notes.add("imports-note-other-number", content.line, content.awb)
        was_new, before = parcel.row.id is None and not parcel.new_scans, dict(parcel.row.values)
        added = self._scan(parcel, content)
        self._milestones(parcel, content)
        self._move(parcel, content)
        if was_new:
            return Verdict.ADDED
        return Verdict.CHANGED if added or parcel.row.values != before else Verdict.UNCHANGED

    def _new(self, content: TrackingContent) -> _Parcel:
        """Return a parcel the shop did not know, of an order it does.

        Raises:
            RowRefused: It does not.
        """
        order = self._orders.get(content.order_number)
        if order is None:
            raise RowRefused(
                "error-imports-untracked", awb=content.awb, number=content.order_number or "—"
            )
        if content.courier is CourierType.CUSTOM:
            self.notes.add("imports-note-courier", content.line, content.awb)
        due = order["payment_status"] == PaymentStatus.COD_PENDING
        owed = int(order["total_minor"]) if due else 0
        values = {
            "awb": content.awb, "courier": content.courier.value,
            "status": ShipmentStatus.CREATED.value, "warehouse_id": None,
            "cod_minor": content.collect.minor if content.collect else owed,
            "weight_grams": content.weight_grams or 0, "attempts": 0,
            "created_at": min(order["placed_at"], content.at), "picked_up_at": None,
            "promised_at": None, "out_for_delivery_at": None, "delivered_at": None,
            "rto_at": None, "last_scan_at": None, "last_location": "",
        }  # fmt: skip
        self.notes.add("imports-note-parcel-made", content.line, content.awb)
        self._siblings.setdefault(order.id or 0, {})[content.awb] = ShipmentStatus.CREATED
        return _Parcel(Draft(None, values), order)

    def _scan(self, parcel: _Parcel, content: TrackingContent) -> bool:
        key = (content.at, content.status.value)
        if key in parcel.scans:
            return False
        parcel.scans.add(key)
        parcel.stops.append(Stop(at=content.at, status=content.status))
        parcel.new_scans.append(
            {
                "at": content.at, "status": content.status.value, "raw_code": content.raw_code,
                "raw_text": content.raw_text, "location": content.location,
            }
        )  # fmt: skip
        return True

    def _milestones(self, parcel: _Parcel, content: TrackingContent) -> None:
        """Fill in dates of its journey that are blank here; what we have stays."""
        told = {
            "picked_up_at": content.picked_up_at, "delivered_at": content.delivered_at,
            "out_for_delivery_at": content.out_for_delivery_at, "rto_at": content.rto_at,
            "promised_at": content.promised_at,
        }  # fmt: skip
        own = journeys.MOMENTS.get(content.status)
        if own is not None and told[own] is None:
            told[own] = content.at
        if content.status is not ShipmentStatus.DELIVERED:
            told["delivered_at"] = None
        for name, at in told.items():
            if at is not None and parcel.row[name] is None:
                parcel.row[name] = at
        if content.attempts is not None:
            parcel.row["attempts"] = max(parcel.row["attempts"], content.attempts)
        if content.weight_grams and not parcel.row["weight_grams"]:
            parcel.row["weight_grams"] = content.weight_grams

    def _standing(self, parcel: _Parcel) -> Stop | None:
        """Return where a parcel stands that its scans do not say."""
        names = {*journeys.MOMENTS.values(), "last_scan_at", "created_at"}
        return journeys.standing_of(
            ShipmentStatus(parcel.row["status"]), {name: parcel.row[name] for name in names},
            parcel.stops, self.ctx.zone,
        )  # fmt: skip

    def _move(self, parcel: _Parcel, content: TrackingContent) -> None:
        """Let the parcel be where its scans lead, and what hangs on it too."""
        last = parcel.row["last_scan_at"]
        if last is None or content.at >= last:
            parcel.row["last_scan_at"] = content.at
            if content.location:
                parcel.row["last_location"] = content.location
        way = journeys.follow(parcel.stops, self.ctx.zone, standing=parcel.standing)
        if any(stop.at == content.at and stop.status is content.status for stop in way.against):
            self.notes.add("imports-note-parcel-settled", content.line, content.awb)
        if way.status is ShipmentStatus(parcel.row["status"]):
            return
        parcel.row["status"] = way.status.value
        parcel.told = way.status.value
        if way.status is ShipmentStatus.DELIVERY_FAILED:
            parcel.row["attempts"] = max(parcel.row["attempts"], 1)
            self.notes.add("imports-note-undelivered", content.line, content.awb)
        self._move_order(parcel, way.status, content)
        self._move_cases(parcel, way.status, content)

    def _move_order(
        self, parcel: _Parcel, status: ShipmentStatus, content: TrackingContent
    ) -> None:
        order = parcel.order
        parcels = self._siblings.setdefault(order.id or 0, {})
        parcels[content.awb] = status
        was, becomes = OrderStatus(order["status"]), journeys.order_of_parcels(parcels.values())
        if becomes is None or not journeys.order_may_become(was, becomes):
            return
        order["status"] = becomes.value
        order["hold_reason"] = None
        self._history.append((order, becomes, content.at))
        order["payment_status"] = journeys.cash_after(
            PaymentMethod(order["payment_method"]), PaymentStatus(order["payment_status"]),
            was, becomes,
        ).value  # fmt: skip

    def _move_cases(
        self, parcel: _Parcel, status: ShipmentStatus, content: TrackingContent
    ) -> None:
        """Close what waits for a decision that has been taken on the road."""
        for case in parcel.cases:
            if becomes := case_after(NdrStatus(case["status"]), status):
                case["status"] = becomes.value
                case["closed_at"] = case["closed_at"] or content.at

    def _write(self) -> None:
        ctx, parcels = self.ctx, list(self._parcels.values())
        write(ctx, OrderRow, [(order, {}) for order in self._orders.values()])
        write(ctx, ShipmentRow, [(p.row, {"order_id": p.order.id}) for p in parcels])
        write(ctx, NdrCaseRow, [(case, {}) for p in parcels for case in p.cases])
        told = {"received_at": ctx.now}
        scans = [{"shipment_id": p.row.id, **told, **scan} for p in parcels for scan in p.new_scans]
        queries.add(ctx, ScanRow, scans)
        reason = ctx.say("imports-from-file", name=self.source_name)
        by = {"person_id": ctx.actor.person_id, "reason": reason}
        history = [
            {"order_id": order.id, "status": status.value, "at": at, **by}
            for order, status, at in self._history
        ]
        queries.add(ctx, OrderHistoryRow, history)
        self._history.clear()
        moved = [(p.row["awb"], {"status": p.told}) for p in parcels if p.told]
        queries.happened(ctx, "parcel.moved", moved)
