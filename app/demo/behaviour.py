"""The hidden truth: every parameter the demo shop is drawn from, in one place.

Written to the truth file, so that a score or forecast can be graded against what was really so.
Effects are in log odds unless they say otherwise.
"""

from dataclasses import dataclass, field
from typing import Final

DAYS: Final = 548
"""Days of history, today included: eighteen months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """When and what people buy."""

    growth: float = 3.2
    """Orders a day at the end over those at the beginning."""
    weekdays: tuple[float, ...] = (0.98, 0.94, 0.93, 0.95, 1.00, 1.08, 1.14)
    """Monday to Sunday."""
    payday: float = 1.10
    """Multiplies the first week of a month, when salaries have come."""
    day_noise: float = 0.09
    """Standard deviation of the log of a day's orders."""
    hours: tuple[float, ...] = (
        2.2, 1.2, 0.7, 0.4, 0.4, 0.6, 1.3, 2.2, 3.4, 4.6, 5.4, 5.8,
        5.9, 5.6, 5.0, 4.6, 4.7, 5.2, 5.8, 6.6, 7.6, 8.2, 7.4, 4.6,
    )  # fmt: skip
    """Share of a day's orders by hour in India."""
    favour: float = 1.45
    """Multiplies a category an event favours."""
    lines: tuple[float, ...] = (0.66, 0.23, 0.08, 0.03)
    """Chance of one, two, three, four lines in an order."""
    second_piece: float = 0.08
    """Chance of two pieces of a line; three times that for grocery."""
    elasticity: dict[str, float] = field(
        default_factory=lambda: {
            "fashion": -1.9, "electronics": -2.4, "beauty": -1.5, "home": -1.7, "grocery": -1.1,
        }
    )  # fmt: skip
    """Own-price elasticity by category; each variant's own lies around it."""
    cross_elasticity: float = 0.6
    """Of the competitors' mean price."""
    price_follows_demand: float = 0.05
    """Log price rises by this when a category is in season, which fools a plain regression."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyers:
    """Who buys and how they pay."""

    new_first: float = 0.72
    new_last: float = 0.50
    """Chance that an order is a customer's first, at the beginning and at the end."""
    loyal_every: int = 7
    """Every so many customers is loyal; half of repeat orders are theirs."""
    refusal_sd: float = 0.75
    refuser_share: float = 0.04
    refuser_effect: float = 2.1
    """A few customers refuse again and again."""
    second_address: float = 0.12
    poor_address: float = 0.11
    email: float = 0.72
    muslim: float = 0.12
    elsewhere: float = 0.14
    """Chance of a North Indian name outside the north."""
    languages: dict[str, tuple[float, float, float]] = field(
        default_factory=lambda: {"south": (0.78, 0.06, 0.16), "rest": (0.34, 0.24, 0.42)}
    )
    """Share of en, hi, hi-Latn."""
    contact: dict[str, float] = field(
        default_factory=lambda: {"WhatsApp": 0.56, "PhoneCall": 0.29, "SMS": 0.10, "Email": 0.05}
    )
    hours: dict[int, float] = field(
        default_factory=lambda: {
            10: 0.08, 11: 0.10, 12: 0.08, 13: 0.08, 14: 0.06, 15: 0.05, 16: 0.07, 17: 0.10,
            18: 0.14, 19: 0.14, 20: 0.10,
        }
    )  # fmt: skip
    """The hour a customer answers the phone best."""
    channels: dict[str, tuple[float, float]] = field(
        default_factory=lambda: {
            "Shopify": (0.47, 0.67), "Amazon": (0.20, 0.50), "Meesho": (0.17, 0.84),
            "WooCommerce": (0.09, 0.64), "Custom": (0.07, 0.62),
        }
    )  # fmt: skip
    """Sales channel: share of orders, share of those paid on delivery."""
    prepaid: dict[str, float] = field(
        default_factory=lambda: {
            "UPI": 0.62, "Card": 0.19, "NetBanking": 0.07, "Wallet": 0.07, "EMI": 0.03,
            "BankTransfer": 0.02,
        }
    )  # fmt: skip
    discount: float = 0.21
    """Chance that an order has a coupon of 5, 10, 15 or 20 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the shop does before a parcel leaves."""

    cancelled_cod: float = 0.055
    cancelled_prepaid: float = 0.030
    held: float = 0.030
    held_lately: float = 0.075
    """For orders of the last three days: the open pile a shop always has."""
    held_then_cancelled: float = 0.25
    unpaid: float = 0.08
    unpaid_lately: float = 0.22
    """Prepaid orders whose payment did not come at once; in the last two days."""
    unpaid_then_paid: float = 0.60
    lost: float = 0.003
    stuck: float = 0.016
    stuck_lately: float = 0.040
    """Parcels that lie somewhere for 7 to 20 days; for parcels of the last three weeks."""
    gone_in_transit: float = 0.018
    """COD parcels called back before anyone tried to deliver them."""
    returned: dict[str, float] = field(
        default_factory=lambda: {
            "fashion": 0.085, "electronics": 0.045, "beauty": 0.02, "home": 0.035, "grocery": 0.008,
        }
    )  # fmt: skip
    """Chance that a delivered order comes back, by the category of its first line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorstep:
    """Whether a delivery attempt fails, and what becomes of it."""

    failure: float = -2.95
    """Of a prepaid parcel with everything at its mean."""
    failure_cod: float = 1.88
    city: float = 0.88
    """Of the city's own COD return rate, as log odds against the mean of 26 %."""
    pincode_sd: float = 0.25
    refusal: float = 0.85
    """Of the customer's leaning to refuse (COD; a quarter of it when prepaid)."""
    slow_day: float = 0.075
    """A day of travel more than three."""
    poor_address: float = 0.55
    new_customer: float = 0.18
    value: float = 0.16
    """Of the log of the order's value against ₹1,000, COD only."""
    discount: float = 0.20
    night: float = 0.15
    """Ordered between midnight and five, COD only."""
    category: dict[str, float] = field(
        default_factory=lambda: {
            "fashion": 0.14, "electronics": 0.0, "beauty": -0.22, "home": -0.10, "grocery": -0.55,
        }
    )  # fmt: skip
    channel: dict[str, float] = field(
        default_factory=lambda: {
            "Shopify": 0.0, "Amazon": -0.25, "Meesho": 0.22, "WooCommerce": 0.05, "Custom": -0.10,
        }
    )  # fmt: skip
    reasons_cod: dict[str, float] = field(
        default_factory=lambda: {
            "CustomerRefused": 0.34, "CustomerNotAvailable": 0.19, "CustomerUnreachable": 0.13,
            "IncorrectAddress": 0.09, "CODNotReady": 0.08, "FutureDeliveryRequested": 0.05,
            "PremisesClosed": 0.025, "CustomerOutOfStation": 0.02, "AddressChangeRequested": 0.015,
            "OpenDeliveryRequested": 0.015, "SecurityRestriction": 0.01, "WeatherIssue": 0.015,
            "ProductDamaged": 0.005, "Other": 0.015,
        }
    )  # fmt: skip
    reasons_prepaid: dict[str, float] = field(
        default_factory=lambda: {
            "CustomerRefused": 0.07, "CustomerNotAvailable": 0.30, "CustomerUnreachable": 0.17,
            "IncorrectAddress": 0.14, "CODNotReady": 0.0, "FutureDeliveryRequested": 0.11,
            "PremisesClosed": 0.07, "CustomerOutOfStation": 0.04, "AddressChangeRequested": 0.02,
            "OpenDeliveryRequested": 0.02, "SecurityRestriction": 0.02, "WeatherIssue": 0.02,
            "ProductDamaged": 0.005, "Other": 0.015,
        }
    )  # fmt: skip
    fake_reasons: dict[str, float] = field(
        default_factory=lambda: {
            "CustomerNotAvailable": 0.52, "CustomerUnreachable": 0.27, "CustomerRefused": 0.08,
            "PremisesClosed": 0.08, "Other": 0.05,
        }
    )  # fmt: skip
    fake_minutes: tuple[float, float] = (1.5, 9.0)
    """From out-for-delivery to the failure, when nobody went."""
    fake_again: float = 3.2
    """Factor for a later attempt, among those that fail; the first is among all attempts."""
    fake_hub_sd: float = 0.55
    """Spread between pincodes of the log chance of a fake attempt."""
    rescue: float = 1.45
    """Of a prepaid case nobody reached, with the reason `CustomerNotAvailable`."""
    rescue_cod: float = -3.25
    rescue_reached: float = 1.05
    rescue_fake: float = 1.60
    rescue_refusal: float = -0.55
    rescue_city: float = -0.38
    rescue_reasons: dict[str, float] = field(
        default_factory=lambda: {
            "CustomerRefused": -1.75, "CustomerNotAvailable": 0.0, "CustomerUnreachable": -0.45,
            "IncorrectAddress": -0.1, "CODNotReady": 0.15, "FutureDeliveryRequested": 1.2,
            "PremisesClosed": 0.5, "CustomerOutOfStation": 0.1, "AddressChangeRequested": 0.1,
            "OpenDeliveryRequested": 0.0, "SecurityRestriction": 0.5, "WeatherIssue": 2.0,
            "ProductDamaged": -1.2, "Other": 1.0,
        }
    )  # fmt: skip
    failed_before_rescue: tuple[float, ...] = (0.72, 0.28, 0.0)
    failed_before_return: tuple[float, ...] = (0.22, 0.31, 0.47)
    """Chance of one, two, three failed attempts."""
    failed_when_refused: tuple[float, ...] = (0.46, 0.31, 0.23)
    pause: tuple[float, ...] = (0.45, 0.33, 0.22)
    """Chance of one, two, three days to the next attempt."""
    return_hours: tuple[float, float] = (24.0, 120.0)
    """From the last failure to the return; three fifths of it after a refusal."""
    turns_refusal: float = 0.22
    """Chance that the last failure before a return is a refusal after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whether a customer is reached about a failed delivery."""

    whatsapp_sent: float = 0.82
    whatsapp_answered: float = 0.30
    whatsapp_preferred: float = 0.34
    """Added where the customer prefers WhatsApp."""
    called: float = 0.72
    call_connected: float = 0.36
    call_preferred: float = 0.12
    call_in_hour: float = 0.33
    """Added within an hour of when this customer answers best; half of it within two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """All of it."""

    demand: Demand = field(default_factory=Demand)
    buyers: Buyers = field(default_factory=Buyers)
    office: Office = field(default_factory=Office)
    doorstep: Doorstep = field(default_factory=Doorstep)
    contact: Contact = field(default_factory=Contact)
