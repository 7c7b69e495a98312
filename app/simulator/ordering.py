"""An order that is placed on stage, and the question to its customer before it would leave."""

import secrets
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.outreach import Round, ask_about_order
from app.simulator.stage import OnStage
from commerce import outreach
from commerce.access import the_shop_itself
from commerce.context import Context
from commerce.db.tables import OrderItemRow, OrderRow, ShopRow
from commerce.outreach import PromptKind
from commerce.records import happened
from commerce.vocabulary import OrderStatus

_BY: Final = Round(connected=("whatsapp",), can_pay=True)


def place(session: Session, stage: OnStage, now: datetime) -> str:
    """Let the customer order once more what they ordered, for cash; they are asked to confirm it.

    Returns the new order's number; the caller commits.
    """
    shop = session.get_one(ShopRow, stage.shop_id)
    before = session.scalars(
        select(OrderRow).where(OrderRow.shop_id == shop.id, OrderRow.number == stage.order)
    ).one()
    fresh = {
        "number": f"{stage.order}-{secrets.token_hex(2).upper()}", "placed_at": now, "tags": [],
        "source_id": secrets.token_hex(8), "status": OrderStatus.PENDING.value,
    }  # fmt: skip
    order = OrderRow(**_values(before) | fresh)
    session.add(order)
    session.flush()
    items = select(OrderItemRow).where(
        OrderItemRow.shop_id == shop.id, OrderItemRow.order_id == before.id
    )
    for item in session.scalars(items).all():
        session.add(OrderItemRow(**_values(item) | {"order_id": order.id}))
    session.flush()
    ctx = Context(
        session=session, actor=the_shop_itself(shop.id), now=now, shop_name=shop.name,
        zone=ZoneInfo(shop.zone), currency=shop.currency,
    )  # fmt: skip
    happened(ctx, "order.created", order.number)
    waiting = outreach.waiting_order(ctx, order.number)
    ask_about_order(ctx, PromptKind.CONFIRM, waiting, _BY)
    return order.number


def _values(row: OrderRow | OrderItemRow) -> dict[str, object]:
    columns = row.__mapper__.column_attrs
    return {one.key: getattr(row, one.key) for one in columns if one.key != "id"}
