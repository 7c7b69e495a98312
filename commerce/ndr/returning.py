"""Having an undelivered parcel sent back (return to origin, RTO)."""

from dataclasses import replace

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import couriers, queries, rules
from commerce.ndr.queries import CaseRows
from commerce.ports import CourierAction, Instruction
from commerce.records import audit, happened
from commerce.vocabulary import (
    NdrActionType,
    NdrOutcome,
    NdrStatus,
    OrderStatus,
    ShipmentStatus,
)


def plan_return(ctx: Context, parcel: str, reason: str | None = None) -> Change:
    """Say what sending a parcel back would change, without changing it.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, or the courier cannot be asked.
    """
    ctx.require(Permission.NDR_ACT)
    return _change(ctx, couriers.rows_named(ctx, parcel, lock=False))


def return_to_origin(ctx: Context, parcel: str, reason: str | None = None) -> Change:
    """Have a parcel sent back.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: As `plan_return`.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, parcel, lock=True)
    change = _change(ctx, rows)
    replaced = couriers.take_back_waiting(ctx, rows)
    key = couriers.next_key(ctx, rows)
    couriers.put_state(rows, change.after)
    rows.shipment.rto_at = ctx.now
    queries.add_history(ctx, rows, reason or "")
    queries.add_action(
        ctx, rows.case.id, NdrActionType.RTO_INITIATED, remark=reason or "",
        details={
            "key": key, "before": change.before, "after": change.after, "replaces": replaced,
        },
    )  # fmt: skip
    instruction = Instruction(
        key=key, awb=rows.shipment.awb, action=CourierAction.RETURN_TO_ORIGIN, remark=reason or ""
    )
    couriers.instruct(ctx, rows, instruction, rules.send_at(ctx.now, None, None, ctx.zone))
    happened(ctx, "ndr.rto_initiated", change.subject, reason=reason or "")
    audit(ctx, "return_to_origin", change, why=reason or "")
    return couriers.read_back(ctx, rows, change)


def undo_return(ctx: Context, change: Change) -> Change:
    """Keep a parcel out there after all, while the courier was not told yet.

    Raises:
        NotFound: No such parcel.
        Refused: The case has moved on, or the courier knows already.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, change.subject, lock=True)
    if couriers.state(rows, change.after) != change.after:
        raise Refused("error-ndr-moved-on", awb=change.subject)
    couriers.restore(ctx, couriers.take_back(ctx, rows))
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    couriers.put_state(rows, back.after)
    rows.shipment.rto_at = None
    queries.add_history(ctx, rows, "")
    queries.add_action(
        ctx, rows.case.id, NdrActionType.REMARK_ADDED, remark="Return to origin taken back."
    )
    happened(ctx, "ndr.rto_withdrawn", change.subject)
    audit(ctx, "undo_return_to_origin", back)
    return couriers.read_back(ctx, rows, back)


def _change(ctx: Context, rows: CaseRows) -> Change:
    if why_not := rules.why_not_act(NdrStatus(rows.case.status)):
        raise Refused(why_not, awb=rows.shipment.awb)
    couriers.require_door(ctx, rows.shipment.courier, CourierAction.RETURN_TO_ORIGIN)
    after = {
        "status": NdrStatus.RTO_INITIATED.value,
        "parcel_status": ShipmentStatus.RTO_INITIATED.value,
        "order_status": OrderStatus.RTO.value,
    }
    return Change(
        subject_kind="parcel",
        subject=rows.shipment.awb,
        before=couriers.state(rows, after),
        after=after,
        at_stake=Money(rows.order.total_minor, rows.order.currency),
        undo_for=rules.UNDO_FOR,
        warnings=_warnings(ctx, rows),
    )


def _warnings(ctx: Context, rows: CaseRows) -> tuple[str, ...]:
    found = [ctx.say("ndr-warning-return-final")]
    said = [
        NdrOutcome(action.outcome)
        for action in queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)
        if action.outcome is not None
    ]
    if rules.wants_it(said[:1]):
        found.insert(0, ctx.say("ndr-warning-customer-wants-it"))
    return tuple(found)
