"""What risk said of orders, kept so that all open orders can be looked over at once."""

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Moment


class OrderRiskRow(Base):
    """The chance that one order comes back, as a version of the score said.

    Only a note: it may be taken away at any time and is said anew (`commerce.risk.keeping`).
    """

    __tablename__ = "order_risks"
    __table_args__ = (
        Index(None, "shop_id", "version", "chance"),
        {"sqlite_with_rowid": False},
    )

    shop_id: Mapped[int] = mapped_column(BigId, ForeignKey("shops.id"), primary_key=True)
    order_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(Integer)
    chance: Mapped[float]
    at: Mapped[Moment]
