"""Money asked of customers, and money given back to them, through the payment provider."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from commerce.db.tables.base import Base, Id, Minor, Moment, Name, ShopId, Word, ref


class PaymentRow(Base):
    """One refund, or one link by which an order may be paid.

    It is written with the request to the provider, in one transaction; the outbox row of the same
    key tells whether the provider was told.
    """

    __tablename__ = "payments"
    __table_args__ = (
        UniqueConstraint("shop_id", "request_key"),
        Index(None, "shop_id", "order_id"),
        Index(None, "status", "checked_at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    order_id: Mapped[int] = ref("orders")
    kind: Mapped[Word]
    """`refund` or `link`."""
    request_key: Mapped[Name]
    """What the provider knows it by."""
    amount_minor: Mapped[Minor]
    """To give back, or to pay by the link."""
    discount_minor: Mapped[Minor]
    """Of a link: taken off the order's total once it is paid."""
    status: Mapped[Word]
    """A value of `commerce.orders.PaymentStanding`."""
    person_id: Mapped[int] = ref("people")
    """Who asked for it."""
    reference: Mapped[str | None]
    """What the provider answered; of a link, its address."""
    error: Mapped[str | None]
    """Why the provider would not."""
    created_at: Mapped[Moment]
    expires_at: Mapped[datetime | None]
    """Of a link: until when it can be paid."""
    checked_at: Mapped[Moment]
    """When the provider was last asked about it."""
    settled_at: Mapped[datetime | None]
