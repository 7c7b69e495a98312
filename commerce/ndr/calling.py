"""Writing down that a customer was called, and what they said."""

from dataclasses import replace
from typing import Any

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import NdrActionRow
from commerce.errors import Refused
from commerce.ndr import couriers, queries, rules
from commerce.ndr.queries import CaseRows
from commerce.records import audit, happened
from commerce.vocabulary import OPEN_NDR_STATUSES, NdrActionType, NdrOutcome, NdrStatus


def log_call(ctx: Context, parcel: str, outcome: NdrOutcome, note: str | None = None) -> Change:
    """Write down a call about an undelivered parcel, with its outcome.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, parcel, lock=True)
    status = NdrStatus(rows.case.status)
    if status not in OPEN_NDR_STATUSES:
        raise Refused("error-ndr-settled", awb=rows.shipment.awb)
    before = _state(ctx, rows)
    if rules.was_reached(outcome):
        rows.case.status = rules.status_after_contact(status).value
    queries.add_action(
        ctx, rows.case.id, NdrActionType.PHONE_CALL, outcome=outcome, remark=note or ""
    )
    ctx.session.flush()
    change = Change(
        subject_kind="parcel", subject=rows.shipment.awb, before=before,
        after=_state(ctx, rows), undo_for=rules.UNDO_CALL_FOR,
    )  # fmt: skip
    happened(ctx, "ndr.call_logged", change.subject, outcome=outcome.value)
    audit(ctx, "log_call", change, why=note or "")
    return change


def undo_log_call(ctx: Context, change: Change) -> Change:
    """Take back a call that was written down by mistake; the row stays, as a remark.

    Raises:
        NotFound: No such parcel.
        Refused: The case has moved on.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, change.subject, lock=True)
    if _state(ctx, rows) != change.after:
        raise Refused("error-ndr-moved-on", awb=change.subject)
    mistaken = next(iter(_calls(ctx, rows)))
    # Not deleted: the keys of requests to couriers count a case's actions.
    mistaken.details = {"taken_back": mistaken.outcome}
    mistaken.kind, mistaken.outcome = NdrActionType.REMARK_ADDED.value, None
    rows.case.status = change.before["status"]
    ctx.session.flush()
    back = replace(change, before=change.after, after=_state(ctx, rows), undo_for=None)
    happened(ctx, "ndr.call_taken_back", change.subject)
    audit(ctx, "undo_log_call", back)
    return back


def _state(ctx: Context, rows: CaseRows) -> dict[str, Any]:
    calls = _calls(ctx, rows)
    return {
        "status": rows.case.status,
        "calls": len(calls),
        "last_outcome": calls[0].outcome if calls else None,
    }


def _calls(ctx: Context, rows: CaseRows) -> list[NdrActionRow]:
    done = queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)
    return [action for action in done if action.kind == NdrActionType.PHONE_CALL]
