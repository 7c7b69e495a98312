"""Asking the courier to try again, on a day that suits the customer."""

from dataclasses import replace

import phonenumbers

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import codes, couriers, queries, rules
from commerce.ndr.queries import CaseRows
from commerce.ndr.types import Reattempt
from commerce.ports import CourierAction, Instruction, left_out
from commerce.records import audit, happened
from commerce.vocabulary import NdrActionType, NdrOutcome, NdrStatus


def plan_reattempt(ctx: Context, parcel: str, wish: Reattempt) -> Change:
    """Say what asking for another attempt would change, without changing it.

    Staff ask for any parcel of the shop, customers for their own.

    Raises:
        NotFound: No such parcel of this shop, or of this customer.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, no attempt is left, the day does not suit, or the courier
            cannot be asked.
    """
    _require_actor(ctx)
    return _change(ctx, couriers.rows_named(ctx, parcel, lock=False), _checked(wish))


def reattempt(ctx: Context, parcel: str, wish: Reattempt) -> Change:
    """Ask the courier to try again.

    Raises:
        NotFound: No such parcel of this shop, or of this customer.
        Ambiguous: Several undelivered parcels fit.
        Refused: As `plan_reattempt`.
    """
    _require_actor(ctx)
    rows, wish = couriers.rows_named(ctx, parcel, lock=True), _checked(wish)
    change = _change(ctx, rows, wish)
    replaced = couriers.take_back_waiting(ctx, rows)
    key = couriers.next_key(ctx, rows)
    if wish.address is not None:
        remark = f"Right address: {wish.address}"
        queries.add_action(ctx, rows.case.id, NdrActionType.ADDRESS_UPDATED, remark=remark)
    couriers.put_state(rows, change.after)
    by_customer = ctx.actor.customer_id is not None
    queries.add_action(
        ctx, rows.case.id, NdrActionType.REATTEMPT_REQUESTED,
        outcome=NdrOutcome.RESCHEDULE if by_customer else None,
        remark=_remark(wish, by_customer=by_customer),
        details={
            "key": key, "before": change.before, "after": change.after, "replaces": replaced,
            "by": "customer" if by_customer else "team",
        },
    )  # fmt: skip
    instruction = Instruction(
        key=key, awb=rows.shipment.awb, action=CourierAction.REATTEMPT, on=wish.on,
        slot=wish.slot, phone=wish.phone, landmark=wish.landmark, address=wish.address,
    )  # fmt: skip
    after_hour = codes.reattempt_terms(rows.shipment.courier).after_hour
    couriers.instruct(ctx, rows, instruction, rules.send_at(ctx.now, wish.on, after_hour, ctx.zone))
    happened(ctx, "ndr.reattempt_requested", change.subject, **change.after)
    audit(ctx, "request_reattempt", change)
    return couriers.read_back(ctx, rows, change)


def undo_reattempt(ctx: Context, change: Change) -> Change:
    """Take a request back that the courier was not told yet.

    Raises:
        NotFound: No such parcel.
        Refused: The case has moved on, or the courier knows already.
    """
    _require_actor(ctx)
    rows = couriers.rows_named(ctx, change.subject, lock=True)
    if couriers.state(rows, change.after) != change.after:
        raise Refused("error-ndr-moved-on", awb=change.subject)
    couriers.restore(ctx, couriers.take_back(ctx, rows))
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    couriers.put_state(rows, back.after)
    queries.add_action(
        ctx, rows.case.id, NdrActionType.REMARK_ADDED, remark="Request for a reattempt taken back."
    )
    happened(ctx, "ndr.reattempt_withdrawn", change.subject)
    audit(ctx, "undo_request_reattempt", back)
    return couriers.read_back(ctx, rows, back)


def _require_actor(ctx: Context) -> None:
    own = ctx.actor.customer_id is not None
    ctx.require(Permission.OWN_DELIVERY if own else Permission.NDR_ACT)


def _checked(wish: Reattempt) -> Reattempt:
    """Return the wish with its phone number in E.164."""
    if wish.phone is None:
        return wish
    try:
        number = phonenumbers.parse(wish.phone, "IN")
    except phonenumbers.NumberParseException as error:
        raise Refused("error-ndr-phone", phone=wish.phone) from error
    if not phonenumbers.is_valid_number(number):
        raise Refused("error-ndr-phone", phone=wish.phone)
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return replace(wish, phone=written)


def _change(ctx: Context, rows: CaseRows, wish: Reattempt) -> Change:
    case = rows.case
    raw_code, raw_text, _ = queries.last_attempt(ctx, case.id) or ("", "", None)
    terms = codes.reattempt_terms(rows.shipment.courier)
    why_not = rules.why_no_reattempt(
        status=NdrStatus(case.status), attempts=case.attempts, raw_code=raw_code,
        meaning=codes.meaning_of(rows.shipment.courier, raw_code, raw_text), terms=terms,
    )  # fmt: skip
    if why_not is not None:
        raise Refused(
            why_not, awb=rows.shipment.awb, attempts=case.attempts, courier=rows.shipment.courier
        )
    couriers.require_door(ctx, rows.shipment.courier, CourierAction.REATTEMPT)
    _require_a_good_day(ctx, rows, wish, after_hour=terms.after_hour)
    after = {
        "status": NdrStatus.REATTEMPT_SCHEDULED.value,
        "reattempt_on": wish.on.isoformat(),
        "reattempt_slot": wish.slot.value if wish.slot else None,
    }
    before = couriers.state(rows, after)
    says_more = wish.phone or wish.landmark or wish.address
    if before == after and not says_more:
        raise Refused("error-ndr-already-scheduled", awb=rows.shipment.awb, day=wish.on)
    return Change(
        subject_kind="parcel",
        subject=rows.shipment.awb,
        before=before,
        after=after,
        at_stake=Money(rows.order.total_minor, rows.order.currency),
        undo_for=rules.UNDO_FOR,
        warnings=_warnings(ctx, rows, wish, terms.after_hour),
    )


def _require_a_good_day(
    ctx: Context, rows: CaseRows, wish: Reattempt, *, after_hour: int | None
) -> None:
    first = rules.first_day(ctx.local(ctx.now), same_day=after_hour is None)
    last = rules.last_day(ctx.today, rows.case.attempts)
    if not first <= wish.on <= last:
        key = "error-ndr-day-too-soon" if wish.on < first else "error-ndr-day-too-late"
        raise Refused(key, day=wish.on, first=first, last=last, attempts=rows.case.attempts)


def _warnings(
    ctx: Context, rows: CaseRows, wish: Reattempt, after_hour: int | None
) -> tuple[str, ...]:
    found = []
    if rules.is_sunday(wish.on):
        found.append(ctx.say("ndr-warning-sunday", day=wish.on))
    if rows.case.due_at < ctx.now and ctx.actor.customer_id is None:
        found.append(ctx.say("ndr-warning-overdue", courier=rows.shipment.courier))
    if after_hour is not None and ctx.actor.customer_id is None:
        hour = after_hour - 12
        found.append(ctx.say("ndr-warning-told-later", courier=rows.shipment.courier, hour=hour))
    return (*found, *_left_out(ctx, rows.shipment.courier, wish))


def _left_out(ctx: Context, courier: str, wish: Reattempt) -> list[str]:
    """Say what of a wish the courier's connection has no place for."""
    door = ctx.ports.courier(courier)
    lost = left_out(door) if door is not None else frozenset[str]()
    wanted = {"slot": wish.slot, "landmark": wish.landmark}
    name = ctx.say(f"courier-type-{courier}")
    return [
        ctx.say(f"hearing-warning-left-out-{part}", courier=name)
        for part, value in wanted.items()
        if value and part in lost
    ]


def _remark(wish: Reattempt, *, by_customer: bool) -> str:
    who = "The customer chose" if by_customer else "Asked for"
    return f"{who} {wish.on.isoformat()}{f', {wish.slot.value}' if wish.slot else ''}."
