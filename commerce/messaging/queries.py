"""All SQL about texts that messengers know, and about who wants none."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from commerce.customers import Purpose, Standing
from commerce.customers.types import Source
from commerce.db.tables import (
    ChannelIdentityRow,
    ConsentRow,
    DeliveryRow,
    MessageTemplateRow,
    PersonRow,
    ShopRow,
)
from commerce.deliveries import DeliveryKind, DeliveryStatus
from commerce.messaging.types import Approval, Category, Template


def rows(session: Session, shop_id: int, channel: str | None) -> Sequence[MessageTemplateRow]:
    """Return a shop's texts, of a channel or all."""
    of_channel = [MessageTemplateRow.channel == channel] if channel else []
    return session.scalars(
        select(MessageTemplateRow)
        .where(MessageTemplateRow.shop_id == shop_id, *of_channel)
        .order_by(MessageTemplateRow.channel, MessageTemplateRow.name, MessageTemplateRow.language)
    ).all()


def approved(
    session: Session, shop_id: int, channel: str, name: str, languages: Sequence[str]
) -> Template | None:
    """Return the approved text of a meaning, in the first of some languages that has one."""
    found = session.scalars(
        select(MessageTemplateRow).where(
            MessageTemplateRow.shop_id == shop_id, MessageTemplateRow.channel == channel,
            MessageTemplateRow.name == name, MessageTemplateRow.language.in_(languages),
            MessageTemplateRow.approval == Approval.APPROVED.value,
        )
    ).all()  # fmt: skip
    first = min(found, key=lambda row: languages.index(row.language), default=None)
    return template_of(first) if first is not None else None


def template_of(row: MessageTemplateRow) -> Template:
    """Return a row as the rest knows it."""
    return Template(
        channel=row.channel, name=row.name, language=row.language,
        category=Category(row.category), body=row.body, vendor_id=row.vendor_id,
        approval=Approval(row.approval), why=row.why, cost_minor=row.cost_minor, at=row.at,
    )  # fmt: skip


def stopped(session: Session, shop_id: int, channel: str, contact: str, purpose: Purpose) -> bool:
    """Tell whether who has a contact, or its customer, asked for no more, or never for offers."""
    customers = (
        select(PersonRow.customer_id)
        .join(ChannelIdentityRow, ChannelIdentityRow.person_id == PersonRow.id)
        .where(
            PersonRow.shop_id == shop_id, PersonRow.customer_id.is_not(None),
            ChannelIdentityRow.channel == channel, ChannelIdentityRow.external_id == contact,
        )
    )  # fmt: skip
    standing = session.scalar(
        select(ConsentRow.standing)
        .where(
            ConsentRow.shop_id == shop_id,
            or_(ConsentRow.contact == contact, ConsentRow.customer_id.in_(customers)),
            ConsentRow.purpose == purpose.value,
            or_(ConsentRow.channel.is_(None), ConsentRow.channel == channel),
        )
        .order_by(ConsentRow.at.desc(), ConsentRow.id.desc())
        .limit(1)
    )
    if purpose is Purpose.OFFERS:
        return standing != Standing.GIVEN
    return standing == Standing.WITHDRAWN


def say_stop(
    session: Session, shop_id: int, channel: str, contact: str, said: str, now: datetime
) -> None:
    """Write down that who has a contact wants nothing any more on a channel."""
    _write(
        session, shop_id, channel, contact, said, now, dict.fromkeys(Purpose, Standing.WITHDRAWN)
    )


def say_start(
    session: Session, shop_id: int, channel: str, contact: str, said: str, now: datetime
) -> None:
    """Write down that they want to hear of their orders again; of offers that says nothing."""
    _write(session, shop_id, channel, contact, said, now, {Purpose.SERVICE: Standing.GIVEN})


def first_words_since(
    session: Session, shop_id: int, channel: str, address: str, since: datetime
) -> int:
    """Return how often the shop wrote first to an address since a moment."""
    return session.scalar(
        select(func.count())
        .select_from(DeliveryRow)
        .where(
            DeliveryRow.shop_id == shop_id, DeliveryRow.channel == channel,
            DeliveryRow.address == address, DeliveryRow.kind == DeliveryKind.PROMPT.value,
            DeliveryRow.sent_at >= since,
            DeliveryRow.status.in_(
                [DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.READ]
            ),
        )
    ) or 0  # fmt: skip


def _write(
    session: Session, shop_id: int, channel: str, contact: str, said: str, now: datetime,
    wishes: dict[Purpose, Standing],
) -> None:  # fmt: skip
    business = session.scalar(select(ShopRow.name).where(ShopRow.id == shop_id)) or ""
    session.add_all(
        ConsentRow(
            shop_id=shop_id, customer_id=None, contact=contact, purpose=purpose.value,
            channel=channel, standing=standing.value, business=business,
            source=Source.CUSTOMER.value, words=said, person_id=None, at=now,
        )
        for purpose, standing in wishes.items()
    )  # fmt: skip
    session.flush()
