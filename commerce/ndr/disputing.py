"""Disputing an attempt that the courier may never have made."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import NdrActionRow
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import advising, couriers, queries, rules
from commerce.ndr.advice import situation_of
from commerce.ndr.finding import find_case
from commerce.ndr.queries import CaseRows
from commerce.ndr.types import Dispute, Evidence, NdrCase, Situation
from commerce.ports import CourierAction, Instruction
from commerce.records import audit, happened
from commerce.vocabulary import NdrActionType, NdrStatus
from commerce.words import FALLBACK, say


def dispute_of(ctx: Context, parcel: str) -> Dispute:
    """Return what can be held against the courier's last attempt.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, or nothing speaks against the courier.
    """
    ctx.require(Permission.NDR_ACT)
    case = find_case(ctx, parcel)
    if why_not := rules.why_not_act(case.status):
        raise Refused(why_not, awb=case.awb)
    dispute = against(ctx, case)
    if not dispute.signs:
        raise Refused("error-ndr-no-sign", **_said_of_attempt(ctx, case, dispute))
    return dispute


def against(ctx: Context, case: NdrCase) -> Dispute:
    """Return a case's last attempt with what speaks against it, which may be nothing."""
    _, _, _, shipment_id = queries.customer_of(ctx, case.id)
    raw_code, _, failed_at = queries.last_attempt(ctx, case.id) or ("", "", case.last_attempt_at)
    out = queries.went_out_before(ctx, shipment_id, failed_at)
    follows = queries.was_under_way(ctx, shipment_id, failed_at)
    return Dispute(
        awb=case.awb, courier=case.courier, attempt=case.attempts, failed_at=failed_at,
        reason=case.reason, raw_code=raw_code, went_out_at=out,
        signs=_signs(ctx, situation_of(ctx, case), never_went_out=follows and out is None),
    )  # fmt: skip


def plan_dispute(ctx: Context, parcel: str) -> Change:
    """Say what disputing the last attempt would change, without changing it.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, nothing speaks against the courier, the attempt was
            disputed before, or the courier cannot be asked.
    """
    dispute = dispute_of(ctx, parcel)
    return _change(ctx, couriers.rows_named(ctx, dispute.awb, lock=False), dispute)


def dispute(ctx: Context, parcel: str) -> Change:
    """Tell the courier that its last attempt is disputed, with what speaks against it.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: As `plan_dispute`.
    """
    found = dispute_of(ctx, parcel)
    rows = couriers.rows_named(ctx, found.awb, lock=True)
    change = _change(ctx, rows, found)
    key = str(change.after["dispute"])
    rows.case.status = change.after["status"]
    told = told_to_courier(ctx, found)
    queries.add_action(
        ctx, rows.case.id, NdrActionType.ESCALATED, remark=told,
        details={
            "key": key, "attempt": found.attempt, "signs": [sign.key for sign in found.signs],
            "before": change.before, "after": change.after,
        },
    )  # fmt: skip
    instruction = Instruction(
        key=key, awb=found.awb, action=CourierAction.REPORT_FAKE_ATTEMPT, remark=told
    )
    couriers.instruct(ctx, rows, instruction, rules.send_at(ctx.now, None, None, ctx.zone))
    happened(ctx, "ndr.fake_attempt_reported", change.subject, attempt=found.attempt)
    audit(ctx, "report_fake_attempt", change, why=told)
    return _read_back(ctx, rows, change)


def undo_dispute(ctx: Context, change: Change) -> Change:
    """Take a dispute back that the courier was not told of yet.

    Raises:
        NotFound: No such parcel.
        Refused: The case has moved on, or the courier knows already.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, change.subject, lock=True)
    if _state(ctx, rows) != change.after:
        raise Refused("error-ndr-moved-on", awb=change.subject)
    couriers.withdraw(ctx, rows, str(change.after["dispute"]))
    for action in _disputes(ctx, rows)[:1]:
        action.details = {**action.details, "taken_back": True}
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    rows.case.status = back.after["status"]
    queries.add_action(
        ctx, rows.case.id, NdrActionType.REMARK_ADDED, remark="Report of a fake attempt taken back."
    )
    happened(ctx, "ndr.fake_attempt_report_withdrawn", change.subject)
    audit(ctx, "undo_report_fake_attempt", back)
    return _read_back(ctx, rows, back)


def told_to_courier(ctx: Context, dispute: Dispute) -> str:
    """Return what the courier is told, in English, whatever the team speaks."""
    because = " ".join(say(FALLBACK, f"ndr-because-{s.key}", **s.values) for s in dispute.signs)
    return say(
        FALLBACK, "ndr-dispute-told", attempt=dispute.attempt, awb=dispute.awb,
        failed=ctx.local(dispute.failed_at), because=because,
    )  # fmt: skip


def _signs(ctx: Context, situation: Situation, *, never_went_out: bool) -> tuple[Evidence, ...]:
    found = list(advising.suspicions(situation))
    if never_went_out:
        found.append(Evidence(key="never-went-out"))
    failed_at = ctx.local(situation.case.last_attempt_at)
    if rules.is_odd_hour(failed_at):
        found.append(Evidence(key="odd-hour", values={"at": failed_at}))
    if rules.wants_it([situation.last_outcome]):
        found.append(Evidence(key="said", values={"outcome": str(situation.last_outcome)}))
    return tuple(found)


def _said_of_attempt(ctx: Context, case: NdrCase, dispute: Dispute) -> dict[str, Any]:
    out = dispute.went_out_at
    minutes = (dispute.failed_at - out) // timedelta(minutes=1) if out else None
    return {
        "awb": case.awb, "courier": case.courier.value, "at": ctx.local(dispute.failed_at),
        "minutes": "none" if minutes is None else minutes,
    }  # fmt: skip


def _change(ctx: Context, rows: CaseRows, dispute: Dispute) -> Change:
    for action in _disputes(ctx, rows):
        if action.details["attempt"] == dispute.attempt:
            raise Refused(
                "error-ndr-disputed-already", awb=dispute.awb, courier=dispute.courier.value,
                attempt=dispute.attempt, at=ctx.local(action.at),
            )  # fmt: skip
    couriers.require_door(ctx, rows.shipment.courier, CourierAction.REPORT_FAKE_ATTEMPT)
    status = rules.status_after_dispute(NdrStatus(rows.case.status))
    asked = status is not NdrStatus.ESCALATED
    return Change(
        subject_kind="parcel",
        subject=dispute.awb,
        before=_state(ctx, rows),
        after={"status": status.value, "dispute": couriers.next_key(ctx, rows)},
        at_stake=Money(rows.order.total_minor, rows.order.currency),
        undo_for=rules.UNDO_FOR,
        warnings=() if asked else (ctx.say("ndr-warning-dispute-brings-nothing"),),
    )


def _state(ctx: Context, rows: CaseRows) -> dict[str, Any]:
    disputes = _disputes(ctx, rows)
    latest = disputes[0].details["key"] if disputes else None
    return {"status": rows.case.status, "dispute": latest}


def _disputes(ctx: Context, rows: CaseRows) -> list[NdrActionRow]:
    """Return the disputes of a case that stand, the newest first."""
    done = queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)
    return [
        action
        for action in done
        if action.kind == NdrActionType.ESCALATED
        and {"key", "attempt"} <= action.details.keys()
        and not action.details.get("taken_back")
    ]


def _read_back(ctx: Context, rows: CaseRows, change: Change) -> Change:
    ctx.session.flush()
    again = queries.rows(ctx, rows.case.id, lock=False)
    return replace(change, after=_state(ctx, again or rows))
