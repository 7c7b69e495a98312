"""What a shop gave to be quoted: its documents, cut into passages."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, Moment, Name, ShopId, Word, ref


class KnowledgeDocumentRow(Base):
    """One document of one shop."""

    __tablename__ = "knowledge_documents"
    __table_args__ = (Index(None, "shop_id", "removed_at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    """Who added it."""
    title: Mapped[Name]
    file_name: Mapped[Name]
    sha256: Mapped[str] = mapped_column(String(64))
    for_customers: Mapped[bool] = mapped_column(Boolean)
    passages: Mapped[int] = mapped_column(Integer)
    """How many it was cut into."""
    at: Mapped[Moment]
    removed_at: Mapped[datetime | None]
    """From then on nobody is told of it; kept for a while, so that it can be put back."""


class KnowledgePassageRow(Base):
    """What can be quoted at once: some sentences under one heading."""

    __tablename__ = "knowledge_passages"
    __table_args__ = (Index(None, "shop_id", "document_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    document_id: Mapped[int] = mapped_column(BigId, ForeignKey("knowledge_documents.id"))
    position: Mapped[int] = mapped_column(Integer)
    heading: Mapped[Name]
    text: Mapped[str] = mapped_column(Text)
    questions: Mapped[list[Any]]
    """What people ask that it answers, as far as the document says."""
    embedder: Mapped[Word]
    """Name and version of what made `vectors`; empty where none was there."""
    vectors: Mapped[bytes] = mapped_column(LargeBinary)
    """Half-precision floats, little-endian: one row of unit length for the text, one a question."""
