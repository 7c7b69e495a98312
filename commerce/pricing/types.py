"""What the same thing costs here and elsewhere, what it would bring at another price."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commerce.inventory import Variant
from commerce.money import Money
from commerce.scoring.price_response import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalPrice:
    """What a competitor asked when somebody last looked."""

    competitor: str
    price: Money
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One variant's price beside its MRP and what competitors ask."""

    variant: Variant
    mrp: Money
    rivals: tuple[RivalPrice, ...]
    """The latest price of each competitor, the cheapest first; empty where nobody looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a piece costs the shop from the shelf to the door, in minor units and shares."""

    cost: float
    tax_class: str
    """GST percent as text, or `apparel` and `footwear`, where the price decides."""
    commission: float
    """Share of the price that channels keep, weighted by where this sells."""
    shipping: float
    """Of a piece on its way out, delivered or not."""
    return_shipping: float
    """Of a piece on its way back."""
    comes_back: float
    """Share of pieces that come back, undelivered or returned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one price would bring in 30 days; ends are those of 80 % intervals."""

    price: int
    """Minor units."""
    gst_percent: float
    unit_profit: float
    """Of an ordered piece after GST, commission, shipping and what comes back; minor units."""
    margin: float
    """Of a delivered piece: what is left of the price without GST after cost and commission."""
    pieces: float
    pieces_low: float
    pieces_high: float
    profit: float
    profit_low: float
    profit_high: float
    gain: float
    """Profit beside that of today's price, minor units."""
    gain_low: float
    gain_high: float


class Guard(StrEnum):
    """What keeps a price from being better still."""

    MRP = "mrp"
    MARGIN_FLOOR = "margin_floor"
    COMPETITORS = "competitors"
    TAX_CLIFF = "tax_cliff"
    FAR = "far"
    """So far from today's price that nobody knows how buyers would take it."""
    DAILY_STEP = "daily_step"


class Verdict(StrEnum):
    """What is advised."""

    RAISE = "raise"
    LOWER = "lower"
    KEEP = "keep"
    """No price is better by more than chance."""
    UNKNOWN = "unknown"
    """What sold at which price cannot tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of what another price changes; all parts add up to the gain exactly."""

    name: str
    """`price`, `gst`, `commission`, `returns` or `pieces`; the words are `price-part-…`."""
    amount: float
    """Minor units in 30 days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How a variant's sales follow its price, as far as the shop's history tells."""

    elasticity: float
    low: float
    high: float
    category: str
    category_elasticity: float
    prices: int
    sold: int
    version: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown:
    """One step down for what does not sell."""

    after_days: int
    price: Money
    percent_off: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What a price should be, and why."""

    comparison: Comparison
    verdict: Verdict
    costs: Costs
    known: Known | None
    """`None` where nothing was learnt yet."""
    pieces: int
    """Sold in the last 30 days."""
    now: Effect | None
    best: Effect | None
    """The best price within all guards; `None` where nothing can be said."""
    step: Effect | None
    """The first step towards it, where it lies further than may be gone in a day."""
    guards: tuple[Guard, ...]
    """What held the best price where it is."""
    parts: tuple[Part, ...]
    curve: tuple[Effect, ...]
    floor: Money
    """The lowest price that keeps the least margin."""
    markdowns: tuple[Markdown, ...]
    """Steps down, for what lies and was not sold for long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What one price that somebody names would bring."""

    advice: Advice
    at: Effect | None
    """`None` where nothing can be said of what would sell."""
    unit_profit: float
    gst_percent: float
    margin: float
    parts: tuple[Part, ...]
    warnings: tuple[str, ...]
    """Sentences: guards that the price would go through."""


class PriceStatus(StrEnum):
    """How far a planned price is."""

    SCHEDULED = "Scheduled"
    APPLIED = "Applied"
    CANCELLED = "Cancelled"
    REFUSED = "Refused"
    """When its day came it was above the MRP or below the floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a changed price did, beside the rest of its category (difference in differences)."""

    days: int
    """On either side of the change."""
    before: int
    after: int
    """Pieces sold in those days."""
    effect: float
    """Change of pieces beyond that of the category, as a share."""
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceStep:
    """One change of a price: made, or planned."""

    sku: str
    title: str
    status: PriceStatus
    at: datetime
    before: Money | None
    price: Money
    why: str
    measured: Measured | None = None
    """`None` until two weeks have passed, or where too little sold."""
