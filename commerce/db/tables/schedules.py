"""Reports that come by themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class ReportScheduleRow(Base):
    """One answer that somebody is sent again and again."""

    __tablename__ = "report_schedules"
    __table_args__ = (
        Index("ix_report_schedules_due", "status", "due_at"),
        Index(None, "shop_id", "person_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    """With whose rights it is made; who left is sent nothing."""
    title: Mapped[Name]
    tool: Mapped[Word]
    arguments: Mapped[dict[str, Any]]
    cadence: Mapped[Word]
    weekday: Mapped[int | None]
    """Of a weekly one: 0 is Monday."""
    day: Mapped[int | None]
    """Of a monthly one: 1 to 31; where a month is shorter, its last."""
    at: Mapped[Word]
    """Time of day in the shop's zone, `HH:MM`."""
    channel: Mapped[Word]
    address: Mapped[Name]
    """Where on the channel; a conversation's id for the one it was asked in."""
    file: Mapped[str | None] = mapped_column(String(40))
    """As what it comes along: `pdf` or `xlsx`."""
    language: Mapped[Word]
    status: Mapped[Word]
    due_at: Mapped[Moment]
    """When it comes next."""
    last_at: Mapped[datetime | None]
    """The due moment of the last one that was sent."""
    trouble: Mapped[str] = mapped_column(Text)
    """What kept the last one from being sent, as an error's key; empty where nothing did."""
    created_at: Mapped[Moment]
