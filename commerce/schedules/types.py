"""Answers that come again and again, and when."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any


class Cadence(StrEnum):
    """How often."""

    DAILY = "daily"
    WORKDAYS = "workdays"
    """Monday to Saturday, as shops work."""
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class ScheduleStatus(StrEnum):
    """Whether it comes."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


class ReportPlace(StrEnum):
    """On which channel it comes."""

    HERE = "here"
    """In the conversation in which it was asked for."""
    EMAIL = "email"
    SLACK = "slack"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"


class ReportFile(StrEnum):
    """As what file it comes along too."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A rhythm in the shop's zone."""

    cadence: Cadence
    at: time
    weekday: int | None = None
    """Of a weekly one: 0 is Monday."""
    day: int | None = None
    """Of a monthly one: 1 to 31; where a month is shorter, its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class What:
    """A question whose answer is sent: a read tool with its arguments."""

    title: str
    tool: str
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One answer that somebody is sent again and again."""

    id: int
    shop_id: int
    person_id: int
    person: str
    what: What
    when: When
    place: ReportPlace
    address: str
    file: ReportFile | None
    """As what file it comes along; `None` for none."""
    language: str
    status: ScheduleStatus
    due_at: datetime
    last_at: datetime | None
    trouble: str
