"""All SQL of proof packs: what is known of one case, its parcel and what was said about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from commerce import customers
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    ConversationRow,
    CustomerRow,
    DeliveryPartRow,
    DeliveryRow,
    MessageRow,
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderRow,
    OutboxRow,
    PersonRow,
    ScanRow,
)
from commerce.money import Money
from commerce.ndr.queries import titles_of
from commerce.scope import own_orders
from commerce.vocabulary import NdrActionType

_CHANNELS = {
    NdrActionType.WHATSAPP_MESSAGE: "whatsapp",
    NdrActionType.SMS: "sms",
    NdrActionType.EMAIL: "email",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Of the order and its buyer."""

    customer: str
    phone: str | None
    email: str | None
    address: str
    placed_at: datetime
    total: Money
    payment: str
    """A value of `PaymentMethod`."""
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One failed attempt as the courier told it."""

    number: int
    at: datetime
    reason: str
    """A value of `NdrReason`."""
    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What became of something on its way out."""

    ids: tuple[str, ...] = ()
    status: str = ""
    code: str = ""
    sent_at: datetime | None = None
    delivered_at: datetime | None = None
    read_at: datetime | None = None

    def said(self) -> dict[str, Any]:
        """Return it by name, as `proof.Entry` has it."""
        return {
            "ids": self.ids, "status": self.status, "code": self.code, "sent_at": self.sent_at,
            "delivered_at": self.delivered_at, "read_at": self.read_at,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing done about a case."""

    kind: NdrActionType
    at: datetime
    by: str
    outcome: str | None
    remark: str
    key: str
    """Under which it went out; empty where nothing did."""
    channel: str
    is_message: bool
    taken_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of a conversation with the customer."""

    is_inbound: bool
    at: datetime
    channel: str
    by: str
    """Who of the shop wrote it; empty where the assistant did."""
    text: str
    pressed: str
    is_transcribed: bool
    """Whether it was spoken, and written down by a machine."""
    way: Way


def facts_of(ctx: Context, case_id: int) -> Facts:
    """Return what is known of the order of a case."""
    order, customer, address = ctx.session.execute(
        select(OrderRow, CustomerRow, AddressRow)
        .join(NdrCaseRow, NdrCaseRow.order_id == OrderRow.id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            CustomerRow.shop_id == ctx.actor.shop_id,
            AddressRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.id == case_id,
        )
    ).one()
    return Facts(
        customer=customer.name, phone=address.phone or customer.phone, email=customer.email,
        address=customers.queries.address(address).written, placed_at=order.placed_at,
        total=Money(order.total_minor, order.currency), payment=order.payment_method,
        items=tuple(titles_of(ctx, [order.number]).get(order.number, ())),
    )  # fmt: skip


def attempts_of(ctx: Context, case_id: int) -> list[Attempt]:
    """Return the failed attempts of a case, the first first."""
    rows = ctx.session.scalars(
        select(NdrAttemptRow)
        .where(NdrAttemptRow.shop_id == ctx.actor.shop_id, NdrAttemptRow.case_id == case_id)
        .order_by(NdrAttemptRow.number, NdrAttemptRow.id)
    )
    return [
        Attempt(
            number=row.number, at=row.at, reason=row.reason, code=row.raw_code, text=row.raw_text
        )
        for row in rows
    ]


def scans_of(ctx: Context, case_id: int) -> Sequence[ScanRow]:
    """Return every scan of the parcel of a case, by the courier's own times."""
    return ctx.session.scalars(
        select(ScanRow)
        .join(NdrCaseRow, NdrCaseRow.shipment_id == ScanRow.shipment_id)
        .where(
            ScanRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.id == case_id,
        )
        .order_by(ScanRow.at, ScanRow.id)
    ).all()


def actions_of(ctx: Context, case_id: int) -> list[Done]:
    """Return what was done about a case, the first first."""
    rows = ctx.session.execute(
        select(NdrActionRow, PersonRow.name)
        .outerjoin(
            PersonRow,
            (PersonRow.id == NdrActionRow.person_id) & (PersonRow.shop_id == NdrActionRow.shop_id),
        )
        .where(NdrActionRow.shop_id == ctx.actor.shop_id, NdrActionRow.case_id == case_id)
        .order_by(NdrActionRow.at, NdrActionRow.id)
    )
    return [_done(row, name) for row, name in rows]


def _done(row: NdrActionRow, name: str | None) -> Done:
    details, kind = row.details, NdrActionType(row.kind)
    told = details.get("letter") or details.get("prompt")
    return Done(
        kind=kind, at=row.at, by=name or "", outcome=row.outcome, remark=row.remark,
        key=str(told or details.get("key") or ""),
        channel=str(details.get("channel") or _CHANNELS.get(kind, "")),
        is_message=told is not None or kind in _CHANNELS,
        taken_back=bool(details.get("taken_back")),
    )  # fmt: skip


def ways_of(ctx: Context, keys: Collection[str]) -> dict[str, Way]:
    """Return key → what became of what went out under it, at a messenger or at a courier."""
    shop = ctx.actor.shop_id
    handed = ctx.session.scalars(
        select(OutboxRow).where(OutboxRow.shop_id == shop, OutboxRow.idempotency_key.in_(keys))
    )
    found = {
        row.idempotency_key: Way(
            ids=(row.reference,) if row.reference and row.reference not in keys else (),
            status=row.status, sent_at=row.sent_at,
        )
        for row in handed
    }  # fmt: skip
    return {**found, **_brought(ctx, keys)}


def _brought(ctx: Context, keys: Collection[str]) -> dict[str, Way]:
    shop = ctx.actor.shop_id
    rows = ctx.session.scalars(
        select(DeliveryRow).where(
            DeliveryRow.shop_id == shop, DeliveryRow.idempotency_key.in_(keys)
        )
    ).all()
    parts: dict[int, list[str]] = {}
    for part in ctx.session.scalars(
        select(DeliveryPartRow)
        .where(
            DeliveryPartRow.shop_id == shop,
            DeliveryPartRow.delivery_id.in_([row.id for row in rows]),
        )
        .order_by(DeliveryPartRow.delivery_id, DeliveryPartRow.position)
    ):
        parts.setdefault(part.delivery_id, []).append(part.provider_id)
    return {
        row.idempotency_key: Way(
            ids=tuple(parts.get(row.id, ())), status=row.status, code=row.error_code or "",
            sent_at=row.sent_at, delivered_at=row.delivered_at, read_at=row.read_at,
        )
        for row in rows
    }  # fmt: skip


def messages_of(ctx: Context, case_id: int, since: datetime, until: datetime) -> list[Said]:
    """Return what the customer of a case wrote and was answered in a time, the first first."""
    shop = ctx.actor.shop_id
    rows = ctx.session.execute(
        select(MessageRow, ConversationRow.channel)
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .join(PersonRow, PersonRow.id == ConversationRow.person_id)
        .join(OrderRow, OrderRow.customer_id == PersonRow.customer_id)
        .join(NdrCaseRow, NdrCaseRow.order_id == OrderRow.id)
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == shop,
            NdrCaseRow.id == case_id,
            PersonRow.shop_id == shop,
            ConversationRow.shop_id == shop,
            MessageRow.shop_id == shop,
            MessageRow.at >= since,
            MessageRow.at <= until,
        )
        .order_by(MessageRow.at, MessageRow.id)
    ).all()
    keys = [f"{row.conversation_id}:{row.turn_id}" for row, _ in rows if row.direction == "out"]
    ways = _brought(ctx, keys)
    return [_said(row, channel, ways) for row, channel in rows]


def _said(row: MessageRow, channel: str, ways: dict[str, Way]) -> Said:
    inbound = row.direction == "in"
    way = Way() if inbound else ways.get(f"{row.conversation_id}:{row.turn_id}", Way())
    return Said(
        is_inbound=inbound, at=row.at, channel=channel,
        by="" if inbound else str(row.body.get("by", "")), text=row.text,
        pressed=_pressed(row.tap), is_transcribed=bool(row.body.get("transcribed")),
        way=Way(ids=(row.provider_id,)) if inbound else way,
    )  # fmt: skip


def _pressed(tap: dict[str, Any] | None) -> str:
    if not tap:
        return ""
    return str(tap.get("tool") or tap.get("kind") or "")
