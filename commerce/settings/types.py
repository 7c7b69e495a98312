"""The words of settings."""

from dataclasses import dataclass, field
from enum import StrEnum

from commerce.terms import Terms


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
    ASK_DELIVERY = "AskDelivery"
    """Whether customers are asked what shall become of a parcel that did not arrive."""
    ASK_CONFIRM = "AskConfirm"
    """Whether customers are asked to confirm a cash order before it leaves."""
    ASK_ADDRESS = "AskAddress"
    """Whether customers are asked about an address that lacks something."""
    PREPAID_DISCOUNT = "PrepaidDiscount"
    """What customers save who pay a cash order online before it leaves, in percent."""

    RETURN_COSTS = "ReturnCosts"
    """What a parcel that comes back costs beside the lost sale, in rupees."""
    ASKING_COSTS = "AskingCosts"
    """What asking a good buyer costs, with the few sales it loses, in rupees."""
    COURIER_CUT_OFF = "CourierCutOff"
    """Hour until which couriers take what they are told into the next morning's round."""
    WORKING_HOURS = "WorkingHours"
    """When people of the shop answer."""
    AUTO_CANCEL = "AutoCancel"
    """Which unconfirmed cash orders are cancelled by themselves, if any."""


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
class CancelRule:
    """Which cash orders nobody confirmed are cancelled by themselves."""

    percent: int
    """Chance of coming back, at least."""
    rupees: int
    """Worth, at least."""
    a_day: int
    """Orders cancelled in a day, at most."""

    @classmethod
    def of(cls, stored: str) -> "CancelRule | None":
        """Return the rule a setting's value stands for; `None` for none."""
        if stored == "off":
            return None
        percent, rupees, a_day = (int(part) for part in stored.split("/"))
        return cls(percent=percent, rupees=rupees, a_day=a_day)


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
    asks: tuple[str, ...] = ()
    """What customers are asked before they write: values of `commerce.outreach.PromptKind`."""
    prepaid_discount: int = 0
    """In percent."""
    terms: Terms = field(default_factory=Terms)
    auto_cancel: str = "off"
    """`off`, or a rule as `CancelRule.of` reads it."""

    def asks_about(self, setting: Setting) -> bool:
        """Tell whether customers are asked what a setting switches."""
        return ASKS[setting] in self.asks


ASKS: dict[Setting, str] = {
    Setting.ASK_DELIVERY: "delivery",
    Setting.ASK_CONFIRM: "confirm",
    Setting.ASK_ADDRESS: "address",
}
"""Setting → what customers are asked, as it is stored."""


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
