"""What the LLM cost."""

from datetime import date

from sqlalchemy import BigInteger, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, ShopId


class LlmSpendingRow(Base):
    """What one conversation cost on one day."""

    __tablename__ = "llm_spending"
    __table_args__ = (
        UniqueConstraint("shop_id", "day", "conversation_id"),
        Index(None, "shop_id", "conversation_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    day: Mapped[date]
    """In the shop's zone."""
    conversation_id: Mapped[str] = mapped_column(String(64))
    """Empty for what was thought outside of any conversation."""
    thoughts: Mapped[int]
    tokens_in: Mapped[int] = mapped_column(BigInteger)
    tokens_out: Mapped[int] = mapped_column(BigInteger)
    cost_micros: Mapped[int] = mapped_column(BigInteger)
    """In millionths of a unit of the shop's currency: a token of ₹25 a million costs 25."""
