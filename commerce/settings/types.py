"""The words of settings."""

from dataclasses import dataclass, field
from enum import StrEnum


class Setting(StrEnum):
    """One thing a shop can choose."""

    NAME = "Name"
    ZONE = "Zone"
    LANGUAGE = "Language"
    """What people are answered in who chose no language and whose writing tells none."""
    APPROVAL_MINUTES = "ApprovalMinutes"
    """How long a write waits for its yes."""
    NDR_HOLD_OUT = "NdrHoldOut"
    """Share of undelivered parcels, in percent, that the scores leave alone."""
    NDR_ASSIGNMENT = "NdrAssignment"
    """Whether undelivered parcels find their agent by themselves, and by what."""


class AnswerLanguage(StrEnum):
    """A language people can be answered in."""

    ENGLISH = "English"
    HINDI = "Hindi"
    HINGLISH = "Hinglish"
    AS_WRITTEN = "AsWritten"
    """Whatever they write."""

    @property
    def key(self) -> str:
        """The language in the catalogue; empty to answer in what is written."""
        return {"English": "en", "Hindi": "hi", "Hinglish": "hi-Latn"}.get(self.value, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSettings:
    """What a shop chose, or what holds until it does."""

    name: str
    zone: str
    """IANA name."""
    currency: str
    language: str
    """A key of `commerce.words.LANGUAGES`."""
    approval_minutes: int
    ndr_hold_out: int = 0
    """In percent."""
    ndr_assignment: str = "off"
    """`off`, or by what agents are chosen: a value of `commerce.assignment.Method`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRules:
    """How far a shop lets its prices go, and what a sale costs it beside the goods."""

    least_margin: float = 0.10
    """Least share of the price without GST that must be left after cost and commission."""
    daily_step: float = 0.05
    """Most that a price should move in a day, as a share."""
    rest_days: int = 7
    """Least days between two changes of one price."""
    band_low: float = 0.95
    band_high: float = 1.10
    """Where a price should lie against the competitors' mean."""
    ending: int = 9
    """Last digit of a price in rupees."""
    shipping_rupees: float = 60.0
    """Of a piece on its way out."""
    return_shipping_rupees: float = 45.0
    commissions: dict[str, float] = field(
        default_factory=lambda: {"Amazon": 0.12, "Flipkart": 0.12, "Myntra": 0.16, "Meesho": 0.02}
    )
    """Share of the price a channel keeps, by its name; others keep `other_commission`."""
    other_commission: float = 0.02
    """What a payment provider keeps where the shop sells by itself."""
