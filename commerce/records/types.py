"""The words of the audit log."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from commerce.periods import Period


class Action(StrEnum):
    """What a line is about, as people look for it; a line's own action is finer."""

    APPROVALS = "Approvals"
    ORDERS = "Orders"
    DELIVERY = "Delivery"
    STOCK = "Stock"
    PRICES = "Prices"
    PEOPLE = "People"
    SETTINGS = "Settings"
    SIGN_INS = "SignIns"
    IMPORTS = "Imports"
    EXPORTS = "Exports"
    UNDO = "Undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSearch:
    """Which lines; `None` is any."""

    person: int | None = None
    """Who did it, or for whom it was done."""
    subject: str | None = None
    """The order number, AWB, SKU or name, exactly."""
    action: Action | None = None
    tool: str | None = None
    """The line's own action, such as `cancel_order`."""
    period: Period | None = None
    text: str | None = None
    """Words anywhere in the line."""
    limit: int = 10
    skip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line: who did what to which thing, when, from where, and what it was before."""

    id: int
    at: datetime
    person: str | None
    """`None` where nobody did it: something ran out, or a command did it."""
    on_behalf_of: str | None
    action: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]
    why: str
    channel: str
    turn: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """Some lines and how many there are."""

    count: int
    entries: tuple[AuditEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tampering:
    """What a check of the seals found."""

    lines: int
    """How many lines the seals cover."""
    unsealed: int
    """How many lines are too young to be sealed."""
    broken_after: int | None
    """The last id of the first seal that no longer fits; `None` where all fit."""
    digest: str
    """Of the newest seal that fits; empty where there is none. Noted outside of the database, it
    also shows a log that was rewritten with all its seals."""
