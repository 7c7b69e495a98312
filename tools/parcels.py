"""Parcels in chat: where one is, which are late or stuck, what became of those of a period."""

from typing import Annotated, Any, Literal

from pydantic import Field

from commerce import parcels
from commerce.access import Permission
from commerce.context import Context
from commerce.parcels import (
    Lateness,
    LateParcels,
    Parcel,
    ParcelList,
    ParcelMoment,
    ParcelOutcome,
    ParcelPayment,
    ParcelSearch,
    ParcelSort,
    TrackedParcel,
    Tracking,
)
from commerce.periods import Period as Span
from commerce.vocabulary import ShipmentStatus
from tools import facts
from tools.arguments import Courier, Days, Kind, Limit, Period, Place
from tools.arguments import Parcel as ParcelArgument
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, Line, ParcelCard, Step, TableCard, Tap

Tone = Literal["good", "bad", "warn", "plain"]

_TONES: dict[ShipmentStatus, Tone] = {
    ShipmentStatus.DELIVERED: "good",
    ShipmentStatus.DELIVERY_FAILED: "bad",
    ShipmentStatus.RTO_INITIATED: "bad",
    ShipmentStatus.RTO_IN_TRANSIT: "bad",
    ShipmentStatus.RTO_DELIVERED: "bad",
    ShipmentStatus.CANCELLED: "bad",
    ShipmentStatus.LOST: "bad",
}

_FINISHED = (
    ShipmentStatus.DELIVERED,
    ShipmentStatus.RTO_DELIVERED,
    ShipmentStatus.CANCELLED,
    ShipmentStatus.LOST,
)


class TrackParcel(Arguments):
    """Which parcel, or which order's parcels."""

    parcel: ParcelArgument


@tool(Permission.PARCELS_READ, Permission.OWN_ORDERS)
def track_parcel(ctx: Context, args: TrackParcel) -> ToolResult:
    """Tell where a parcel is: scans, promised day, whether late or stuck, failed attempts.

    By AWB (courier tracking number, such as 14312345678901) or by order number, such as 1042; of an
    order with several parcels, all. Customers see only their own. For what was ordered and paid
    prefer show_order; for what to do about a failed delivery advise_on_ndr; for all late parcels
    late_parcels.
    """
    tracking = parcels.track(ctx, args.parcel)
    return ToolResult(
        facts={
            "order": tracking.order_number,
            "order_status": tracking.order_status.value,
            "parcels": [_tracked_facts(ctx, tracked) for tracked in tracking.parcels],
        },
        says=_where(ctx, tracking),
        cards=tuple(_card(ctx, tracked) for tracked in tracking.parcels),
        mentions=(
            *(
                Mention(kind=Kind.PARCEL, id=tracked.parcel.awb, label=tracked.parcel.awb)
                for tracked in tracking.parcels
            ),
            Mention(kind=Kind.ORDER, id=tracking.order_number, label=tracking.order_number),
        ),
    )


class FindLateParcels(Arguments):
    """Which late parcels."""

    days: Days | None = None
    courier: Courier | None = None
    limit: Limit = 10


@tool(Permission.PARCELS_READ)
def late_parcels(ctx: Context, args: FindLateParcels) -> ToolResult:
    """List parcels that are late or stuck: past the promised day, or on the road without a scan.

    With days=5: late, or without a scan, for at least 5 days. Without days: late at all, or without
    a scan for 3 days. For failed deliveries that wait for a decision prefer list_ndr; for one
    parcel track_parcel.
    """
    courier = parcels.find_courier(args.courier) if args.courier else None
    found = parcels.late_parcels(ctx, days=args.days, courier=courier, limit=args.limit)
    return ToolResult(
        facts={
            "count": found.count,
            "late": found.late,
            "silent_only": found.count - found.late,
            "value_rupees": facts.rupees(found.value),
            "days": args.days,
            "courier": courier.value if courier else None,
            "shown": len(found.parcels),
            "parcels": [_parcel_facts(ctx, parcel, lateness) for parcel, lateness in found.parcels],
        },
        says=ctx.say(
            "parcel-late-found",
            count=found.count,
            late=found.late,
            silent=found.count - found.late,
            value=found.value,
            courier=ctx.say(f"courier-type-{courier}") if courier else "none",
        ),
        cards=(_late_table(ctx, found),) if found.parcels else (),
        mentions=tuple(
            Mention(kind=Kind.PARCEL, id=parcel.awb, label=parcel.awb)
            for parcel, _ in found.parcels
        ),
    )


Skip = Annotated[int, Field(ge=0, le=100_000, description="Rows to leave out, for the next page.")]


class ListParcels(Arguments):
    """Which parcels; what is left out does not matter."""

    by: ParcelMoment = ParcelMoment.SENT
    outcome: ParcelOutcome = ParcelOutcome.ALL
    payment: ParcelPayment | None = None
    courier: Courier | None = None
    place: Place | None = None
    period: Period | None = None
    sort: ParcelSort = ParcelSort.NEWEST
    limit: Limit = 10
    skip: Skip = 0


@tool(Permission.PARCELS_READ)
def list_parcels(ctx: Context, args: ListParcels) -> ToolResult:
    """Count parcels, add up the value of their orders, and list the first of them.

    by says what lies in the period: sent (made; the cohort whose RTO and delivery shares are told),
    out (first went out for delivery), delivered, or rto (its return began). outcome says what
    became of them: by=sent, outcome=rto are the parcels behind an RTO rate; by=out,
    outcome=failed_once those behind an NDR rate; by=delivered those delivered on a day. For
    undelivered parcels that wait for a decision prefer list_ndr; for late ones late_parcels; for
    one parcel track_parcel; for orders find_orders.
    """
    period = facts.resolved(ctx, args.period)
    courier = parcels.find_courier(args.courier) if args.courier else None
    found = parcels.find(
        ctx,
        ParcelSearch(
            by=args.by, outcome=args.outcome, period=period, payment=args.payment,
            courier=courier, place=args.place, sort=args.sort, limit=args.limit, skip=args.skip,
        ),
    )  # fmt: skip
    return ToolResult(
        facts={
            "count": found.count,
            "value_rupees": facts.rupees(found.value),
            "period": facts.days_of(period),
            "by": args.by.value,
            "outcome": args.outcome.value,
            "filters": args.model_dump(
                mode="json", include={"payment", "courier", "place"}, exclude_none=True
            ),
            "sort": args.sort.value,
            "shown": len(found.parcels),
            "parcels": [
                _parcel_facts(ctx, parcel, parcels.lateness_of(ctx, parcel))
                for parcel in found.parcels
            ],
        },
        says=_counted(ctx, args, period, found),
        cards=(_list_table(ctx, args, found),) if found.parcels else (),
        mentions=tuple(
            Mention(kind=Kind.PARCEL, id=parcel.awb, label=parcel.awb) for parcel in found.parcels
        ),
    )


def _counted(ctx: Context, args: ListParcels, period: Span | None, found: ParcelList) -> str:
    return ctx.say(
        "parcel-list-found",
        count=found.count,
        value=found.value,
        what=_what(ctx, args) or "none",
        period="none" if period is None or period.name == "all_time" else period.name,
        days=period.days if period else 0,
        first=period.first_day if period else None,
        last=period.last_day if period else None,
    )


def _what(ctx: Context, args: ListParcels) -> str:
    """Return what the parcels were chosen by, in words."""
    said = [
        "" if args.by is ParcelMoment.SENT else ctx.say(f"parcel-moment-{args.by}"),
        # "Delivered" and "returned" are said once, by the moment.
        ""
        if args.outcome is ParcelOutcome.ALL or args.outcome.value == args.by.value
        else ctx.say(f"parcel-outcome-{args.outcome}"),
        ctx.say(f"parcel-payment-{args.payment}") if args.payment else "",
        ctx.say(f"courier-type-{parcels.find_courier(args.courier)}") if args.courier else "",
        args.place or "",
    ]
    return ", ".join(part for part in said if part)


def _list_table(ctx: Context, args: ListParcels, found: ParcelList) -> TableCard:
    shown_until = args.skip + len(found.parcels)
    columns = ("awb", "order", "status", "value", "courier", "city", "moment")
    return TableCard(
        title=_what(ctx, args) or ctx.say("parcel-list-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"parcel-at-{args.by}")
                if name == "moment"
                else ctx.say(f"parcel-column-{name}"),
                align="end" if name == "value" else "start",
            )
            for name in columns
        ),
        rows=tuple(_list_row(ctx, args.by, parcel) for parcel in found.parcels),
        taps=tuple(
            _button(ctx, "track", "track_parcel", {"parcel": parcel.awb}, parcel)
            for parcel in found.parcels
        ),
        note=ctx.say(
            "parcel-list-note",
            first=args.skip + 1,
            last=shown_until,
            count=found.count,
            sort=ctx.say(f"parcel-sort-{args.sort}"),
        ),
        buttons=(_more(ctx, args, shown_until),) if found.count > shown_until else (),
    )


def _list_row(ctx: Context, by: ParcelMoment, parcel: Parcel) -> tuple[str, ...]:
    at = {
        ParcelMoment.SENT: parcel.created_at,
        ParcelMoment.OUT: parcel.out_for_delivery_at or parcel.delivered_at,
        ParcelMoment.DELIVERED: parcel.delivered_at,
        ParcelMoment.RTO: parcel.rto_at or parcel.last_scan_at or parcel.created_at,
    }[by]
    return (
        parcel.awb,
        parcel.order_number,
        ctx.say(f"shipment-status-{parcel.status}"),
        ctx.say("parcel-amount", amount=parcel.value),
        ctx.say(f"courier-type-{parcel.courier}"),
        parcel.city,
        ctx.say("parcel-moment", at=ctx.local(at)) if at else "",
    )


def _more(ctx: Context, args: ListParcels, shown_until: int) -> Button:
    arguments = args.model_dump(mode="json", exclude_none=True) | {"skip": shown_until}
    label = ctx.say("parcel-button-more")
    return Button(
        label=label, says=label, tap=Tap(kind="call", tool="list_parcels", arguments=arguments)
    )


def _where(ctx: Context, tracking: Tracking) -> str:
    """Return where each parcel of an order is, a sentence a parcel."""
    if not tracking.parcels:
        return ctx.say(
            "parcel-none",
            number=tracking.order_number,
            standing=tracking.order_status.value,
            status=ctx.say(f"order-status-{tracking.order_status}"),
        )
    return "\n".join(_sentence(ctx, tracked) for tracked in tracking.parcels)


def _sentence(ctx: Context, tracked: TrackedParcel) -> str:
    parcel, lateness = tracked.parcel, tracked.lateness
    seen = parcel.last_scan_at
    return ctx.say(
        "parcel-where",
        awb=parcel.awb,
        number=parcel.order_number,
        courier=ctx.say(f"courier-type-{parcel.courier}"),
        status=ctx.say(f"shipment-status-{parcel.status}"),
        place=parcel.last_location or "none",
        seen=ctx.local(seen) if seen else "none",
        delivered=ctx.local(parcel.delivered_at) if parcel.delivered_at else "none",
        promised=_promised(ctx, parcel),
        late=lateness.days_late,
        silent=lateness.silent_days if lateness.is_stuck else 0,
        reason=ctx.say(f"ndr-reason-{tracked.ndr.reason}") if tracked.ndr else "none",
        attempts=parcel.attempts,
    )


def _promised(ctx: Context, parcel: Parcel) -> str:
    """Return the promised day where it is still waited for, else `none`."""
    if parcel.promised_at is None or parcel.status not in parcels.AWAITED:
        return "none"
    return ctx.say("parcel-day", day=ctx.local(parcel.promised_at).date())


def _parcel_facts(ctx: Context, parcel: Parcel, lateness: Lateness) -> dict[str, Any]:
    return {
        "awb": parcel.awb,
        "order": parcel.order_number,
        "courier": parcel.courier.value,
        "status": parcel.status.value,
        "customer": parcel.customer,
        "city": parcel.city,
        "order_rupees": facts.rupees(parcel.value),
        "cod_rupees": facts.rupees(parcel.cod),
        "attempts": parcel.attempts,
        "promised_at": facts.moment(ctx, parcel.promised_at),
        "delivered_at": facts.moment(ctx, parcel.delivered_at),
        "last_scan_at": facts.moment(ctx, parcel.last_scan_at),
        "last_location": parcel.last_location,
        "late": lateness.days_late > 0,
        "days_late": lateness.days_late,
        "stuck": lateness.is_stuck,
        "silent_days": lateness.silent_days,
    }


def _tracked_facts(ctx: Context, tracked: TrackedParcel) -> dict[str, Any]:
    ndr = tracked.ndr
    return _parcel_facts(ctx, tracked.parcel, tracked.lateness) | {
        "scans": [
            {
                "at": facts.moment(ctx, scan.at),
                "status": scan.status.value,
                "location": scan.location,
                "courier_said": scan.text,
            }
            for scan in tracked.scans
        ],
        "ndr": None
        if ndr is None
        else {
            "status": ndr.status.value,
            "reason": ndr.reason.value,
            "attempts": ndr.attempts,
            "due_at": facts.moment(ctx, ndr.due_at),
            "reattempt_on": ndr.reattempt_on.isoformat() if ndr.reattempt_on else None,
            "reattempt_slot": ndr.reattempt_slot.value if ndr.reattempt_slot else None,
        },
    }


def _card(ctx: Context, tracked: TrackedParcel) -> ParcelCard:
    parcel, lateness = tracked.parcel, tracked.lateness
    is_troubled = lateness.days_late or lateness.is_stuck
    return ParcelCard(
        awb=parcel.awb,
        courier=ctx.say(f"courier-type-{parcel.courier}"),
        order=parcel.order_number,
        status=ctx.say(f"shipment-status-{parcel.status}"),
        tone=_TONES.get(parcel.status, "warn" if is_troubled else "plain"),
        lines=tuple(_lines(ctx, tracked)),
        timeline=_timeline(ctx, tracked),
        buttons=tuple(_buttons(ctx, tracked)),
    )


def _lines(ctx: Context, tracked: TrackedParcel) -> list[Line]:
    parcel, lateness, ndr = tracked.parcel, tracked.lateness, tracked.ndr
    promised = parcel.promised_at
    known = [
        ("promised", ctx.say("parcel-day", day=ctx.local(promised).date()) if promised else ""),
        ("late", ctx.say("parcel-days", days=lateness.days_late) if lateness.days_late else ""),
        ("stuck", ctx.say("parcel-days", days=lateness.silent_days) if lateness.is_stuck else ""),
        ("place", parcel.last_location),
        ("city", parcel.city),
        ("attempts", str(parcel.attempts) if parcel.attempts else ""),
        ("cod", ctx.say("parcel-amount", amount=parcel.cod) if parcel.cod.minor else ""),
        ("ndr", ctx.say(f"ndr-reason-{ndr.reason}") if ndr else ""),
        ("reattempt", _reattempt(ctx, tracked)),
    ]
    return [
        Line(label=ctx.say(f"parcel-line-{name}"), value=value) for name, value in known if value
    ]


def _reattempt(ctx: Context, tracked: TrackedParcel) -> str:
    if tracked.ndr is None or tracked.ndr.reattempt_on is None:
        return ""
    slot = tracked.ndr.reattempt_slot
    return ctx.say(
        "parcel-reattempt", day=tracked.ndr.reattempt_on, slot=slot.value if slot else "none"
    )


def _timeline(ctx: Context, tracked: TrackedParcel) -> tuple[Step, ...]:
    """Return the scans, and the promised day where the parcel is still waited for."""
    last = len(tracked.scans) - 1
    steps = [
        Step(
            at=ctx.say("parcel-moment", at=ctx.local(scan.at)),
            text=ctx.say(
                "parcel-scan",
                status=ctx.say(f"shipment-status-{scan.status}"),
                place=scan.location or "none",
                words=scan.text if scan.text and scan.text != scan.status else "none",
            ),
            state="failed"
            if _TONES.get(scan.status) == "bad"
            else "now"
            if index == last and scan.status not in _FINISHED
            else "done",
        )
        for index, scan in enumerate(tracked.scans)
    ]
    promised = _promised(ctx, tracked.parcel)
    if promised != "none":
        steps.append(Step(at=promised, text=ctx.say("parcel-line-promised"), state="next"))
    return tuple(steps)


def _buttons(ctx: Context, tracked: TrackedParcel) -> list[Button]:
    parcel = tracked.parcel
    buttons = []
    if ctx.actor.may(Permission.ORDERS_READ):
        arguments = {"order": parcel.order_number}
        buttons.append(_button(ctx, "order", "show_order", arguments, parcel))
    if tracked.ndr and ctx.actor.may(Permission.NDR_READ):
        buttons.append(_button(ctx, "advise", "advise_on_ndr", {"parcel": parcel.awb}, parcel))
    return buttons


def _button(
    ctx: Context, name: str, tool_name: str, arguments: dict[str, Any], parcel: Parcel
) -> Button:
    return Button(
        label=ctx.say(f"parcel-button-{name}"),
        says=ctx.say(f"parcel-button-{name}-says", awb=parcel.awb, number=parcel.order_number),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )


def _late_table(ctx: Context, found: LateParcels) -> TableCard:
    columns = ("awb", "order", "courier", "city", "status", "promised", "late", "scan")
    return TableCard(
        title=ctx.say("parcel-late-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"parcel-column-{name}"), align="end" if name == "late" else "start"
            )
            for name in columns
        ),
        rows=tuple(_late_row(ctx, parcel, lateness) for parcel, lateness in found.parcels),
        taps=tuple(
            _button(ctx, "track", "track_parcel", {"parcel": parcel.awb}, parcel)
            for parcel, _ in found.parcels
        ),
        note=ctx.say("parcel-late-note", shown=len(found.parcels), count=found.count),
    )


def _late_row(ctx: Context, parcel: Parcel, lateness: Lateness) -> tuple[str, ...]:
    promised, seen = parcel.promised_at, parcel.last_scan_at
    return (
        parcel.awb,
        parcel.order_number,
        ctx.say(f"courier-type-{parcel.courier}"),
        parcel.city,
        ctx.say(f"shipment-status-{parcel.status}"),
        ctx.say("parcel-day", day=ctx.local(promised).date()) if promised else "",
        ctx.say("parcel-days", days=lateness.days_late) if lateness.days_late else "",
        ctx.say("parcel-moment", at=ctx.local(seen)) if seen else "",
    )
