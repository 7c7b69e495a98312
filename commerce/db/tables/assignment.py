"""Who was given which undelivered parcel, and when who works them is away."""

from datetime import date

from sqlalchemy import BigInteger, Date, Index
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, ShopId, Word, ref


class NdrAssignmentRow(Base):
    """One giving of a case to somebody. A row is only ever taken away by undoing it."""

    __tablename__ = "ndr_assignments"
    __table_args__ = (Index(None, "shop_id", "at"), Index(None, "shop_id", "case_id", "at"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    case_id: Mapped[int] = ref("ndr_cases")
    person_id: Mapped[int] = ref("people")
    """To whom."""
    given_by: Mapped[int | None] = ref("people")
    """`None` where the shop's own rule gave it."""
    method: Mapped[Word]
    """`person`, or a value of `commerce.assignment.Method`."""
    expected_minor: Mapped[int | None] = mapped_column(BigInteger)
    """What was expected back then, where that chose."""
    at: Mapped[Moment]


class AgentLeaveRow(Base):
    """Days on which an agent is away, both inclusive, in the shop's zone."""

    __tablename__ = "agent_leaves"
    __table_args__ = (Index(None, "shop_id", "last_day"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    created_at: Mapped[Moment]
