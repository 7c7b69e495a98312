"""What was learnt, where it is kept in the database."""

from sqlalchemy import LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id


class ScoreFileRow(Base):
    """A file of learnt scores: arrays, or what is known of a version."""

    __tablename__ = "score_files"
    __table_args__ = (UniqueConstraint("key"),)

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(String(200))
    """Its path: `shop-1/rto_risk/0001.npz`."""
    data: Mapped[bytes] = mapped_column(LargeBinary)
