"""How much each role may approve alone, what takes two people, and who stands in for whom."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Minor, Moment, ShopId, Word, ref


class ApprovalLimitRow(Base):
    """What a shop lets one role approve alone; where there is no row, the default holds."""

    __tablename__ = "approval_limits"
    __table_args__ = (UniqueConstraint("shop_id", "role", "topic"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    role: Mapped[Word]
    topic: Mapped[Word]
    """A value of `commerce.approvals.Topic`."""
    most_minor: Mapped[int | None] = mapped_column(BigInteger)
    """In the shop's currency; `None` is without limit."""
    most_items: Mapped[int | None]
    """Things changed by one request; `None` is without limit."""


class SecondPersonRow(Base):
    """Above an amount, whoever approves must be someone other than who asked."""

    __tablename__ = "second_person_rules"
    __table_args__ = (UniqueConstraint("shop_id", "topic"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    topic: Mapped[Word]
    above_minor: Mapped[Minor]


class DelegationRow(Base):
    """Someone decides with another's limit for some days."""

    __tablename__ = "approval_delegations"
    __table_args__ = (
        Index(None, "shop_id", "to_person_id", "ends_at"),
        Index(None, "shop_id", "from_person_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    from_person_id: Mapped[int] = ref("people")
    to_person_id: Mapped[int] = ref("people")
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    """The first moment it no longer holds."""
    revoked_at: Mapped[datetime | None]
    created_at: Mapped[Moment]
