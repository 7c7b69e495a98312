"""Texts that messengers know."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Category(StrEnum):
    """What a text is for, as WhatsApp prices it."""

    UTILITY = "utility"
    MARKETING = "marketing"
    AUTHENTICATION = "authentication"


class Approval(StrEnum):
    """What the vendor decided about a text."""

    APPROVED = "approved"
    PENDING = "pending"
    REFUSED = "refused"
    PAUSED = "paused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One text in one language."""

    channel: str
    name: str
    language: str
    category: Category
    body: str
    """With `{name}` where something is put in."""
    vendor_id: str
    approval: Approval
    why: str = ""
    cost_minor: int | None = None
    """Hundredths of paise each; `None` where nobody said."""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorTemplate:
    """What a vendor says of one text it has."""

    vendor_id: str
    language: str
    approval: Approval
    category: Category | None = None
    why: str = ""
