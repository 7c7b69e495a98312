"""Failed deliveries from a courier's report: the parcel found, its case opened or brought on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import (
    NdrAttemptRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
)
from commerce.imports import queries, rules
from commerce.imports.content import NdrContent
from commerce.imports.notes import Notes
from commerce.imports.reading import Read
from commerce.imports.takers import buyers
from commerce.imports.takers.buyers import Wanted
from commerce.imports.takers.drafts import Draft, write
from commerce.imports.types import RowRefused, Verdict
from commerce.money import Money
from commerce.ndr import codes
from commerce.ndr.rules import AWAITS_AN_ATTEMPT, COURIERS_WAIT, priority
from commerce.parcels import journeys
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    CourierType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    SalesChannel,
    ShipmentStatus,
)

_NOT_SENT = {OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING}
_OVER = {OrderStatus.DELIVERED, OrderStatus.RTO, OrderStatus.RETURNED}


@dataclass(slots=True)
class _Case:
    row: Draft
    attempts: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _Order:
    row: Draft
    made_from: NdrContent | None = None
    """The report's row, where the shop did not know the order."""


@dataclass(slots=True)
class _Parcel:
    row: Draft
    order: _Order
    cases: list[_Case] = field(default_factory=list)
    scans: list[dict[str, Any]] = field(default_factory=list)

    @property
    def open_case(self) -> _Case | None:
        """The case that waits for a decision, if one does."""
        waiting = [case for case in self.cases if case.row["status"] in OPEN_NDR_STATUSES]
        return waiting[-1] if waiting else None

    @property
    def attempts(self) -> list[Draft]:
        """Every failed attempt, of any case."""
        return [attempt for case in self.cases for attempt in case.attempts]

    @property
    def is_settled(self) -> bool:
        """Whether the parcel's fate is decided, or the shop has asked for it back."""
        returning = any(case.row["status"] == NdrStatus.RTO_INITIATED for case in self.cases)
        return self.row["status"] in journeys.SETTLED or (returning and self.open_case is None)

    @property
    def closed_at(self) -> datetime | None:
        """When the last case was closed."""
        return max(
            (case.row["closed_at"] for case in self.cases if case.row["closed_at"]), default=None
        )


@dataclass(slots=True)
class NdrReports:
    """Takes failed attempts in, a batch at a time; a parcel may come many times in one."""

    ctx: Context
    notes: Notes
    source_name: str
    _parcels: dict[str, _Parcel] = field(default_factory=dict)
    _orders: dict[str, _Order] = field(default_factory=dict)
    _unmapped: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Failures of the batch that no table knows, and how often each was seen."""

    def key(self, content: NdrContent) -> str | None:
        """Return by what two records may not share a batch: nothing keeps these apart."""
        return None

    def money(self, content: NdrContent) -> Money:
        """Return what was to be collected at the door."""
        parcel = self._parcels.get(content.awb)
        minor = parcel.row["cod_minor"] if parcel else _to_collect(content, None)
        return Money(minor, self.ctx.currency)

    def day(self, content: NdrContent) -> date:
        """Return the day of the attempt, in the shop's zone."""
        return self.ctx.local(content.at).date()

    def take(self, batch: Sequence[Read[NdrContent]]) -> list[Verdict | RowRefused]:
        """Open or bring on the case of each, and say what became of it."""
        self._load([read.content for read in batch])
        verdicts: list[Verdict | RowRefused] = []
        for read in batch:
            try:
                verdicts.append(self._take(read.content))
            except RowRefused as refused:
                verdicts.append(refused)
        self._write()
        return verdicts

    def _load(self, batch: Sequence[NdrContent]) -> None:
        ctx = self.ctx
        shipments = queries.shipments(ctx, {content.awb for content in batch})
        numbers = {content.order_number for content in batch if content.order_number}
        rows = list(queries.orders(ctx, numbers).values())
        rows += queries.orders_by_id(ctx, {row.order_id for row in shipments}).values()
        orders = {row.id: _Order(Draft(row.id, {}, row)) for row in rows}
        self._orders = {order.row["number"]: order for order in orders.values()}
        by_id = {row.id: _Parcel(Draft(row.id, {}, row), orders[row.order_id]) for row in shipments}
        self._parcels = {parcel.row["awb"]: parcel for parcel in by_id.values()}
        cases = {row.id: _Case(Draft(row.id, {}, row)) for row in queries.cases(ctx, by_id)}
        for case in cases.values():
            by_id[case.row["shipment_id"]].cases.append(case)
        for attempt in queries.attempts(ctx, by_id):
            cases[attempt.case_id].attempts.append(Draft(attempt.id, {}, attempt))

    def _take(self, content: NdrContent) -> Verdict:
        if content.settled:
            self.notes.add("imports-note-report-settled", content.line, content.awb)
            return Verdict.UNCHANGED
        parcel = self._parcels.get(content.awb)
        if parcel is None:
            order = self._order(content)
            if order.row["status"] in _OVER:
                self.notes.add("imports-note-order-over", content.line, content.awb)
                return Verdict.UNCHANGED
            parcel = self._parcels[content.awb] = self._new_parcel(content, order)
        elif content.order_number not in ("", parcel.order.row["number"]):
            self.notes.add("imports-note-other-number", content.line, content.awb)
        if parcel.is_settled:
            self.notes.add("imports-note-parcel-settled", content.line, content.awb)
            return Verdict.UNCHANGED
        for attempt in parcel.attempts:
            if attempt["number"] == content.attempt or attempt["at"] == content.at:
                return self._correct(parcel, attempt, content)
        if parcel.open_case is None and parcel.closed_at and content.at <= parcel.closed_at:
            self.notes.add("imports-note-case-closed", content.line, content.awb)
            return Verdict.UNCHANGED
        self._fail(parcel, content)
        return Verdict.ADDED

    def _order(self, content: NdrContent) -> _Order:
        """Return the order of an unknown parcel, drafted from the report where it says enough.

        Raises:
            RowRefused: It does not, or the actor may not add orders.
        """
        number = content.order_number
        if known := self._orders.get(number):
            return known
        buyer, place = content.buyer, content.place
        told = number and buyer.name and (buyer.phone or place.line1)
        if not told or content.payment is None or not (content.value or content.collect):
            raise RowRefused("error-imports-unknown-parcel", awb=content.awb, number=number)
        if not self.ctx.actor.may(Permission.ORDERS_WRITE):
            raise RowRefused("error-imports-may-not-add", number=number)
        self.notes.add("imports-note-order-made", content.line, number)
        if content.ordered_at is None:
            self.notes.add("imports-note-no-order-date", content.line, number)
        order = _Order(Draft(None, _order_values(content)), made_from=content)
        self._orders[number] = order
        return order

    def _new_parcel(self, content: NdrContent, order: _Order) -> _Parcel:
        if content.courier is CourierType.CUSTOM:
            self.notes.add("imports-note-courier", content.line, content.awb)
        if order.made_from is None:
            self.notes.add("imports-note-parcel-made", content.line, content.awb)
        if order.row["status"] in _NOT_SENT:
            order.row["status"] = OrderStatus.SHIPPED.value
        values = {
            "awb": content.awb,
            "courier": content.courier.value,
            "status": ShipmentStatus.DELIVERY_FAILED.value,
            "warehouse_id": None,
            "cod_minor": _to_collect(content, order.row),
            "weight_grams": 0,
            "attempts": 0,
            "created_at": min(order.row["placed_at"], content.at),
            "picked_up_at": None,
            "promised_at": None,
            "out_for_delivery_at": None,
            "delivered_at": None,
            "rto_at": None,
            "last_scan_at": None,
            "last_location": "",
        }
        return _Parcel(Draft(None, values), order)

    def _reason(self, parcel: _Parcel, content: NdrContent) -> NdrReason | None:
        courier = content.courier
        if courier is CourierType.CUSTOM:
            courier = CourierType(parcel.row["courier"])
        return codes.reason_for(courier.value, content.raw_code, content.raw_text)

    def _correct(self, parcel: _Parcel, attempt: Draft, content: NdrContent) -> Verdict:
        """Bring an attempt we know up to what the report says of it now."""
        if content.at < attempt["at"]:
            return Verdict.UNCHANGED
        reason = self._reason(parcel, content) or NdrReason.OTHER
        if content.at > attempt["at"] or attempt["reason"] != reason:
            attempt["at"] = content.at
            attempt["reason"] = reason.value
            attempt["raw_code"] = content.raw_code or attempt["raw_code"]
            attempt["raw_text"] = content.raw_text or attempt["raw_text"]
        attempt["remark"] = rules.merged_note(attempt["remark"], content.remark)
        if not attempt.values:
            return Verdict.UNCHANGED
        case = parcel.open_case
        if case is not None and content.at >= case.row["last_attempt_at"]:
            self._told(parcel, case, reason, content.at)
        return Verdict.CHANGED

    def _fail(self, parcel: _Parcel, content: NdrContent) -> None:
        """Add an attempt the shop did not know of."""
        found = self._reason(parcel, content)
        if found is None:
            self._unmapped[content.courier.value, content.raw_code, content.raw_text] += 1
            self.notes.add("imports-note-unmapped", content.line, content.raw_text)
        reason = found or NdrReason.OTHER
        known = max((attempt["number"] for attempt in parcel.attempts), default=0)
        number = content.attempt or max(known + 1, parcel.row["attempts"])
        parcel.row["attempts"] = max(parcel.row["attempts"], number)
        case = parcel.open_case
        if case is None:
            case = _Case(Draft(None, _case_values(content)))
            parcel.cases.append(case)
        case.row["attempts"] = max(case.row["attempts"], number)
        case.row["opened_at"] = min(case.row["opened_at"], content.at)
        if content.at >= case.row["last_attempt_at"]:
            if case.row["status"] in AWAITS_AN_ATTEMPT:
                status = NdrStatus.ASSIGNED if case.row["assignee_id"] else NdrStatus.OPEN
                case.row["status"] = status.value
                case.row["reattempt_on"] = case.row["reattempt_slot"] = None
            self._told(parcel, case, reason, content.at)
        case.attempts.append(
            Draft(
                None,
                {
                    "number": number, "at": content.at, "reason": reason.value,
                    "raw_code": content.raw_code, "raw_text": content.raw_text,
                    "remark": content.remark,
                },
            )
        )  # fmt: skip
        _scan(parcel, content)

    def _told(self, parcel: _Parcel, case: _Case, reason: NdrReason, at: datetime) -> None:
        """Let a case say what its latest attempt says."""
        total = Money(parcel.order.row["total_minor"], self.ctx.currency)
        urgency = priority(reason, parcel.row["cod_minor"] > 0, total)
        case.row["reason"] = reason.value
        case.row["priority"] = urgency.value
        case.row["last_attempt_at"] = at
        case.row["due_at"] = at + COURIERS_WAIT

    def _write(self) -> None:
        parcels = list(self._parcels.values())
        self._write_orders()
        write(self.ctx, ShipmentRow, [(p.row, {"order_id": p.order.row.id}) for p in parcels])
        self._write_cases(parcels)
        attempts = [
            (attempt, {"case_id": case.row.id})
            for parcel in parcels
            for case in parcel.cases
            for attempt in case.attempts
        ]
        write(self.ctx, NdrAttemptRow, attempts)
        told = {"received_at": self.ctx.now}
        scans = [{"shipment_id": p.row.id, **told, **scan} for p in parcels for scan in p.scans]
        queries.add(self.ctx, ScanRow, scans)
        for (courier, code, said), times in self._unmapped.items():
            codes.note_unmapped(self.ctx, courier, code, said, times=times)
        self._unmapped.clear()

    def _write_orders(self) -> None:
        """Write the orders the report brought, and those that turn out to have been sent."""
        ctx = self.ctx
        reason = ctx.say("imports-from-file", name=self.source_name)
        by = {"person_id": ctx.actor.person_id, "reason": reason}
        drafts = [(o, o.made_from) for o in self._orders.values() if o.made_from]
        people = buyers.settle(
            ctx,
            [
                Wanted(buyer=told.buyer, place=told.place, since=order.row["placed_at"])
                for order, told in drafts
            ],
        )
        for (order, _told), (customer_id, address_id) in zip(drafts, people, strict=True):
            order.row.values |= {"customer_id": customer_id, "address_id": address_id}
        sent = [o for o in self._orders.values() if o.row.id is not None and o.row.values]
        write(ctx, OrderRow, [(order.row, {}) for order in self._orders.values()])
        items, history = [], []
        for order, told in drafts:
            items.append(_item(order.row, told))
            history += [
                {"order_id": order.row.id, "status": status.value,
                 "at": order.row["placed_at"], **by}
                for status in (OrderStatus.PENDING, OrderStatus.SHIPPED)
            ]  # fmt: skip
        history += [
            {"order_id": o.row.id, "status": OrderStatus.SHIPPED.value, "at": ctx.now, **by}
            for o in sent
        ]
        queries.add(ctx, OrderItemRow, items)
        queries.add(ctx, OrderHistoryRow, history)

    def _write_cases(self, parcels: Sequence[_Parcel]) -> None:
        cases = [(parcel, case) for parcel in parcels for case in parcel.cases]
        opened = [(parcel, case) for parcel, case in cases if case.row.id is None]
        write(
            self.ctx,
            NdrCaseRow,
            [
                (case.row, {"shipment_id": parcel.row.id, "order_id": parcel.order.row.id})
                for parcel, case in cases
            ],
        )
        queries.happened(
            self.ctx,
            "ndr.opened",
            [
                (
                    parcel.row["awb"],
                    {"reason": case.row["reason"], "priority": case.row["priority"]},
                )
                for parcel, case in opened
            ],
        )


def _to_collect(content: NdrContent, order: Draft | None) -> int:
    """Return what was to be collected, in minor units: as the report says, else as ordered."""
    if content.collect is not None:
        return content.collect.minor
    if content.payment is not None:
        cod = content.payment is PaymentMethod.COD
        if content.value is not None or not cod:
            return content.value.minor if cod and content.value else 0
    if order is not None and order["payment_status"] == PaymentStatus.COD_PENDING:
        return int(order["total_minor"])
    return 0


def _order_values(content: NdrContent) -> dict[str, Any]:
    """Return an order as far as a report tells it."""
    worth = content.value or content.collect
    minor = worth.minor if worth else 0
    cod = content.payment is PaymentMethod.COD
    paid = PaymentStatus.COD_PENDING if cod else PaymentStatus.PAID
    return {
        "number": content.order_number, "sales_channel": SalesChannel.CUSTOM.value,
        "source_id": "", "status": OrderStatus.SHIPPED.value,
        "payment_method": (content.payment or PaymentMethod.OTHER).value,
        "payment_status": paid.value, "currency": worth.currency if worth else "",
        "subtotal_minor": minor, "discount_minor": 0, "shipping_minor": 0, "tax_minor": 0,
        "total_minor": minor, "refunded_minor": 0,
        "placed_at": min(content.ordered_at or content.at, content.at), "hold_reason": None,
        "cancelled_at": None, "cancel_reason": None, "tags": [], "note": "",
    }  # fmt: skip


def _item(order: Draft, content: NdrContent) -> dict[str, Any]:
    return {
        "order_id": order.id, "variant_id": None, "sku": "", "title": content.product,
        "quantity": 1, "unit_price_minor": order["total_minor"], "discount_minor": 0,
        "tax_minor": 0,
    }  # fmt: skip


def _case_values(content: NdrContent) -> dict[str, Any]:
    return {
        "status": NdrStatus.OPEN.value, "reason": "", "priority": "", "attempts": 0,
        "opened_at": content.at, "last_attempt_at": content.at, "due_at": content.at,
        "reattempt_on": None, "reattempt_slot": None, "assignee_id": None, "closed_at": None,
    }  # fmt: skip


def _scan(parcel: _Parcel, content: NdrContent) -> None:
    """Add the attempt to the parcel's journey; a newer scan keeps saying where it stands."""
    failed = ShipmentStatus.DELIVERY_FAILED.value
    parcel.scans.append(
        {
            "at": content.at, "status": failed, "raw_code": content.raw_code,
            "raw_text": content.raw_text, "location": content.place.city,
        }
    )  # fmt: skip
    last = parcel.row["last_scan_at"]
    if last is None or content.at >= last:
        parcel.row["status"] = failed
        parcel.row["last_scan_at"] = content.at
