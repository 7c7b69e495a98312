"""SQL of actions that no vertical has a function for."""

from sqlalchemy import select, update

from commerce.context import Context
from commerce.db.tables import NdrCaseRow, OrderRow, ShipmentRow, TaskRow
from commerce.scope import own_orders
from commerce.vocabulary import OPEN_NDR_STATUSES


def open_case(ctx: Context, awb: str) -> int | None:
    """Return the open case of a parcel."""
    return ctx.session.scalar(
        select(NdrCaseRow.id)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .where(
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.awb == awb,
            NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
        )
        .order_by(NdrCaseRow.id.desc())
        .limit(1)
    )


def tags(ctx: Context, number: str) -> list[str]:
    """Return an order's tags, held until the transaction ends."""
    found = ctx.session.scalars(
        select(OrderRow.tags).where(own_orders(ctx), OrderRow.number == number).with_for_update()
    ).one()
    return [str(tag) for tag in found]


def set_tags(ctx: Context, number: str, tags: list[str]) -> None:
    """Give an order its tags."""
    ctx.session.execute(
        update(OrderRow).where(own_orders(ctx), OrderRow.number == number).values(tags=tags)
    )


def task(ctx: Context, number: int) -> TaskRow | None:
    """Return a task."""
    return ctx.session.scalar(
        select(TaskRow).where(TaskRow.shop_id == ctx.actor.shop_id, TaskRow.id == number)
    )


def withdraw_task(ctx: Context, number: int) -> None:
    """Take a question back that nobody answered in time."""
    ctx.session.execute(
        update(TaskRow)
        .where(TaskRow.shop_id == ctx.actor.shop_id, TaskRow.id == number, TaskRow.status == "open")
        .values(status="withdrawn", ended_at=ctx.now)
    )
