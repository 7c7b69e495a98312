"""Hearing from couriers where parcels are: parcels, orders and NDR cases moved by their scans.

For webhooks and for polling; files are read by `commerce.imports`, by the same rules. A scan is
kept, then all scans of the parcel are followed anew (`parcels.journeys`), so that the same scans in
any order end in the same place, and one heard twice changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from commerce.access import the_shop_itself
from commerce.context import Context
from commerce.db.tables import NdrAttemptRow, NdrCaseRow, OrderRow, ScanRow, ShipmentRow
from commerce.money import Money
from commerce.ndr import codes, rules
from commerce.ndr import queries_hearing as queries
from commerce.ndr.queries_hearing import Heard
from commerce.parcels import journeys
from commerce.parcels.journeys import Failure, Journey, Stop
from commerce.ports import CourierScan
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    CourierType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    ShipmentStatus,
)
from commerce.words import FALLBACK, say

_AHEAD = timedelta(days=1)
"""What is told of later than this has not happened: a clock is wrong, or a date was mixed up."""

_OVER = {OrderStatus.DELIVERED, OrderStatus.RTO, OrderStatus.RETURNED, OrderStatus.CANCELLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of some scans."""

    new: int = 0
    """Scans that were not known."""
    moved: tuple[str, ...] = ()
    """AWBs of parcels that came to another status."""
    unknown: tuple[str, ...] = ()
    """AWBs that no parcel of the shop has, of orders it does not have either."""


def take_scans(
    session: Session, shop_id: int, courier: CourierType, scans: Sequence[CourierScan],
    now: datetime,
) -> Taken:  # fmt: skip
    """Take in what a courier says happened to parcels of a shop.

    What the order is known of and the parcel is not, the parcel is made. Scans that cannot be (a
    return after the delivery) are kept, move nothing, and are told as `parcel.contradicted`. The
    caller has begun to write (`db.begin_write`) and commits.
    """
    by_awb: dict[str, list[CourierScan]] = {}
    for scan in scans:
        if scan.at > now + _AHEAD:
            continue
        by_awb.setdefault(scan.awb, []).append(scan)
    new, moved, unknown = 0, list[str](), list[str]()
    shop = queries.shop(session, shop_id)
    ctx = Context(
        session=session, actor=the_shop_itself(shop_id), now=now, zone=ZoneInfo(shop.zone),
        currency=shop.currency,
    )  # fmt: skip
    for awb, said in by_awb.items():
        parcel = queries.shipment(session, shop_id, awb) or _made(ctx, courier, said)
        if parcel is None:
            unknown.append(awb)
            continue
        taken = _Taking(ctx, courier, queries.heard(session, parcel)).take(said)
        new += taken.new
        moved += taken.moved
    return Taken(new=new, moved=tuple(moved), unknown=tuple(unknown))


def _made(ctx: Context, courier: CourierType, said: Iterable[CourierScan]) -> ShipmentRow | None:
    """Return a parcel the shop did not know, of an order it does."""
    first = min(said, key=lambda scan: scan.at)
    order = queries.order_called(ctx.session, ctx.actor.shop_id, first.numbers)
    if order is None or order.status in _OVER:
        return None
    due = order.payment_status == PaymentStatus.COD_PENDING
    row = ShipmentRow(
        shop_id=ctx.actor.shop_id, order_id=order.id, awb=first.awb, courier=courier.value,
        status=ShipmentStatus.CREATED.value, warehouse_id=None,
        cod_minor=order.total_minor if due else 0, weight_grams=0, attempts=0,
        created_at=max(order.placed_at, min(first.at, ctx.now)), picked_up_at=None,
        promised_at=None, out_for_delivery_at=None, delivered_at=None, rto_at=None,
        last_scan_at=None, last_location="",
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    return row


class _Taking:
    """Takes scans of one parcel in."""

    def __init__(self, ctx: Context, courier: CourierType, heard: Heard) -> None:
        self._ctx = ctx
        self._courier = courier
        self._heard = heard
        self._parcel = heard.shipment
        self._carriers: dict[tuple[str, str], str] = {}

    def take(self, said: Sequence[CourierScan]) -> Taken:
        """Keep what is new, and let the parcel be where its scans lead."""
        stops = [_stop(row) for row in self._heard.scans]
        standing = journeys.standing_of(
            ShipmentStatus(self._parcel.status), self._moments(), stops, self._ctx.zone
        )
        before = journeys.follow(stops, self._ctx.zone, standing=standing)
        fresh = self._keep(said)
        self._promise(said)
        if not fresh:
            return Taken()
        way = journeys.follow([*stops, *fresh], self._ctx.zone, standing=standing)
        self._date(way)
        moved = way.status is not before.status
        if moved:
            self._move(way)
        self._attempts(way)
        self._cases(way)
        self._contradictions(way, set(before.against))
        self._ctx.session.flush()
        return Taken(new=len(fresh), moved=(self._parcel.awb,) if moved else ())

    def _keep(self, said: Sequence[CourierScan]) -> list[Stop]:
        known = {(row.at, row.status, row.raw_code) for row in self._heard.scans}
        fresh = []
        for scan in said:
            if scan.status is None:
                codes.note_unmapped(self._ctx, self._courier.value, scan.code, scan.text)
                continue
            self._carriers[scan.code, scan.text] = scan.carrier
            if (scan.at, scan.status.value, scan.code[:40]) in known:
                continue
            known.add((scan.at, scan.status.value, scan.code[:40]))
            row = ScanRow(
                shop_id=self._parcel.shop_id, shipment_id=self._parcel.id, at=scan.at,
                status=scan.status.value, raw_code=scan.code[:40], raw_text=scan.text,
                location=scan.location[:255], received_at=self._ctx.now,
            )  # fmt: skip
            self._ctx.session.add(row)
            fresh.append(_stop(row))
        return fresh

    def _promise(self, said: Iterable[CourierScan]) -> None:
        if self._parcel.promised_at is None:
            self._parcel.promised_at = max(
                (scan.promised_at for scan in said if scan.promised_at), default=None
            )

    def _moments(self) -> dict[str, datetime | None]:
        names = {*journeys.MOMENTS.values(), "last_scan_at", "created_at"}
        return {name: getattr(self._parcel, name) for name in names}

    def _date(self, way: Journey) -> None:
        """Let the parcel's dates be those of its scans; what a refuted scan had said is gone."""
        refuted = {stop.at for stop in way.against}
        told: dict[str, datetime] = {}
        for status, at in way.since.items():
            if status in journeys.MOMENTS:
                name = journeys.MOMENTS[status]
                told[name] = min(told.get(name, at), at)
        for name in set(journeys.MOMENTS.values()):
            stored = getattr(self._parcel, name)
            if stored in refuted:
                stored = None
            known = [at for at in (told.get(name), stored) if at is not None]
            setattr(self._parcel, name, min(known, default=None))
        last = self._parcel.last_scan_at
        if way.last_at is not None and (last is None or way.last_at >= last):
            self._parcel.last_scan_at = way.last_at
        self._parcel.last_location = way.location or self._parcel.last_location

    def _move(self, way: Journey) -> None:
        parcel, order = self._parcel, self._heard.order
        parcel.status = way.status.value
        queries.happened(
            self._ctx.session, parcel, "parcel.moved", self._ctx.now, status=parcel.status
        )
        became = journeys.order_of_parcels(
            [ShipmentStatus(one.status) for one in self._heard.siblings]
        )
        was = OrderStatus(order.status)
        if became is None or not journeys.order_may_become(was, became):
            return
        order.status = became.value
        order.hold_reason = None
        order.payment_status = journeys.cash_after(
            PaymentMethod(order.payment_method), PaymentStatus(order.payment_status), was, became
        ).value
        at = way.since.get(way.status, self._ctx.now)
        queries.add_history(self._ctx.session, order, at, self._why(way))

    def _why(self, way: Journey) -> str:
        return say(
            FALLBACK, "hearing-reason-scan",
            courier=say(FALLBACK, f"courier-type-{self._courier.value}"),
            status=say(FALLBACK, f"shipment-status-{way.status.value}"), awb=self._parcel.awb,
        )  # fmt: skip

    def _attempts(self, way: Journey) -> None:
        """Let each failed attempt be known once, numbered by time."""
        known = self._heard.attempts
        all_known = self._parcel.attempts == len(known)
        refuted = {stop.at for stop in way.against}
        for attempt in [one for one in known if one.at in refuted]:
            known.remove(attempt)
            self._ctx.session.delete(attempt)
        for failure in way.failures:
            times = {stop.at for stop in failure.stops}
            told = [attempt for attempt in known if attempt.at in times]
            if told:
                self._correct(told[-1], failure)
            else:
                known.append(self._failed(way, failure))
        known.sort(key=lambda attempt: attempt.at)
        number = 0
        for attempt in known:
            # A report may have told of the second attempt alone.
            number = attempt.number = max(number + 1, attempt.number)
        self._parcel.attempts = number if all_known else max(number, self._parcel.attempts)

    def _correct(self, attempt: NdrAttemptRow, failure: Failure) -> None:
        last = failure.last
        if (attempt.at, attempt.raw_code, attempt.raw_text) != (last.at, last.code, last.text):
            attempt.at, attempt.raw_code, attempt.raw_text = last.at, last.code, last.text
            attempt.reason = self._reason(last).value

    def _failed(self, way: Journey, failure: Failure) -> NdrAttemptRow:
        """Add an attempt the shop did not know of, to the case it belongs to."""
        last = failure.last
        attempt = NdrAttemptRow(
            shop_id=self._parcel.shop_id, case_id=self._case_for(way, last).id, number=0,
            at=last.at, reason=self._reason(last, new=True).value, raw_code=last.code,
            raw_text=last.text, remark="",
        )  # fmt: skip
        self._ctx.session.add(attempt)
        return attempt

    def _case_for(self, way: Journey, stop: Stop) -> NdrCaseRow:
        cases = self._heard.cases
        waiting = [case for case in cases if case.status in OPEN_NDR_STATUSES]
        if waiting:
            return waiting[-1]
        late = [case for case in cases if case.closed_at is None or stop.at <= case.closed_at]
        if late:
            return late[-1]
        closed = rules.case_after(NdrStatus.OPEN, way.status)
        case = NdrCaseRow(
            shop_id=self._parcel.shop_id, shipment_id=self._parcel.id,
            order_id=self._heard.order.id, status=(closed or NdrStatus.OPEN).value,
            reason=self._reason(stop).value, priority=self._priority(self._reason(stop)),
            attempts=0, opened_at=stop.at, last_attempt_at=stop.at,
            due_at=stop.at + rules.COURIERS_WAIT, reattempt_on=None, reattempt_slot=None,
            assignee_id=None, closed_at=way.since.get(way.status) if closed else None,
        )  # fmt: skip
        self._ctx.session.add(case)
        self._ctx.session.flush()
        cases.append(case)
        if closed is None:
            queries.happened(
                self._ctx.session, self._parcel, "ndr.opened", self._ctx.now,
                reason=case.reason, priority=case.priority,
            )  # fmt: skip
        return case

    def _cases(self, way: Journey) -> None:
        """Bring each case to what its attempts and its parcel's way say."""
        for case in self._heard.cases:
            own = [one for one in self._heard.attempts if one.case_id == case.id]
            if own:
                self._bring_on(case, own, way)
            now_out = way.status is ShipmentStatus.OUT_FOR_DELIVERY
            if now_out and case.status == NdrStatus.REATTEMPT_SCHEDULED:
                case.status = NdrStatus.REATTEMPT_IN_PROGRESS.value
            if becomes := rules.case_after(NdrStatus(case.status), way.status):
                case.status = becomes.value
            self._close(case, way)

    def _close(self, case: NdrCaseRow, way: Journey) -> None:
        """Let a case that the road has closed be closed since then."""
        closing = rules.closed_by(NdrStatus(case.status))
        if way.status in closing:
            told = [way.since[status] for status in closing if status in way.since]
            case.closed_at = min(told, default=case.closed_at or self._ctx.now)

    def _bring_on(self, case: NdrCaseRow, own: Sequence[NdrAttemptRow], way: Journey) -> None:
        refuted = {stop.at for stop in way.against}
        last, was = own[-1], case.last_attempt_at
        first = next((f.stops[0].at for f in way.failures if f.last.at == own[0].at), own[0].at)
        case.attempts = last.number
        case.opened_at = first if case.opened_at in refuted else min(case.opened_at, first)
        if last.at > was and case.status in OPEN_NDR_STATUSES:
            if case.status in rules.AWAITS_AN_ATTEMPT:
                fresh = NdrStatus.ASSIGNED if case.assignee_id else NdrStatus.OPEN
                case.status = fresh.value
                case.reattempt_on = case.reattempt_slot = None
            queries.happened(
                self._ctx.session, self._parcel, "ndr.failed_again", self._ctx.now,
                reason=last.reason, attempts=last.number,
            )  # fmt: skip
        if last.at >= was or was in refuted:
            case.reason, case.last_attempt_at = last.reason, last.at
            case.priority = self._priority(NdrReason(last.reason))
            case.due_at = last.at + rules.COURIERS_WAIT

    def _contradictions(self, way: Journey, known: set[Stop]) -> None:
        for stop in way.against:
            if stop not in known:
                queries.happened(
                    self._ctx.session, self._parcel, "parcel.contradicted", self._ctx.now,
                    status=way.status.value, said=stop.status.value, said_at=stop.at.isoformat(),
                )  # fmt: skip

    def _reason(self, stop: Stop, *, new: bool = False) -> NdrReason:
        carrier = self._carriers.get((stop.code, stop.text), "")
        for courier in (carrier, self._courier.value, self._parcel.courier):
            if courier and (found := codes.reason_for(courier, stop.code, stop.text)):
                return found
        if new:
            codes.note_unmapped(self._ctx, self._courier.value, stop.code, stop.text)
        return NdrReason.OTHER

    def _priority(self, reason: NdrReason) -> str:
        order: OrderRow = self._heard.order
        total = Money(order.total_minor, order.currency)
        return rules.priority(reason, self._parcel.cod_minor > 0, total).value


def _stop(row: ScanRow) -> Stop:
    return Stop(
        at=row.at, status=ShipmentStatus(row.status), code=row.raw_code, text=row.raw_text,
        location=row.location,
    )  # fmt: skip
