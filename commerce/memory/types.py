"""What is known about how somebody works."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Remembered(StrEnum):
    """What may be remembered about a person."""

    LANGUAGE = "language"
    CHANNEL = "channel"
    HOURS = "hours"
    WAREHOUSE = "warehouse"
    REPORT = "report"
    SHORTCUT = "shortcut"
    EVERYTHING = "everything"
    """All of it; only to be forgotten."""


class Memorable(StrEnum):
    """What somebody may ask to be remembered."""

    SHORTCUT = "shortcut"
    REPORT = "report"
    WAREHOUSE = "warehouse"
    HOURS = "hours"


COUNTED = (Remembered.LANGUAGE, Remembered.CHANNEL, Remembered.HOURS)
"""What nobody has to ask for: it is counted from the person's own messages, and kept nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCall:
    """A read as it was made, to be made again with the rights of who asks then."""

    tool: str
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A request that somebody gave a name."""

    name: str
    """As they said it, without "my"."""
    request: str
    """The words that were said, which it stands for."""
    calls: Sequence[StoredCall] = ()
    """What they led to, where it only read; empty where the words are to be understood anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a person asked to be remembered, as a turn uses it."""

    warehouse: str = ""
    """A code; empty where none was named."""
    hours: str = ""
    """From when until when they work in the shop's zone, `10:00-19:00`; empty where not said."""
    report: Shortcut | None = None
    shortcuts: Sequence[Shortcut] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked to be remembered."""
        return not (self.warehouse or self.hours or self.report or self.shortcuts)


NOTHING = Known()


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """One thing that is known, and from where."""

    kind: Remembered
    value: str
    """A language's key, a channel, hours, a warehouse's code, or the name of a shortcut."""
    told: str = ""
    """What a shortcut stands for, or what a warehouse is called."""
    said: str = ""
    """The words it was learnt from; empty of what was counted."""
    learnt_at: datetime | None = None
    """`None` of what is counted anew each time."""
    messages: int = 0
    """Of how many messages it was counted; 0 where the person said it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks to be remembered; exactly one of them."""

    hours: str | None = None
    warehouse: str | None = None
    name: str | None = None
    """Of a shortcut."""
    request: str | None = None
    """The words of a shortcut or report, where these are not what was asked for last."""
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class Wrote:
    """One of a person's messages, as habits are counted."""

    at: datetime
    """In the shop's zone."""
    channel: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stored memory."""

    kind: Remembered
    key: str
    value: dict[str, Any] = field(default_factory=dict)
    said: str = ""
    turn_id: str | None = None
    learnt_at: datetime
