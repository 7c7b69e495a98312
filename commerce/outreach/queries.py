"""All SQL of what customers are asked unasked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from commerce import customers
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    ChannelIdentityRow,
    CustomerPromptRow,
    CustomerRow,
    DeliveryRow,
    NdrActionRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderRow,
    PaymentRow,
    PersonRow,
    ShipmentRow,
    ShopRow,
)
from commerce.money import Money
from commerce.orders import PaymentStanding
from commerce.orders.rules import UNSHIPPED
from commerce.outreach import rules
from commerce.outreach.types import (
    Address,
    FailedDelivery,
    FreshLink,
    PromptKind,
    Reachable,
    WaitingOrder,
)
from commerce.parcels.rules import NOT_HANDED_OVER
from commerce.scope import own_orders
from commerce.vocabulary import (
    NdrActionType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentStatus,
    ShipmentStatus,
)

_SETTINGS = select(ShopRow.settings).where(ShopRow.id == bindparam("shop"))
_WAITS = (NdrStatus.OPEN, NdrStatus.ASSIGNED)
_TO_SEND = tuple(status for status in UNSHIPPED if status is not OrderStatus.ON_HOLD)
"""A held order waits for the shop, which has its reasons."""
_NOT_HANDED_OVER = tuple(NOT_HANDED_OVER)
_ACTIONS = {
    "whatsapp": NdrActionType.WHATSAPP_MESSAGE,
    "sms": NdrActionType.SMS,
    "email": NdrActionType.EMAIL,
}


def shops(session: Session) -> Sequence[ShopRow]:
    """Return every shop."""
    return session.scalars(select(ShopRow).order_by(ShopRow.id)).all()


def choose(ctx: Context, kinds: Sequence[str]) -> None:
    """Store which kinds are switched on."""
    settings: dict[str, Any] = ctx.session.scalar(_SETTINGS, {"shop": ctx.actor.shop_id}) or {}
    ctx.session.execute(
        update(ShopRow)
        .where(ShopRow.id == ctx.actor.shop_id)
        .values(settings={**settings, "asks": list(kinds)})
    )


def chosen(session: Session, shop_id: int) -> list[str] | None:
    """Return which kinds a shop switched on; `None` where it never chose."""
    settings: dict[str, Any] = session.scalar(_SETTINGS, {"shop": shop_id}) or {}
    asks = settings.get("asks")
    return list(asks) if asks is not None else None


def failed_deliveries(ctx: Context, since: datetime, limit: int) -> list[FailedDelivery]:
    """Return failed attempts that wait for a decision, their customers not asked yet, oldest first.

    What was asked is looked up here rather than remembered as a place in the list of events: a
    case that was written by a slow transaction is then not passed over.
    """
    asked = select(CustomerPromptRow.id).where(
        CustomerPromptRow.shop_id == NdrCaseRow.shop_id,
        CustomerPromptRow.kind == PromptKind.DELIVERY.value,
        CustomerPromptRow.subject_id == NdrCaseRow.id,
        CustomerPromptRow.round == NdrCaseRow.attempts,
    )
    rows = ctx.session.execute(
        select(NdrCaseRow, ShipmentRow.awb, ShipmentRow.cod_minor, OrderRow.number, CustomerRow)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.shop_id == ctx.actor.shop_id,
            CustomerRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.status.in_(_WAITS),
            NdrCaseRow.last_attempt_at > since,
            ShipmentRow.status == ShipmentStatus.DELIVERY_FAILED,
            ~asked.exists(),
        )
        .order_by(NdrCaseRow.last_attempt_at, NdrCaseRow.id)
        .limit(limit)
    )
    return [
        FailedDelivery(
            case_id=case.id, attempt=case.attempts, awb=awb, order=number,
            reason=NdrReason(case.reason), to_pay=Money(cod_minor, ctx.currency),
            customer=_reachable(customer),
        )
        for case, awb, cod_minor, number, customer in rows
    ]  # fmt: skip


def waiting_orders(
    ctx: Context, since: datetime, limit: int, *, cash_only: bool, number: str = ""
) -> list[WaitingOrder]:
    """Return orders placed since that no courier has and nobody asked about, the oldest first.

    Args:
        ctx: The shop.
        since: From when on.
        limit: At most so many.
        cash_only: Only those to be paid at the door.
        number: Only this one.
    """
    asked = select(CustomerPromptRow.id).where(
        CustomerPromptRow.shop_id == OrderRow.shop_id,
        CustomerPromptRow.kind.in_((PromptKind.CONFIRM.value, PromptKind.ADDRESS.value)),
        CustomerPromptRow.subject_id == OrderRow.id,
    )
    with_courier = select(ShipmentRow.id).where(
        ShipmentRow.shop_id == OrderRow.shop_id,
        ShipmentRow.order_id == OrderRow.id,
        ShipmentRow.status.not_in(_NOT_HANDED_OVER),
    )
    chosen = [OrderRow.payment_status == PaymentStatus.COD_PENDING] if cash_only else []
    if number:
        chosen.append(OrderRow.number == number)
    rows = ctx.session.execute(
        select(OrderRow, AddressRow, CustomerRow)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .where(
            own_orders(ctx),
            AddressRow.shop_id == ctx.actor.shop_id,
            CustomerRow.shop_id == ctx.actor.shop_id,
            OrderRow.status.in_(_TO_SEND),
            OrderRow.placed_at > since,
            *chosen,
            ~asked.exists(),
            ~with_courier.exists(),
        )
        .order_by(OrderRow.placed_at, OrderRow.id)
        .limit(limit)
    )
    return [
        WaitingOrder(
            order_id=order.id, number=order.number, status=OrderStatus(order.status),
            total=Money(order.total_minor, order.currency),
            address=customers.queries.address(address).written,
            lacks=rules.lack_of(
                address.line1, address.line2, address.landmark, address.pincode, address.state
            ),
            customer=_reachable(customer),
        )
        for order, address, customer in rows
    ]  # fmt: skip


def add_history(ctx: Context, order: WaitingOrder, reason: str) -> None:
    """Put into the story of an order that its customer was asked; no person asked it."""
    ctx.session.add(
        OrderHistoryRow(
            shop_id=ctx.actor.shop_id, order_id=order.order_id, status=order.status.value,
            at=ctx.now, person_id=None, reason=reason,
        )
    )  # fmt: skip


def _reachable(customer: CustomerRow) -> Reachable:
    return Reachable(
        id=customer.id, name=customer.name, language=customer.language, phone=customer.phone,
        email=customer.email,
    )  # fmt: skip


def fresh_links(session: Session, shop_id: int, since: datetime, currency: str) -> list[FreshLink]:
    """Return links made since that nobody was told of on a messenger, the oldest first."""
    told = select(DeliveryRow.id).where(
        DeliveryRow.shop_id == PaymentRow.shop_id,
        DeliveryRow.idempotency_key == "link:" + PaymentRow.request_key,
    )
    rows = session.execute(
        select(PaymentRow, OrderRow.number, CustomerRow)
        .join(OrderRow, OrderRow.id == PaymentRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .where(
            PaymentRow.shop_id == shop_id,
            OrderRow.shop_id == shop_id,
            CustomerRow.shop_id == shop_id,
            PaymentRow.status == PaymentStanding.OPEN.value,
            PaymentRow.kind == "link",
            PaymentRow.reference.startswith("https://"),
            PaymentRow.created_at > since,
            ~told.exists(),
        )
        .order_by(PaymentRow.id)
    )
    return [
        FreshLink(
            key=payment.request_key, order=number, url=payment.reference or "",
            amount=Money(payment.amount_minor, currency), customer=_reachable(customer),
        )
        for payment, number, customer in rows
    ]  # fmt: skip


def known_on(ctx: Context, customer_id: int) -> tuple[str, list[Address]]:
    """Return the language a customer chose, else empty, and where they wrote, latest first."""
    rows = ctx.session.execute(
        select(PersonRow.language, ChannelIdentityRow)
        .join(
            ChannelIdentityRow,
            (ChannelIdentityRow.person_id == PersonRow.id)
            & (ChannelIdentityRow.shop_id == PersonRow.shop_id),
        )
        .where(
            PersonRow.shop_id == ctx.actor.shop_id,
            PersonRow.customer_id == customer_id,
            PersonRow.is_active,
        )
        .order_by(ChannelIdentityRow.id.desc())
    ).all()
    language = next((language for language, _ in rows if language), "")
    return language, [Address(channel=one.channel, address=one.external_id) for _, one in rows]


def add_prompt(
    ctx: Context, kind: PromptKind, about: FailedDelivery | WaitingOrder, *,
    to: Address | None, key: str | None, why: str | None,
) -> None:  # fmt: skip
    """Write down that a customer was asked, or why not."""
    if isinstance(about, FailedDelivery):
        subject_id, round_ = about.case_id, about.attempt
    else:
        subject_id, round_ = about.order_id, 1
    ctx.session.add(
        CustomerPromptRow(
            shop_id=ctx.actor.shop_id, kind=kind.value,
            subject_id=subject_id, round=round_, customer_id=about.customer.id,
            channel=to.channel if to else None, address=to.address if to else None,
            delivery_key=key, why_not=why, at=ctx.now,
        )
    )  # fmt: skip
    ctx.session.flush()


def add_action(ctx: Context, failed: FailedDelivery, to: Address, text: str, key: str) -> None:
    """Put what the customer was asked into the story of the case; no person asked it."""
    kind = _ACTIONS.get(to.channel, NdrActionType.REMARK_ADDED)
    ctx.session.add(
        NdrActionRow(
            shop_id=ctx.actor.shop_id, case_id=failed.case_id, kind=kind.value, at=ctx.now,
            person_id=None, outcome=None, remark=text,
            details={"prompt": key, "channel": to.channel},
        )
    )  # fmt: skip
