"""What somebody asked the assistant to remember about them."""

from typing import Any

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class PersonMemoryRow(Base):
    """One thing remembered about one person, until they say otherwise."""

    __tablename__ = "person_memories"
    __table_args__ = (UniqueConstraint("shop_id", "person_id", "kind", "key"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    kind: Mapped[Word]
    """A value of `commerce.memory.Remembered`."""
    key: Mapped[Name]
    """Of a shortcut: its name, folded; empty of what there is only one of."""
    value: Mapped[dict[str, Any]]
    """As `commerce.memory.types` reads it."""
    said: Mapped[str] = mapped_column(Text)
    """The words from which it was learnt; empty where no message says it."""
    turn_id: Mapped[str | None] = mapped_column(String(64))
    learnt_at: Mapped[Moment]
