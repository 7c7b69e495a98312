"""Telling couriers what was decided about undelivered parcels, and hearing that they will not."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from commerce import orders, outbox
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import NdrActionRow
from commerce.errors import NotFound, Refused
from commerce.ndr import queries
from commerce.ndr.finding import find_case
from commerce.ndr.queries import CaseRows
from commerce.outbox import Delivered, Dispatch
from commerce.ports import CourierAction, Instruction, Ports
from commerce.vocabulary import NdrActionType, NdrStatus


def require_door(ctx: Context, courier: str, action: CourierAction) -> None:
    """Refuse to promise what the courier's connection cannot be asked.

    Raises:
        Refused: No connection, or one that lacks the action.
    """
    door = ctx.ports.courier(courier)
    if door is not None and action in door.actions:
        return
    if ctx.actor.customer_id is not None:
        raise Refused("error-own-cannot-change")
    key = "error-courier-not-connected" if door is None else f"error-ndr-door-lacks-{action.value}"
    raise Refused(key, courier=courier)


def next_key(ctx: Context, rows: CaseRows) -> str:
    """Return the key of the next instruction about a case."""
    done = queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)
    return f"ndr:{rows.case.id}:{len(done) + 1}"


def instruct(ctx: Context, rows: CaseRows, instruction: Instruction, send_at: datetime) -> None:
    """Have the parcel's courier told."""
    outbox.put(
        ctx, outbox.COURIER, rows.shipment.courier, outbox.payload_of(instruction),
        instruction.key, not_before=send_at,
    )  # fmt: skip


def take_back_waiting(ctx: Context, rows: CaseRows) -> str | None:
    """Withdraw the instruction about a case that the courier was not told yet.

    Returns its key, or `None` where there is none. A dispute goes on beside any instruction.
    """
    done = queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)
    keys = (str(action.details["key"]) for action in done if _decides(action))
    return next((key for key in keys if outbox.withdraw(ctx, key)), None)


def take_back(ctx: Context, rows: CaseRows) -> NdrActionRow:
    """Withdraw the latest instruction about a case, and return what had been done.

    Raises:
        Refused: The courier was told already.
    """
    action = latest_instruction(ctx.session, ctx.actor.shop_id, rows.case.id)
    if action is None or not outbox.withdraw(ctx, str(action.details["key"])):
        awb, courier = rows.shipment.awb, rows.shipment.courier
        raise Refused("error-ndr-already-told", awb=awb, courier=courier)
    return action


def withdraw(ctx: Context, rows: CaseRows, key: str) -> None:
    """Withdraw one instruction by its key.

    Raises:
        Refused: The courier was told already.
    """
    if not outbox.withdraw(ctx, key):
        awb, courier = rows.shipment.awb, rows.shipment.courier
        raise Refused("error-ndr-already-told", awb=awb, courier=courier)


def restore(ctx: Context, action: NdrActionRow) -> None:
    """Let the instruction wait again that a later one had replaced."""
    if action.details.get("replaces"):
        outbox.put_back(ctx, action.details["replaces"])


def rows_named(ctx: Context, parcel: str, *, lock: bool) -> CaseRows:
    """Return the rows of the case that an AWB or an order number means.

    Raises:
        NotFound: No such parcel of this shop, or of this customer.
        Ambiguous: Several undelivered parcels fit.
        Refused: The parcel has had no failed delivery.
    """
    rows = queries.rows(ctx, find_case(ctx, parcel).id, lock=lock)
    if rows is None:
        raise NotFound("error-parcel-not-found", number=parcel)
    return rows


def read_back(ctx: Context, rows: CaseRows, change: Change) -> Change:
    """Write what waits to be written, and return the change with what is there now."""
    ctx.session.flush()
    again = queries.rows(ctx, rows.case.id, lock=False)
    return replace(change, after=state(again or rows, change.after))


def latest_instruction(session: Session, shop_id: int, case_id: int) -> NdrActionRow | None:
    """Return the latest decision about a case that a courier was to be told."""
    done = queries.actions_of(session, shop_id, case_id)
    return next((action for action in done if _decides(action)), None)


def _decides(action: NdrActionRow) -> bool:
    return "key" in action.details and action.kind != NdrActionType.ESCALATED


def state(rows: CaseRows, like: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a change speaks of, as it is now."""
    now = {
        "status": rows.case.status,
        "reattempt_on": rows.case.reattempt_on,
        "reattempt_slot": rows.case.reattempt_slot,
        "parcel_status": rows.shipment.status,
        "order_status": rows.order.status,
    }
    return {key: now[key] for key in like}


def put_state(rows: CaseRows, wanted: Mapping[str, Any]) -> None:
    """Make a case, its parcel and its order as a change says."""
    rows.case.status = wanted["status"]
    if "reattempt_on" in wanted:
        rows.case.reattempt_on = wanted["reattempt_on"]
        rows.case.reattempt_slot = wanted["reattempt_slot"]
    if "parcel_status" in wanted:
        rows.shipment.status = wanted["parcel_status"]
        rows.order.status = wanted["order_status"]


def tell_couriers(
    sessions: sessionmaker[Session], ports: Ports, now: datetime, limit: int = 50
) -> Delivered:
    """Tell couriers what is due; what they refuse comes back to the team's queue, escalated.

    What they refuse about an order that is no NDR case is written into the order's story.

    For the worker; see `outbox.deliver_due`.
    """

    def refused(session: Session, dispatch: Dispatch, why: str) -> None:
        _came_to_nothing(session, dispatch, why, now)
        orders.courier_refused(session, dispatch, why, now)

    return outbox.deliver_due(sessions, ports, now, limit, on_dead=refused)


def _came_to_nothing(session: Session, dispatch: Dispatch, why: str, now: datetime) -> None:
    """Put a case back that was waiting for what the courier will not do, and write down why."""
    told = re.fullmatch(r"(?:ndr|letter):(\d+):\d+", dispatch.key)
    rows = queries.rows_of_shop(session, dispatch.shop_id, int(told[1])) if told else None
    if rows is None:
        return
    _not_contacted(session, rows, dispatch.key)
    action = latest_instruction(session, dispatch.shop_id, rows.case.id)
    if action is not None and action.details["key"] == dispatch.key:
        before, after = action.details["before"], action.details["after"]
        if state(rows, after) == after:
            put_state(rows, {**before, "status": NdrStatus.ESCALATED.value})
            if "parcel_status" in before:
                rows.shipment.rto_at = None
                session.add(queries.history_row(rows, now, why))
    session.add(
        NdrActionRow(
            shop_id=dispatch.shop_id, case_id=rows.case.id, kind=NdrActionType.REMARK_ADDED.value,
            at=now, person_id=None, outcome=None, remark=why,
            details={"refused": dispatch.key, "courier": dispatch.destination},
        )
    )  # fmt: skip


def _not_contacted(session: Session, rows: CaseRows, key: str) -> None:
    """Put a case back whose customer the message never reached."""
    for action in queries.actions_of(session, rows.case.shop_id, rows.case.id):
        if action.details.get("letter") == key and rows.case.status == action.details["becomes"]:
            rows.case.status = action.details["was"]
