"""SQL about refunds and payment links."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    OrderHistoryRow,
    OrderRow,
    OutboxRow,
    PaymentRow,
    ShipmentRow,
)
from commerce.money import Money
from commerce.orders.changing import LIVE, WATCHED, PaymentStanding
from commerce.parcels.rules import NOT_HANDED_OVER

REFUND, LINK, RECORDED = "refund", "link", "recorded"


def add(
    ctx: Context,
    order: OrderRow,
    kind: str,
    amount: Money,
    *,
    taken_off: Money | None = None,
    expires_at: datetime | None = None,
) -> PaymentRow:
    """Store a refund or a link that the provider is still to be told, under a key of its own."""
    number = ctx.session.scalar(
        select(func.count(PaymentRow.id)).where(
            PaymentRow.shop_id == ctx.actor.shop_id, PaymentRow.order_id == order.id
        )
    )
    row = PaymentRow(
        shop_id=ctx.actor.shop_id, order_id=order.id, kind=kind,
        request_key=f"{kind}:{order.id}:{(number or 0) + 1}", amount_minor=amount.minor,
        discount_minor=taken_off.minor if taken_off else 0, status=PaymentStanding.ASKED.value,
        person_id=ctx.actor.person_id, reference=None, error=None, created_at=ctx.now,
        expires_at=expires_at, checked_at=ctx.now, settled_at=None,
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    return row


def live_link(ctx: Context, order_id: int) -> PaymentRow | None:
    """Return the link by which an order can still be paid."""
    return ctx.session.scalar(
        select(PaymentRow)
        .where(
            PaymentRow.shop_id == ctx.actor.shop_id,
            PaymentRow.order_id == order_id,
            PaymentRow.kind == LINK,
            PaymentRow.status.in_(LIVE),
            PaymentRow.expires_at > ctx.now,
        )
        .order_by(PaymentRow.id.desc())
        .limit(1)
    )


def paid_link(ctx: Context, order_id: int) -> str | None:
    """Return the key of the link by which an order was paid; `None` where none was."""
    return ctx.session.scalar(
        select(PaymentRow.request_key)
        .where(
            PaymentRow.shop_id == ctx.actor.shop_id,
            PaymentRow.order_id == order_id,
            PaymentRow.kind == LINK,
            PaymentRow.status == PaymentStanding.PAID,
        )
        .order_by(PaymentRow.id.desc())
        .limit(1)
    )


def asked_for(session: Session, shop_id: int, key: str) -> PaymentRow | None:
    """Return a refund or link of a shop by its key, held until the transaction ends."""
    return session.scalar(
        select(PaymentRow)
        .where(PaymentRow.shop_id == shop_id, PaymentRow.request_key == key)
        .with_for_update()
    )


def of_key(ctx: Context, key: str) -> PaymentRow:
    """Return a refund or link of the shop by its key, held until the transaction ends."""
    return ctx.session.scalars(
        select(PaymentRow)
        .where(PaymentRow.shop_id == ctx.actor.shop_id, PaymentRow.request_key == key)
        .with_for_update()
    ).one()


def reachable(ctx: Context, order: OrderRow) -> tuple[str, str | None, str | None]:
    """Return the name, phone number and e-mail address of who pays an order."""
    name, own, email, there = ctx.session.execute(
        select(CustomerRow.name, CustomerRow.phone, CustomerRow.email, AddressRow.phone)
        .join(AddressRow, AddressRow.id == order.address_id)
        .where(
            CustomerRow.shop_id == ctx.actor.shop_id,
            AddressRow.shop_id == ctx.actor.shop_id,
            CustomerRow.id == order.customer_id,
        )
    ).one()
    numbers = [number for number in (own, there) if number and number.startswith("+")]
    return name, next(iter(numbers), None), email


def answered(session: Session, limit: int) -> Sequence[tuple[PaymentRow, OutboxRow]]:
    """Return, of every shop, what the provider has answered and nobody took note of."""
    found = session.execute(
        select(PaymentRow, OutboxRow)
        .join(
            OutboxRow,
            (OutboxRow.shop_id == PaymentRow.shop_id)
            & (OutboxRow.idempotency_key == PaymentRow.request_key),
        )
        .where(PaymentRow.status == PaymentStanding.ASKED, OutboxRow.status.in_(("sent", "dead")))
        .order_by(PaymentRow.id)
        .limit(limit)
    )
    return [(payment, told) for payment, told in found]


def open_links(session: Session, checked_before: datetime, limit: int) -> Sequence[PaymentRow]:
    """Return, of every shop, links nobody looked at for a while, the longest first."""
    return session.scalars(
        select(PaymentRow)
        .where(
            PaymentRow.status.in_(WATCHED),
            PaymentRow.kind == LINK,
            PaymentRow.checked_at < checked_before,
        )
        .order_by(PaymentRow.checked_at)
        .limit(limit)
    ).all()


def standing(
    session: Session, shop_id: int, payment_id: int, *where: PaymentStanding
) -> PaymentRow | None:
    """Return a payment that still stands where it stood, held until the transaction ends."""
    return session.scalar(
        select(PaymentRow)
        .where(
            PaymentRow.shop_id == shop_id,
            PaymentRow.id == payment_id,
            PaymentRow.status.in_(where),
        )
        .with_for_update()
    )


def order_of(session: Session, payment: PaymentRow) -> OrderRow:
    """Return the order of a payment, held until the transaction ends."""
    return session.scalars(
        select(OrderRow)
        .where(OrderRow.shop_id == payment.shop_id, OrderRow.id == payment.order_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def to_collect(ctx: Context, order_id: int) -> dict[str, int]:
    """Return what is to be collected for an order's parcels that no courier has, by AWB."""
    found = ctx.session.execute(
        select(ShipmentRow.awb, ShipmentRow.cod_minor)
        .where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.order_id == order_id,
            ShipmentRow.cod_minor > 0,
            ShipmentRow.status.in_(NOT_HANDED_OVER),
        )
        .order_by(ShipmentRow.id)
    )
    return {row.awb: row.cod_minor for row in found}


def collected_by(ctx: Context, order_id: int, like: Mapping[str, int]) -> dict[str, int]:
    """Return what is to be collected for some parcels of an order, by AWB."""
    found = ctx.session.execute(
        select(ShipmentRow.awb, ShipmentRow.cod_minor).where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.order_id == order_id,
            ShipmentRow.awb.in_(like),
        )
    )
    return {row.awb: row.cod_minor for row in found}


def set_to_collect(ctx: Context, order_id: int, wanted: Mapping[str, int]) -> None:
    """Set what is to be collected for parcels of an order."""
    for awb, minor in wanted.items():
        ctx.session.execute(
            update(ShipmentRow)
            .where(
                ShipmentRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.order_id == order_id,
                ShipmentRow.awb == awb,
            )
            .values(cod_minor=minor)
        )


def parcels_here(session: Session, payment: PaymentRow) -> Sequence[ShipmentRow]:
    """Return a payment's order's parcels with cash to collect that no courier has yet."""
    return session.scalars(
        select(ShipmentRow).where(
            ShipmentRow.shop_id == payment.shop_id,
            ShipmentRow.order_id == payment.order_id,
            ShipmentRow.cod_minor > 0,
            ShipmentRow.status.in_(NOT_HANDED_OVER),
        )
    ).all()


def history_row(order: OrderRow, at: datetime, reason: str) -> OrderHistoryRow:
    """Return a line of an order's story that no person wrote."""
    return OrderHistoryRow(
        shop_id=order.shop_id, order_id=order.id, status=order.status, at=at, person_id=None,
        reason=reason,
    )  # fmt: skip
