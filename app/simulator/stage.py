"""Who and what is played with: a parcel that is out, its customer, a seller, an agent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import case, select, update
from sqlalchemy.orm import Session

from commerce import people
from commerce.access import Role
from commerce.db.tables import (
    CustomerRow,
    DeliveryRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    ShopRow,
)
from commerce.deliveries import DeliveryStatus
from commerce.vocabulary import CourierType, PaymentMethod, ShipmentStatus

SELLER_PHONE: Final = "+919800000101"
SELLER, AGENT = "the seller's phone", "U0AGENT"
_ON_THE_WAY: Final = (
    ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.REACHED_DESTINATION, ShipmentStatus.IN_TRANSIT,
)  # fmt: skip
"""The nearest to its door first."""
_LATELY: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnStage:
    """The parcel that is played with, and its people."""

    shop_id: int
    awb: str
    order: str
    customer: str
    phone: str
    """E.164."""
    seller: str
    seller_person: int
    agent: str
    agent_person: int


def set_stage(session: Session, shop: ShopRow, now: datetime) -> OnStage | None:
    """Choose a COD parcel that is about to be delivered, and let staff be known on the messengers.

    `None` where no parcel is out.
    """
    parcel = _parcel(session, shop, now)
    if parcel is None:
        return None
    awb, order, customer, phone = parcel
    seller = _staff(session, shop, Role.OWNER, "Meera Shah", now)
    agent = _staff(session, shop, Role.NDR_AGENT, "Imran Khan", now)
    _known_as(session, shop, seller, "whatsapp", SELLER_PHONE)
    return OnStage(
        shop_id=shop.id, awb=awb, order=order, customer=customer, phone=phone, seller=seller.name,
        seller_person=seller.id, agent=agent.name, agent_person=agent.id,
    )  # fmt: skip


def known_on_slack(session: Session, shop: ShopRow, person_id: int, external_id: str) -> None:
    """Let an agent be known by their Slack id."""
    person = session.get_one(PersonRow, person_id)
    _known_as(session, shop, person, "slack", external_id)


def standing(session: Session, stage: OnStage) -> ShipmentStatus:
    """Return where the parcel stands."""
    return ShipmentStatus(
        session.scalars(
            select(ShipmentRow.status).where(
                ShipmentRow.shop_id == stage.shop_id, ShipmentRow.awb == stage.awb
            )
        ).one()
    )


def let_it_be_day(session: Session, stage: OnStage, now: datetime) -> None:
    """Have what waits for the morning be brought to the customer now: it is always day on stage."""
    session.execute(
        update(DeliveryRow)
        .where(
            DeliveryRow.shop_id == stage.shop_id, DeliveryRow.channel == "whatsapp",
            DeliveryRow.address == stage.phone, DeliveryRow.tries == 0,
            DeliveryRow.status == DeliveryStatus.WAITING, DeliveryRow.next_at > now,
        )
        .values(next_at=now)
        .execution_options(synchronize_session=False)
    )  # fmt: skip


def _parcel(session: Session, shop: ShopRow, now: datetime) -> tuple[str, str, str, str] | None:
    found = session.execute(
        select(ShipmentRow.awb, OrderRow.number, CustomerRow.name, CustomerRow.phone)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .where(
            ShipmentRow.shop_id == shop.id, OrderRow.shop_id == shop.id,
            CustomerRow.shop_id == shop.id, ShipmentRow.courier == CourierType.DELHIVERY,
            ShipmentRow.status.in_(_ON_THE_WAY), CustomerRow.phone.is_not(None),
            OrderRow.payment_method == PaymentMethod.COD, OrderRow.placed_at > now - _LATELY,
        )
        .order_by(
            case({status.value: at for at, status in enumerate(_ON_THE_WAY)},
                 value=ShipmentRow.status),
            ShipmentRow.id.desc(),
        )
        .limit(1)
    ).first()  # fmt: skip
    return None if found is None else (found[0], found[1], found[2], found[3] or "")


def _staff(session: Session, shop: ShopRow, role: Role, name: str, now: datetime) -> PersonRow:
    found = session.scalars(
        select(PersonRow)
        .where(PersonRow.shop_id == shop.id, PersonRow.role == role)
        .order_by(PersonRow.id)
        .limit(1)
    ).first()
    return found or people.add_person(session, shop_id=shop.id, name=name, role=role, now=now)


def _known_as(
    session: Session, shop: ShopRow, person: PersonRow, channel: str, external_id: str
) -> None:
    if people.actor_for(session, channel, external_id) is None:
        people.add_identity(session, person, channel, external_id)
